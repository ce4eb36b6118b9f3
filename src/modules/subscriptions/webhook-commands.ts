import sql from 'sql-template-tag'
import { toIso } from '#kernel/clock'
import type { Query } from '#platform/database'
import { OUTBOX, type OutboxRow } from '#platform/outbox'
import { countWaiting, takeBackTo } from '#platform/outbox-backlog'
import { insertRows } from '#platform/table'
import { type Filter, matches, type PublicChange } from './filter.ts'

export const CHANGE_MESSAGE = 'nl.lantaarn.subscription.change.v1'
export const TEST_MESSAGE = 'nl.lantaarn.subscription.test.v1'

/** In a municipality. */
export const MOST_WEBHOOKS = 20
/** So many wait for one endpoint; what comes after stays in the journal until there is room. */
export const MOST_WAITING = 200
/** What was not taken for so long, over so many attempts, stops the subscription. */
const STOPS_AFTER_MS = 24 * 3_600_000
const STOPS_AFTER_ATTEMPTS = 10

const BEGINNING = 'subscription/'
export const destinationOf = (subscription: string) => `${BEGINNING}${subscription}`
/** Whose a message of the outbox is; undefined where it is no subscription's. */
export function subscriptionOf(destination: string): string | undefined {
  return destination.startsWith(BEGINNING) ? destination.slice(BEGINNING.length) : undefined
}

/** What waits in the outbox. What it says is looked up when it leaves: it may be hidden by then. */
export type ChangeMessage = {
  position: number
  caseId: string
  type: string
  status: string
  at: string
}

export type WebhookRow = {
  id: string
  status: 'awaiting' | 'active' | 'stopped'
  filter: Filter
  url: string
  secret: Buffer
  position: number
  round: number
  created_at: number
  delivered_at: number | null
  failing_since: number | null
  last_error: string | null
  stopped_at: number | null
}

const ALL = sql`
  select s.id, s.status, s.filter, s.created_at, w.url, w.secret, w.position, w.round, w.delivered_at,
    w.failing_since, w.last_error, w.stopped_at
  from subscriptions.webhooks w
  join subscriptions.subscriptions s on s.municipality = w.municipality and s.id = w.subscription`

export async function listWebhooks(query: Query, municipality: string): Promise<WebhookRow[]> {
  return query<WebhookRow>(sql`${ALL} where w.municipality = ${municipality} order by s.id`)
}

/** How many stopped because they were not taken, and wait for somebody to resume them. */
export async function countStopped(query: Query, municipality: string): Promise<number> {
  const [row] = await query<{ many: number }>(sql`
    select count(*)::int as many
    from subscriptions.webhooks w
    join subscriptions.subscriptions s on s.municipality = w.municipality and s.id = w.subscription
    where w.municipality = ${municipality} and s.status = 'stopped'`)
  return row?.many ?? 0
}

export async function findWebhook(
  query: Query,
  municipality: string,
  id: string,
): Promise<WebhookRow | undefined> {
  const [row] = await query<WebhookRow>(sql`
    ${ALL} where w.municipality = ${municipality} and w.subscription = ${id}::uuid`)
  return row
}

type Making = {
  municipality: string
  id: string
  url: string
  /** Wrapped. */
  secret: Buffer
  filter: Filter
  /** Where the journal is now: what was before is not sent. */
  position: number
  by: string
  now_ms: number
  testId: string
}

/** Keeps the subscription, and lays the event that proves its endpoint: nothing else is sent before that was taken. */
export async function makeWebhook(
  query: Query,
  making: Making,
): Promise<'made' | 'webhooks-exhausted'> {
  const { municipality, id, url, secret, filter, position, by, now_ms, testId } = making
  await query(sql`select pg_advisory_xact_lock(hashtextextended(${`webhooks/${municipality}`}, 0))`)
  const [row] = await query<{ many: number }>(sql`
    select count(*)::int as many from subscriptions.webhooks where municipality = ${municipality}`)
  if ((row?.many ?? 0) >= MOST_WEBHOOKS) return 'webhooks-exhausted'
  await query(sql`
    insert into subscriptions.subscriptions (municipality, id, channel, status, filter, created_at)
    values (${municipality}, ${id}, 'webhook', 'awaiting', ${JSON.stringify(filter)}::jsonb,
      ${toIso(now_ms)})`)
  await query(sql`
    insert into subscriptions.webhooks
      (municipality, subscription, url, secret, position, round, created_by)
    values (${municipality}, ${id}, ${url}, ${secret}, ${position}, 0, ${by})`)
  await layTest(query, { municipality, id, testId, round: 0, now_ms })
  return 'made'
}

