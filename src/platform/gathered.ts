import sql from 'sql-template-tag'
import { toIso } from '#kernel/clock'
import type { Query } from './database.ts'
import { GATHERED } from './gathered-destination.ts'
import { LEASE_MS } from './outbox-lease.ts'

const IS_GATHERED = sql`starts_with(destination, ${`${GATHERED}/`})`

export type Gathering = { tenant: string; destination: string }

/** Whose messages are due. */
export function listDueGatherings(query: Query, now_ms: number): Promise<Gathering[]> {
  return query<Gathering>(sql`
    select distinct tenant, destination from platform.outbox
    where ${IS_GATHERED} and delivered_at is null and cancelled_at is null
      and due_at <= ${toIso(now_ms)}::timestamptz`)
}

export type GatheredRow = { id: string; ordering_key: string; due_at: number }

/**
 * The messages of one gathering that are due, the first first, for as long as the transaction lasts; undefined where another
 * process is at it. One of which an earlier message is still on its way otherwise waits for that. Their rows are not locked:
 * a mail that takes up its own meanwhile would have to leave them out, and asks itself what was taken back.
 */
export async function claimGathering(
  query: Query,
  { tenant, destination }: Gathering,
  now_ms: number,
): Promise<GatheredRow[] | undefined> {
  const lock = `${tenant}/${destination}`
  const [held] = await query<{ is_ours: boolean }>(sql`
    select pg_try_advisory_xact_lock(hashtextextended(${lock}, 0)) as is_ours`)
  if (!held?.is_ours) return undefined
  const now = toIso(now_ms)
  return query<GatheredRow>(sql`
    select o.id, o.ordering_key, o.due_at from platform.outbox o
    where o.tenant = ${tenant} and o.destination = ${destination}
      and o.delivered_at is null and o.cancelled_at is null and o.due_at <= ${now}::timestamptz
      and not exists (
        select from platform.outbox ahead
        where ahead.tenant = o.tenant and ahead.ordering_key = o.ordering_key
          and ahead.sequence < o.sequence and ahead.delivered_at is null
          and ahead.destination <> o.destination
          and (ahead.cancelled_at is null or ahead.leased_until > ${now}::timestamptz))
    order by o.due_at, o.id`)
}

export type TakenUp = {
  id: string
  ordering_key: string
  sequence: number
  type: string
  body: unknown
}

/**
 * Takes up messages for the one that carries them, as an attempt of each: from here on taking back knows that they may have
 * been told. Left out are those that were taken back, and those that somebody is taking back now.
 */
export function takeUpGathered(
  query: Query,
  { tenant, ids, holder }: { tenant: string; ids: readonly string[]; holder: string },
  now_ms: number,
): Promise<TakenUp[]> {
  return query<TakenUp>(sql`
    with free as materialized (
      select tenant, id from platform.outbox
      where tenant = ${tenant} and id = any(${ids}::uuid[])
        and delivered_at is null and cancelled_at is null
      for update skip locked)
    update platform.outbox o
    set attempts = o.attempts + 1, leased_until = ${toIso(now_ms + LEASE_MS)}::timestamptz,
      lease_holder = ${holder}::uuid
    from free
    where o.tenant = free.tenant and o.id = free.id
    returning o.id, o.ordering_key, o.sequence, o.type, o.body`)
}

/** Has what waits leave now, of all messages that say this of themselves. */
export async function releaseGathered(
  query: Query,
  tenant: string,
  /** A part of the body: what stands in it, stands in the message. */
  says: object,
  now_ms: number,
): Promise<void> {
  await query(sql`
    update platform.outbox set due_at = ${toIso(now_ms)}::timestamptz
    where tenant = ${tenant} and ${IS_GATHERED}
      and delivered_at is null and cancelled_at is null
      and due_at > ${toIso(now_ms)}::timestamptz and body @> ${JSON.stringify(says)}::jsonb`)
}
