import { readHead } from '#journal'
import type { Clock } from '#kernel/clock'
import {
  type ChangeMessage,
  type Filter,
  findWebhook,
  layChanges,
  listBehind,
  NEWS_MESSAGE,
  type NewsMessage,
  noteMailRefused,
  noteRefused,
  noteTaken,
  subscriptionOf,
  TEST_MESSAGE,
} from '#modules/subscriptions'
import type { Pool } from '#platform/database'
import type { Log } from '#platform/log'
import { hrefOf } from '#platform/operation'
import type { Message, Sent } from '#platform/outbox'
import { createPostOutside, mayBeCalled } from '#platform/outgoing'
import type { Vault } from '#platform/vault'
import type { Wake } from '#platform/wake'
import {
  CLOUD_EVENT_MEDIA_TYPE,
  cloudEvent,
  makeWebhookSecret,
  signWebhook,
} from '#standards/cloudevents'
import { changeEventId } from './change-event-id.ts'
import { CHANGE_TYPES, readPublicChanges, toMatch } from './public-changes.ts'
import { readPublicCases } from './subscription-words.ts'
import type { Town, Towns } from './town.ts'

/** Pieces of the journal that are laid for one system at once; the next look goes on. */
const MOST_PIECES = 4

/** What the routes of webhooks ask of the rest of the program. */
export function createWebhookNeeds(needs: {
  pool: Pool
  towns: Towns
  canCallPrivateAddresses?: boolean
}) {
  const { pool, towns, canCallPrivateAddresses = false } = needs
  return {
    makeSecret: makeWebhookSecret,
    changeTypes: CHANGE_TYPES,
    isOutside: (url: string) => mayBeCalled(url, canCallPrivateAddresses),
    async headOf(municipality: string): Promise<number> {
      const head = await pool.read({ tenant: municipality }, (query) =>
        readHead(query, municipality),
      )
      return head?.position ?? 0
    },
    async unknownIn(municipality: string, { areas = [], categories = [] }: Filter) {
      const town = await towns.get(municipality)
      return [
        ...areas.filter((one) => !town.areas.area(one)),
        ...categories.filter((one) => town.categories.get(one)?.visibility !== 'public'),
      ]
    },
  }
}

type Laying = {
  pool: Pool
  towns: Towns
  clock: Clock
  wake: Pick<Wake, 'ring'>
  newId: () => string
  isWithinIn: (town: Town) => (category: string, above: string) => boolean
}

/** Lays what the systems that follow a municipality have not been laid yet; each is read from its own position. */
export async function layForWebhooks(
  needs: Laying,
  municipality: string,
  head: number,
): Promise<void> {
  const { pool, towns, clock, wake, newId, isWithinIn } = needs
  const tenant = { tenant: municipality }
  const behind = await pool.read(tenant, (query) => listBehind(query, municipality, head))
  const town = await towns.get(municipality)
  let isLaid = false
  for (const webhook of behind) {
    let at = webhook
    for (let piece = 0; piece < MOST_PIECES && at.position < head; piece++) {
      const { changes, position: to } = await readPublicChanges(needs, municipality, at.position)
      if (to === at.position) break
      const laid = await pool.write(tenant, (query) =>
        layChanges(query, {
          municipality,
          webhook: at,
          to,
          changes: changes.map(({ status, at_ms, ...one }) => ({
            ...toMatch({ status, at_ms, ...one }, town),
            status,
            at_ms,
          })),
          isWithin: isWithinIn(town),
          now_ms: clock(),
          newId,
        }),
      )
      at = { ...at, position: to }
      isLaid ||= laid
      // What is laid is let go before more is.
      if (laid) break
    }
  }
  if (isLaid) wake.ring('outbox')
}

