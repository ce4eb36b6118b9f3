import { isUtf8 } from 'node:buffer'
import type { SentForm, SentPhoto, UploadFinding, Uploads } from '#platform/uploads'
import { type ErrorCode, type Finding, finding } from './errors.ts'

/**
 * Every parameter that was given and not empty, in order: "a null parameter" is "a non-declared"
 * one.
 */
export type Fields = ReadonlyMap<string, readonly string[]>
export type FieldsResult = {
  fields: Fields
  findings: readonly Finding[]
  /** Of a form; in the order in which they came. */
  photos?: readonly SentPhoto[]
}

const MOST_FIELDS = 200

const FORM = 'application/x-www-form-urlencoded'
const MULTIPART = 'multipart/form-data'

/** What is asked of a request to read its body. */
type Sent = {
  header(name: 'content-type'): string | undefined
  arrayBuffer(): Promise<ArrayBuffer>
  raw: { body: ReadableStream<Uint8Array> | null }
}

/**
 * Reads the body of a POST, with at most so many photos. Text that is not UTF-8, NUL bytes and files that are no
 * photo are refused, never mended.
 */
export async function readBody(
  request: Sent,
  uploads: Uploads,
  most_photos: number,
): Promise<FieldsResult> {
  const contentType = request.header('content-type') ?? ''
  const mediaType = contentType.split(';', 1)[0]?.trim().toLowerCase()
  if (mediaType === MULTIPART)
    return fieldsOf(await uploads.form(contentType, request.raw.body, most_photos), most_photos)
  const bytes = Buffer.from(await request.arrayBuffer())
  if (mediaType !== FORM) return refuse(finding('content-type', contentType || '?'))
  if (!isUtf8(bytes)) return refuse(finding('not-utf-8', 'body'))
  return readUrlEncoded(bytes.toString('utf8'))
}

/** Reads `a=1&b=2` (https://url.spec.whatwg.org/#urlencoded-parsing), but strict about UTF-8. */
export function readUrlEncoded(text: string): FieldsResult {
  const collector = new Collector()
  let from = text.charCodeAt(0) === 0xfeff ? 1 : 0
  while (from < text.length) {
    const next = text.indexOf('&', from)
    const to = next === -1 ? text.length : next
    if (to > from) {
      const equals = text.indexOf('=', from)
      const nameEnd = equals === -1 || equals > to ? to : equals
      const name = unescapeForm(text.slice(from, nameEnd))
      const value = unescapeForm(text.slice(Math.min(nameEnd + 1, to), to))
      if (!collector.add(name, value)) break
    }
    from = to + 1
  }
  return collector
}

function fieldsOf({ fields, photos, findings }: SentForm, most_photos: number): FieldsResult {
  const collector = new Collector()
  for (const { name, value } of fields) {
    const text = isUtf8(value) ? value.toString('utf8') : undefined
    if (!collector.add(name, text)) break
  }
  const about = findings.map((one) => findingOf(one, most_photos))
  return { fields: collector.fields, findings: [...collector.findings, ...about], photos }
}

/** What is wrong with a form or a photo, as this door says it. */
const UPLOAD_ERRORS = {
  'photo-unreadable': 'photo-unreadable',
  'photo-too-many-pixels': 'photo-too-many-pixels',
  'photo-too-large': 'photo-too-large',
  'photos-too-many': 'photos-too-many',
  'upload-unreadable': 'multipart-unreadable',
  'upload-too-large': 'upload-too-large',
  'upload-too-slow': 'upload-too-slow',
  'uploads-busy': 'uploads-busy',
} as const satisfies Record<UploadFinding['fault'], ErrorCode>

function findingOf({ fault, about }: UploadFinding, most_photos: number): Finding {
  if (fault === 'photos-too-many' && most_photos === 0) return finding('file-refused')
  return finding(UPLOAD_ERRORS[fault], about)
}

class Collector {
  readonly fields = new Map<string, string[]>()
  readonly findings: Finding[] = []
  #count = 0

  /**
   * Takes one field; undefined is text that is not UTF-8. False when there are more fields than
   * anybody needs, and reading on is a waste.
   */
  add(name: string | undefined, value: string | undefined): boolean {
    this.#count += 1
    if (this.#count > MOST_FIELDS) {
      this.findings.push(finding('too-many-fields', String(MOST_FIELDS)))
      return false
    }
    if (name === undefined || value === undefined) {
      this.findings.push(finding('not-utf-8', name ?? '?'))
      return true
    }
    if (value === '') return true
    if (value.includes('\0') || name.includes('\0')) {
      this.findings.push(finding('nul-byte', name.replaceAll('\0', '')))
      return true
    }
    const values = this.fields.get(name)
    if (values === undefined) this.fields.set(name, [value])
    else values.push(value)
    return true
  }
}

function refuse(found: Finding): FieldsResult {
  return { fields: new Map(), findings: [found] }
}

function unescapeForm(text: string): string | undefined {
  const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text
  if (!spaced.includes('%')) return spaced
  try {
    return decodeURIComponent(spaced)
  } catch {
    return unescapeLeniently(spaced)
  }
}

/**
 * A `%` without two hexadecimal digits stands for itself: clients that forget to escape write "100%
 * stuk".
 */
function unescapeLeniently(text: string): string | undefined {
  const escaped = text.replace(/%(?![0-9a-fA-F]{2})/g, '%25')
  try {
    return decodeURIComponent(escaped)
  } catch {
    return undefined
  }
}
