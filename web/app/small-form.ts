/** More than anybody types: of a form without files. */
const MOST_BYTES = 64 * 1024

/** A form of anybody's; what is no form, or too long, is refused and read no further. */
export async function readSmallForm(request: Request): Promise<FormData> {
  const body = new Blob(await boundedChunks(request))
  const headers = { 'content-type': request.headers.get('content-type') ?? '' }
  return new Response(body, { headers }).formData().catch(() => {
    throw new Response(null, { status: 400 })
  })
}

async function boundedChunks(request: Request): Promise<Uint8Array<ArrayBuffer>[]> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.length
    if (length > MOST_BYTES) throw new Response(null, { status: 413 })
    chunks.push(new Uint8Array(chunk))
  }
  return chunks
}

/** One text of a form, without the blanks around it. */
export const textIn = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}