/** Sends a change to the system that follows it, signed; what is hidden by now is sent to nobody. */
export function openSubscriberSender(options: {
  pool: Pool
  vault: Vault
  clock: Clock
  towns: Towns
  canCallPrivateAddresses: boolean
  webhookTimeout_s: number
}): (message: Message) => Promise<Sent> {
  const { pool, vault, clock } = options
  const post = createPostOutside({
    allowPrivate: options.canCallPrivateAddresses,
    timeout_ms: options.webhookTimeout_s * 1000,
  })
  return async (message) => {
    const { tenant, destination } = message
    const id = subscriptionOf(destination) ?? ''
    const webhook = await pool.read({ tenant }, (query) => findWebhook(query, tenant, id))
    const event = webhook && (await eventOf(options, message, id))
    // Removed, or of a case that is hidden by now: there is nothing to send.
    if (!webhook || !event) return { isDelivered: true }
    const body = JSON.stringify(event)
    const secret = vault.unwrapSecret(`webhook/${tenant}/${id}`, webhook.secret)
    const signature = signWebhook({
      secret,
      id: event.id,
      timestamp_s: Math.floor(clock() / 1000),
      body,
    })
    const answer = await post(webhook.url, {
      headers: { 'content-type': CLOUD_EVENT_MEDIA_TYPE, ...signature },
      body,
    })
    if (answer.status >= 200 && answer.status < 300) return { isDelivered: true }
    return { isDelivered: false, error: answer.error ?? `answered ${answer.status}` }
  }
}

async function eventOf(
  needs: { pool: Pool; towns: Towns; vault: Vault },
  message: Message,
  subscription: string,
) {
  const { tenant, type, body, created_at: time_ms } = message
  const source = `urn:nld:gemeente:${tenant}:systeem:lantaarn`
  if (type === TEST_MESSAGE)
    return cloudEvent({
      id: message.id,
      source,
      type: 'nl.lantaarn.subscription.test.v1',
      subject: subscription,
      time_ms,
      data: { subscription },
    })
  const { position, caseId, type: change, status, at } = body as ChangeMessage
  const [row] = await readPublicCases(needs, tenant, [caseId])
  if (!row) return undefined
  const { number, category } = row
  const href = hrefOf(['cases', number], { municipality: tenant })
  return cloudEvent({
    id: changeEventId(needs.vault, { tenant, subscription, position }),
    source,
    type: `nl.lantaarn.${kebab(change)}.v1`,
    subject: number,
    time_ms,
    data: { type: change, case: href, number, category, status, at },
  })
}

/** `CaseHandedOver` as an event is called: `case-handed-over`. */
const kebab = (type: string) =>
  type.replaceAll(/[A-Z]/g, (letter, at: number) => `${at === 0 ? '' : '-'}${letter.toLowerCase()}`)

/** What is written down of what somebody who follows took, or did not. */
export type SubscriberNotes = {
  taken(message: Message, at_ms: number): Promise<void>
  refused(message: Message, sent: Extract<Sent, { isDelivered: false }>): Promise<void>
}

export function createSubscriberNotes(needs: {
  pool: Pool
  clock: Clock
  log: Log
}): SubscriberNotes {
  const { pool, clock, log } = needs
  return {
    async taken({ tenant, destination, type }, now_ms) {
      const id = subscriptionOf(destination)
      if (id === undefined) return
      await pool.write({ tenant }, (query) =>
        noteTaken(query, tenant, id, { isTest: type === TEST_MESSAGE, now_ms }),
      )
    },
    async refused(message, { error, isOfMessage }) {
      const { tenant, destination, attempts, created_at: laid_ms } = message
      const now_ms = clock()
      if (message.type === NEWS_MESSAGE && isOfMessage) {
        const { subscriber } = message.body as NewsMessage
        await pool.write({ tenant }, (query) =>
          noteMailRefused(query, tenant, { subscriber, laid_ms, now_ms }),
        )
      }
      const id = subscriptionOf(destination)
      if (id === undefined) return
      const went = await pool.write({ tenant }, (query) =>
        noteRefused(query, tenant, id, { error, attempts, laid_ms, now_ms }),
      )
      if (went === 'stopped')
        log.error({ tenant, subscription: id, error }, 'a webhook has stopped')
    },
  }
}
