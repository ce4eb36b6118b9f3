import sql from 'sql-template-tag'
import type { Polygonal } from '#kernel/geometry'
import type { Query } from '#platform/database'
import type { Area, AreaKind, Asset } from './place.ts'

type AreaRow = {
  id: string
  kind: AreaKind
  name: string
  manager: string | null
  geometry: Polygonal
}

type AssetRow = {
  id: string
  type: string
  public_number: string | null
  lon: number
  lat: number
  street: string | null
  owner: string | null
  manager: string | null
  maintainer: string | null
  warranty_until: string | null
  parent: string | null
}

/** The version that is seen now; 0 before the first import. */
export async function readPlacesVersion(query: Query, municipality: string): Promise<number> {
  const [row] = await query<{ version: number }>(sql`
    select version from places.versions where municipality = ${municipality}`)
  return row?.version ?? 0
}

export async function listAreas(
  query: Query,
  municipality: string,
  version: number,
): Promise<Area[]> {
  const rows = await query<AreaRow>(sql`
    select id, kind, name, manager, geometry
    from places.areas
    where municipality = ${municipality} and since_version <= ${version}
      and (until_version is null or until_version > ${version})
    order by id`)
  return rows.map(({ manager, ...row }) => ({ ...row, ...(manager === null ? {} : { manager }) }))
}

export async function listAssets(
  query: Query,
  municipality: string,
  version: number,
): Promise<Asset[]> {
  const rows = await query<AssetRow>(sql`
    select id, type, public_number, lon, lat, street, owner, manager, maintainer,
      warranty_until, parent
    from places.assets
    where municipality = ${municipality} and since_version <= ${version}
      and (until_version is null or until_version > ${version})
    order by id`)
  return rows.map(toAsset)
}

function toAsset(row: AssetRow): Asset {
  return {
    id: row.id,
    type: row.type,
    place: [row.lon, row.lat],
    ...(row.public_number === null ? {} : { publicNumber: row.public_number }),
    ...(row.street === null ? {} : { street: row.street }),
    ...(row.owner === null ? {} : { owner: row.owner }),
    ...(row.manager === null ? {} : { manager: row.manager }),
    ...(row.maintainer === null ? {} : { maintainer: row.maintainer }),
    ...(row.warranty_until === null ? {} : { warrantyUntil: row.warranty_until }),
    ...(row.parent === null ? {} : { parent: row.parent }),
  }
}
