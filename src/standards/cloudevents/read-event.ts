import { type ParseResult, parseCloudEventObject, readJson } from './parse-cloud-event.ts'

/** One event, with its text as it came or as near to that as can be. */
export type ReadEvent = { result: ParseResult; text: string }

export type ReadOne =
  | { kind: 'one'; event: ReadEvent }
  | { kind: 'unreadable'; why: string; text: string }

/** An event in structured mode, in the JSON format. */
export function readJsonEvent(text: string): ReadOne {
  const value = readJson(text)
  if (value === undefined) return { kind: 'unreadable', why: 'the body is not JSON', text }
  return { kind: 'one', event: { result: parseCloudEventObject(value), text } }
}

/** An event in binary mode: its attributes came beside the data, and the media type of the data is known. */
export function readBinaryEvent(
  attributes: Readonly<Record<string, unknown>>,
  contentType: string,
  text: string,
): ReadOne {
  const event: Record<string, unknown> = { ...attributes }
  if (contentType !== '') event.datacontenttype = contentType
  const isJson = /^application\/(?:[\w.-]+\+)?json\b/i.test(contentType)
  if (text !== '') event.data = isJson ? readJson(text) : text
  const whole = JSON.stringify({ ...event, data: text })
  if (isJson && text !== '' && event.data === undefined)
    return { kind: 'unreadable', why: 'the data is not JSON', text: whole }
  return { kind: 'one', event: { result: parseCloudEventObject(event), text: whole } }
}

export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
