import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { openJournal } from '#journal'
import { enterAgreements } from '#modules/agreements'
import { createKey, registerParties } from '#modules/directory'
import { importPlaces, type PlacesImported } from '#modules/places'
import { createLog } from '#platform/log'
import { loadSettings } from '#platform/settings'
import type { App } from '../../src/app.ts'
import { openProgram } from '../../src/commands/program.ts'
import { serveMunicipality } from '../../src/composition/import-municipalities.ts'
import { knownNames } from '../../src/composition/known-names.ts'
import { enterOrganisations } from '../../src/modules/directory/commands.ts'
import { openCluster, PROJECT } from '../cluster.ts'
import type { CountryTown } from './country.ts'

export type OwnProgram = AsyncDisposable & {
  app: App
  /** Stands above row-level security: only to look at what was written. */
  superuserUrl: string
  /** What a server does by itself within minutes of a load: clears up, and counts what it holds. */
  settle(): Promise<void>
}

/** The program on a PostgreSQL of its own, durable as in earnest, in the process of the bench and without a town. */
export async function openOwnProgram(): Promise<OwnProgram> {
  await using opened = new AsyncDisposableStack()
  const cluster = opened.use(await openCluster())
  const loaded = await loadSettings({ ...cluster.settings, SAMPLE_TOWN: 'no' }, PROJECT)
  if ('faults' in loaded) throw new Error(loaded.faults.join(' '))
  const program = opened.use(await openProgram(loaded.settings, createLog({ level: 'silent' }), []))
  const closing = opened.move()
  return {
    app: program.app,
    superuserUrl: cluster.superuserUrl,
    async settle() {
      const client = new pg.Client({ connectionString: cluster.superuserUrl })
      await client.connect()
      await client.query('vacuum analyze')
      await client.end()
    },
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  }
}

/** Serves a municipality of the country: its parties and categories, and no places yet. */
export async function serveTown(app: App, town: CountryTown): Promise<void> {
  const { id, name, geometry: boundary } = town
  await enterOrganisations(app.worker, town.organisations)
  await serveMunicipality(app, { id, name, boundary })
  await app.pool.write({ tenant: id }, (query) => openJournal(query, id))
  await app.committer.submit(id, registerParties, { organisations: [...town.organisations] })
  app.towns.touch(id)
}

export async function importTown(app: App, town: CountryTown): Promise<PlacesImported> {
  const { pool, committer } = app
  const assets = [...town.assets()].flat()
  const options = { pool, committer, municipality: town.id }
  const imported = await importPlaces(options, { areas: town.areas(), assets, source: 'country' })
  app.towns.touch(town.id)
  return imported
}

export async function agreeTown(app: App, town: CountryTown): Promise<void> {
  const known = knownNames(await app.towns.get(town.id))
  const order = { agreements: town.agreements('in-force'), enteredBy: 'country', known }
  const answer = await app.committer.submit(town.id, enterAgreements, order)
  if (!answer.accepted) throw new Error(JSON.stringify(answer.unknown))
  app.towns.touch(town.id)
}

export function deskKey(app: App, municipality: string): Promise<string> {
  const key = { id: randomUUID(), kind: 'desk', municipality, label: 'bench' } as const
  return createKey(app.worker, { key, now_ms: Date.now() })
}
