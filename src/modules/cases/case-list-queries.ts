import sql, { join, type Sql } from 'sql-template-tag'
import { toIso } from '#kernel/clock'
import type { Query } from '#platform/database'
import { CASE_COLUMNS, type CaseRow } from './case-queries.ts'
import type { SignalKind } from './kinds.ts'
import type { CaseStatus } from './lifecycle.ts'

export type CaseFilter = {
  /** Confidential cases and what is no fault are left out unless staff of this municipality asks. */
  isStaff: boolean
  /** Categories that are not to be found by now, whatever they were when a case was opened. */
  confidential?: readonly string[]
  ids?: readonly string[]
  numbers?: readonly string[]
  statuses?: readonly CaseStatus[]
  kinds?: readonly SignalKind[]
  categories?: readonly string[]
  area?: string
  asset?: string
  isAtDesk?: boolean
  opened_from_ms?: number
  opened_to_ms?: number
  /** The last case of the page before; the list runs from the newest to the oldest. */
  after?: { opened_ms: number; id: string }
  most: number
}

/**
 * Cases from the newest to the oldest. However many cases there are, a page reads no more than its own length of each
 * stretch of an index that may hold one of them.
 */
export async function listCases(
  query: Query,
  municipality: string,
  filter: CaseFilter,
): Promise<CaseRow[]> {
  const categories = seenCategories(filter)
  if (categories?.length === 0) return []
  const page = pageOf(municipality, { ...filter, ...(categories && { categories }) })
  // `offset 0` keeps a look-up by key for each: joined freely, a plan that knows no limit reads the whole table.
  return query<CaseRow>(sql`
    with recursive ${page}
    select ${CASE_COLUMNS}
    from page p
    cross join lateral (
      select * from cases.cases where municipality = ${municipality} and id = p.id offset 0
    ) c
    order by p.opened_at desc, p.id desc`)
}

/** What nobody else may find is not looked for: in a category that became confidential every case would be refused. */
function seenCategories({ isStaff, categories, confidential }: CaseFilter) {
  if (isStaff || !confidential) return categories
  return categories?.filter((one) => !confidential.includes(one))
}

const NEWEST_FIRST = sql`order by c.opened_at desc, c.id desc`

/** Common table expressions, the last of them `page`: the moment and id of each case of the page. */
function pageOf(municipality: string, filter: CaseFilter): Sql {
  const { most, area, statuses, categories, kinds, ids, numbers, asset, isAtDesk } = filter
  const find = (lot?: Sql) => sql`
    select c.opened_at, c.id from cases.cases c
    where ${conditions(municipality, filter)} ${lot ? sql`and ${lot}` : sql``} ${NEWEST_FIRST}`
  const firstOf = (lots: Sql, lot: Sql) => sql`
    page as materialized (
      select c.opened_at, c.id from ${lots} l
      cross join lateral (${find(lot)} limit ${most}) c
      ${NEWEST_FIRST} limit ${most})`
  const inSets = (keys: Sql, lot: Sql) => sql`
    ${areaSets(municipality)},
    lots as materialized (
      select l.*
      from (select s.area_set, k.key from area_sets s cross join ${keys} where ${heldBy(area)}) l
      cross join lateral (${find(lot)} limit 1) c
      ${NEWEST_FIRST} limit ${most}),
    ${firstOf(sql`lots`, lot)}`

  if (ids || numbers || asset !== undefined || isAtDesk)
    return sql`page as materialized (${find()} limit ${most})`
  if (kinds && !kinds.includes('fault')) {
    const lot = sql`c.area_set = l.area_set and c.kind = l.key and c.kind <> 'fault'`
    return inSets(sql`unnest(${kinds}::text[]) k(key)`, lot)
  }
  // Few are open among all that were ever told: whatever else is asked, they are looked through.
  if (statuses && (!statuses.includes('closed') || !(categories || area !== undefined)))
    return firstOf(sql`unnest(${statuses}::text[])`, sql`c.status = l`)
  if (area !== undefined && categories) {
    const lot = sql`c.area_set = l.area_set and c.category = l.key`
    return inSets(sql`unnest(${categories}::text[]) k(key)`, lot)
  }
  if (area !== undefined) return inSets(sql`(values (null)) k(key)`, sql`c.area_set = l.area_set`)
  if (categories) return firstOf(sql`unnest(${categories}::text[])`, sql`c.category = l`)
  return sql`page as materialized (${find()} limit ${most})`
}

/**
 * The sets of areas that cases lie in: a town has some hundred of them, however many cases. Each is the first of its
 * stretch of the index. No index answers which cases lie in an area, as row-level security keeps `?` out of it.
 */
export function areaSets(municipality: string): Sql {
  const next = (beyond: Sql) => sql`
    select area_set, areas from cases.cases
    where municipality = ${municipality} ${beyond} order by area_set limit 1`
  return sql`
    area_sets as (
      (${next(sql``)})
      union all
      select n.area_set, n.areas from area_sets s
      cross join lateral (${next(sql`and area_set > s.area_set`)}) n)`
}

export function heldBy(area: string | undefined): Sql {
  return area === undefined ? sql`true` : sql`s.areas ? ${area}`
}

function conditions(municipality: string, filter: CaseFilter): Sql {
  const { numbers, statuses, kinds, categories, area, asset, after } = filter
  const all = [
    sql`c.municipality = ${municipality}`,
    ...(filter.isStaff ? [] : seenByAll(filter)),
    filter.ids && sql`c.id = any(${filter.ids}::uuid[])`,
    numbers && sql`c.number = any(${numbers})`,
    statuses && sql`c.status = any(${statuses})`,
    kinds && sql`c.kind = any(${kinds})`,
    categories && sql`c.category = any(${categories})`,
    area === undefined ? undefined : sql`c.areas ? ${area}`,
    asset === undefined ? undefined : sql`c.asset_id = ${asset}`,
    filter.isAtDesk ? sql`c.is_at_desk` : undefined,
    filter.opened_from_ms === undefined
      ? undefined
      : sql`c.opened_at >= ${toIso(filter.opened_from_ms)}`,
    filter.opened_to_ms === undefined
      ? undefined
      : sql`c.opened_at <= ${toIso(filter.opened_to_ms)}`,
    after && sql`(c.opened_at, c.id) < (${toIso(after.opened_ms)}, ${after.id}::uuid)`,
  ]
  return join(
    all.filter((one) => one !== undefined),
    ' and ',
  )
}

/** A case that shows only its status must not be found by its place either. */
function seenByAll({ confidential = [], area, asset }: CaseFilter): Sql[] {
  const visibility =
    area === undefined && asset === undefined
      ? sql`c.kind = 'fault' and c.visibility <> 'confidential'`
      : sql`c.kind = 'fault' and c.visibility = 'public'`
  if (confidential.length === 0) return [visibility]
  return [visibility, sql`not (c.category = any(${confidential}))`]
}
