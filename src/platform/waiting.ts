import sql, { empty } from 'sql-template-tag'
import { toIso } from '#kernel/clock'
import type { Query } from './database.ts'

/** A message that was tried and waits to be tried again. */
export type WaitingRow = {
  id: string
  destination: string
  ordering_key: string
  type: string
  created_at: number
  due_at: number
  attempts: number
  last_error: string | null
}

type After = { created_ms: number; id: string }

/** What was tried and has not arrived, the oldest first. */
export async function listWaiting(
  query: Query,
  { tenant, after, most }: { tenant: string; after?: After | undefined; most: number },
): Promise<WaitingRow[]> {
  return query<WaitingRow>(sql`
    select id, destination, ordering_key, type, created_at, due_at, attempts, last_error
    from platform.outbox
    where tenant = ${tenant} and delivered_at is null and cancelled_at is null
      and attempts > 0 and last_error is not null
      ${after ? sql`and (created_at, id) > (${toIso(after.created_ms)}, ${after.id}::uuid)` : empty}
    order by created_at, id
    limit ${most}`)
}

/** How much waits for each destination, whether it was tried or not. */
export async function countWaiting(
  query: Query,
  tenant: string,
): Promise<{ destination: string; waiting: number; oldest_at: number; next_at: number }[]> {
  return query(sql`
    select destination, count(*)::int as waiting, min(created_at) as oldest_at, min(due_at) as next_at
    from platform.outbox
    where tenant = ${tenant} and delivered_at is null and cancelled_at is null
    group by destination`)
}

/** Whether there is such a message at all, waiting or not. */
export async function isMessage(query: Query, tenant: string, id: string): Promise<boolean> {
  const found = await query(sql`
    select 1 from platform.outbox where tenant = ${tenant} and id = ${id}::uuid`)
  return found.length > 0
}

/** Makes a message due now; undefined where none of this id waits, or somebody is at work on it. */
export async function makeDue(
  query: Query,
  tenant: string,
  id: string,
  now_ms: number,
): Promise<WaitingRow | undefined> {
  const [row] = await query<WaitingRow>(sql`
    update platform.outbox set due_at = ${toIso(now_ms)}
    where tenant = ${tenant} and id = ${id}::uuid and delivered_at is null and cancelled_at is null
      and (leased_until is null or leased_until < ${toIso(now_ms)}::timestamptz)
    returning id, destination, ordering_key, type, created_at, due_at, attempts, last_error`)
  return row
}
