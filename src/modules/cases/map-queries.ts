import { getResolution, latLngToCell } from 'h3-js'
import sql, { empty, join, type Sql } from 'sql-template-tag'
import type { Query } from '#platform/database'
import type { CaseStatus } from './lifecycle.ts'
import {
  type CellCount,
  type CellRange,
  COARSEST,
  COUNTED_RESOLUTION,
  fewEnough,
  isOfRegion,
  type PlacedCase,
  parentBits,
  RESOLUTION_BITS,
  type Region,
  rangesOf,
  rangeUnder,
  sumOf,
} from './map-cells.ts'

/** So few cases are shown one by one. */
export const FEW = 100
/** So many places are read and put into finer cells within some 50 ms. */
export const MOST_PLACES = 10_000

export type MapFilter = {
  /** All but staff see what is public alone. */
  isStaff: boolean
  /** Categories that are not public by now, whatever they were when a case was opened. */
  hidden: readonly string[]
  statuses?: readonly CaseStatus[]
  categories?: readonly string[]
}

/** Undefined: the whole municipality. */
export type Ranges = readonly CellRange[] | undefined

/**
 * Rows of the counts that are asked for, as `k`. `offset 0` keeps a look-up by index for each range: joined freely, the
 * planner compares every row of the town with every range.
 */
function counted(municipality: string, filter: MapFilter, ranges: Ranges): Sql {
  const { isStaff, hidden, statuses, categories } = filter
  const conditions = [
    sql`municipality = ${municipality} and cases > 0`,
    ranges && sql`cell between r.first and r.last`,
    isStaff ? undefined : sql`visibility = 'public' and not (category = any(${hidden}))`,
    statuses && sql`status = any(${statuses})`,
    categories && sql`category = any(${categories})`,
  ].filter((one) => one !== undefined)
  const rows = sql`select cell, status, category, cases from cases.cells where ${join(conditions, ' and ')}`
  if (!ranges) return sql`from (${rows}) k`
  const [first, last] = [ranges.map((one) => one.first), ranges.map((one) => one.last)]
  return sql`from unnest(${first}::bigint[], ${last}::bigint[]) r(first, last)
    cross join lateral (${rows} offset 0) k`
}

/** How many cases there are in each cell of a resolution that is not finer than what is counted by. */
export async function countByCell(
  query: Query,
  municipality: string,
  resolution: number,
  filter: MapFilter,
  ranges: Ranges,
): Promise<CellCount[]> {
  const [clear, set] = [String(~RESOLUTION_BITS), String(parentBits(resolution))]
  return query<CellCount>(sql`
    select to_hex((k.cell & ${clear}::bigint) | ${set}::bigint) as cell, sum(k.cases)::int as cases
    ${counted(municipality, filter, ranges)}
    group by 1`)
}

/** The cases themselves: for a part that is known to hold few. */
export async function listPlaces(
  query: Query,
  municipality: string,
  filter: MapFilter,
  ranges: Ranges,
): Promise<PlacedCase[]> {
  const rows = await query<{ cell: string; status: string; category: string }>(sql`
    select distinct k.cell::text as cell, k.status, k.category
    ${counted(municipality, filter, ranges)}`)
  const column = (name: 'cell' | 'status' | 'category') => rows.map((row) => row[name])
  return query<PlacedCase>(sql`
    select c.id, c.number, c.status, c.category, c.asset_id, c.lon, c.lat
    from unnest(${column('cell')}::bigint[], ${column('status')}::text[], ${column('category')}::text[])
      k(cell, status, category)
    cross join lateral (
      select id, number, status, category, asset_id, lon, lat from cases.cases
      where municipality = ${municipality} and cell = k.cell and status = k.status
        and category = k.category ${filter.isStaff ? empty : sql`and visibility = 'public'`}
      offset 0
    ) c`)
}

export type CaseMap = {
  /** That the cells are of: coarser than was asked where those would be too many, or too much to count. */
  resolution: number
  total: number
  cells: readonly CellCount[]
  /** Of the cases in those cells, where there are few. */
  ids?: readonly string[]
}

/** The cells of a region that hold cases, and which cases where they are few. */
export async function readCaseMap(
  query: Query,
  municipality: string,
  asked: { region: Region; resolution: number; filter: MapFilter },
): Promise<CaseMap> {
  const { region, filter } = asked
  const counted = Math.min(asked.resolution, COUNTED_RESOLUTION)
  const ranges = rangesOf(region)
  const around = await countByCell(query, municipality, counted, filter, ranges)
  const least = region && 'parent' in region ? getResolution(region.parent) : COARSEST
  if (asked.resolution > counted && sumOf(around) <= MOST_PLACES) {
    const places = await listPlaces(query, municipality, filter, ranges)
    return fineMap(places, { ...asked, least })
  }
  const kept = around.filter(({ cell }) => isOfRegion(cell, region))
  const map = { ...fewEnough(kept, counted, least), total: sumOf(kept) }
  if (map.total > FEW) return map
  const own = kept.map(({ cell }) => rangeUnder(cell))
  const places = await listPlaces(query, municipality, filter, own)
  return { ...map, ids: places.map(({ id }) => id) }
}

/** Counted here, at a resolution finer than what the database counts by. */
function fineMap(
  places: readonly PlacedCase[],
  { region, resolution, least }: { region: Region; resolution: number; least: number },
): CaseMap {
  const inCell = Map.groupBy(places, ({ lat, lon }) => latLngToCell(lat, lon, resolution))
  const kept = [...inCell].filter(([cell]) => isOfRegion(cell, region))
  const cells = kept.map(([cell, inside]) => ({ cell, cases: inside.length }))
  const map = { ...fewEnough(cells, resolution, least), total: sumOf(cells) }
  if (map.total > FEW) return map
  return { ...map, ids: kept.flatMap(([, inside]) => inside.map(({ id }) => id)) }
}
