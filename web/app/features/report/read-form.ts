/** As large as five photos of a good phone; from a browser with scripts they come much smaller. */
const MOST_BYTES = 26_214_400
/** A form is read into memory: so many at once, and the next is told to wait. */
const MOST_AT_ONCE = 4

let reading = 0

export type ReadForm = { ok: true; form: FormData } | { ok: false; fault: 'photosLarge' | 'busy' }

/** A form with photos, read to its limit however long it says that it is. */
export async function readForm(request: Request): Promise<ReadForm> {
  if (reading >= MOST_AT_ONCE) return { ok: false, fault: 'busy' }
  reading += 1
  try {
    const chunks: Uint8Array<ArrayBuffer>[] = []
    let length = 0
    for await (const chunk of request.body ?? []) {
      length += chunk.length
      if (length <= MOST_BYTES) chunks.push(new Uint8Array(chunk))
      else chunks.length = 0
    }
    if (length > MOST_BYTES) return { ok: false, fault: 'photosLarge' }
    const headers = { 'content-type': request.headers.get('content-type') ?? '' }
    return { ok: true, form: await new Response(new Blob(chunks), { headers }).formData() }
  } finally {
    reading -= 1
  }
}