async function layTest(
  query: Query,
  of: { municipality: string; id: string; testId: string; round: number; now_ms: number },
): Promise<void> {
  const { municipality: tenant, id, testId, round, now_ms } = of
  const row: OutboxRow = {
    tenant,
    id: testId,
    destination: destinationOf(id),
    ordering_key: `${destinationOf(id)}/test`,
    sequence: round,
    type: TEST_MESSAGE,
    body: {},
    created_at: now_ms,
    due_at: now_ms,
  }
  await query(insertRows(OUTBOX, [row]))
}

/** Lays what somebody wants of a piece of the journal, and moves their position with it. */
export async function layChanges(
  query: Query,
  piece: {
    municipality: string
    webhook: Pick<WebhookRow, 'id' | 'filter' | 'position' | 'round'>
    to: number
    changes: readonly (PublicChange & { status: string; at_ms: number })[]
    isWithin: (category: string, above: string) => boolean
    now_ms: number
    newId: () => string
  },
): Promise<boolean> {
  const { municipality, webhook, to, changes, isWithin, now_ms, newId } = piece
  const { id, filter, position: from, round } = webhook
  const moved = await query(sql`
    update subscriptions.webhooks w set position = ${to}
    from subscriptions.subscriptions s
    where w.municipality = ${municipality} and w.subscription = ${id}::uuid
      and s.municipality = w.municipality and s.id = w.subscription and s.status = 'active'
      and w.position = ${from} and w.round = ${round}
    returning w.position`)
  if (moved.length === 0) return false
  const wanted = changes.filter((one) => matches(filter, one, isWithin))
  if (wanted.length === 0) return false
  const rows = wanted.map(({ position, caseId, type, status, at_ms }): OutboxRow => {
    const body: ChangeMessage = { position, caseId, type, status, at: toIso(at_ms) }
    return {
      tenant: municipality,
      id: newId(),
      destination: destinationOf(id),
      ordering_key: `${destinationOf(id)}/${round}/${caseId}`,
      sequence: position,
      type: CHANGE_MESSAGE,
      body,
      created_at: now_ms,
      due_at: now_ms,
    }
  })
  await query(insertRows(OUTBOX, rows))
  return true
}

/** It was taken: an endpoint that was only being tried out is proved by that. */
export async function noteTaken(
  query: Query,
  municipality: string,
  id: string,
  { isTest, now_ms }: { isTest: boolean; now_ms: number },
): Promise<void> {
  await query(sql`
    update subscriptions.webhooks
    set delivered_at = ${toIso(now_ms)}, failing_since = null, last_error = null
    where municipality = ${municipality} and subscription = ${id}::uuid`)
  if (isTest)
    await query(sql`
      update subscriptions.subscriptions set status = 'active'
      where municipality = ${municipality} and id = ${id}::uuid and status = 'awaiting'`)
}

/** It was not taken. Where it was tried long enough, the subscription stops before the first event not taken. */
export async function noteRefused(
  query: Query,
  municipality: string,
  id: string,
  refused: { error: string; attempts: number; laid_ms: number; now_ms: number },
): Promise<'goes-on' | 'stopped'> {
  const { error, attempts, laid_ms, now_ms } = refused
  await query(sql`
    update subscriptions.webhooks
    set failing_since = coalesce(failing_since, ${toIso(now_ms)}), last_error = ${error.slice(0, 300)}
    where municipality = ${municipality} and subscription = ${id}::uuid`)
  if (attempts < STOPS_AFTER_ATTEMPTS || now_ms - laid_ms < STOPS_AFTER_MS) return 'goes-on'
  const stopped = await query(sql`
    update subscriptions.subscriptions set status = 'stopped'
    where municipality = ${municipality} and id = ${id}::uuid and status <> 'stopped'
    returning id`)
  if (stopped.length === 0) return 'goes-on'
  const first = await takeBackAll(query, municipality, id, now_ms)
  await query(sql`
    update subscriptions.webhooks
    set stopped_at = ${toIso(now_ms)}, position = least(position, ${first ?? Number.MAX_SAFE_INTEGER}::bigint)
    where municipality = ${municipality} and subscription = ${id}::uuid`)
  return 'stopped'
}

