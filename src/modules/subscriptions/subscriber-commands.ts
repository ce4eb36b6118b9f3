import sql from 'sql-template-tag'
import { toIso } from '#kernel/clock'
import { byMailTo } from '#platform/by-mail'
import type { Query } from '#platform/database'
import { OUTBOX, type OutboxRow, takeBack } from '#platform/outbox'
import { insertRows } from '#platform/table'
import { BOXES, destroyKeys, KEYS, readBoxes, type Vault } from '#platform/vault'
import type { Filter } from './filter.ts'
import {
  AFTER_CLOSING_MS,
  ASKED_WITHIN_MS,
  CONFIRM_WITHIN_MS,
  MOST_ASKED,
  MOST_SUBSCRIPTIONS,
  UNREACHABLE_AFTER_MS,
} from './limits.ts'
import type { SubscriptionStatus } from './subscriber-queries.ts'

export const ASKED_MESSAGE = 'nl.lantaarn.subscription.asked.v1'
export const NEWS_MESSAGE = 'nl.lantaarn.subscription.news.v1'

/** What stands in the outbox: ids alone. Address and words are read when the mail leaves. */
export type AskedMessage = { subscriber: string; number: number }
export type NewsMessage = { subscriber: string }

/** Apart from all other mail: a storm of news holds up nobody's own report. */
export const TO_SUBSCRIBERS = byMailTo('subscribers')

const keyOf = (id: string) => `subscriber/${id}`
/** Of a key of the vault: whether an address of a subscriber is sealed with it. */
export const isOfSubscriber = (keyId: string) => keyId.startsWith('subscriber/')
const orderOf = (id: string, what: 'asked' | 'news') => `subscriber/${id}/${what}`

/** The same address gives the same digest, and the digest tells nothing of the address. */
export function addressDigest(vault: Vault, municipality: string, email: string): string {
  return vault.pseudonym(municipality, `subscriber/${email.trim().toLowerCase()}`)
}

type SubscriberRow = {
  id: string
  asked: number
  asked_since: number
  last_number: number
  sequence: number
}

type Asking = {
  municipality: string
  email: string
  filter: Filter
  locale: 'nl' | 'en'
  now_ms: number
  newId: () => string
}

/**
 * Keeps what somebody wants to be told of until they confirm it, and lays the mail that asks them to. Nothing is laid
 * for an address that was asked too often or follows too much; nobody is told which of these it was.
 */
export async function askSubscription(
  query: Query,
  vault: Vault,
  asking: Asking,
): Promise<'laid' | 'not-laid'> {
  const { municipality, filter, locale, now_ms, newId } = asking
  const { id, asked, asked_since, last_number, sequence } = await lockSubscriber(
    query,
    vault,
    asking,
  )
  const isNewTime = asked_since + ASKED_WITHIN_MS <= now_ms
  if (!isNewTime && asked >= MOST_ASKED) return 'not-laid'
  const known = await query<{ number: number; status: SubscriptionStatus; is_same: boolean }>(sql`
    select number, status, filter = ${JSON.stringify(filter)}::jsonb as is_same
    from subscriptions.subscriptions
    where municipality = ${municipality} and subscriber = ${id}::uuid`)
  const same = known.find((one) => one.is_same)
  // Anybody may ask for an address: in which language its mails are is up to whoever has it.
  const isConfirmed = known.some(({ status }) => status === 'active')
  if (!same && known.length >= MOST_SUBSCRIPTIONS) return 'not-laid'
  const number = same?.number ?? last_number + 1
  const ends = toIso(now_ms + CONFIRM_WITHIN_MS)
  await query(
    same
      ? sql`
        update subscriptions.subscriptions set ends_at = ${ends}
        where municipality = ${municipality} and subscriber = ${id}::uuid and number = ${number}
          and status = 'awaiting'`
      : sql`
        insert into subscriptions.subscriptions
          (municipality, id, channel, status, filter, subscriber, number, created_at, ends_at)
        values (${municipality}, ${newId()}, 'mail', 'awaiting', ${JSON.stringify(filter)}::jsonb,
          ${id}, ${number}, ${toIso(now_ms)}, ${ends})`,
  )
  await query(sql`
    update subscriptions.subscribers
    set locale = ${isConfirmed ? sql`locale` : locale}, asked = ${isNewTime ? 1 : asked + 1},
      asked_since = ${toIso(isNewTime ? now_ms : asked_since)},
      last_number = ${Math.max(number, last_number)}, sequence = ${sequence + 1}
    where municipality = ${municipality} and id = ${id}::uuid`)
  const body: AskedMessage = { subscriber: id, number }
  await lay(query, {
    ...mailTo(municipality, id, 'asked', sequence, now_ms),
    id: newId(),
    type: ASKED_MESSAGE,
    body,
  })
  return 'laid'
}

async function lockSubscriber(
  query: Query,
  vault: Vault,
  { municipality, email, locale, now_ms, newId }: Asking,
): Promise<SubscriberRow> {
  const digest = addressDigest(vault, municipality, email)
  const id = newId()
  const made = await query<{ id: string }>(sql`
    insert into subscriptions.subscribers
      (municipality, id, digest, locale, asked, asked_since, last_number, sequence)
    values (${municipality}, ${id}, ${digest}, ${locale}, 0, ${toIso(now_ms)}, 0, 1)
    on conflict (municipality, digest) do nothing
    returning id`)
  if (made.length > 0) {
    const key = vault.newKey(keyOf(id))
    await query(insertRows(KEYS, [vault.keyRow(key, municipality)]))
    await query(insertRows(BOXES, [vault.seal(key, municipality, keyOf(id), { email })]))
  }
  const [row] = await query<SubscriberRow>(sql`
    select id, asked, asked_since, last_number, sequence from subscriptions.subscribers
    where municipality = ${municipality} and digest = ${digest}
    for update`)
  if (!row) throw new Error('a subscriber went away while they asked')
  return row
}

