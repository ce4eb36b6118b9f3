import sql from 'sql-template-tag'
import type { TileName } from '#languages/vector-tile'
import type { Query } from '#platform/database'

export type BaseInfo = {
  version: number
  source: string
  features: number
  tiles: number
  imported_at: number
}

/** The base that everybody sees; undefined before the first import. */
export async function readBaseInfo(
  query: Query,
  municipality: string,
): Promise<BaseInfo | undefined> {
  const [row] = await query<BaseInfo>(sql`
    select version, source, features, tiles, imported_at
    from places.bases where municipality = ${municipality}`)
  return row
}

/** One tile of the base that is seen now; undefined where nothing is in it. */
export async function findBaseTile(
  query: Query,
  municipality: string,
  { z, x, y }: TileName,
): Promise<Uint8Array | undefined> {
  const [row] = await query<{ tile: Uint8Array }>(sql`
    select t.tile
    from places.bases b
    join places.base_tiles t on t.municipality = b.municipality and t.version = b.version
    where b.municipality = ${municipality} and t.z = ${z} and t.x = ${x} and t.y = ${y}`)
  return row?.tile
}
