import { randomUUID } from 'node:crypto'
import sql from 'sql-template-tag'
import { openJournal } from '#journal'
import { Agreement, enterAgreements } from '#modules/agreements'
import { type Organisation, registerParties } from '#modules/directory'
import { type Asset, importPlaces } from '#modules/places'
import type { App } from '../src/app.ts'
import { serveMunicipality } from '../src/composition/import-municipalities.ts'
import { knownNames } from '../src/composition/known-names.ts'
import { createTakeRequest } from '../src/composition/take-events.ts'
import { enterOrganisations } from '../src/modules/directory/commands.ts'
import { openOwnProgram } from './country/own-program.ts'
import { postgresWorked_s } from './processor-time.ts'
import type { Row } from './row.ts'

const TOWN = 'GM9940'
/** All of a town; fewer, to look for what costs, by `STORM_CABINETS`. */
const CABINETS = 400
const ASKED = Number(process.env.STORM_CABINETS ?? CABINETS)
const LAMPS_EACH = 250
const FROM = 5
const LASTS_AT_MOST_S = 20
/** What a storm may leave in memory while it goes on, beside what the first tenth of it took. */
const GROWS_AT_MOST_MB = 200
/** As many events as one request may hold, and as many requests as are sent at once. */
const [IN_REQUEST, AT_ONCE] = [100, 4]

/**
 * All lamps of a town go out: each tells it by itself, over the door of things and in no order, and for each cabinet one
 * case is left, which has taken in those of its first four lamps. Once with a hold-off and once without: the same cases
 * and the same messages, since a hold-off says only when these leave, and here nobody sends any.
 */
export async function benchStorm(cabinets = ASKED): Promise<Row[]> {
  return [...(await storm(cabinets, 300)), ...(await storm(cabinets, 0))]
}

async function storm(cabinets: number, holdOff_s: number): Promise<Row[]> {
  await using program = await openOwnProgram()
  const { app } = program
  const lamps = await openTown(app, cabinets, holdOff_s)
  await program.settle()
  const take = createTakeRequest({ ...app, clock: Date.now, newId: randomUUID })
  const requests = requestsOf(inNoOrder(lamps))
  const all = requests.length
  await app.towns.get(TOWN)
  let early_mb = 0
  let most_mb = 0
  let sent = 0
  const before_s = (await postgresWorked_s(program.superuserUrl)) ?? 0
  const earlier = await commitsOf(app)
  const cpu = process.cpuUsage()
  const from_ms = performance.now()
  const send = async () => {
    for (let body = requests.pop(); body; body = requests.pop()) {
      const { results } = await take({ municipality: TOWN, by: 'bench' }, HEADERS, body)
      const refused = results.find(({ status }) => status !== 'taken')
      if (refused) throw new Error(`an event was not taken: ${JSON.stringify(refused)}`)
      sent += 1
      if (sent % 50 !== 0) continue
      const { rss } = process.memoryUsage()
      if (sent <= all / 5) early_mb = Math.max(early_mb, rss / 1e6)
      most_mb = Math.max(most_mb, rss / 1e6)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, send))
  const lasted_s = (performance.now() - from_ms) / 1000
  const { user, system } = process.cpuUsage(cpu)
  const after_s = await postgresWorked_s(program.superuserUrl)
  const held = await commitsOf(app)
  const commits = held.count - earlier.count
  const each_ms = ((held.sum_s - earlier.sum_s) * 1000) / commits
  const left = await look(app)
  const wrong = [left.open !== cabinets, left.units !== cabinets, left.signals !== lamps.length]
  if (wrong.includes(true)) throw new Error(`a storm left ${JSON.stringify(left)}`)
  const worked = `the program itself worked ${((user + system) / 1e6).toFixed(1)} s of it${
    after_s === undefined ? '' : ` and PostgreSQL ${(after_s - before_s).toFixed(1)} s`
  }`
  const kind = holdOff_s > 0 ? 'with hold-off' : 'without hold-off'
  return [
    {
      what: `${lamps.length} lamps go out at once, ${kind}`,
      figure: lasted_s * ((CABINETS * LAMPS_EACH) / lamps.length),
      unit: 's',
      limit: LASTS_AT_MOST_S,
      limitIs: 'at most',
      note: `${left.open} cases, none twice; ${left.swallowed} were swallowed; ${left.pending} messages to parties wait; ${commits} commits held the town for ${each_ms.toFixed(0)} ms on average; ${worked}`,
    },
    {
      what: `memory that a storm takes beside its first fifth, ${kind}`,
      figure: Math.max(0, most_mb - early_mb),
      unit: 'MB',
      limit: GROWS_AT_MOST_MB,
      limitIs: 'at most',
      note: `${Math.round(most_mb)} MB at most`,
    },
  ]
}

/** How many commits there were, and how long all of them took from the lock to the commit. */
async function commitsOf({ metrics }: App): Promise<{ count: number; sum_s: number }> {
  const { values } = await metrics.commits.get()
  const of = (end: string) => values.find(({ metricName }) => metricName?.endsWith(end))?.value ?? 0
  return { count: of('_count'), sum_s: of('_sum') }
}

const HEADERS = { 'content-type': 'application/cloudevents-batch+json' }

type Left = { open: number; units: number; signals: number; swallowed: number; pending: number }

