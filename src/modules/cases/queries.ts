import sql, { empty, type Sql } from 'sql-template-tag'
import { toIso } from '#kernel/clock'
import type { SignalFacts } from '#modules/agreements'
import type { Query } from '#platform/database'
import type { SignalData } from './events.ts'
import type { Candidate } from './joining.ts'

export type RepeatRow = {
  id: string
  source: string
  source_id: string
  received_at: number
  case_id: string
  number: string
}

/**
 * Signals that came before from the same source under the same id. The number is asked of what was found: as a join a
 * plan that was made when there were few cases would go through all of them for each signal.
 */
export async function findRepeats(
  query: Query,
  municipality: string,
  signals: readonly SignalData[],
): Promise<RepeatRow[]> {
  return query<RepeatRow>(sql`
    select s.id, s.source, s.source_id, s.received_at, s.case_id,
      (select number from cases.cases where municipality = ${municipality} and id = s.case_id)
    from unnest(${signals.map((one) => one.source)}::text[],
      ${signals.map((one) => one.sourceId)}::text[]) as wanted (source, source_id)
    cross join lateral (
      select id, source, source_id, received_at, case_id from cases.signals
      where municipality = ${municipality} and source = wanted.source
        and source_id = wanted.source_id
      order by received_at desc limit 1) s`)
}

type CandidateRow = {
  id: string
  status: Candidate['status']
  category: string
  visibility: Candidate['visibility']
  lon: number | null
  lat: number | null
  asset_id: string | null
  opened_at: number
  closed_at: number | null
  closed_as: Candidate['closedAs'] | null
  is_history: boolean
  work: Candidate['work'] | null
  joined_into: string | null
  cluster_unit: string | null
}

/**
 * By whose agreement a case that is closed is judged, as `workOf` says; of others nobody asks. Its assignments are asked
 * for in the order in which they stand in the index of a case: without, a plan of a town with few of them goes through
 * all of the town.
 */
const WORK = sql`
  case when c.status = 'closed' then
    (select jsonb_build_object('status', a.status, 'party', a.organisation, 'agreement', a.agreement,
        'version', a.agreement_version)
      from (
        select * from cases.assignments
        where municipality = c.municipality and case_id = c.id
        order by number desc
        offset 0) a
      order by a.status in ('done', 'nothing-found') desc,
        a.status in ('done', 'nothing-found') and a.category = c.category desc, a.number desc
      limit 1)
  end as work`

/**
 * Cases that a new signal may be about: of the same asset, or, without an asset, in the cells around. None of the past.
 * Each is looked up by itself, in the order of its index: of all at once a plan that was made when there were few cases
 * goes through all of the town, also where no cell is asked for.
 */
export async function findCandidates(
  query: Query,
  municipality: string,
  where: {
    assets: readonly string[]
    categories: readonly string[]
    cells: readonly string[]
    closedSince_ms: number
  },
): Promise<Candidate[]> {
  const rows = await query<CandidateRow>(sql`
    select id, status, category, visibility, lon, lat, asset_id, opened_at, closed_at, closed_as,
      is_history, ${WORK}, joined_into, cluster_unit
    from unnest(${where.assets}::text[]) as wanted (asset)
    cross join lateral (
      select * from cases.cases
      where municipality = ${municipality} and asset_id = wanted.asset
      order by opened_at
      offset 0) c
    where category = any(${where.categories}) and visibility <> 'confidential' and not is_history
      and kind = 'fault' and (status <> 'closed' or closed_at > ${toIso(where.closedSince_ms)})
    union all
    select id, status, category, visibility, lon, lat, asset_id, opened_at, closed_at, closed_as,
      is_history, null, joined_into, cluster_unit
    from unnest(${where.cells}::int8[]) as wanted (cell)
    cross join lateral (
      select * from cases.cases
      where municipality = ${municipality} and cell = wanted.cell and status <> 'closed'
        and category = any(${where.categories}) and asset_id is null
      order by status, category
      offset 0) c
    where visibility <> 'confidential' and not is_history and kind = 'fault'`)
  return rows.map(toCandidate)
}

