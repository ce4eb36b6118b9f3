import { createHash } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import { FINEST_ZOOM } from '#languages/vector-tile'

/** Far above what a screen can show of one tile; what is larger is a fault of ours. */
const MOST_BYTES = 4 * 1024 * 1024

export const TILE_TYPE = 'application/vnd.mapbox-vector-tile'

const count = (what: string) => z.coerce.number().int().min(0).openapi({ description: what })

/** Which tile of the web map (EPSG:3857, rows from the north). */
export const TilePath = z
  .strictObject({
    z: count('The zoom.').max(FINEST_ZOOM),
    x: count('The column, from the west.'),
    y: count('The row, from the north.'),
  })
  .refine(({ z: zoom, x }) => x < 2 ** zoom, { path: ['x'], message: 'beyond the world' })
  .refine(({ z: zoom, y }) => y < 2 ** zoom, { path: ['y'], message: 'beyond the world' })

export const TileHeaders = z.object({ 'if-none-match': z.string().max(2_000).optional() })

export const Tile = z.string().openapi({ format: 'binary' })

/** What each status of success means, of every operation that answers with a tile. */
export const TILE_SUCCESS = {
  200: 'The tile.',
  204: 'There is nothing in this tile.',
  304: 'The tile is still what it was.',
} as const

export const TILE_ANSWER_HEADERS = { ETag: 'Changes with what is in the tile.' }

/**
 * Answers with a tile, with 304 where the caller has it already, and with 204 where it is empty. What only some may see
 * is kept by nobody in between.
 */
export function answerTile(
  tile: Uint8Array,
  {
    isForAll,
    maxAge_s,
    ifNoneMatch,
  }: { isForAll: boolean; maxAge_s: number; ifNoneMatch: string | undefined },
): Response {
  if (tile.length > MOST_BYTES) throw new Error(`a tile of ${tile.length} bytes`)
  const etag = `"${createHash('sha256').update(tile).digest('base64url').slice(0, 22)}"`
  const headers = {
    'cache-control': `${isForAll ? 'public' : 'private'}, max-age=${maxAge_s}`,
    vary: 'Authorization, X-Api-Key',
    etag,
  }
  const known = ifNoneMatch?.split(',').map((one) => one.trim().replace(/^W\//, ''))
  if (known?.includes(etag)) return new Response(null, { status: 304, headers })
  if (tile.length === 0) return new Response(null, { status: 204, headers })
  return new Response(new Uint8Array(tile), {
    headers: { ...headers, 'content-type': TILE_TYPE, 'content-length': String(tile.length) },
  })
}
