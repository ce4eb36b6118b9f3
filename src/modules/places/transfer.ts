import sql from 'sql-template-tag'
import type { Query } from '#platform/database'
import { type Table, table } from '#platform/table'
import { AREAS, type AreaRow, ASSETS, type AssetRow, cellOf } from './place-rows.ts'

type Until = { until_version: number | undefined }

/** Every version of every area, as it stands. */
export const AREA_VERSIONS: Table<AreaRow & Until> = table({
  ...AREAS,
  columns: { ...AREAS.columns, until_version: 'int4' },
  onConflict: 'fail',
})

/** Every version of every asset, as it stands. */
export const ASSET_VERSIONS: Table<AssetRow & Until> = table({
  ...ASSETS,
  columns: { ...ASSETS.columns, until_version: 'int4' },
  onConflict: 'fail',
})

/** The cell follows from the place, and is not told to others. */
export function withCell(row: Omit<AssetRow & Until, 'h3'>): AssetRow & Until {
  return { ...row, h3: cellOf(row.lon, row.lat) }
}

export async function restorePlacesVersion(
  query: Query,
  municipality: string,
  version: number,
): Promise<void> {
  if (version === 0) return
  await query(sql`
    insert into places.versions (municipality, version) values (${municipality}, ${version})`)
}
