import { createReadStream } from 'node:fs'
import { boxOf } from '#kernel/geometry'
import { csvShapeOf, readCsv } from '#languages/csv'
import { enterOrganisations, registerParties } from '#modules/directory'
import {
  type Asset,
  createMatcher,
  importPlaces,
  type RegisterMapping,
  registerRowReader,
} from '#modules/places'
import type { App } from '../app.ts'
import { digestOfFile, type Rejects, toldEachSecond } from './import-file.ts'
import { knownNames } from './known-names.ts'
import type { Town } from './town.ts'

export type RegisterImported = {
  rows: number
  /** By what a row was found to be about: known by its number, found on its place, new. */
  found: Record<'known' | 'on-place' | 'new', number>
  cabinetsMade: number
  changed: number
  version: number
  resumedAt: number
  isRepeat: boolean
}

type RegisterFile = { file: string; mapping: RegisterMapping; mappingText: string }

/** About a kilometre around the municipality: what it manages may stand just over the border. */
const MARGIN_DEGREES = 0.01

/**
 * Brings in a management register: the town is as it was until all of it is there. The same file with the same mapping
 * again changes nothing, unless something else was brought in since.
 */
export async function importRegister(
  app: App,
  municipality: string,
  register: RegisterFile,
  options: { rejects: Rejects; now_ms: number; say: (line: string) => void },
): Promise<RegisterImported> {
  const { file, mapping, mappingText } = register
  const { pool, committer } = app
  const { rejects, say, now_ms } = options
  const id = await digestOfFile(file, mappingText)
  await enterOrganisations(app.worker, mapping.parties, 'keep')
  await committer.submit(municipality, registerParties, { organisations: mapping.parties })
  app.towns.touch(municipality)
  const town = await app.towns.get(municipality)
  const read = await readRegister(town, register, rejects, say)
  const progress = toldEachSecond(say)
  const { assets: changed, ...imported } = await importPlaces(
    {
      pool,
      committer,
      municipality,
      now_ms,
      onProgress: (done, all) => progress(() => `… ${done} of ${all} objects staged`),
    },
    { areas: [], assets: read.assets, source: 'register', id },
  )
  app.towns.touch(municipality)
  const { rows, found, cabinetsMade } = read
  const { version, resumedAt } = imported
  return { rows, found, cabinetsMade, changed, version, resumedAt, isRepeat: changed === 0 }
}

async function readRegister(
  town: Town,
  { file, mapping }: RegisterFile,
  rejects: Rejects,
  say: (line: string) => void,
) {
  const readRow = registerRowReader(mapping, knownNames(town).organisations)
  const [west, south, east, north] = boxOf(town.municipality.boundary)
  const m = MARGIN_DEGREES
  const matcher = createMatcher({
    known: town.assets,
    box: [west - m, south - m, east + m, north + m],
    ...mapping.match,
  })
  const progress = toldEachSecond(say)
  const found = { known: 0, 'on-place': 0, new: 0 }
  let rows = 0
  const needed = Object.values(mapping.columns).filter((name) => name !== undefined)
  for await (const line of readCsv(createReadStream(file), csvShapeOf(mapping), needed)) {
    rows += 1
    progress(() => `… ${rows} rows read`)
    const reject = (reason: string, detail?: string) =>
      rejects.add({ line: line.line, reason, cells: line.cells, ...(detail && { detail }) })
    if ('fault' in line) {
      reject(line.fault)
      continue
    }
    const read = readRow(line.row)
    const match = 'reason' in read ? read : matcher.take(read.row)
    if (typeof match === 'string') found[match] += 1
    else reject(match.reason, match.detail)
  }
  const { assets, cabinetsMade }: { assets: Asset[]; cabinetsMade: number } = matcher.finish()
  return { rows, found, assets, cabinetsMade }
}
