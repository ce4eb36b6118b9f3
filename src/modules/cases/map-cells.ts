import {
  cellToBoundary,
  cellToLatLng,
  cellToParent,
  getHexagonAreaAvg,
  getHexagonEdgeLengthAvg,
  getResolution,
  gridDisk,
  POLYGON_TO_CELLS_FLAGS,
  polygonToCellsExperimental,
  UNITS,
} from 'h3-js'
import { type Box, M_PER_DEGREE } from '#kernel/geometry'
import type { CaseStatus } from './lifecycle.ts'

/** The resolution of `cases.cases.cell` and of the counts: about 350 m across. */
export const COUNTED_RESOLUTION = 9
/** Coarser than this, one cell holds several provinces; finer, it holds less than one house. */
export const COARSEST = 4
export const FINEST = 12
/** More than a screen can tell apart. */
export const MOST_CELLS = 2_000
/** No corner is farther from the middle than so many mean edges: cells of one resolution differ by up to a half. */
const REACH = 2
/** So many cells around a box are found within a few milliseconds. */
const MOST_OF_COVER = 64

/** The part of a municipality that a map asks for: a box, all that lies under one cell, or all of it. */
export type Region = { box: Box } | { parent: string } | undefined

/** From the first to the last number, both included, of cells of COUNTED_RESOLUTION. */
export type CellRange = { first: string; last: string }

/** The bits of all finer digits, which are sevens where they are not used (H3, "H3Index bit layout"). */
const finer = (resolution: number): bigint => (1n << BigInt(3 * (15 - resolution))) - 1n
const RESOLUTION_SHIFT = 52n
export const RESOLUTION_BITS = 15n << RESOLUTION_SHIFT

/** What a cell of COUNTED_RESOLUTION is or-ed with, its resolution taken out, to be its parent at `resolution`. */
export function parentBits(resolution: number): bigint {
  return (BigInt(resolution) << RESOLUTION_SHIFT) | finer(resolution)
}

/** The numbers of all cells of COUNTED_RESOLUTION under a cell that is not finer: one unbroken row. */
export function rangeUnder(cell: string): CellRange {
  const resolution = getResolution(cell)
  const bare = BigInt(`0x${cell}`) & ~RESOLUTION_BITS & ~finer(resolution)
  const base = bare | (BigInt(COUNTED_RESOLUTION) << RESOLUTION_SHIFT)
  return {
    first: String(base | finer(COUNTED_RESOLUTION)),
    last: String(base | finer(resolution)),
  }
}

/**
 * Where cases that can lie in a cell of the region are counted. A cell reaches a little beyond its parent, so that the
 * neighbours of what covers the region belong to it.
 */
export function rangesOf(region: Region): readonly CellRange[] | undefined {
  if (!region) return undefined
  const cover = 'parent' in region ? [region.parent] : coverOf(region.box)
  return [...new Set(cover.flatMap((cell) => gridDisk(cell, 1)))].map(rangeUnder)
}

/** The cells of COUNTED_RESOLUTION that lie in a small box or touch it: each case in it is in one of these. */
export function rangesTouching(box: Box): readonly CellRange[] {
  const { containmentOverlapping } = POLYGON_TO_CELLS_FLAGS
  const cells = polygonToCellsExperimental(
    [ringOf(box)],
    COUNTED_RESOLUTION,
    containmentOverlapping,
    true,
  )
  return cells.map(rangeUnder)
}

function ringOf([west, south, east, north]: Box): number[][] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
}

function coverOf(box: Box): string[] {
  const [west, south, east, north] = box
  const middle = Math.cos(((south + north) * Math.PI) / 360)
  const width_m = (east - west) * M_PER_DEGREE * middle
  const height_m = (north - south) * M_PER_DEGREE
  let resolution = COUNTED_RESOLUTION
  for (; resolution > 0; resolution--) {
    const across_m = Math.sqrt(getHexagonAreaAvg(resolution, UNITS.m2))
    if ((width_m / across_m + 2) * (height_m / across_m + 2) <= MOST_OF_COVER) break
  }
  const { containmentOverlapping } = POLYGON_TO_CELLS_FLAGS
  return polygonToCellsExperimental([ringOf(box)], resolution, containmentOverlapping, true)
}

/** Whether a cell belongs to the region: it touches the box, or lies under the parent. */
export function isOfRegion(cell: string, region: Region): boolean {
  if (!region) return true
  if ('parent' in region) {
    const above = getResolution(region.parent)
    return getResolution(cell) >= above && cellToParent(cell, above) === region.parent
  }
  // Most cells have their middle in the box, which is cheap to see; their corners take ten times as long.
  const [lat, lon] = cellToLatLng(cell)
  if (isIn(region.box, lon, lat)) return true
  const reach_m = REACH * getHexagonEdgeLengthAvg(getResolution(cell), UNITS.m)
  const [up, aside] = [
    reach_m / M_PER_DEGREE,
    reach_m / (M_PER_DEGREE * Math.cos((lat * Math.PI) / 180)),
  ]
  const [west, south, east, north] = region.box
  if (!isIn([west - aside, south - up, east + aside, north + up], lon, lat)) return false
  const corners = cellToBoundary(cell, true)
  const lons = corners.map(([one]) => one as number)
  const lats = corners.map(([, one]) => one as number)
  return (
    Math.min(...lons) <= east &&
    Math.max(...lons) >= west &&
    Math.min(...lats) <= north &&
    Math.max(...lats) >= south
  )
}

function isIn([west, south, east, north]: Box, lon: number, lat: number): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north
}

/** A case as a map shows it. */
export type PlacedCase = {
  id: string
  number: string
  status: CaseStatus
  category: string
  asset_id: string | null
  lon: number
  lat: number
}

export type CellCount = { cell: string; cases: number }

/** The same counts in ever larger cells, until there are few enough to draw. */
export function fewEnough(counts: readonly CellCount[], resolution: number, least: number) {
  let [cells, at] = [counts, resolution]
  while (cells.length > MOST_CELLS && at > least) {
    at -= 1
    const sums = new Map<string, number>()
    for (const { cell, cases } of cells) {
      const parent = cellToParent(cell, at)
      sums.set(parent, (sums.get(parent) ?? 0) + cases)
    }
    cells = [...sums].map(([cell, cases]) => ({ cell, cases }))
  }
  return { cells, resolution: at }
}

export function sumOf(cells: readonly CellCount[]): number {
  return cells.reduce((sum, { cases }) => sum + cases, 0)
}
