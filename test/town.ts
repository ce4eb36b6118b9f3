import assert from 'node:assert/strict'
import { setTimeout as delay } from 'node:timers/promises'
import { openJournal } from '#journal'
import { type Agreement, enterAgreements } from '#modules/agreements'
import { type Answer, findAssignment, findCase, type SettledAnswer } from '#modules/cases'
import { enterCategories } from '#modules/categories'
import {
  enterMunicipality,
  enterOrganisations,
  registerParties,
  setEndpoint,
} from '#modules/directory'
import { importPlaces } from '#modules/places'
import { createLog } from '#platform/log'
import { type App, type AppOptions, openApp } from '../src/app.ts'
import { enterKindAddress } from '../src/composition/enter-kind-address.ts'
import { knownNames } from '../src/composition/known-names.ts'
import type { IncomingReport } from '../src/composition/report-signal.ts'
import { openMailFolder } from './mail-folder.ts'
import { openReceivers } from './receiver.ts'
import { openTestDatabase, type TestDatabase } from './rig.ts'
import {
  AGREEMENTS,
  AREAS,
  ASSETS,
  CATEGORIES,
  MUNICIPALITIES,
  OFFICES,
  ORGANISATIONS,
} from './small-town.ts'

/** A Tuesday morning in summer, within office hours. */
export const MORNING = '2026-06-09T10:00:00+02:00'
export const NOORDDIJK = 'GM9801'
export const ZUIDDIJK = 'GM9802'
export const TOWN_SECRET = 'a secret of a small town, long enough to be one'

type Opening = Partial<
  Pick<
    AppOptions,
    | 'roles'
    | 'canCallPrivateAddresses'
    | 'webhookTimeout_s'
    | 'log'
    | 'mail'
    | 'publicUrl'
    | 'mqtt'
    | 'replies'
    | 'sample'
    | 'rate_per_minute'
    | 'oidc'
  >
>

export type SmallTown = Awaited<ReturnType<typeof openTown>>

/**
 * Noorddijk and Zuiddijk in a database of their own, with a program that serves them, parties that receive, and a
 * clock that stands still until it is moved. By default nothing is delivered: `roles: ['work']` does that.
 */
export async function openTown(options: Opening & { at?: string } = {}) {
  await using stack = new AsyncDisposableStack()
  let now_ms = Date.parse(options.at ?? MORNING)
  const clock = () => now_ms
  const database = stack.use(await openTestDatabase())
  const receivers = stack.use(await openReceivers(clock))
  const box = stack.use(await openMailFolder())
  const mail = { folder: box.folder }
  const open = async (own: Opening = {}) => {
    const app = await openTownApp(database, clock, { mail, ...options, ...own })
    await Promise.all(app.towns.all().map(({ id }) => app.towns.get(id)))
    return app
  }
  await seed(database, clock, receivers.endpointOf, mail)
  const app = stack.use(await open())
  const opened = stack.move()
  const read = <T>(work: Parameters<typeof app.pool.read<T>>[1]) =>
    app.pool.read({ tenant: NOORDDIJK }, work)
  return {
    app,
    database,
    receivers,
    /** What was sent by mail. */
    mails: box.mails,
    clock,
    /** Another program on the same database; whoever opens it closes it. */
    open,
    /** Moves the clock, and has the program look at once what is due by it. */
    pass: (by_ms: number) => {
      now_ms += by_ms
      app.wake.ring('outbox')
    },
    at: (moment: string) => {
      now_ms = Date.parse(moment)
      app.wake.ring('outbox')
    },
    report: (report: Reported, municipality = NOORDDIJK) => reportTo(app, municipality, report),
    /** Gives the answer of the party, by the revision that the assignment has now. */
    answer: (id: string, answer: Answer, expectedRevision?: number) =>
      answerAs(app, id, answer, expectedRevision),
    case: async (name: string) => {
      const row = await read((query) => findCase(query, NOORDDIJK, name, true))
      assert(row, `there is a case ${name}`)
      return row
    },
    assignment: async (id: string) => {
      const row = await read((query) => findAssignment(query, { municipality: NOORDDIJK }, id))
      assert(row, `there is an assignment ${id}`)
      return row
    },
    enter: (agreements: readonly Agreement[], municipality = NOORDDIJK) =>
      enter(app, municipality, agreements),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  }
}

