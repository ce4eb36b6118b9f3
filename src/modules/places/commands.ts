import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import sql from 'sql-template-tag'
import { type Batch, type Committer, readVersion } from '#journal'
import type { Pool, Query } from '#platform/database'
import { insertRows } from '#platform/table'
import {
  beginImport,
  clearStaged,
  finishImport,
  noteStaged,
  type PreparedImport,
  withImportLock,
} from './import-state.ts'
import type { Area, Asset } from './place.ts'
import { AREAS, ASSETS, areaRow, assetRow } from './place-rows.ts'
import { listAreas, listAssets, readPlacesVersion } from './queries.ts'

const PIECE = 500

export type PlacesImport = {
  areas: readonly Area[]
  assets: readonly Asset[]
  source: string
  /** By what the same import is known again after it was killed; else a digest of all that it holds. */
  id?: string
}
export type PlacesImported = {
  version: number
  areas: number
  assets: number
  /** How many rows an attempt before this one had staged already. */
  resumedAt: number
}

export type ImportOptions = {
  pool: Pool
  committer: Committer
  municipality: string
  now_ms?: number
  onProgress?: (done: number, all: number) => void
}

type Staged = { target: 'areas'; row: Area } | { target: 'assets'; row: Asset }

/**
 * Brings in areas and assets: what is new or changed, in pieces outside the lock, seen by nobody until one switch of
 * version. What the import does not name stays. One that was killed goes on where it was when it is asked for again;
 * where the town changed meanwhile, or another import was begun, it begins anew. One import of a municipality at a time.
 */
export function importPlaces(options: ImportOptions, input: PlacesImport): Promise<PlacesImported> {
  const { pool, municipality } = options
  return withImportLock(pool, municipality, () => importUnderLock(options, input))
}

async function importUnderLock(
  options: ImportOptions,
  input: PlacesImport,
): Promise<PlacesImported> {
  const { pool, committer, municipality, now_ms = Date.now(), onProgress } = options
  const { source } = input
  const current = await pool.read({ tenant: municipality }, async (query) => {
    const version = await readPlacesVersion(query, municipality)
    const areas = await listAreas(query, municipality, version)
    const assets = await listAssets(query, municipality, version)
    return { version, areas, assets }
  })
  const areas = changed(current.areas, input.areas)
  const assets = changed(current.assets, input.assets)
  const digest = digestOf(areas, assets)
  const id = input.id ?? digest
  const found = { version: current.version, areas: areas.length, assets: assets.length }
  if (areas.length + assets.length === 0) {
    await clearStaged(pool, municipality, current.version)
    await finishImport(pool, municipality, { id, source, version: current.version, now_ms })
    return { ...found, resumedAt: 0 }
  }
  const version = current.version + 1
  const rows: Staged[] = [
    ...areas.map((row) => ({ target: 'areas' as const, row })),
    ...assets.map((row) => ({ target: 'assets' as const, row })),
  ]
  const prepared = { id, source, version, now_ms }
  const staged = await beginImport(pool, municipality, prepared, rows.length)
  for (let at = staged; at < rows.length; at += PIECE) {
    const piece = rows.slice(at, at + PIECE)
    await stagePiece(pool, municipality, prepared, piece, at + piece.length)
    onProgress?.(at + piece.length, rows.length)
  }
  const answer = await committer.submit(municipality, switchVersion, {
    version,
    source,
    digest,
    areas: areas.length,
    assets: assets.length,
  })
  if (!answer.accepted) throw new Error('another import changed the places meanwhile: try again')
  await finishImport(pool, municipality, prepared)
  return { ...found, version, resumedAt: staged }
}

function digestOf(areas: readonly Area[], assets: readonly Asset[]): string {
  const hash = createHash('sha256')
  for (const row of [...areas, ...assets]) hash.update(canonicalize(row) as string).update('\n')
  return hash.digest('hex')
}

/** Throws where an id is there twice: one of the two would be lost. */
function changed<T extends { id: string }>(before: readonly T[], after: readonly T[]): T[] {
  const known = new Map(before.map((one) => [one.id, canonicalize(one)]))
  const seen = new Set<string>()
  return after.filter((one) => {
    if (seen.has(one.id)) throw new Error(`${one.id} is there twice in one import`)
    seen.add(one.id)
    return known.get(one.id) !== canonicalize(one)
  })
}

/**
 * Writes rows under the version that nobody sees yet, and says of those that they replace that they end with it: until
 * the switch they are seen as before.
 */
async function stagePiece(
  pool: Pool,
  municipality: string,
  prepared: PreparedImport,
  piece: readonly Staged[],
  staged: number,
): Promise<void> {
  const { version } = prepared
  const base = { municipality, since_version: version }
  const areas = piece.flatMap((one) => (one.target === 'areas' ? [one.row] : []))
  const assets = piece.flatMap((one) => (one.target === 'assets' ? [one.row] : []))
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
  await pool.write({ tenant: municipality }, async (query) => {
    if (areas.length > 0) {
      await query(
        insertRows(
          AREAS,
          areas.map((one) => ({ ...areaRow(one), ...base })),
        ),
      )
      await endAreas(query, municipality, ids(areas), version)
    }
    if (assets.length > 0) {
      await query(
        insertRows(
          ASSETS,
          assets.map((one) => ({ ...assetRow(one), ...base })),
        ),
      )
      await endAssets(query, municipality, ids(assets), version)
    }
    await noteStaged(query, municipality, prepared.id, staged)
  })
}

function endAreas(query: Query, municipality: string, ids: readonly string[], version: number) {
  return query(sql`
    update places.areas set until_version = ${version}
    where municipality = ${municipality} and id = any(${ids})
      and since_version < ${version} and until_version is null`)
}

function endAssets(query: Query, municipality: string, ids: readonly string[], version: number) {
  return query(sql`
    update places.assets set until_version = ${version}
    where municipality = ${municipality} and id = any(${ids})
      and since_version < ${version} and until_version is null`)
}

export type SwitchVersion = {
  version: number
  source: string
  digest: string
  areas: number
  assets: number
}
export type SwitchAnswer = { accepted: true } | { accepted: false; reason: 'places-changed' }

/** Makes a prepared version the one that everybody sees, under the lock and whatever its size: one row changes. */
export async function switchVersion(
  commands: readonly SwitchVersion[],
  batch: Batch,
): Promise<readonly SwitchAnswer[]> {
  const { municipality } = batch
  let streamVersion = await readVersion(batch.query, municipality, 'places')
  let seen = await readPlacesVersion(batch.query, municipality)
  return commands.map(({ version, ...data }) => {
    if (version !== seen + 1) return { accepted: false, reason: 'places-changed' }
    seen = version
    streamVersion += 1
    batch.append({
      stream: 'places',
      version: streamVersion,
      type: 'PlacesImported',
      typeVersion: 1,
      data: { version, epoch: batch.epoch + 1, ...data },
    })
    batch.afterRows(sql`
      insert into places.versions (municipality, version) values (${municipality}, ${version})
      on conflict (municipality) do update set version = excluded.version`)
    batch.raiseEpoch()
    return { accepted: true }
  })
}
