import { boxOfTile, type Drawn, type TileName } from '#languages/vector-tile'
import type { Query } from '#platform/database'
import { COUNTED_RESOLUTION, rangesOf, rangeUnder, sumOf } from './map-cells.ts'
import { countByCell, listPlaces, type MapFilter, MOST_PLACES } from './map-queries.ts'
import { countedAt, drawCounts, drawFew, drawNear, NEAR_ZOOM, ownCells } from './map-tile.ts'

/** So few cases of a tile are read one by one, so that those that stand alone say what they are. */
const FEW_IN_TILE = 300
/** A tile that is wider asks for the whole municipality. */
const WIDE_ZOOM = 6

/** What one tile shows of the cases: clusters by the counts that are kept, and near by the cases themselves. */
export async function readCaseTile(
  query: Query,
  municipality: string,
  tile: TileName,
  filter: MapFilter,
): Promise<Drawn[]> {
  const ranges = tile.z < WIDE_ZOOM ? undefined : rangesOf({ box: boxOfTile(tile) })
  if (tile.z >= NEAR_ZOOM) {
    const around = await countByCell(query, municipality, COUNTED_RESOLUTION, filter, ranges)
    if (around.length === 0) return []
    if (sumOf(around) <= MOST_PLACES)
      return drawNear(await listPlaces(query, municipality, filter, ranges), tile)
    return drawCounts(ownCells(around, tile), tile)
  }
  const counts = await countByCell(query, municipality, countedAt(tile.z), filter, ranges)
  const own = ownCells(counts, tile)
  if (own.length === 0) return []
  if (sumOf(own) > FEW_IN_TILE) return drawCounts(own, tile)
  const within = own.map(({ cell }) => rangeUnder(cell))
  return drawFew(await listPlaces(query, municipality, filter, within), tile)
}