/**
 * Open cases whose objects hang from these, and cases of several of them, open or not too long closed. Each is looked up
 * by itself: of all at once a plan that was made when there were few cases would go through all of the town.
 */
export async function findGathering(
  query: Query,
  municipality: string,
  { units, closedSince_ms }: { units: readonly string[]; closedSince_ms: number },
): Promise<Candidate[]> {
  const hangingFrom = (column: Sql) => sql`
      (select id from cases.cases where municipality = ${municipality} and ${column} = wanted.unit)`
  const rows = await query<CandidateRow>(sql`
    select c.id, status, category, visibility, lon, lat, asset_id, opened_at, closed_at, closed_as,
      is_history, ${WORK}, joined_into, cluster_unit
    from (
      select distinct each.id
      from unnest(${units}::text[]) as wanted (unit)
      cross join lateral (
        ${hangingFrom(sql`segment`)}
        union all ${hangingFrom(sql`cabinet`)}
        union all ${hangingFrom(sql`switching_area`)}
        union all ${hangingFrom(sql`cluster_unit`)}
      ) each
      offset 0
    ) found
    cross join lateral (
      select * from cases.cases where municipality = ${municipality} and id = found.id limit 1) c
    where visibility <> 'confidential' and not is_history and kind = 'fault'
      and (status <> 'closed' or closed_at > ${toIso(closedSince_ms)})`)
  return rows.map(toCandidate)
}

function toCandidate(row: CandidateRow): Candidate {
  return {
    id: row.id,
    status: row.status,
    category: row.category,
    visibility: row.visibility,
    opened_ms: row.opened_at,
    isHistory: row.is_history,
    ...(row.closed_at === null ? {} : { closed_ms: row.closed_at }),
    ...(row.closed_as ? { closedAs: row.closed_as } : {}),
    ...(row.work ? { work: row.work } : {}),
    ...(row.joined_into === null ? {} : { joinedInto: row.joined_into }),
    ...(row.lon === null || row.lat === null ? {} : { place: { lon: row.lon, lat: row.lat } }),
    ...(row.asset_id === null ? {} : { asset: { id: row.asset_id } as SignalFacts['asset'] & {} }),
    ...(row.cluster_unit === null ? {} : { clusterUnit: row.cluster_unit }),
  }
}

/** The cases that these have taken in. */
export async function findTakenIn(
  query: Query,
  municipality: string,
  into: readonly string[],
): Promise<string[]> {
  const rows = await query<{ id: string }>(sql`
    select id from cases.cases
    where municipality = ${municipality} and joined_into = any(${into}::uuid[]) and is_swallowed`)
  return rows.map(({ id }) => id)
}

/** Which cases these signals came to. */
export async function findSignalCases(
  query: Query,
  municipality: string,
  ids: readonly string[],
): Promise<{ id: string; case_id: string }[]> {
  return query<{ id: string; case_id: string }>(sql`
    select id, case_id from cases.signals
    where municipality = ${municipality} and id = any(${ids}::uuid[])`)
}

/** Which cases these assignments belong to. */
export async function findAssignmentCases(
  query: Query,
  municipality: string,
  ids: readonly string[],
): Promise<{ id: string; case_id: string }[]> {
  return query<{ id: string; case_id: string }>(sql`
    select id, case_id from cases.assignments
    where municipality = ${municipality} and id = any(${ids}::uuid[])`)
}

/** A piece of the open cases in which an agreement has work that may not have been begun, in the order of their ids. */
export async function findGivenAway(
  query: Query,
  municipality: string,
  { agreement, after, limit }: { agreement: string; after?: string | undefined; limit: number },
): Promise<string[]> {
  const rows = await query<{ case_id: string }>(sql`
    select distinct case_id from cases.assignments
    where municipality = ${municipality} and agreement = ${agreement}
      and ended_at is null and started_at is null
      ${after === undefined ? empty : sql`and case_id > ${after}`}
    order by case_id
    limit ${limit}`)
  return rows.map((row) => row.case_id)
}
