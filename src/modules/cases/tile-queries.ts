import { boxOfTile, type Drawn, type TileName } from '#languages/vector-tile'
import type { Query } from '#platform/database'
import { COUNTED_RESOLUTION, rangesOf, rangesTouching, rangeUnder, sumOf } from './map-cells.ts'
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
  if (tile.z >= NEAR_ZOOM) return readNear(query, municipality, tile, filter)
  const ranges = tile.z < WIDE_ZOOM ? undefined : rangesOf({ box: boxOfTile(tile) })
  const counts = await countByCell(query, municipality, countedAt(tile.z), filter, ranges)
  const own = ownCells(counts, tile)
  if (own.length === 0) return []
  if (sumOf(own) > FEW_IN_TILE) return drawCounts(own, tile)
  const within = own.map(({ cell }) => rangeUnder(cell))
  return drawFew(await listPlaces(query, municipality, filter, within), tile)
}

/** Of so small a part most often all cases are read, each with its own place. */
async function readNear(
  query: Query,
  municipality: string,
  tile: TileName,
  filter: MapFilter,
): Promise<Drawn[]> {
  const box = boxOfTile(tile)
  const touching = rangesTouching(box)
  const counts = await countByCell(query, municipality, COUNTED_RESOLUTION, filter, touching)
  if (counts.length === 0) return []
  if (sumOf(counts) <= MOST_PLACES)
    return drawNear(await listPlaces(query, municipality, filter, touching), tile)
  const around = rangesOf({ box })
  const more = await countByCell(query, municipality, COUNTED_RESOLUTION, filter, around)
  return drawCounts(ownCells(more, tile), tile)
}
