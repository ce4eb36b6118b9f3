import { isUtf8, type ReadOne, readBinaryEvent, readJsonEvent } from './read-event.ts'

/** What a message of MQTT carries; only MQTT 5 has more than the payload. */
export type MqttContent = {
  payload: Uint8Array
  contentType?: string
  userProperties?: Readonly<Record<string, string | readonly string[]>>
}

/**
 * Reads a message by the MQTT Protocol Binding for CloudEvents 1.0: structured in the JSON format, or in MQTT 5 binary
 * as well (the attributes are user properties, the payload is the data). MQTT 3.1.1 knows no content type, and gateways
 * that pass it on to MQTT 5 add none: what has neither content type nor attributes is read as structured.
 */
export function readMqttEvent({ payload, contentType = '', userProperties }: MqttContent): ReadOne {
  const text = new TextDecoder().decode(payload)
  const unreadable = (why: string): ReadOne => ({ kind: 'unreadable', why, text })
  if (!isUtf8(payload)) return unreadable('the payload is not UTF-8')
  if (/^application\/cloudevents\+json\s*(?:;|$)/i.test(contentType)) return readJsonEvent(text)
  if (/^application\/cloudevents/i.test(contentType))
    return unreadable('a message is one event, in the JSON format')
  if (userProperties && Object.hasOwn(userProperties, 'specversion'))
    return readBinaryEvent(userProperties, contentType, text)
  return readJsonEvent(text)
}
