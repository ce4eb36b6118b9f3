import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import { distance_m } from '#kernel/geometry'
import { Agreement, enterAgreements } from '#modules/agreements'
import { type CaseLife, listCases, readCaseLife } from '#modules/cases'
import { enterOrganisations, registerParties } from '#modules/directory'
import { type Asset, circuitsOf } from '#modules/places'
import type { App } from '../src/app.ts'
import { factsOf } from '../src/composition/cluster-rules.ts'
import { knownNames } from '../src/composition/known-names.ts'
import { loadSampleTown } from '../src/composition/load-sample-town.ts'
import { EDE, openOtterlo } from './otterlo.ts'
import { whyNoSharedData } from './rig.ts'
import { openTestApp, TEST_SECRET } from './test-app.ts'

type State = CaseLife['state']

/** What is open and was taken in by no other: what it is about, who has it, and how many reports it has. */
async function problems(app: App, municipality: string, category: string): Promise<State[]> {
  return app.pool.read({ tenant: municipality }, async (query) => {
    const all = await listCases(query, municipality, { isStaff: true, most: 1_000 })
    const open = all.filter((one) => one.status === 'open' && one.category === category)
    const lives = []
    for (const { id } of open) lives.push(await readCaseLife(query, municipality, id))
    return lives.flatMap((life) => (life && !life.state.joinedInto ? [life.state] : []))
  })
}

const openParties = ({ assignments }: State) =>
  assignments.flatMap(({ status, party }) => (status === 'withdrawn' ? [] : [party]))

/** Numbers in no order, the same in every run (Park and Miller). */
function shuffled<T>(all: readonly T[]): T[] {
  const left = [...all]
  let state = 28
  return all.map(() => {
    state = (state * 48_271) % 2_147_483_647
    return left.splice(state % left.length, 1)[0] as T
  })
}

async function report(app: App, municipality: string, lamp: Asset, key: string): Promise<void> {
  const [lon, lat] = lamp.place
  const body = new URLSearchParams({ service_code: 'lamp-kapot', lat: `${lat}`, long: `${lon}` })
  const answer = await app.http.request(`/open311/v2/${municipality}/requests.json`, {
    method: 'POST',
    body,
    headers: { 'idempotency-key': key },
  })
  assert.equal(answer.status, 200, await answer.clone().text())
}

describe('the small town of the sample', () => {
  const OEVERDAM = 'GM9902'
  const OF_SEVERAL = 'netbeheer-storing-kabel'

  it('makes one case of three lamps of a cable, and of ten of a cabinet, of the grid operator', async () => {
    await using app = await openTestApp({ roles: [] })
    const silent = { say: () => {}, newId: () => randomUUID(), now_ms: Date.now() }
    await loadSampleTown(app, { scale: 0.1, secretKey: TEST_SECRET, ...silent })
    const { assets, rules } = await app.towns.get(OEVERDAM)
    const circuits = circuitsOf(assets)
    const counting = [...assets.all()].filter((lamp) => {
      if (lamp.type !== 'lamp-post' || lamp.manager !== 'G9902') return false
      const facts = {
        category: 'lamp-kapot',
        areas: [],
        asset: factsOf(lamp),
        priority: 'normal' as const,
        clusterLevel: 'cabinet' as const,
        at_ms: Date.now(),
        excluded: [],
      }
      return rules.clusters.gathering(facts)?.agreement === OF_SEVERAL
    })
    const byCabinet = Map.groupBy(counting, (lamp) => circuits.above(lamp).get('cabinet')?.id)
    const [cabinet, lamps] =
      [...byCabinet].find(([id, all]) => id !== undefined && all.length >= 10) ?? []
    assert(lamps, 'no cabinet has ten lamps')
    const segments = [...Map.groupBy(lamps, ({ parent }) => parent).values()]
    const longest = segments.toSorted((a, b) => b.length - a.length)[0] ?? []
    const ordered = [...longest, ...lamps.filter((one) => !longest.includes(one))]
    const before = (await problems(app, OEVERDAM, 'lamp-kapot')).length
    const ofSeveral = async () =>
      (await problems(app, OEVERDAM, 'lamp-kapot')).filter(({ cluster }) => cluster)
    for (const lamp of ordered.slice(0, 3)) await report(app, OEVERDAM, lamp, lamp.id)
    const [cable, ...more] = await ofSeveral()
    assert.deepEqual([cable?.cluster?.level, more.length], ['segment', 0])
    assert.equal(cable?.cluster?.unit, longest[0]?.parent)
    for (const lamp of ordered.slice(3, 10)) await report(app, OEVERDAM, lamp, lamp.id)
    const [whole, ...others] = await ofSeveral()
    assert.deepEqual([whole?.cluster?.unit, others.length], [cabinet, 0])
    assert(whole)
    const { agreement, version } = whole.cluster ?? assert.fail('it is of several')
    assert.equal(agreement, OF_SEVERAL)
    assert.deepEqual(openParties(whole), [rules.agreement(agreement, version)?.party])
    assert.equal(whole.signals.length, 10)
    assert.equal((await problems(app, OEVERDAM, 'lamp-kapot')).length, before + 1)
  })
})

