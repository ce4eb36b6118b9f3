import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from '@hono/zod-openapi'
import { type EventRow, readHead, restoreJournal } from '#journal'
import { readCsv } from '#languages/csv'
import { fingerprints, PROJECTION, rebuildCases } from '#modules/cases'
import {
  clearBoundary,
  enterMunicipality,
  enterOrganisations,
  ORGANISATION_KINDS,
  type Organisation,
  PARTIES,
} from '#modules/directory'
import { bringInAccounts, type CarriedAccount, GRANTS, knownHere } from '#modules/identity'
import { AREA_VERSIONS, ASSET_VERSIONS, restorePlacesVersion } from '#modules/places'
import type { Query } from '#platform/database'
import { insertRows, type Table } from '#platform/table'
import { BOXES, KEYS, type Vault } from '#platform/vault'
import type { App } from '../../app.ts'
import { toldEachSecond } from '../import-file.ts'
import type { TownManifest } from './export-town.ts'
import { JSON_LINES, sha256Of } from './lines.ts'
import { rowOf } from './open-rows.ts'
import { areaForm, assetForm } from './place-forms.ts'
import {
  ACCOUNTS_FILE,
  AREAS_FILE,
  ASSETS_FILE,
  CARRIED,
  JOURNAL,
  PARTIES_FILE,
  SEALED_FILE,
  TOWN_FILE,
  TOWN_FORMAT,
  TOWN_FORMAT_VERSION,
} from './town-tables.ts'

const PIECE = 500

const Manifest = z.object({
  format: z.literal(TOWN_FORMAT, 'this folder is no town that was exported'),
  version: z.union(
    [z.literal(1), z.literal(2), z.literal(TOWN_FORMAT_VERSION)],
    'this program does not know the version of the export',
  ),
  hasPersonal: z.boolean(),
  municipality: z.object({
    id: z.string().regex(/^GM\d{4}$/),
    name: z.string().min(1),
    organisation: z.string().min(1),
    boundary: z.object({
      type: z.enum(['Polygon', 'MultiPolygon']),
      coordinates: z.array(z.unknown()),
    }),
    contactEmail: z.string().optional(),
  }),
  head: z.object({
    position: z.int().min(0),
    digest: z.string().regex(/^[0-9a-f]{64}$/),
    epoch: z.int().min(1),
    numbers: z.record(z.string(), z.int()),
  }),
  placesVersion: z.int().min(0),
  projection: z.int().min(1).optional(),
  readTables: z.array(z.object({ table: z.string(), rows: z.int(), digest: z.string() })),
  files: z.record(z.string(), z.object({ rows: z.int(), sha256: z.string() })),
})

export type TownImported = { municipality: string; events: number; isRepeat: boolean }

/**
 * Brings in a town that was exported, under the digests of its own journal: all of it, in one transaction, or nothing.
 * It is served from then on. Throws where the folder was changed, where its journal does not hold, or where another town
 * of that id is here. Nothing is sent of what was under way.
 */
export async function importTown(
  app: App,
  folder: string,
  say: (line: string) => void,
): Promise<TownImported> {
  const manifest = await readManifest(folder)
  const { head } = manifest
  const { id } = manifest.municipality
  await refuseChanged(folder, manifest, say)
  const parties = await readParties(path.join(folder, PARTIES_FILE))
  const known = await app.pool.read({ tenant: id }, (query) => readHead(query, id))
  const isRepeat = known?.digest.toString('hex') === head.digest && known.position === head.position
  if (known && !isRepeat && known.position > 0)
    throw new Error(`${id} is here already, and is not the town of this folder`)
  const own = parties.find((one) => one.id === manifest.municipality.organisation)
  const { organisation, name } = manifest.municipality
  await enterOrganisations(
    app.worker,
    own ? parties : [...parties, { id: organisation, name, kind: 'municipality' }],
    'keep',
  )
  const accounts = await readAccountsFile(folder, manifest)
  if (!isRepeat) {
    const here = await knownHere(app.worker, app.vault, accounts)
    await app.pool.write({ tenant: id }, (query) =>
      restore(query, app.vault, folder, manifest, { parties, here }, say),
    )
  }
  await bringInAccounts(app.worker, app.vault, accounts, Date.now())
  const served = { ...manifest.municipality, isServed: true }
  await enterMunicipality(app.worker, served, { now_ms: Date.now() })
  await app.towns.refreshDirectory()
  app.towns.touchAll()
  return { municipality: id, events: head.position, isRepeat }
}

type CheckedManifest = Omit<TownManifest, 'exportedAt' | 'version'> & { version: 1 | 2 | 3 }

const carriedIn = (version: number) => CARRIED.filter(({ since }) => since <= version)

async function readManifest(folder: string): Promise<CheckedManifest> {
  const text = await readFile(path.join(folder, TOWN_FILE), 'utf8')
  const read = Manifest.safeParse(JSON.parse(text))
  if (!read.success) throw new Error(`${TOWN_FILE}: ${read.error.issues[0]?.message}`)
  return read.data as unknown as CheckedManifest
}

