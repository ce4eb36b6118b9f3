import sql from 'sql-template-tag'
import { toIso } from '#kernel/clock'
import type { Pool } from '#platform/database'
import { insertRows, table } from '#platform/table'
import type { BaseFeature } from './base/base-feature.ts'
import { type BaseTile, cutBase } from './base/cut-base.ts'
import { readBaseInfo } from './base-queries.ts'
import { withImportLock } from './import-state.ts'

/** A few megabytes of tiles at a time. */
const PIECE = 100

type TileRow = {
  municipality: string
  version: number
  z: number
  x: number
  y: number
  tile: Buffer
}

/** The tiles of every base, also of one that is being prepared. */
export const BASE_TILES = table<TileRow>({
  name: 'places.base_tiles',
  key: ['municipality', 'version', 'z', 'x', 'y'],
  columns: {
    municipality: 'text',
    version: 'int4',
    z: 'int4',
    x: 'int4',
    y: 'int4',
    tile: 'bytea',
  },
  onConflict: 'replace',
})

/** Which base of a municipality is seen. */
export const BASES = table<{
  municipality: string
  version: number
  source: string
  features: number
  tiles: number
  imported_at: number
}>({
  name: 'places.bases',
  key: ['municipality'],
  columns: {
    municipality: 'text',
    version: 'int4',
    source: 'text',
    features: 'int4',
    tiles: 'int4',
    imported_at: 'timestamptz',
  },
  onConflict: 'replace',
})

export type BaseImported = { version: number; tiles: number; bytes: number }

/**
 * Puts a base in the place of the one before: its tiles are written under a version that nobody sees until one switch.
 * What an import left that was killed is cleared away. One import of a municipality at a time.
 */
export function importBase(
  pool: Pool,
  municipality: string,
  {
    features,
    source,
    now_ms,
  }: { features: readonly BaseFeature[]; source: string; now_ms: number },
  onProgress: (tiles: number) => void = () => undefined,
): Promise<BaseImported> {
  return withImportLock(pool, municipality, async () => {
    const seen = await pool.read({ tenant: municipality }, (query) =>
      readBaseInfo(query, municipality),
    )
    const before = seen?.version ?? 0
    const version = before + 1
    await pool.write({ tenant: municipality }, (query) =>
      query(sql`
        delete from places.base_tiles
        where municipality = ${municipality} and version <> ${before}`),
    )
    let [tiles, bytes] = [0, 0]
    for (const piece of piecesOf(cutBase(features))) {
      const rows = piece.map(({ tile, ...name }) => ({
        municipality,
        version,
        ...name,
        tile: Buffer.from(tile),
      }))
      await pool.write({ tenant: municipality }, (query) => query(insertRows(BASE_TILES, rows)))
      tiles += piece.length
      bytes += piece.reduce((sum, { tile }) => sum + tile.length, 0)
      onProgress(tiles)
    }
    await pool.write({ tenant: municipality }, async (query) => {
      await query(sql`
        insert into places.bases (municipality, version, source, features, tiles, imported_at)
        values (${municipality}, ${version}, ${source}, ${features.length}, ${tiles}, ${toIso(now_ms)})
        on conflict (municipality) do update
        set version = excluded.version, source = excluded.source, features = excluded.features,
          tiles = excluded.tiles, imported_at = excluded.imported_at`)
      await query(sql`
        delete from places.base_tiles
        where municipality = ${municipality} and version < ${version}`)
    })
    return { version, tiles, bytes }
  })
}

function* piecesOf(tiles: Iterable<BaseTile>): Generator<BaseTile[]> {
  let piece: BaseTile[] = []
  for (const one of tiles) {
    piece.push(one)
    if (piece.length < PIECE) continue
    yield piece
    piece = []
  }
  if (piece.length > 0) yield piece
}
