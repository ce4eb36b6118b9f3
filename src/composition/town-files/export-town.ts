import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type HeadRow, readWholeHead } from '#journal'
import { csvLine } from '#languages/csv'
import { fingerprints, projectionOf } from '#modules/cases'
import { boundaryAt, listParties, type Municipality } from '#modules/directory'
import { type CarriedAccount, listCarriedAccounts } from '#modules/identity'
import { AREA_VERSIONS, ASSET_VERSIONS, readPlacesVersion } from '#modules/places'
import { isOfSubscriber } from '#modules/subscriptions'
import type { Query } from '#platform/database'
import type { Table } from '#platform/table'
import { BOXES, type BoxRow, readWrappedKeys, type Vault } from '#platform/vault'
import type { App } from '../../app.ts'
import { toldEachSecond } from '../import-file.ts'
import { type Form, JSON_LINES, type Written, writeRows } from './lines.ts'
import { openRow, rowsOf } from './open-rows.ts'
import { areaForm, assetForm } from './place-forms.ts'
import {
  ACCOUNTS_FILE,
  AREAS_FILE,
  ASSETS_FILE,
  CARRIED,
  JOURNAL,
  PARTIES_FILE,
  READABLE,
  SEALED_FILE,
  TOWN_FILE,
  TOWN_FORMAT,
  TOWN_FORMAT_VERSION,
} from './town-tables.ts'

export type TownManifest = {
  format: typeof TOWN_FORMAT
  version: typeof TOWN_FORMAT_VERSION
  exportedAt: string
  hasPersonal: boolean
  municipality: Omit<Municipality, 'isServed'>
  head: HeadRow
  placesVersion: number
  /** By which projection of the journal the read tables were written; absent while some of it was behind. */
  projection?: number | undefined
  /** What the tables made from the journal must come out as, by the same projection. */
  readTables: { table: string; rows: number; digest: string }[]
  files: Record<string, Written>
}

/**
 * Writes a whole town to a folder in open formats, as it was at one moment, and with no more of it in memory than a piece.
 * Personal data only where `hasPersonal`: then in the clear. The folder is there when all of it is.
 */
export async function exportTown(
  app: App,
  municipality: string,
  to: string,
  options: { hasPersonal: boolean; now_ms: number; say: (line: string) => void },
): Promise<TownManifest> {
  const folder = path.resolve(to)
  const known = app.towns.find(municipality)
  if (!known) throw new Error(`${municipality} is not served here`)
  const there = await readdir(folder).catch(namesOfNone)
  if (there.length > 0) throw new Error(`${folder} is not empty: choose a new folder`)
  const { boundaries, ...about } = known
  const boundary = boundaryAt(boundaries, options.now_ms)
  const draft = `${folder}.part`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { recursive: true, mode: 0o700 })
  const accounts = options.hasPersonal
    ? await listCarriedAccounts(app.worker, app.vault, municipality)
    : []
  const manifest = await app.pool.readAtOnce({ tenant: municipality }, (query) =>
    writeTown(query, app.vault, { ...about, boundary }, draft, { ...options, accounts }),
  )
  await writeFile(path.join(draft, TOWN_FILE), `${JSON.stringify(manifest, null, 2)}\n`, {
    mode: 0o600,
  })
  await rm(folder, { recursive: true, force: true })
  await rename(draft, folder)
  return manifest
}

/** A folder that is not there is empty; anything else that stands there is not ours to replace. */
function namesOfNone(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return []
  throw error
}

