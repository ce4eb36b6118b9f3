import type { Clock } from '#kernel/clock'
import { readRemarks, readWords } from '#modules/cases'
import { createWebhookSender, type Unsealed } from '#modules/delivery'
import { type Endpoint, readEndpoints } from '#modules/directory'
import type { Pool } from '#platform/database'
import { gather } from '#platform/gather'
import type { Message } from '#platform/outbox'
import { createPostOutside } from '#platform/outgoing'
import type { Vault } from '#platform/vault'
import { CLOUD_EVENT_MEDIA_TYPE, cloudEvent, signWebhook } from '#standards/cloudevents'

type Asked = { municipality: string; signals: readonly string[] }

/** Sends messages as CloudEvents signed by Standard Webhooks; what they need is read for all that leave at once. */
export function openWebhookSender(options: {
  pool: Pool
  worker: Pool
  vault: Vault
  clock: Clock
  canCallPrivateAddresses: boolean
  /** The one address of this very program, if it has one. */
  isOwnAddress?: ((address: string) => boolean) | undefined
  webhookTimeout_s: number
}) {
  const { pool, worker, vault, clock } = options
  const endpointOf = gather<string, Endpoint | undefined>(async (organisations) => {
    const known = await readEndpoints(worker, vault, [...new Set(organisations)])
    return organisations.map((organisation) => known.get(organisation))
  })
  const unseal = gather<Asked, readonly Unsealed[]>(async (asked) => {
    const words = new Map<string, Unsealed>()
    for (const [municipality, some] of Map.groupBy(asked, (one) => one.municipality)) {
      const signals = some.flatMap((one) => one.signals)
      for (const [signal, said] of await readWords(pool, vault, municipality, signals))
        words.set(signal, { signal, ...said })
    }
    return asked.map(({ signals }) =>
      signals.map((signal) => words.get(signal)).filter((one) => one !== undefined),
    )
  })
  return createWebhookSender({
    endpointOf,
    unseal: (municipality, signals) => unseal({ municipality, signals }),
    unsealReply: async (municipality, reply) =>
      (await readRemarks(pool, vault, municipality, [reply])).get(reply),
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
