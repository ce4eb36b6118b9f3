import { boxOf, type LonLat, type Polygonal } from '#kernel/geometry'
import {
  boxOfTile,
  cutTile,
  type Drawn,
  EXTENT,
  gather,
  isInTile,
  projectInto,
  type TileName,
} from '#languages/vector-tile'
import type { AreaIndex } from './area-index.ts'
import { type AssetClusters, READABLE_ZOOM } from './asset-clusters.ts'
import type { AssetIndex } from './asset-index.ts'
import type { Area, AreaKind } from './place.ts'
import { pointWithin } from './point-within.ts'

/** More would be neither read nor drawn; then those that lie near each other are counted. */
const MOST_SINGLE = 3_000
const FINE_SQUARES = 32

/** Objects one by one where they can be read, and below that how many there are. */
export function drawAssets(
  { assets, clusters }: { assets: AssetIndex; clusters: AssetClusters },
  tile: TileName,
): Drawn[] {
  if (tile.z < READABLE_ZOOM) {
    const tiles = 2 ** tile.z
    return clusters.inTile(tile).map(({ assets: count, u, v }) => {
      const at = [u * tiles - tile.x, v * tiles - tile.y].map((share) => Math.round(share * EXTENT))
      return clusterOf(at as [number, number], count)
    })
  }
  const into = projectInto(tile)
  const rows = assets
    .rowsWithin(boxOfTile(tile, 0.001))
    .filter((row) => isInTile(tile, assets.placeOf(row)))
  if (rows.length <= MOST_SINGLE) return rows.map((row) => drawAsset(assets, row, into))
  const spots = rows.map((row) => ({ row, at: into(assets.placeOf(row)) }))
  return gather(spots, FINE_SQUARES).map(({ at, members }) => {
    const [only] = members
    return only && members.length === 1
      ? drawAsset(assets, only.row, into)
      : clusterOf(at, members.length)
  })
}

function drawAsset(
  assets: AssetIndex,
  row: number,
  into: (place: LonLat) => [number, number],
): Drawn {
  const { id, type, publicNumber, place } = assets.at(row)
  const tags = { id, type, ...(publicNumber === undefined ? {} : { publicNumber }) }
  return { type: 1, geometry: [into(place)], tags }
}

function clusterOf(at: readonly [number, number], assets: number): Drawn {
  return { type: 1, geometry: [at], tags: { assets } }
}

export type DrawnAreas = { areas: Drawn[]; 'area-names': Drawn[] }

/** Areas as polygons, and their names where their middle is: a name for each part that a tile shows would be many. */
export function drawAreas(
  index: AreaIndex,
  tile: TileName,
  kinds: readonly AreaKind[],
): DrawnAreas {
  const shown = index.around(boxOfTile(tile, 0.05)).filter(({ kind }) => kinds.includes(kind))
  const into = projectInto(tile)
  const features = shown.map(({ id, kind, name, geometry }) => ({
    type: 'Feature' as const,
    properties: { id, kind, name },
    geometry,
  }))
  return {
    areas: cutTile(features, tile),
    'area-names': shown.flatMap((area): Drawn[] => {
      const middle = middleOfArea(area)
      if (!isInTile(tile, middle)) return []
      const { id, kind, name } = area
      return [{ type: 1, geometry: [into(middle)], tags: { id, kind, name } }]
    }),
  }
}

const middles = new WeakMap<Polygonal, LonLat>()

/** Where an area is named: within it, and in its box where it has no inside. */
export function middleOfArea({ geometry }: Pick<Area, 'geometry'>): LonLat {
  let middle = middles.get(geometry)
  if (!middle) {
    const [west, south, east, north] = boxOf(geometry)
    middle = pointWithin(geometry) ?? [(west + east) / 2, (south + north) / 2]
    middles.set(geometry, middle)
  }
  return middle
}