async function writeTown(
  query: Query,
  vault: Vault,
  { isServed: _, ...municipality }: Municipality,
  folder: string,
  {
    hasPersonal,
    accounts,
    now_ms,
    say,
  }: {
    hasPersonal: boolean
    accounts: readonly CarriedAccount[]
    now_ms: number
    say: (line: string) => void
  },
): Promise<TownManifest> {
  const { id } = municipality
  const head = await readWholeHead(query, id)
  if (!head) throw new Error(`${id} has no journal`)
  const placesVersion = await readPlacesVersion(query, id)
  const files: Record<string, Written> = {}
  const progress = toldEachSecond(say)

  async function write<Row>(
    file: string,
    form: Form<Row>,
    rows: AsyncIterable<Row> | Iterable<Row>,
  ) {
    let count = 0
    const counted = async function* () {
      for await (const row of rows) {
        count += 1
        progress(() => `… ${file}: ${count} rows`)
        yield row
      }
    }
    files[file] = await writeRows(path.join(folder, file), form, counted())
  }

  await write(PARTIES_FILE, PARTIES_FORM, await listParties(query, id))
  await writePlaces(query, id, placesVersion, write)
  for (const { file, form, target, piece } of CARRIED)
    await write(file, form, openRows(query, target, id, piece))
  for (const { file, form, target } of [JOURNAL, ...READABLE])
    await write(file, form, openRows(query, target, id))
  if (hasPersonal) {
    await write(SEALED_FILE, JSON_LINES, opened(query, vault, id))
    await write(ACCOUNTS_FILE, JSON_LINES, accounts)
  }
  const readTables = await fingerprints(query, id)
  return {
    format: TOWN_FORMAT,
    version: TOWN_FORMAT_VERSION,
    exportedAt: new Date(now_ms).toISOString(),
    hasPersonal,
    municipality,
    head,
    placesVersion,
    projection: await projectionOf(query, id),
    readTables,
    files,
  }
}

const PARTIES_FORM: Form<{ id: string; name: string; kind: string }> = {
  head: csvLine(['id', 'name', 'kind']),
  write: ({ id, name, kind }) => csvLine([id, name, kind]),
  foot: '',
  read: () => {
    throw new Error('parties are read by whoever brings a town in')
  },
}

type Write = <Row>(
  file: string,
  form: Form<Row>,
  rows: AsyncIterable<Row> | Iterable<Row>,
) => Promise<void>

/** What is seen now, and apart from it what was seen before; what is only staged is not of the town. */
async function writePlaces(query: Query, id: string, seen: number, write: Write): Promise<void> {
  const [areas, assets] = [areaForm(id), assetForm(id)]
  for (const when of ['now', 'earlier'] as const) {
    await write(AREAS_FILE[when], areas, seenRows(query, AREA_VERSIONS, id, seen, when))
    await write(ASSETS_FILE[when], assets, seenRows(query, ASSET_VERSIONS, id, seen, when))
  }
}

async function* seenRows<R extends { since_version: number; until_version: number | undefined }>(
  query: Query,
  target: Table<R>,
  id: string,
  seen: number,
  when: 'now' | 'earlier',
): AsyncGenerator<R> {
  for await (const row of rowsOf(query, target, id)) {
    if (row.since_version > seen) continue
    const until = row.until_version ?? undefined
    const isNow = until === undefined || until > seen
    if (isNow !== (when === 'now')) continue
    yield { ...row, until_version: isNow ? undefined : until }
  }
}

async function* openRows<R>(query: Query, target: Table<R>, id: string, piece?: number) {
  for await (const row of rowsOf(query, target, id, piece)) yield openRow(target, row)
}

const PIECE = 500

/** What is sealed, in the clear, with the key of each: the journal's digests of it hold under no other key. */
async function* opened(query: Query, vault: Vault, municipality: string) {
  let piece: BoxRow[] = []
  for await (const row of rowsOf(query, BOXES, municipality)) {
    // Who follows something is not carried: without their subscriptions nothing would ever erase the address.
    if (isOfSubscriber(row.key_id)) continue
    piece.push(row)
    if (piece.length < PIECE) continue
    yield* await openPiece(query, vault, municipality, piece)
    piece = []
  }
  yield* await openPiece(query, vault, municipality, piece)
}

async function openPiece(query: Query, vault: Vault, municipality: string, piece: BoxRow[]) {
  const ids = [...new Set(piece.map((row) => row.key_id))]
  const keys = await readWrappedKeys(query, municipality, ids)
  return piece.flatMap(({ id, key_id, box }) => {
    const wrapped = keys.get(key_id)
    if (!wrapped) return []
    const key = vault.openKey({ id: key_id, wrapped })
    const value: unknown = vault.open(key, municipality, id, box)
    return [{ id, key: key_id, secret: key.key.export().toString('base64'), value }]
  })
}
