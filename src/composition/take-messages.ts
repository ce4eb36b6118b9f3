import type { Clock } from '#kernel/clock'
import type { ApiKey } from '#modules/directory'
import type { Refused } from '#modules/things'
import { readMqttEvent } from '#standards/cloudevents'
import {
  isKeyId,
  MOST_PAYLOAD_BYTES,
  type MqttMessage,
  readEventTopic,
  type Sender,
  type TakeMessage,
} from '#standards/mqtt'
import type { KeyOf } from './admission.ts'
import type { ReadEvents, TakeEvents } from './take-events.ts'
import type { Towns } from './town.ts'

export type KeyById = (id: string) => Promise<ApiKey | undefined>

/** Who may speak as a thing: the key of an integrator whose id is the name that it is shown with. */
export function createFindSender(
  keyOf: KeyOf,
): (username: string, password: string) => Promise<Sender | undefined> {
  return async (username, password) => {
    if (!isKeyId(username) || password === '') return undefined
    const key = await keyOf(password)
    if (key?.kind !== 'integrator' || key.id !== username) return undefined
    return { keyId: key.id, municipality: key.municipality }
  }
}

/**
 * From a message to the commit. Who sent it stands in its topic, and the broker saw to that: a key that has ended since,
 * or is of another municipality, makes it a reject. Resolves after the commit, and throws when there was none.
 */
export function createTakeMessage(needs: {
  clock: Clock
  towns: Towns
  keyById: KeyById
  takeEvents: TakeEvents
}): TakeMessage {
  const { clock, towns, keyById, takeEvents } = needs
  return async (message) => {
    const received_ms = clock()
    const { municipality, keyId } = readEventTopic(message.topic) ?? {}
    const found = keyId === undefined ? undefined : await keyById(keyId)
    const key = found?.kind === 'integrator' ? found : undefined
    // What somebody sends into another town is theirs to see, and not that town's.
    const owner = towns.find(key?.municipality ?? municipality ?? '')
    if (!owner) return 'nowhere'
    const isSender = key !== undefined && key.municipality === municipality
    const read = isSender ? readMessage(message) : refuse(UNKNOWN(message.topic), message)
    const sender = { municipality: owner.id, by: `key/${keyId ?? 'none'}` }
    const [result] = await takeEvents(sender, read, received_ms)
    return result?.status ?? 'nowhere'
  }
}

function readMessage(message: MqttMessage): ReadEvents {
  if (message.payload.length > MOST_PAYLOAD_BYTES) return refuse(TOO_LARGE, message)
  return readMqttEvent(message)
}

function refuse(refused: Refused, { payload }: MqttMessage): ReadEvents {
  return { kind: 'refused', refused, text: new TextDecoder().decode(payload.subarray(0, 10_000)) }
}

const TOO_LARGE: Refused = {
  reason: 'event-unreadable',
  detail: `the payload has more than ${MOST_PAYLOAD_BYTES} bytes`,
}

const UNKNOWN = (topic: string): Refused => ({
  reason: 'sender-unknown',
  detail: `the topic is {municipality}/events/{id of a key of an integrator of it}, and not ${topic.slice(0, 200)}`,
})
