import { parseCloudEventObject, readJson } from './parse-cloud-event.ts'
import {
  isUtf8,
  type ReadEvent,
  type ReadOne,
  readBinaryEvent,
  readJsonEvent,
} from './read-event.ts'

export type HttpRead = ReadOne | { kind: 'batch'; events: readonly ReadEvent[] }

/**
 * Reads a request in any of the three content modes of the HTTP Protocol Binding for CloudEvents 1.0: structured
 * (`application/cloudevents+json`), batched (`application/cloudevents-batch+json`) and binary (`ce-` headers, the body
 * is the data). Names of headers are in lower case.
 */
export function readHttpEvents(
  headers: Readonly<Record<string, string>>,
  bytes: Uint8Array,
): HttpRead {
  const contentType = headers['content-type'] ?? ''
  const mode = /^application\/cloudevents(-batch)?\+json\s*(?:;|$)/i.exec(contentType)
  const text = new TextDecoder().decode(bytes)
  const unreadable = (why: string): HttpRead => ({ kind: 'unreadable', why, text })
  if (!isUtf8(bytes)) return unreadable('the body is not UTF-8')
  if (mode?.[1]) {
    const list = readJson(text)
    if (!Array.isArray(list)) return unreadable('the body is not a JSON array of events')
    return { kind: 'batch', events: list.map(readOne) }
  }
  if (mode) return readJsonEvent(text)
  if (/^application\/cloudevents/i.test(contentType))
    return unreadable('events are read in the JSON format only')
  if (headers['ce-specversion'] === undefined)
    return unreadable(
      'neither the content-type is one of CloudEvents, nor is there a ce-specversion header',
    )
  return readBinary(headers, contentType, text)
}

function readBinary(
  headers: Readonly<Record<string, string>>,
  contentType: string,
  text: string,
): HttpRead {
  const attributes: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(headers))
    if (name.startsWith('ce-')) attributes[name.slice('ce-'.length)] = decodeHeader(value)
  return readBinaryEvent(attributes, contentType, text)
}

/** HTTP Protocol Binding 1.0.2, 3.1.3.2: values are percent-encoded; what is not comes as it is. */
function decodeHeader(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

function readOne(value: unknown): ReadEvent {
  return { result: parseCloudEventObject(value), text: textOf(value) }
}

/** What is nested deeper than the stack can be read, and not be written again. */
function textOf(value: unknown): string {
  try {
    return JSON.stringify(value)
  } catch {
    return ''
  }
}