/** Nothing more leaves; answers just before which event the first of it was. */
async function takeBackAll(
  query: Query,
  municipality: string,
  id: string,
  now_ms: number,
): Promise<number | undefined> {
  const taken = await query<{ type: string; sequence: number }>(
    takeBackTo(municipality, destinationOf(id), now_ms),
  )
  const positions = taken.filter(({ type }) => type === CHANGE_MESSAGE).map((one) => one.sequence)
  return positions.length === 0 ? undefined : Math.min(...positions) - 1
}

/** Proves the endpoint once more, and then goes on from where it stopped. */
export async function resumeWebhook(
  query: Query,
  municipality: string,
  id: string,
  { testId, now_ms }: { testId: string; now_ms: number },
): Promise<'resumed' | 'webhook-not-found' | 'webhook-not-stopped'> {
  const found = await findWebhook(query, municipality, id)
  if (!found) return 'webhook-not-found'
  const resumed = await query(sql`
    update subscriptions.subscriptions set status = 'awaiting'
    where municipality = ${municipality} and id = ${id}::uuid and status = 'stopped'
    returning id`)
  if (resumed.length === 0) return 'webhook-not-stopped'
  const round = found.round + 1
  await query(sql`
    update subscriptions.webhooks
    set round = ${round}, failing_since = null, last_error = null, stopped_at = null
    where municipality = ${municipality} and subscription = ${id}::uuid`)
  await layTest(query, { municipality, id, testId, round, now_ms })
  return 'resumed'
}

/** It is gone with its secret, and what still waited does not leave. */
export async function removeWebhook(
  query: Query,
  municipality: string,
  id: string,
  now_ms: number,
): Promise<boolean> {
  const removed = await query(sql`
    delete from subscriptions.webhooks
    where municipality = ${municipality} and subscription = ${id}::uuid returning subscription`)
  if (removed.length === 0) return false
  await query(sql`
    delete from subscriptions.subscriptions
    where municipality = ${municipality} and id = ${id}::uuid and channel = 'webhook'`)
  await takeBackAll(query, municipality, id, now_ms)
  return true
}

/** Those that have fallen behind where the journal is now, and have room for more. */
export async function listBehind(
  query: Query,
  municipality: string,
  head: number,
): Promise<WebhookRow[]> {
  const behind = await query<WebhookRow>(sql`
    ${ALL}
    where w.municipality = ${municipality} and s.status = 'active' and w.position < ${head}
    order by w.position
    limit ${MOST_WEBHOOKS}`)
  if (behind.length === 0) return []
  const waiting = await query<{ destination: string; many: number }>(
    countWaiting(
      municipality,
      behind.map(({ id }) => destinationOf(id)),
    ),
  )
  const many = new Map(waiting.map((one) => [one.destination, one.many]))
  return behind.filter(({ id }) => (many.get(destinationOf(id)) ?? 0) < MOST_WAITING)
}

/** Municipalities with a system that is behind, so far as one knows without their journals. */
export async function listFollowed(query: Query): Promise<Map<string, number>> {
  const rows = await query<{ municipality: string; position: number }>(sql`
    select w.municipality, min(w.position) as position
    from subscriptions.webhooks w
    join subscriptions.subscriptions s on s.municipality = w.municipality and s.id = w.subscription
    where s.status = 'active'
    group by w.municipality`)
  return new Map(rows.map(({ municipality, position }) => [municipality, position]))
}
