import { latLngToCell } from 'h3-js'
import { table } from '#platform/table'
import type { Area, Asset } from './place.ts'

/** About 15 m across: the cell of a single asset. */
const RESOLUTION = 12

export type Versioned = { municipality: string; id: string; since_version: number }
export type AreaRow = Versioned & {
  kind: string
  name: string
  manager: string | undefined
  geometry: unknown
}
export type AssetRow = Versioned & {
  type: string
  public_number: string | undefined
  lon: number
  lat: number
  h3: string
  street: string | undefined
  owner: string | undefined
  manager: string | undefined
  maintainer: string | undefined
  warranty_until: string | undefined
  parent: string | undefined
}

const KEY = ['municipality', 'id', 'since_version'] as const

export const AREAS = table<AreaRow>({
  name: 'places.areas',
  key: KEY,
  columns: {
    municipality: 'text',
    id: 'text',
    since_version: 'int4',
    kind: 'text',
    name: 'text',
    manager: 'text',
    geometry: 'jsonb',
  },
  onConflict: 'replace',
})

export const ASSETS = table<AssetRow>({
  name: 'places.assets',
  key: KEY,
  columns: {
    municipality: 'text',
    id: 'text',
    since_version: 'int4',
    type: 'text',
    public_number: 'text',
    lon: 'float8',
    lat: 'float8',
    h3: 'int8',
    street: 'text',
    owner: 'text',
    manager: 'text',
    maintainer: 'text',
    warranty_until: 'date',
    parent: 'text',
  },
  onConflict: 'replace',
})

/** The H3 cell of a point as the text of a signed 64-bit number, as PostgreSQL keeps it. */
export function cellOf(lon: number, lat: number, resolution = RESOLUTION): string {
  return BigInt.asIntN(64, BigInt(`0x${latLngToCell(lat, lon, resolution)}`)).toString()
}

export function areaRow({ id, kind, name, manager, geometry }: Area) {
  return { id, kind, name, manager, geometry }
}

export function assetRow({ place: [lon, lat], publicNumber, ...asset }: Asset) {
  return {
    id: asset.id,
    type: asset.type,
    public_number: publicNumber,
    lon,
    lat,
    h3: cellOf(lon, lat),
    street: asset.street,
    owner: asset.owner,
    manager: asset.manager,
    maintainer: asset.maintainer,
    warranty_until: asset.warrantyUntil,
    parent: asset.parent,
  }
}
