import { isUtf8 } from 'node:buffer'

/** One part of multipart/form-data. Its body is read before the next part is asked for; what is left is passed over. */
export type Part = {
  /** Undefined where it is not UTF-8. */
  name: string | undefined
  /** Present where the part is a file, whatever it is called. */
  filename?: string
  body: AsyncGenerator<Buffer>
}

/** What was sent is not multipart/form-data, or breaks off. */
export class MultipartUnreadable extends Error {}

const BOUNDARY = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i
const MOST_HEADER_BYTES = 8_192
const HEADERS_END = Buffer.from('\r\n\r\n')

/**
 * Reads multipart/form-data (RFC 7578, RFC 2046 5.1) as it comes in: never more of it is in memory than a piece and
 * the headers of a part. How much may come in all is for the caller to count.
 */
export async function* readParts(
  contentType: string,
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<Part> {
  const found = BOUNDARY.exec(contentType)
  const boundary = found?.[1] ?? found?.[2]
  if (boundary === undefined) throw new MultipartUnreadable('the boundary is missing')
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  const reader = readerOf(pieces)
  try {
    await pass(reader.until(delimiter))
    while (!(await reader.begins('--'))) {
      const part = partOf(await headersIn(reader), reader.until(delimiter))
      yield part
      await pass(part.body)
    }
  } finally {
    await reader.close()
  }
}

type Reader = {
  /** What comes before these bytes, in pieces; they are taken too. */
  until(end: Buffer): AsyncGenerator<Buffer>
  /** Whether these characters come next. */
  begins(text: string): Promise<boolean>
  close(): Promise<void>
}

function readerOf(pieces: AsyncIterable<Uint8Array>): Reader {
  const source = pieces[Symbol.asyncIterator]()
  // A form begins with its delimiter, which lacks the line end that stands before all others.
  let pending: Buffer = Buffer.from('\r\n')
  const more = async () => {
    const { value, done } = await source.next()
    if (done) throw new MultipartUnreadable('it breaks off')
    pending = Buffer.concat([pending, value])
  }
  return {
    async *until(end) {
      for (;;) {
        const at = pending.indexOf(end)
        const ready = at === -1 ? Math.max(0, pending.length - end.length + 1) : at
        if (ready > 0) yield pending.subarray(0, ready)
        pending = pending.subarray(at === -1 ? ready : at + end.length)
        if (at !== -1) return
        await more()
      }
    },
    async begins(text) {
      while (pending.length < text.length) await more()
      return pending.subarray(0, text.length).equals(Buffer.from(text))
    },
    async close() {
      await source.return?.()
    },
  }
}

async function pass(body: AsyncGenerator<Buffer>): Promise<void> {
  for await (const _ of body);
}

async function headersIn(reader: Reader): Promise<Buffer> {
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of reader.until(HEADERS_END)) {
    bytes += piece.length
    if (bytes > MOST_HEADER_BYTES)
      throw new MultipartUnreadable('the headers of a part are too long')
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

const DISPOSITION = /\r\ncontent-disposition:\s*form-data((?:\s*;[^\r]*)?)(?:\r\n|$)/i
const NAME = /;\s*name=(?:"((?:[^"\\]|\\.)*)"|([^\s;"]+))/i
const FILENAME = /;\s*filename=(?:"((?:[^"\\]|\\.)*)"|([^\s;"]*))/i
const FILENAME_EXTENDED = /;\s*filename\*=/i

function partOf(headers: Buffer, body: AsyncGenerator<Buffer>): Part {
  const text = headers.toString('utf8')
  const parameters = DISPOSITION.exec(text)?.[1]
  const name = parameters === undefined ? undefined : parameterOf(NAME.exec(parameters))
  if (parameters === undefined || name === undefined)
    throw new MultipartUnreadable('a part has no name')
  const filename = FILENAME_EXTENDED.test(parameters) ? '?' : parameterOf(FILENAME.exec(parameters))
  return {
    name: isUtf8(headers) ? name : undefined,
    ...(filename === undefined ? {} : { filename }),
    body,
  }
}

/** As browsers write it (HTML, 4.10.21.8), and as older clients do, with a backslash. */
function parameterOf(match: RegExpExecArray | null): string | undefined {
  const quoted = match?.[1]
  if (quoted === undefined) return match?.[2]
  return quoted
    .replace(/\\(["\\])/g, '$1')
    .replace(/%22/g, '"')
    .replace(/%0D/gi, '\r')
    .replace(/%0A/gi, '\n')
}
