import { z } from '@hono/zod-openapi'
import { encodeTile } from '#languages/vector-tile'
import { townOperation } from '#modules/directory'
import {
  answerTile,
  TILE_ANSWER_HEADERS,
  TILE_SUCCESS,
  TILE_TYPE,
  Tile,
  TileHeaders,
  TilePath,
} from '#platform/tile-answer'
import { createTileCache, type TileCache } from '#platform/tile-cache'
import type { AreaIndex } from '../area-index.ts'
import { AREA_KINDS } from '../place.ts'
import { drawAreas } from '../place-tiles.ts'
import type { PlacesOf } from './places-of.ts'
import { PLACES_MAX_AGE_S } from './read-asset-tile.ts'

/** Roads and parcels are the ground itself: they are shown where they are asked for. */
const DIVISIONS = AREA_KINDS.filter((kind) => kind !== 'road' && kind !== 'parcel')
/** Of one municipality: some hundred tiles of many neighbourhoods. */
const CACHE_BYTES = 8 * 1024 * 1024

// Tiles go with the areas that they were cut from.
const kept = new WeakMap<AreaIndex, TileCache>()

function cacheOf(areas: AreaIndex): TileCache {
  let cache = kept.get(areas)
  if (!cache) {
    cache = createTileCache(CACHE_BYTES)
    kept.set(areas, cache)
  }
  return cache
}

const Query = z.strictObject({
  kind: z
    .array(z.enum(AREA_KINDS))
    .max(AREA_KINDS.length)
    .optional()
    .openapi({ description: 'Without it all but roads and parcels.' }),
})

export const readAreaTile = ({ placesOf }: { placesOf: PlacesOf }) =>
  townOperation({
    method: 'get',
    path: '/tiles/areas/{z}/{x}/{y}',
    operationId: 'readAreaTile',
    tag: 'Map',
    summary: 'Neighbourhoods, contract zones and other areas as a vector tile',
    description:
      'The layer `areas`: polygons with `id`, `kind` and `name`; the layer `area-names`: the same as points, each once.',
    parameters: { path: TilePath, query: Query, headers: TileHeaders },
    success: TILE_SUCCESS,
    answer: Tile,
    contentType: TILE_TYPE,
    answerHeaders: TILE_ANSWER_HEADERS,
    problems: {},
    async handle({ caller: { municipality }, path: tile, query, headers }) {
      const { areas } = await placesOf(municipality)
      const cache = cacheOf(areas)
      const kinds = AREA_KINDS.filter((kind) => (query.kind ?? DIVISIONS).includes(kind))
      const name = [tile.z, tile.x, tile.y, ...kinds].join('/')
      const bytes = cache.get(name) ?? encodeTile(drawAreas(areas, tile, kinds))
      cache.keep(name, bytes)
      return answerTile(bytes, {
        isForAll: true,
        maxAge_s: PLACES_MAX_AGE_S,
        ifNoneMatch: headers['if-none-match'],
      })
    },
  })