async function look({ pool, worker }: App): Promise<Left> {
  const [cases] = await pool.read({ tenant: TOWN }, (query) =>
    query<Omit<Left, 'pending'>>(sql`
      select count(*) filter (where status = 'open')::int as open,
        count(distinct cluster_unit) filter (where status = 'open')::int as units,
        sum(signals)::int as signals, count(*) filter (where is_swallowed)::int as swallowed
      from cases.cases where municipality = ${TOWN}`),
  )
  const [outbox] = await worker.read({}, (query) =>
    query<{ pending: number }>(sql`
      select count(*)::int as pending from platform.outbox
      where tenant = ${TOWN} and delivered_at is null and cancelled_at is null`),
  )
  if (!cases || !outbox) throw new Error('nothing was counted')
  return { ...cases, ...outbox }
}

const ORGANISATIONS: readonly Organisation[] = [
  { id: 'storm-town', name: 'Gemeente Stormland', kind: 'municipality' },
  { id: 'storm-lamps', name: 'Lampen B.V.', kind: 'contractor' },
  { id: 'storm-grid', name: 'Net N.V.', kind: 'grid-operator' },
]

async function openTown(app: App, cabinets: number, holdOff_s: number): Promise<string[]> {
  await enterOrganisations(app.worker, [...ORGANISATIONS])
  const ring = [
    [5, 52],
    [5.2, 52],
    [5.2, 52.2],
    [5, 52.2],
    [5, 52],
  ]
  const boundary = { type: 'Polygon' as const, coordinates: [ring] }
  await serveMunicipality(app, { id: TOWN, name: 'Stormland', boundary })
  await app.pool.write({ tenant: TOWN }, (query) => openJournal(query, TOWN))
  await app.committer.submit(TOWN, registerParties, { organisations: [...ORGANISATIONS] })
  app.towns.touch(TOWN)
  const assets: Asset[] = []
  for (let cabinet = 0; cabinet < cabinets; cabinet++) {
    const [east, north] = [0.01 + (cabinet % 20) * 0.009, 0.01 + Math.floor(cabinet / 20) * 0.009]
    const place = (at: number): [number, number] => [
      5 + east + (at % 16) * 0.0005,
      52 + north + Math.floor(at / 16) * 0.0005,
    ]
    assets.push({ id: `cabinet-${cabinet}`, type: 'cabinet', place: place(0) })
    for (let lamp = 0; lamp < LAMPS_EACH; lamp++)
      assets.push({
        id: `lamp-${cabinet}-${lamp}`,
        type: 'lamp-post',
        place: place(lamp),
        owner: 'storm-town',
        manager: 'storm-town',
        parent: `cabinet-${cabinet}`,
      })
  }
  await importPlaces(
    { pool: app.pool, committer: app.committer, municipality: TOWN },
    { areas: [], assets, source: 'storm' },
  )
  app.towns.touch(TOWN)
  const known = knownNames(await app.towns.get(TOWN))
  const agreements = agreementsOf(holdOff_s)
  const order = { agreements, enteredBy: 'bench', known }
  const answer = await app.committer.submit(TOWN, enterAgreements, order)
  if (!answer.accepted) throw new Error(JSON.stringify(answer.unknown))
  app.towns.touch(TOWN)
  return assets.flatMap(({ id, type }) => (type === 'lamp-post' ? [id] : []))
}

function agreementsOf(holdOff_s: number): Agreement[] {
  const within = { amount: 5, unit: 'working-days' }
  const frame = {
    mode: 'automatic',
    validity: { from: '2020-01-01' },
    terms: {
      reporter: within,
      party: { startsAt: 'receipt', milestones: [{ name: 'done', within }] },
    },
    reach: { channel: 'webhook', holdOff_s },
  }
  const scope = { categories: ['straatverlichting'] }
  return [
    Agreement.parse({
      ...frame,
      id: 'lamps',
      title: 'Lampen',
      basis: 'contract',
      party: 'storm-lamps',
      scope: { ...scope, clusterLevels: ['single'] },
    }),
    Agreement.parse({
      ...frame,
      id: 'net',
      title: 'Net',
      basis: 'grid-operator',
      party: 'storm-grid',
      scope: { ...scope, clusterLevels: ['cabinet'] },
      clusters: [{ level: 'cabinet', from: FROM, withinMinutes: 60 }],
    }),
  ]
}

/** The same in every run (Park and Miller). */
function inNoOrder(lamps: readonly string[]): string[] {
  const shuffled = [...lamps]
  let state = 28
  for (let at = shuffled.length - 1; at > 0; at--) {
    state = (state * 48_271) % 2_147_483_647
    const other = state % (at + 1)
    const [one, two] = [shuffled[at], shuffled[other]] as [string, string]
    shuffled[at] = two
    shuffled[other] = one
  }
  return shuffled
}

function requestsOf(lamps: readonly string[]): Uint8Array[] {
  const encoder = new TextEncoder()
  const requests: Uint8Array[] = []
  for (let at = 0; at < lamps.length; at += IN_REQUEST) {
    const events = lamps.slice(at, at + IN_REQUEST).map((asset) => ({
      specversion: '1.0',
      id: asset,
      source: 'urn:nld:oin:00000001234567890000:systeem:lampen',
      type: 'nl.lantaarn.condition.raised.v1',
      data: { asset, condition: 'lamp-failure' },
    }))
    requests.push(encoder.encode(JSON.stringify(events)))
  }
  return requests
}
