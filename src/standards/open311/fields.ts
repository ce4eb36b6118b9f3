import { isUtf8 } from 'node:buffer'
import { type Finding, finding } from './errors.ts'

/**
 * Every parameter that was given and not empty, in order: "a null parameter" is "a non-declared"
 * one.
 */
export type Fields = ReadonlyMap<string, readonly string[]>
export type FieldsResult = { fields: Fields; findings: readonly Finding[] }

const MOST_FIELDS = 200

const FORM = 'application/x-www-form-urlencoded'
const MULTIPART = 'multipart/form-data'

/**
 * Reads the body of a POST. Text that is not UTF-8, NUL bytes and files are refused, never mended.
 */
export async function readBody(contentType: string, body: ArrayBuffer): Promise<FieldsResult> {
  const mediaType = contentType.split(';', 1)[0]?.trim().toLowerCase()
  const bytes = Buffer.from(body)
  if (mediaType === MULTIPART) return readMultipart(contentType, bytes)
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

async function readMultipart(
  contentType: string,
  bytes: Buffer<ArrayBuffer>,
): Promise<FieldsResult> {
  const collector = new Collector()
  let form: FormData
  try {
    const response = new Response(bytes, { headers: { 'content-type': contentType } })
    form = await response.formData()
  } catch {
    return refuse(finding('multipart-unreadable'))
  }
  let hasFile = false
  for (const [name, value] of form) {
    if (typeof value === 'string') {
      if (!collector.add(name, value)) break
    } else if (value.size > 0 || value.name !== '') {
      // A browser sends an untouched file field as a file without name and content.
      hasFile = true
      collector.findings.push(finding('file-refused', name))
    }
  }
  // The parser of the platform puts U+FFFD for what is not UTF-8; a file's own bytes need not be.
  if (!hasFile && !isUtf8(bytes)) return refuse(finding('not-utf-8', 'body'))
  return collector
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
