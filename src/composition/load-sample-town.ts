import sql from 'sql-template-tag'
import { openJournal } from '#journal'
import { toIso } from '#kernel/clock'
import { enterAgreements } from '#modules/agreements'
import {
  countHistory,
  historyExecutor,
  type PastCase,
  type SignalData,
  sealSignal,
} from '#modules/cases'
import { enterCategories } from '#modules/categories'
import {
  createKey,
  enterMunicipality,
  enterOrganisations,
  registerParties,
  setMailAddress,
} from '#modules/directory'
import { enterRosters, sealReaches } from '#modules/duty'
import { importBase, importPlaces } from '#modules/places'
import type { App } from '../app.ts'
import { enterKindAddress } from './enter-kind-address.ts'
import { toldEachSecond } from './import-file.ts'
import { knownNames } from './known-names.ts'
import { locate } from './report-signal.ts'
import { sampleKeys } from './sample-keys.ts'
import {
  makeSampleTown,
  SAMPLE_MAIL_ADDRESSES,
  type SampleMunicipality,
} from './sample-town/index.ts'

const PIECE = 50
const HOUR_MS = 3_600_000
const MARK = 'sample-town'

type Loading = {
  scale: number
  secretKey: string
  now_ms: number
  newId: () => string
  say: (line: string) => void
}

/**
 * Loads the sample town once; one that is there is left as it is. Every step may be taken again, so that a start
 * that was killed half way is taken up where it was. Steps over a second tell how far they are.
 */
export async function loadSampleTown(app: App, options: Loading): Promise<boolean> {
  const { scale, now_ms, say } = options
  for (const { key, token } of sampleKeys(options.secretKey))
    await createKey(app.worker, { key, token, now_ms })
  if (await isMarked(app)) return false
  say('making the sample town')
  const { municipalities } = makeSampleTown({ scale, now_ms })
  for (const municipality of municipalities) {
    await enterOrganisations(app.worker, municipality.organisations)
    await enterMunicipality(app.worker, { ...municipality, isServed: true }, { now_ms })
  }
  for (const one of SAMPLE_MAIL_ADDRESSES) await setMailAddress(app.worker, app.vault, one)
  await app.towns.refreshDirectory()
  for (const municipality of municipalities) await loadMunicipality(app, municipality, options)
  await app.worker.write({}, (query) =>
    query(sql`insert into platform.marks (name, marked_at) values (${MARK}, ${toIso(now_ms)})`),
  )
  return true
}

async function isMarked({ worker }: App): Promise<boolean> {
  const rows = await worker.read({}, (query) =>
    query(sql`select from platform.marks where name = ${MARK}`),
  )
  return rows.length > 0
}

async function loadMunicipality(
  app: App,
  municipality: SampleMunicipality,
  { say, newId, now_ms }: Loading,
): Promise<void> {
  const { id, name } = municipality
  const { pool, committer, towns } = app
  await pool.write({ tenant: id }, (query) => openJournal(query, id))
  await committer.submit(id, registerParties, { organisations: municipality.organisations })
  const { categories, agreements } = municipality
  const answer = await committer.submit(id, enterCategories, { categories })
  if (!answer.accepted) throw new Error(`the categories of ${name} are not a tree`)
  const progress = toldEachSecond(say)
  const { areas, assets } = await importPlaces(
    {
      pool,
      committer,
      municipality: id,
      onProgress: (done, all) => progress(() => `${name}: ${done} of ${all} objects`),
    },
    { areas: municipality.areas, assets: municipality.assets, source: 'sample town' },
  )
  const base = await importBase(
    pool,
    id,
    { features: municipality.base, source: 'sample town', now_ms },
    (done) => progress(() => `${name}: ${done} tiles of the map`),
  )
  say(`${name}: ${areas} areas, ${assets} objects, ${base.tiles} tiles of the map`)
  const roster = municipality.dutyRoster
  await committer.submit(id, enterRosters, {
    roster,
    reaches: sealReaches(app.vault, id, roster),
    enteredBy: 'sample town',
    parties: new Set(municipality.organisations.map(({ id }) => id)),
  })
  towns.touch(id)
  const known = knownNames(await towns.get(id))
  const entered = await committer.submit(id, enterAgreements, {
    agreements,
    enteredBy: 'sample town',
    known,
  })
  if (!entered.accepted)
    throw new Error(
      `agreements of ${name} name what is unknown: ${JSON.stringify(entered.unknown)}`,
    )
  towns.touch(id)
  for (const address of municipality.offices)
    await enterKindAddress(app, id, address, 'sample town')
  await loadHistory(app, municipality, newId, progress)
  say(`${name}: ${agreements.length} agreements, ${municipality.history.length} past reports`)
}

/** The past goes in by pieces; what a start before this one brought in is not brought in again. */
async function loadHistory(
  { pool, vault, committer, towns }: App,
  municipality: SampleMunicipality,
  newId: () => string,
  progress: (line: () => string) => void,
): Promise<void> {
  const { id, name, history } = municipality
  const execute = historyExecutor(newId)
  let done = await pool.read({ tenant: id }, (query) => countHistory(query, id))
  while (done < history.length) {
    const town = await towns.get(id)
    const piece = history.slice(done, done + PIECE)
    const past: PastCase[] = []
    for (const one of piece) {
      const category = town.categories.get(one.category)
      const signalId = newId()
      const words = { description: one.text }
      const sealed = sealSignal(vault, id, signalId, words, {})
      const [lon, lat] = one.place
      const asset = one.assetId === undefined ? {} : { asset: one.assetId }
      const signal: SignalData = {
        signalId,
        received_ms: one.received_ms,
        channel: 'history',
        source: 'history',
        sourceId: signalId,
        isFingerprint: false,
        category: one.category,
        ...locate(town, { category: one.category, place: { lon, lat }, ...asset }),
        textDigest: sealed.textDigest,
      }
      const visibility = category?.visibility ?? 'public'
      if (visibility === 'confidential') {
        delete signal.place
        delete signal.asset
      }
      past.push({
        seals: sealed.seals,
        outcome: one.outcome,
        ...afterHours('answered_ms', one.received_ms, one.partyAnswerAfter_h),
        ...afterHours('done_ms', one.received_ms, one.doneAfter_h),
        report: {
          caseId: newId(),
          signal,
          visibility,
          priority: category?.priority ?? 'normal',
          isHistory: true,
        },
      })
    }
    const { cases } = await committer.submit(id, execute, { rules: town.rules, past })
    done += cases
    const brought = done
    progress(() => `${name}: ${brought} of ${history.length} past reports`)
    if (cases === 0) towns.touch(id)
  }
}

function afterHours<Name extends string>(name: Name, from_ms: number, hours: number | undefined) {
  return (hours === undefined ? {} : { [name]: Math.round(from_ms + hours * HOUR_MS) }) as {
    [name in Name]?: number
  }
}
