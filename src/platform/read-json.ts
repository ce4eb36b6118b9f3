import { isUtf8 } from 'node:buffer'
import type { Context } from 'hono'
import type { SentPhoto, UploadFinding, Uploads } from './uploads.ts'

type Read =
  | { ok: true; value: unknown; photos?: readonly SentPhoto[] }
  | { ok: false; message: string }

/** No text of PostgreSQL holds a NUL byte or half a character. */
export function canBeKept(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}
export const UNKEPT = 'a text holds a NUL byte or half a character'

/** The body as JSON, or in words why it is none. */
export async function readJson(c: Context): Promise<Read> {
  if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(typeIn(c)))
    return { ok: false, message: 'the content-type must be application/json' }
  return parse(Buffer.from(await c.req.arrayBuffer()))
}

/** The same, or that of one field of a form with photos beside it; a photo that is refused refuses all of it. */
export async function readJsonWithPhotos(
  c: Context,
  { field, most, uploads }: { field: string; most: number; uploads: Uploads },
): Promise<Read | { refused: UploadFinding }> {
  const contentType = typeIn(c)
  if (!/^multipart\/form-data\b/i.test(contentType)) return readJson(c)
  const form = await uploads.form(contentType, c.req.raw.body, most, [field])
  const [refused] = form.findings
  if (refused) return { refused }
  const [first, ...others] = form.fields
  if (first?.name !== field || others.length > 0)
    return { ok: false, message: `the form has one field, ${field}, and photos as files` }
  const read = parse(first.value)
  return read.ok ? { ...read, photos: form.photos } : read
}

const typeIn = (c: Context): string => c.req.header('content-type') ?? ''

function parse(bytes: Buffer): Read {
  if (!isUtf8(bytes)) return { ok: false, message: 'this is not UTF-8' }
  let isKept = true
  try {
    const value: unknown = JSON.parse(bytes.toString(), (_, one) => {
      if (typeof one === 'string' && !canBeKept(one)) isKept = false
      return one
    })
    return isKept ? { ok: true, value } : { ok: false, message: UNKEPT }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { ok: false, message: 'this is not JSON' }
  }
}
