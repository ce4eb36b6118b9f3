import sql from 'sql-template-tag'
import { toIso } from '#kernel/clock'
import type { Query } from '#platform/database'
import { areaSets, heldBy } from './case-list-queries.ts'

const DAY_MS = 86_400_000
/** What was told longer ago than this is not among what was solved lately, however long it took. */
const TOLD_WITHIN_DAYS = 365

/** Of one category in one area; moments of the past are those of the last so many days. */
export type AreaCount = {
  category: string
  open: number
  /** Open, and later than whoever reported it was told to expect. */
  late: number
  solved: number
  /** Said to be done lately, where a date was told. */
  dated: number
  /** Of those, not later than that date. */
  kept: number
}

/** How it stands in an area, counting what everybody may find by its place. */
export async function countInArea(
  query: Query,
  municipality: string,
  {
    area,
    hidden,
    now_ms,
    days,
  }: { area: string; hidden: readonly string[]; now_ms: number; days: number },
): Promise<AreaCount[]> {
  const now = toIso(now_ms)
  const since = toIso(now_ms - days * DAY_MS)
  const told = toIso(now_ms - TOLD_WITHIN_DAYS * DAY_MS)
  const isShown = sql`c.municipality = ${municipality} and c.kind = 'fault' and c.visibility = 'public'
    and not (c.category = any(${hidden}))`
  return query<AreaCount>(sql`
    with recursive ${areaSets(municipality)},
    held as materialized (select s.area_set from area_sets s where ${heldBy(area)}),
    found as (
      select c.category, c.status, c.closed_as, c.closed_at, c.done_at, c.reporter_by
      from cases.cases c
      where ${isShown} and c.status in ('open', 'done') and c.areas ? ${area}
      union all
      select c.category, c.status, c.closed_as, c.closed_at, c.done_at, c.reporter_by
      from held h
      join cases.cases c on c.area_set = h.area_set
      where ${isShown} and c.status = 'closed' and c.opened_at > ${told} and c.closed_at > ${since})
    select category,
      count(*) filter (where status = 'open')::int as open,
      count(*) filter (where status = 'open' and reporter_by < ${now})::int as late,
      count(*) filter (where closed_as in ('confirmed', 'unchallenged'))::int as solved,
      count(*) filter (where done_at > ${since} and reporter_by is not null)::int as dated,
      count(*) filter (where done_at > ${since} and done_at <= reporter_by)::int as kept
    from found
    group by category
    order by category`)
}
