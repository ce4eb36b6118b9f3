import { cellToLatLng, polygonToCells } from 'h3-js'
import type { Polygonal } from '#kernel/geometry'
import type { AreaIndex } from './area-index.ts'
import type { AssetIndex } from './asset-index.ts'
import { pointWithin } from './point-within.ts'

/** Cells of about 70 m from edge to middle: what is smaller is found by its own point, or by what stands there. */
const RESOLUTION = 10

/** All places in the same areas, and of each type of object there, who manages it (else owns it). */
export type KindOfPlace = {
  areas: readonly string[]
  holders: ReadonlyMap<string, ReadonlySet<string | undefined>>
}

/**
 * The kinds of place that a municipality has: those in which its objects stand, a grid of RESOLUTION over its boundary,
 * and one point in each area. An overlap of areas smaller than the grid in which nothing stands may be missed.
 */
export function* kindsOfPlace(
  areas: AreaIndex,
  assets: AssetIndex,
  boundary: Polygonal,
): Generator<undefined, KindOfPlace[]> {
  const kinds = new Map<
    string,
    { areas: string[]; holders: Map<string, Set<string | undefined>> }
  >()
  const kindAt = (lon: number, lat: number) => {
    const at = areas.at([lon, lat])
    const key = at.join('\n')
    const kind = kinds.get(key) ?? { areas: at, holders: new Map() }
    kinds.set(key, kind)
    return kind
  }
  const polygons = boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates
  for (const polygon of polygons)
    for (const cell of polygonToCells(polygon, RESOLUTION, true)) {
      const [lat, lon] = cellToLatLng(cell)
      kindAt(lon, lat)
      yield
    }
  for (const id of areas.sizes_m2.keys()) {
    const geometry = areas.area(id)?.geometry
    const inside = geometry && pointWithin(geometry)
    if (inside) kindAt(inside[0], inside[1])
    yield
  }
  for (const { place, type, manager, owner } of assets.all()) {
    const { holders } = kindAt(place[0], place[1])
    const known = holders.get(type) ?? new Set()
    holders.set(type, known.add(manager ?? owner))
    yield
  }
  return [...kinds.values()]
}
