import { cellToLatLng, cellToParent, latLngToCell } from 'h3-js'
import {
  type Drawn,
  EXTENT,
  gather,
  isInTile,
  middleOf,
  projectInto,
  type TileName,
} from '#languages/vector-tile'
import { type CellCount, COARSEST, COUNTED_RESOLUTION, type PlacedCase } from './map-cells.ts'

/** From here on cases are put together by what the screen can tell apart, not by cells. */
export const NEAR_ZOOM = 15
/** From here on each stands by itself. */
const SINGLE_ZOOM = 17
/** Of a tile of 512 pixels: 64 to a side. */
const SQUARES = 8
/** So many cells finer than those that are drawn, a cluster is counted: it then stands where its cases are. */
const FINER = 2

/** The widths of the mean cells, from COARSEST to COUNTED_RESOLUTION, as shares of the world at our latitude. */
const WIDTHS = [39_100, 14_800, 5_590, 2_110, 799, 302].map((width_m) => width_m / 24_660_000)
const LEAST_PIXELS = 56
const TILE_PIXELS = 512

/** The cells that are drawn at a zoom: the finest that are still some thumbs apart. */
export function resolutionAt(zoom: number): number {
  const pixels = TILE_PIXELS * 2 ** zoom
  const finest = WIDTHS.findLastIndex((width) => width * pixels >= LEAST_PIXELS)
  return COARSEST + Math.max(0, finest)
}

export function countedAt(zoom: number): number {
  return Math.min(COUNTED_RESOLUTION, resolutionAt(zoom) + FINER)
}

/** Of which of these cells the cases are drawn in this tile: a cell belongs to the tile that holds its middle. */
export function ownCells(counts: readonly CellCount[], tile: TileName): CellCount[] {
  const resolution = resolutionAt(tile.z)
  const isOwn = new Map<string, boolean>()
  return counts.filter(({ cell }) => {
    const parent = cellToParent(cell, resolution)
    const known = isOwn.get(parent)
    if (known !== undefined) return known
    const [lat, lon] = cellToLatLng(parent)
    const is = isInTile(tile, [lon, lat])
    isOwn.set(parent, is)
    return is
  })
}

/** Clusters by their number, each in the middle of what it counts. */
export function drawCounts(counts: readonly CellCount[], tile: TileName): Drawn[] {
  const [resolution, into] = [resolutionAt(tile.z), projectInto(tile)]
  const byParent = Map.groupBy(counts, ({ cell }) => cellToParent(cell, resolution))
  return [...byParent.values()].map((cells) => {
    const spots = cells.map(({ cell, cases }) => {
      const [lat, lon] = cellToLatLng(cell)
      return { at: into([lon, lat]), weight: cases }
    })
    return clusterOf(
      middleOf(spots),
      cells.reduce((sum, { cases }) => sum + cases, 0),
    )
  })
}

/** The same of few cases, of which those that stand alone are told apart. */
export function drawFew(places: readonly PlacedCase[], tile: TileName): Drawn[] {
  const [resolution, into] = [resolutionAt(tile.z), projectInto(tile)]
  const byCell = Map.groupBy(places, ({ lat, lon }) =>
    cellToParent(latLngToCell(lat, lon, COUNTED_RESOLUTION), resolution),
  )
  return [...byCell.values()].map((together) => {
    const spots = together.map(({ lon, lat }) => ({ at: into([lon, lat]), weight: 1 }))
    return drawTogether(middleOf(spots), together)
  })
}

/** The cases of a tile near by, each by its own place; `places` may reach beyond the tile. */
export function drawNear(places: readonly PlacedCase[], tile: TileName): Drawn[] {
  const into = projectInto(tile)
  const spots = places
    .filter(({ lon, lat }) => isInTile(tile, [lon, lat]))
    .map((one) => ({ one, at: into([one.lon, one.lat]) }))
  const squares = tile.z < SINGLE_ZOOM ? SQUARES : EXTENT
  return gather(spots, squares).map(({ at, members }) =>
    drawTogether(
      at,
      members.map(({ one }) => one),
    ),
  )
}

function drawTogether(at: readonly [number, number], cases: readonly PlacedCase[]): Drawn {
  const [only] = cases
  if (!only || cases.length > 1) return clusterOf(at, cases.length)
  const { number, category, status, asset_id } = only
  const tags = { number, category, status, ...(asset_id === null ? {} : { asset: asset_id }) }
  return { type: 1, geometry: [at], tags }
}

function clusterOf(at: readonly [number, number], cases: number): Drawn {
  return { type: 1, geometry: [at], tags: { cases } }
}
