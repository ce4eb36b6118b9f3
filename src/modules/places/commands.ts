import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { latLngToCell } from 'h3-js'
import sql from 'sql-template-tag'
import { type Batch, type Committer, readVersion } from '#journal'
import type { Pool } from '#platform/database'
import { insertRows, table } from '#platform/table'
import type { Area, Asset } from './place.ts'
import { listAreas, listAssets, readPlacesVersion } from './queries.ts'

/** About 15 m across: the cell of a single asset. */
const RESOLUTION = 12
const PIECE = 500

type Versioned = { municipality: string; id: string; since_version: number }
type AreaRow = Versioned & {
  kind: string
  name: string
  manager: string | undefined
  geometry: unknown
}
type AssetRow = Versioned & {
  type: string
  public_number: string | undefined
  lon: number
  lat: number
  h3: string
  street: string | undefined
  owner: string | undefined
  manager: string | undefined
  maintainer: string | undefined
  parent: string | undefined
}

const KEY = ['municipality', 'id', 'since_version'] as const

const AREAS = table<AreaRow>({
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

const ASSETS = table<AssetRow>({
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
    parent: 'text',
  },
  onConflict: 'replace',
})

/** The H3 cell of a point as the text of a signed 64-bit number, as PostgreSQL keeps it. */
export function cellOf(lon: number, lat: number, resolution = RESOLUTION): string {
  return BigInt.asIntN(64, BigInt(`0x${latLngToCell(lat, lon, resolution)}`)).toString()
}

export type PlacesImport = { areas: readonly Area[]; assets: readonly Asset[]; source: string }
export type PlacesImported = { version: number; areas: number; assets: number }

/**
 * Brings in areas and assets: what is new or changed, in pieces outside the lock, seen by nobody until one
 * switch of version. What the import does not name stays. An import that ends half way leaves no trace that
 * counts: the next one prepares the same version anew.
 */
export async function importPlaces(
  options: {
    pool: Pool
    committer: Committer
    municipality: string
    onProgress?: (done: number, all: number) => void
  },
  input: PlacesImport,
): Promise<PlacesImported> {
  const { pool, committer, municipality, onProgress } = options
  const current = await pool.read({ tenant: municipality }, async (query) => {
    const version = await readPlacesVersion(query, municipality)
    const areas = await listAreas(query, municipality, version)
    const assets = await listAssets(query, municipality, version)
    return { version, areas, assets }
  })
  const areas = changed(current.areas, input.areas)
  const assets = changed(current.assets, input.assets)
  const found = { version: current.version, areas: areas.length, assets: assets.length }
  if (areas.length + assets.length === 0) return found

  const version = current.version + 1
  const base = { municipality, since_version: version }
  await clearStaged(pool, municipality, current.version)
  await stage(pool, municipality, AREAS, areas.map(areaRow), base)
  let done = 0
  for (const piece of pieces(assets)) {
    await stage(pool, municipality, ASSETS, piece.map(assetRow), base)
    done += piece.length
    onProgress?.(done, assets.length)
  }
  const digest = createHash('sha256')
    .update(canonicalize([areas, assets]) as string)
    .digest('hex')
  await committer.submit(municipality, switchVersion, {
    version,
    source: input.source,
    digest,
    areas: areas.length,
    assets: assets.length,
    endedAreas: known(current.areas, areas),
    endedAssets: known(current.assets, assets),
  })
  return { ...found, version }
}

function changed<T extends { id: string }>(before: readonly T[], after: readonly T[]): T[] {
  const known = new Map(before.map((one) => [one.id, canonicalize(one)]))
  return after.filter((one) => known.get(one.id) !== canonicalize(one))
}

/** Only these have an older version to end: nothing is looked up under the lock for what is new. */
function known(before: readonly { id: string }[], changed: readonly { id: string }[]): string[] {
  const ids = new Set(before.map(({ id }) => id))
  return changed.flatMap(({ id }) => (ids.has(id) ? [id] : []))
}

function* pieces<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let i = 0; i < all.length; i += PIECE) yield all.slice(i, i + PIECE)
}

async function clearStaged(pool: Pool, municipality: string, version: number): Promise<void> {
  await pool.write({ tenant: municipality }, (query) =>
    Promise.all([
      query(sql`delete from places.areas
        where municipality = ${municipality} and since_version > ${version}`),
      query(sql`delete from places.assets
        where municipality = ${municipality} and since_version > ${version}`),
    ]),
  )
}

async function stage<R extends Versioned>(
  pool: Pool,
  municipality: string,
  target: Parameters<typeof insertRows<R>>[0],
  rows: readonly Omit<R, 'municipality' | 'since_version'>[],
  base: { municipality: string; since_version: number },
): Promise<void> {
  if (rows.length === 0) return
  const full = rows.map((row) => ({ ...row, ...base }) as R)
  await pool.write({ tenant: municipality }, (query) => query(insertRows(target, full)))
}

function areaRow({ id, kind, name, manager, geometry }: Area) {
  return { id, kind, name, manager, geometry }
}

function assetRow({ place: [lon, lat], publicNumber, ...asset }: Asset) {
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
    parent: asset.parent,
  }
}

export type SwitchVersion = {
  version: number
  source: string
  digest: string
  areas: number
  assets: number
  endedAreas: readonly string[]
  endedAssets: readonly string[]
}

/** Makes a prepared version the one that everybody sees, in one transaction under the lock. */
export async function switchVersion(
  commands: readonly SwitchVersion[],
  batch: Batch,
): Promise<readonly { version: number }[]> {
  const { municipality } = batch
  let streamVersion = await readVersion(batch.query, municipality, 'places')
  return commands.map(({ version, source, digest, areas, assets, ...ended }) => {
    streamVersion += 1
    batch.append({
      stream: 'places',
      version: streamVersion,
      type: 'PlacesImported',
      typeVersion: 1,
      data: { version, source, digest, areas, assets },
    })
    for (const [target, ids] of [
      ['areas', ended.endedAreas],
      ['assets', ended.endedAssets],
    ] as const)
      if (ids.length > 0) batch.afterRows(endOldVersions(municipality, target, ids, version))
    batch.afterRows(sql`
      insert into places.versions (municipality, version) values (${municipality}, ${version})
      on conflict (municipality) do update set version = excluded.version`)
    batch.raiseEpoch()
    return { version }
  })
}

function endOldVersions(
  municipality: string,
  target: 'areas' | 'assets',
  ids: readonly string[],
  version: number,
) {
  return target === 'areas'
    ? sql`update places.areas set until_version = ${version}
        where municipality = ${municipality} and id = any(${ids})
          and since_version < ${version} and until_version is null`
    : sql`update places.assets set until_version = ${version}
        where municipality = ${municipality} and id = any(${ids})
          and since_version < ${version} and until_version is null`
}
