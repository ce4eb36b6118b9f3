/** As large as five photos of a good phone; from a browser with scripts they come much smaller. */
const MOST_BYTES = 26_214_400
/** A form is read into memory: so many at once, and the next is told to wait. */
const MOST_AT_ONCE = 4
/** What is typed stands before the photos, and is far less than this. */
const HEAD_BYTES = 262_144

let reading = 0

export type ReadForm =
  | { ok: true; form: FormData }
  /** `form` has what came whole before it was too much. */
  | { ok: false; fault: 'large' | 'busy' | 'unreadable'; form: FormData }

/** A form with photos, read to its limit however long it says that it is. */
export async function readForm(request: Request): Promise<ReadForm> {
  if (reading >= MOST_AT_ONCE) return { ok: false, fault: 'busy', form: new FormData() }
  reading += 1
  try {
    const chunks: Uint8Array<ArrayBuffer>[] = []
    const contentType = request.headers.get('content-type') ?? ''
    let length = 0
    let head = new Uint8Array()
    for await (const chunk of request.body ?? []) {
      if (head.length < HEAD_BYTES) head = joined(head, chunk.subarray(0, HEAD_BYTES))
      length += chunk.length
      if (length <= MOST_BYTES) chunks.push(new Uint8Array(chunk))
      else chunks.length = 0
    }
    if (length > MOST_BYTES)
      return { ok: false, fault: 'large', form: await wholeFields(head, contentType) }
    const form = await formIn(new Blob(chunks), contentType)
    return form ? { ok: true, form } : { ok: false, fault: 'unreadable', form: new FormData() }
  } finally {
    reading -= 1
  }
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length)
  both.set(one)
  both.set(other, one.length)
  return both
}

/** A body that is no form is none; what else goes wrong while it is read is a fault. */
async function formIn(body: Blob, contentType: string): Promise<FormData | undefined> {
  try {
    return await new Response(body, { headers: { 'content-type': contentType } }).formData()
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** The parts of a form that came to their end: it is closed before the last one that began. */
async function wholeFields(head: Uint8Array, contentType: string): Promise<FormData> {
  const boundary = /boundary="?([^";\s]+)"?/i.exec(contentType)?.[1]
  const text = Buffer.from(head).toString('latin1')
  const end = boundary === undefined ? -1 : text.lastIndexOf(`\r\n--${boundary}`)
  if (end < 0) return new FormData()
  const closed = new Blob([new Uint8Array(head.subarray(0, end)), `\r\n--${boundary}--\r\n`])
  return (await formIn(closed, contentType)) ?? new FormData()
}