export function openTownApp(
  database: TestDatabase,
  clock: () => number,
  options: Opening & Pick<AppOptions, 'mail'>,
): Promise<App> {
  return openApp({
    appUrl: database.appUrl,
    workerUrl: database.workerUrl,
    pool: 5,
    secretKey: TOWN_SECRET,
    publicUrl: () => 'http://localhost',
    canCallPrivateAddresses: true,
    webhookTimeout_s: 2,
    maxBody_bytes: 1_048_576,
    maxPhoto_bytes: 15 * 1_048_576,
    filesDir: database.filesDir,
    rate_per_minute: 0,
    roles: [],
    log: createLog({ level: (process.env.LOG_LEVEL ?? 'silent') as 'silent' }),
    ...options,
    clock,
  })
}

async function seed(
  database: TestDatabase,
  clock: () => number,
  endpointOf: (organisation: string) => Parameters<typeof setEndpoint>[2],
  mail: AppOptions['mail'],
): Promise<void> {
  await using app = await openTownApp(database, clock, { mail })
  await enterOrganisations(app.worker, ORGANISATIONS)
  for (const { id } of ORGANISATIONS) await setEndpoint(app.worker, app.vault, endpointOf(id))
  for (const municipality of MUNICIPALITIES)
    await enterMunicipality(app.worker, municipality, { now_ms: clock() })
  await app.towns.refreshDirectory()
  for (const { id, organisation } of MUNICIPALITIES) {
    const isNorth = id === NOORDDIJK
    await app.pool.write({ tenant: id }, (query) => openJournal(query, id))
    await app.committer.submit(id, registerParties, { organisations: ORGANISATIONS })
    await app.committer.submit(id, enterCategories, { categories: CATEGORIES })
    const places = {
      areas: isNorth ? AREAS : [],
      assets: isNorth ? ASSETS : [],
      source: 'small town',
    }
    const { pool, committer } = app
    await importPlaces({ pool, committer, municipality: id }, places)
    const own = AGREEMENTS.filter((one) => isNorth || one.party === 'stroomnet')
    await enter(app, id, own)
    if (isNorth)
      for (const address of OFFICES) await enterKindAddress(app, id, address, 'small town')
    assert(app.towns.find(id)?.organisation === organisation)
  }
}

async function enter(
  app: App,
  municipality: string,
  agreements: readonly Agreement[],
): Promise<void> {
  app.towns.touch(municipality)
  const known = knownNames(await app.towns.get(municipality))
  const command = { agreements, enteredBy: 'small town', known }
  const entered = await app.committer.submit(municipality, enterAgreements, command)
  assert(entered.accepted, JSON.stringify(entered))
  app.towns.touch(municipality)
}

export type Reported = Partial<IncomingReport> & { category: string }

async function reportTo(app: App, municipality: string, report: Reported) {
  const answer = await app.reportSignal(municipality, {
    channel: 'rest',
    source: 'public',
    words: {},
    contact: {},
    clientAddress: '192.0.2.1',
    ...report,
  })
  assert(answer.ok, JSON.stringify(answer))
  return answer
}

let answers = 0

async function answerAs(
  app: App,
  assignmentId: string,
  answer: Answer,
  expectedRevision?: number,
): Promise<SettledAnswer> {
  const row = await app.pool.read({ tenant: NOORDDIJK }, (query) =>
    findAssignment(query, { municipality: NOORDDIJK }, assignmentId),
  )
  assert(row, `there is an assignment ${assignmentId}`)
  answers += 1
  return app.cases(NOORDDIJK, {
    type: 'AnswerAssignment',
    seals: { keys: [], boxes: [] },
    given: {
      assignmentId,
      answerId: `00000000-0000-7000-8000-${String(answers).padStart(12, '0')}`,
      answer,
      by: row.organisation,
      expectedRevision: expectedRevision ?? row.revision,
    },
  })
}

/** Only what goes wrong takes so long, however busy the machine is. */
const LONG_MS = 30_000

/** Waits on the real clock until something is so, and tells what it was about when it does not become so. */
export async function until(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  within_ms = LONG_MS,
): Promise<void> {
  const end_ms = performance.now() + within_ms
  while (!(await isSo())) {
    if (performance.now() > end_ms) throw new Error(`not within ${within_ms} ms: ${what}`)
    await delay(10)
  }
}
