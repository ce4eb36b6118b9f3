import { Temporal } from 'temporal-polyfill'

/** `iso` (RFC 3339, or a date or time without a zone), `epoch-s`, `epoch-ms`, or a pattern of yyyy MM dd HH mm ss. */
export const MOMENT_FORMAT =
  /^(iso|epoch-s|epoch-ms|(?=.*yyyy)(?=.*M)(?=.*d)[yMdHms :./T,-]{6,30})$/

export type MomentReader = (text: string) => number | undefined

/** A day without an hour stands at noon: in no zone of Europe does that move it to another day. */
const NOON = 12

const TOKENS: readonly [token: string, name: string, digits: string][] = [
  ['yyyy', 'year', '\\d{4}'],
  ['MM', 'month', '\\d{2}'],
  ['M', 'month', '\\d{1,2}'],
  ['dd', 'day', '\\d{2}'],
  ['d', 'day', '\\d{1,2}'],
  ['HH', 'hour', '\\d{2}'],
  ['H', 'hour', '\\d{1,2}'],
  ['mm', 'minute', '\\d{2}'],
  ['ss', 'second', '\\d{2}'],
]

/**
 * Reads a moment in the first of the formats that fits, as milliseconds since 1970; undefined where none does, or where
 * there is no such day. What names no zone of its own is local in `zone`; an hour that the clock skipped or had twice is
 * read as Temporal does (`compatible`).
 */
export function momentReader(formats: readonly string[], zone: string): MomentReader {
  const readers = formats.map((format) => readerOf(format, zone))
  return (text) => {
    const trimmed = text.trim()
    for (const read of readers) {
      const at_ms = read(trimmed)
      if (at_ms !== undefined) return at_ms
    }
    return undefined
  }
}

function readerOf(format: string, zone: string): MomentReader {
  if (format === 'iso') return (text) => isoMoment(text, zone)
  if (format.startsWith('epoch')) {
    const unit_ms = format === 'epoch-s' ? 1000 : 1
    return (text) => (/^\d{9,14}$/.test(text) ? Number(text) * unit_ms : undefined)
  }
  const { shape, names } = patternOf(format)
  return (text) => {
    const found = shape.exec(text)
    if (!found) return undefined
    const fields = Object.fromEntries(names.map((name, at) => [name, Number(found[at + 1])]))
    return localMoment(fields, zone)
  }
}

function patternOf(format: string) {
  const names: string[] = []
  let source = ''
  for (let at = 0; at < format.length; ) {
    const token = TOKENS.find(([text]) => format.startsWith(text, at))
    if (token) names.push(token[1])
    source += token ? `(${token[2]})` : (format[at] as string).replace(/[.]/, '\\.')
    at += token ? token[0].length : 1
  }
  return { shape: new RegExp(`^${source}$`), names }
}

const ISO = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}([.,]\d{1,9})?)?)?(Z|[+-]\d{2}(:?\d{2})?)?$/

function isoMoment(text: string, zone: string): number | undefined {
  const found = ISO.exec(text)
  if (!found) return undefined
  const [, time, , , offset] = found
  try {
    if (time !== undefined && offset !== undefined)
      return Temporal.Instant.from(text.replace(' ', 'T')).epochMilliseconds
    if (time === undefined && offset !== undefined) return undefined
    const wall = Temporal.PlainDateTime.from(text.replace(' ', 'T'))
    const local = time === undefined ? wall.with({ hour: NOON }) : wall
    return local.toZonedDateTime(zone).epochMilliseconds
  } catch {
    return undefined // no such day or hour
  }
}

function localMoment(fields: Record<string, number>, zone: string): number | undefined {
  const { year = 0, month = 1, day = 1, hour = NOON, minute = 0, second = 0 } = fields
  try {
    return Temporal.PlainDateTime.from(
      { year, month, day, hour, minute, second },
      { overflow: 'reject' },
    ).toZonedDateTime(zone).epochMilliseconds
  } catch {
    return undefined // no such day or hour
  }
}
