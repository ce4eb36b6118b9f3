import sql, { type Sql } from 'sql-template-tag'
import { toIso } from '#kernel/clock'
import type { Query } from '#platform/database'
import type { Outcome } from './thing-event.ts'

export type SourceRow = { source: string; key_id: string }

export async function findSources(
  query: Query,
  municipality: string,
  sources: readonly string[],
): Promise<SourceRow[]> {
  return query<SourceRow>(sql`
    select source, key_id from things.sources
    where municipality = ${municipality} and source = any(${sources})`)
}

export type EventRow = {
  source: string
  id: string
  is_time_suspect: boolean
  outcome: Outcome
  case_id: string | null
  case_number: string | null
}

/** Those of these events that were taken before; each is looked up by itself, however many others there are. */
export async function findEvents(
  query: Query,
  municipality: string,
  events: readonly { source: string; id: string }[],
): Promise<EventRow[]> {
  return query<EventRow>(sql`
    select e.source, e.id, e.is_time_suspect, e.outcome, e.case_id, e.case_number
    from unnest(${events.map(({ source }) => source)}::text[],
      ${events.map(({ id }) => id)}::text[]) as wanted (source, id)
    cross join lateral (
      select * from things.events
      where municipality = ${municipality} and source = wanted.source and id = wanted.id
      limit 1) e`)
}

export type ConditionRow = {
  asset_id: string
  condition: string
  raised_at: number | null
  cleared_at: number | null
  standing: Record<string, string>
}

/** All that is known of these objects. */
export async function findConditions(
  query: Query,
  municipality: string,
  assets: readonly string[],
): Promise<ConditionRow[]> {
  return query<ConditionRow>(sql`
    select asset_id, condition, raised_at, cleared_at, standing from things.conditions
    where municipality = ${municipality} and asset_id = any(${assets})`)
}

export type RejectRow = { id: string; received_at: number; key_id: string; reason: string }

/** Rejects from the newest to the oldest. */
export async function listRejects(
  query: Query,
  municipality: string,
  page: { after?: { received_ms: number; id: string } | undefined; most: number },
): Promise<RejectRow[]> {
  return query<RejectRow>(sql`
    select id, received_at, key_id, reason from things.rejects
    where ${conditions(municipality, page.after)}
    order by received_at desc, id desc
    limit ${page.most}`)
}

function conditions(
  municipality: string,
  after: { received_ms: number; id: string } | undefined,
): Sql {
  if (!after) return sql`municipality = ${municipality}`
  return sql`municipality = ${municipality}
    and (received_at, id) < (${toIso(after.received_ms)}, ${after.id}::uuid)`
}