export function mailTo(
  tenant: string,
  id: string,
  what: 'asked' | 'news',
  sequence: number,
  now_ms: number,
): Omit<OutboxRow, 'id' | 'type' | 'body'> {
  return {
    tenant,
    destination: TO_SUBSCRIBERS,
    ordering_key: orderOf(id, what),
    sequence,
    created_at: now_ms,
    due_at: now_ms,
  }
}

async function lay(query: Query, row: OutboxRow): Promise<void> {
  await query(insertRows(OUTBOX, [row]))
}

/** The address, as long as it was not destroyed. */
export async function readAddress(
  query: Query,
  vault: Vault,
  municipality: string,
  id: string,
): Promise<string | undefined> {
  const found = await readBoxes<{ email: string }>(query, vault, municipality, [keyOf(id)])
  return found.get(keyOf(id))?.email
}

/** Whether a case has closed: asked while what is said of its closing still has to wait. */
export type IsClosed = (query: Query, municipality: string, caseId: string) => Promise<boolean>

/**
 * Said again it changes nothing. False where it ended, or was never asked. Of a case that closed before, nothing will say
 * that it did: then its time begins here.
 */
export async function confirmSubscription(
  query: Query,
  municipality: string,
  { subscriber, number }: { subscriber: string; number: number },
  { isClosed, now_ms }: { isClosed: IsClosed; now_ms: number },
): Promise<boolean> {
  const [row] = await query<{ id: string; case_id: string | null }>(sql`
    update subscriptions.subscriptions
    set status = 'active', ends_at = case when status = 'awaiting' then null else ends_at end
    where municipality = ${municipality} and subscriber = ${subscriber}::uuid and number = ${number}
    returning id, case_id`)
  if (!row) return false
  const { id, case_id } = row
  if (case_id !== null && (await isClosed(query, municipality, case_id)))
    await query(sql`
      update subscriptions.subscriptions
      set ends_at = coalesce(ends_at, ${toIso(now_ms + AFTER_CLOSING_MS)}::timestamptz)
      where municipality = ${municipality} and id = ${id}::uuid`)
  return true
}

/** Ends one of somebody's subscriptions, or all. With the last one the address is destroyed. */
export async function stopSubscriptions(
  query: Query,
  municipality: string,
  subscriber: string,
  { number, now_ms }: { number?: number; now_ms: number },
): Promise<void> {
  // First the row that whoever adds something waits for.
  await query(sql`
    select from subscriptions.subscribers
    where municipality = ${municipality} and id = ${subscriber}::uuid for update`)
  await query(sql`
    delete from subscriptions.subscriptions
    where municipality = ${municipality} and subscriber = ${subscriber}::uuid
      and (${number ?? null}::int is null or number = ${number ?? null}::int)`)
  await eraseWithout(query, municipality, [subscriber], now_ms)
}

/**
 * A mail of news was refused by the mailbox that it is for. Where that lasts, all they follow ends as if they had stopped:
 * else it would be tried for ever, and what there is to tell would grow behind it.
 */
export async function noteMailRefused(
  query: Query,
  municipality: string,
  refused: { subscriber: string; laid_ms: number; now_ms: number },
): Promise<void> {
  const { subscriber, laid_ms, now_ms } = refused
  if (now_ms - laid_ms < UNREACHABLE_AFTER_MS) return
  await stopSubscriptions(query, municipality, subscriber, { now_ms })
}

/** What nobody confirmed, and what was about a case that closed long ago. */
export async function endOverdue(
  query: Query,
  municipality: string,
  now_ms: number,
): Promise<number> {
  const isOver = sql`
    municipality = ${municipality} and ends_at <= ${toIso(now_ms)} and channel = 'mail'`
  // First the rows that whoever adds something holds: with what they add, it is not the last that ends.
  await query(sql`
    select from subscriptions.subscribers
    where municipality = ${municipality} and id in (
      select subscriber from subscriptions.subscriptions where ${isOver})
    order by id
    for update`)
  const ended = await query<{ subscriber: string }>(sql`
    delete from subscriptions.subscriptions where ${isOver}
    returning subscriber`)
  const subscribers = [...new Set(ended.map(({ subscriber }) => subscriber))]
  await eraseWithout(query, municipality, subscribers, now_ms)
  return ended.length
}

/** Destroys all that is known of those who follow nothing any more. */
export async function eraseWithout(
  query: Query,
  municipality: string,
  subscribers: readonly string[],
  now_ms: number,
): Promise<void> {
  if (subscribers.length === 0) return
  const gone = await query<{ id: string }>(sql`
    delete from subscriptions.subscribers s
    where s.municipality = ${municipality} and s.id = any(${subscribers}::uuid[])
      and not exists (
        select from subscriptions.subscriptions o
        where o.municipality = s.municipality and o.subscriber = s.id)
    returning s.id`)
  const ids = gone.map(({ id }) => id)
  if (ids.length === 0) return
  await query(sql`
    delete from subscriptions.news
    where municipality = ${municipality} and subscriber = any(${ids}::uuid[])`)
  await destroyKeys(query, municipality, ids.map(keyOf))
  const all = ids.flatMap((id) => [orderOf(id, 'asked'), orderOf(id, 'news')])
  const wanted = all.map((orderingKey) => ({ orderingKey, upTo: Number.MAX_SAFE_INTEGER }))
  for (const statement of takeBack(municipality, wanted, now_ms)) await query(statement)
}
