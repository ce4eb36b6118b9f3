/** Every topic that a thing may publish to. */
export const EVENT_TOPICS = '+/events/#'

/** A payload above this is no event: it is acknowledged, and kept among the rejects. */
export const MOST_PAYLOAD_BYTES = 65_536
/** A packet above this is not read to its end: the connection is closed. */
export const MOST_PACKET_BYTES = 262_144

export type EventTopic = { municipality: string; keyId?: string }

const KEY_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * `{municipality}/events/{id of the API key}`, and below it whatever the sender likes. Undefined for any other topic;
 * without `keyId` where nobody's key stands in it.
 */
export function readEventTopic(topic: string): EventTopic | undefined {
  const [municipality = '', events, keyId = ''] = topic.split('/', 3)
  if (!/^GM\d{4}$/.test(municipality) || events !== 'events') return undefined
  return isKeyId(keyId) ? { municipality, keyId } : { municipality }
}

/** The topic under which the sender with this key publishes. */
export function eventTopicOf(municipality: string, keyId: string): string {
  return `${municipality}/events/${keyId}`
}

export function isOwnTopic(topic: string, own: string): boolean {
  return topic === own || topic.startsWith(`${own}/`)
}

export function isKeyId(text: string): boolean {
  return KEY_ID.test(text)
}
