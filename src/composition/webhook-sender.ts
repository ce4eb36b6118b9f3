import type { Clock } from '#kernel/clock'
import { createWebhookSender } from '#modules/delivery'
import type { Message } from '#platform/outbox'
import { createPostOutside } from '#platform/outgoing'
import { CLOUD_EVENT_MEDIA_TYPE, cloudEvent, signWebhook } from '#standards/cloudevents'
import type { MessageReading } from './message-reading.ts'

/** Sends messages as CloudEvents signed by Standard Webhooks. */
export function openWebhookSender(options: {
  reading: MessageReading
  clock: Clock
  canCallPrivateAddresses: boolean
  /** The one address of this very program, if it has one. */
  isOwnAddress?: ((address: string) => boolean) | undefined
  webhookTimeout_s: number
}) {
  const { reading, clock } = options
  return createWebhookSender({
    ...reading,
    mediaType: CLOUD_EVENT_MEDIA_TYPE,
    envelope,
    sign: ({ secret }, { id }, body) =>
      signWebhook({ secret, id, timestamp_s: Math.floor(clock() / 1000), body }),
    post: createPostOutside({
      allowPrivate: options.canCallPrivateAddresses,
      isOwn: options.isOwnAddress,
      timeout_ms: options.webhookTimeout_s * 1000,
    }),
  })
}

type Told = { assignment?: { id: string }; case: { id: string } }

/** The assignment that a party is told of; for whoever has none, the case. */
const subjectOf = (told: Told): string => told.assignment?.id ?? told.case.id

function envelope(message: Message, data: object): string {
  return JSON.stringify(
    cloudEvent({
      id: message.id,
      source: `urn:nld:gemeente:${message.tenant}:systeem:lantaarn`,
      type: message.type,
      subject: subjectOf(data as Told),
      time_ms: message.created_at,
      sequence: message.sequence,
      data,
    }),
  )
}