async function refuseChanged(
  folder: string,
  { files, hasPersonal, version }: CheckedManifest,
  say: (line: string) => void,
): Promise<void> {
  const needed = [
    PARTIES_FILE,
    ...Object.values(AREAS_FILE),
    ...Object.values(ASSETS_FILE),
    ...carriedIn(version).map(({ file }) => file),
    JOURNAL.file,
    ...(hasPersonal ? [SEALED_FILE, ...(version > 2 ? [ACCOUNTS_FILE] : [])] : []),
  ]
  for (const file of needed) {
    const written = files[file]
    if (!written) throw new Error(`${file} is not among the files of this export`)
    if ((await sha256Of(path.join(folder, file))) !== written.sha256)
      throw new Error(`${file} is not as it was exported`)
  }
  say(`${needed.length} files are as they were exported`)
}

async function readParties(file: string): Promise<Organisation[]> {
  const parties: Organisation[] = []
  const shape = { encoding: 'utf-8' as const, separator: ',', isExact: true as const }
  for await (const line of readCsv(createReadStream(file), shape, ['id', 'name', 'kind'])) {
    const kind = 'row' in line ? ORGANISATION_KINDS.find((one) => one === line.row.kind) : undefined
    if (!('row' in line) || !kind) throw new Error(`${PARTIES_FILE}, line ${line.line}: no party`)
    parties.push({ id: line.row.id ?? '', name: line.row.name ?? '', kind })
  }
  return parties
}

async function restore(
  query: Query,
  vault: Vault,
  folder: string,
  manifest: CheckedManifest,
  { parties, here }: { parties: readonly Organisation[]; here: ReadonlyMap<string, string> },
  say: (line: string) => void,
): Promise<void> {
  const { id } = manifest.municipality
  const at = (file: string) => path.join(folder, file)
  const progress = toldEachSecond(say)
  const events = mapped(JOURNAL.form.read(at(JOURNAL.file)), (open) => {
    return rowOf(JOURNAL.target, id, open) as unknown as EventRow
  })
  await restoreJournal(query, id, events, manifest.head, (position) =>
    progress(() => `… event ${position} of ${manifest.head.position}`),
  )
  await insertAll(
    query,
    PARTIES,
    parties.map((one) => ({ municipality: id, organisation: one.id })),
  )
  for (const when of ['earlier', 'now'] as const) {
    await insertAll(query, AREA_VERSIONS, areaForm(id).read(at(AREAS_FILE[when])))
    await insertAll(query, ASSET_VERSIONS, assetForm(id).read(at(ASSETS_FILE[when])))
  }
  await restorePlacesVersion(query, id, manifest.placesVersion)
  // It may be known here as a neighbour.
  if (manifest.version > 1) await clearBoundary(query, id)
  for (const { file, form, target, piece } of carriedIn(manifest.version)) {
    await insertAll(
      query,
      target,
      mapped(form.read(at(file)), (open) =>
        rowOf(target, id, { ...OF_BEFORE, ...open, ...ownerOf(target.name, open, here) }),
      ),
      piece,
    )
  }
  if (manifest.hasPersonal) await reseal(query, vault, id, at(SEALED_FILE))
  await rebuildCases(query, id)
  // Another version of the program writes more, or less, into each row. The journal itself was held against its digests.
  if (manifest.projection !== PROJECTION) return
  const made = await fingerprints(query, id)
  for (const { table, rows, digest } of manifest.readTables) {
    const one = made.find((other) => other.table === table)
    if (one?.digest !== digest)
      throw new Error(`${table} came out as ${one?.rows} rows, and was exported as ${rows} others`)
  }
}

/** A role is of whoever has that address here, whatever their id was elsewhere. */
function ownerOf(
  table: string,
  { account }: Readonly<Record<string, unknown>>,
  here: ReadonlyMap<string, string>,
): { account?: string } {
  const own = table === GRANTS.name ? here.get(String(account)) : undefined
  return own === undefined ? {} : { account: own }
}

const Account = z.strictObject({
  account: z.uuid(),
  name: z.string().max(200),
  address: z.string().min(3).max(254),
})

async function readAccountsFile(
  folder: string,
  { hasPersonal, version }: CheckedManifest,
): Promise<CarriedAccount[]> {
  if (!hasPersonal || version < 3) return []
  const accounts: CarriedAccount[] = []
  for await (const line of JSON_LINES.read(path.join(folder, ACCOUNTS_FILE)))
    accounts.push(Account.parse(line))
  return accounts
}

/** What rows of an export of before say nothing of: they are the first versions. */
const OF_BEFORE = { version: 1, epoch: 0 }

async function* mapped<A, B>(rows: AsyncIterable<A>, change: (row: A) => B): AsyncGenerator<B> {
  for await (const row of rows) yield change(row)
}

async function insertAll<R>(
  query: Query,
  target: Table<R>,
  rows: AsyncIterable<R> | Iterable<R>,
  most = PIECE,
): Promise<void> {
  let piece: R[] = []
  const flush = async () => {
    if (piece.length > 0) await query(insertRows(target, piece))
    piece = []
  }
  for await (const row of rows) {
    piece.push(row)
    if (piece.length === most) await flush()
  }
  await flush()
}

/** Seals again what came in the clear, under the keys it had, which are wrapped by the master key of here. */
async function reseal(query: Query, vault: Vault, id: string, file: string): Promise<void> {
  const sealed = mapped(JSON_LINES.read(file), (line) => {
    const { id: box, key: name, secret, value } = line as Record<string, string>
    const key = vault.keyFrom(name as string, Buffer.from(secret as string, 'base64'))
    return { key: vault.keyRow(key, id), box: vault.seal(key, id, box as string, value) }
  })
  for await (const { key, box } of sealed) {
    await query(insertRows(KEYS, [key]))
    await query(insertRows(BOXES, [box]))
  }
}