const skip = await whyNoSharedData()
const [GAP_M, FROM] = [60, 3]

describe('Otterlo: all 388 real lamps go out within the hour', { skip }, () => {
  it('leaves one case a street with rows of three, and each other lamp its own', async () => {
    await using town = await openOtterlo()
    const { app } = town
    await enterRows(app)
    const { assets } = await app.towns.get(EDE)
    const lamps = [...assets.all()].filter((one) => one.type === 'lamp-post' && one.owner)
    assert.equal(lamps.length, 388)
    for (const lamp of shuffled(lamps)) await report(app, EDE, lamp, `dark/${lamp.id}`)

    const left = await problems(app, EDE, 'lamp-kapot')
    const { rows, alone } = rowsByHand(lamps)
    assert(rows.length >= 3, `only ${rows.length} streets have rows`)
    const ofRows = left.filter(({ cluster }) => cluster)
    const named = (all: Iterable<string>) => [...new Set(all)].sort().join(' ')
    assert.deepEqual(
      ofRows.map(({ dark }) => named(dark.map(({ asset }) => asset))).sort(),
      rows.map(named).sort(),
    )
    const single = left.filter(({ cluster }) => !cluster)
    assert.deepEqual(single.map(({ asset }) => asset?.id).sort(), [...alone].sort())
    const signals = left.reduce((sum, one) => sum + one.signals.length, 0)
    assert.equal(signals, 388, 'each report is in one case')
    for (const one of ofRows) assert.deepEqual(openParties(one), ['netbeheer'])
    const owners = new Map(lamps.map(({ id, owner }) => [id, owner]))
    for (const one of single)
      assert.deepEqual(openParties(one), [
        owners.get(one.asset?.id ?? '') === 'G0228' ? 'lichtwerk-onderhoud' : 'P0025',
      ])
  })
})

/** From three lamps of the municipality next to each other it is the grid operator's. */
async function enterRows(app: App): Promise<void> {
  const town = await app.towns.get(EDE)
  const [contract] = town.agreements.get('lamp-kapot-snel') ?? []
  assert(contract)
  const agreement = Agreement.parse({
    ...contract.agreement,
    id: 'rijen',
    title: 'Rijen lampen',
    basis: 'grid-operator',
    party: 'netbeheer',
    scope: { ...contract.agreement.scope, clusterLevels: ['segment'] },
    clusters: [{ level: 'segment', from: FROM, withinMinutes: 120, rowGap_m: GAP_M }],
  })
  const organisations = [{ id: 'netbeheer', name: 'Netbeheer', kind: 'grid-operator' as const }]
  await enterOrganisations(app.worker, organisations)
  await app.committer.submit(EDE, registerParties, { organisations })
  app.towns.touch(EDE)
  const known = knownNames(await app.towns.get(EDE))
  const order = { agreements: [agreement], enteredBy: 'test', known }
  const entered = await app.committer.submit(EDE, enterAgreements, order)
  assert(entered.accepted, JSON.stringify(entered))
  app.towns.touch(EDE)
}

/** By comparing each lamp of a street with each other: those that no third stands between, and of these the rows. */
function rowsByHand(lamps: readonly Asset[]): { rows: string[][]; alone: Set<string> } {
  const apart = (a: Asset, b: Asset) => distance_m(a.place, b.place)
  const streets = Map.groupBy(lamps, ({ street }) => street)
  const alone = new Set(lamps.map(({ id }) => id))
  const rows: string[][] = []
  for (const [street, all] of streets) {
    if (street === undefined) continue
    for (const part of partsOf(all, (a, b) => apart(a, b) <= 500)) {
      const isBeside = (a: Asset, b: Asset) =>
        apart(a, b) <= GAP_M &&
        part.every(
          (third) =>
            third === a || third === b || Math.max(apart(a, third), apart(third, b)) >= apart(a, b),
        )
      const own = part.filter(({ owner }) => owner === 'G0228')
      const long = partsOf(own, isBeside).filter((row) => row.length >= FROM)
      const members = long.flat().map(({ id }) => id)
      if (members.length > 0) rows.push(members)
      for (const id of members) alone.delete(id)
    }
  }
  return { rows, alone }
}

/** What hangs together by `isBeside`. */
function partsOf(all: readonly Asset[], isBeside: (a: Asset, b: Asset) => boolean): Asset[][] {
  const left = new Set(all)
  const parts: Asset[][] = []
  for (const first of all) {
    if (!left.delete(first)) continue
    const part = [first]
    for (const one of part)
      for (const next of [...left])
        if (isBeside(one, next)) {
          left.delete(next)
          part.push(next)
        }
    parts.push(part)
  }
  return parts
}
