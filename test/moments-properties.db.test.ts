import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import type { Agreement, AgreementVersion, SignalFacts } from '#modules/agreements'
import { listAllDecisions } from '#modules/cases'
import type { Category } from '#modules/categories'
import { importPlaces, indexAreas } from '#modules/places'
import { replayDecisions } from '../src/composition/replay.ts'
import { routeByBruteForce } from '../src/modules/agreements/routing-by-brute-force.ts'
import { type ApiTown, openApiTown } from './api-town.ts'
import { changeCategory, moveBorder } from './moving-town.ts'
import { AGREEMENTS, AREAS, agreementOf, CATEGORIES } from './small-town.ts'
import { MORNING, NOORDDIJK, ZUIDDIJK } from './town.ts'

const DAY_MS = 86_400_000
const BEGIN_MS = Date.parse(MORNING)

/** What was entered, in the order in which it was. */
type Fact = { entered_ms: number } & (
  | { kind: 'category'; id: string; changes: Partial<Category>; from_ms: number }
  | { kind: 'border'; lon: number; from_ms: number }
  | { kind: 'manager'; manager: string }
  | { kind: 'agreement'; agreement: Agreement }
)

const KINDS = ['category', 'border', 'manager', 'agreement'] as const
const ids = ['litter', 'tree', 'strange'] as const
const PLACES = [5.005, 5.015, 5.025, 5.035].flatMap((lon) =>
  [52.01, 52.019].map((lat) => ({ lon, lat })),
)

const days = fc.integer({ min: -40, max: 40 })
const changes = fc.oneof(
  fc
    .constantFrom('normal', 'urgent', 'urgent')
    .map((priority) => ({ priority }) as Partial<Category>),
  fc.constantFrom('tasks', 'playground').map((parent) => ({ parent }) as Partial<Category>),
)
const step = fc.noBias(
  fc.record({
    what: fc.constantFrom('category', 'category', 'border', 'border', 'manager', 'agreement'),
    wait_h: fc.integer({ min: 1, max: 400 }),
    id: fc.constantFrom(...ids),
    changes,
    lon: fc.constantFrom(5.01, 5.02, 5.03, 5.04),
    manager: fc.constantFrom('provincie', 'noorddijk', 'straatwerk'),
    party: fc.constantFrom('groenwerk', 'buurtgroep', 'lichtwerk'),
    /** In days from now; undefined: from now on. */
    from: fc.option(days, { nil: undefined }),
  }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const asked = fc.noBias(
  fc.record({
    /** Around a fact, in hours: where what holds, and what is known, is about to change. */
    at: fc.tuple(fc.nat(), fc.integer({ min: -100, max: 100 })),
    known: fc.tuple(fc.nat(), fc.integer({ min: -30, max: 30 })),
    place: fc.constantFrom(...PLACES),
    category: fc.constantFrom(...ids),
  }),
)
type Asked = typeof asked extends fc.Arbitrary<infer T> ? T : never

/** Agreements that make each kind of change matter. */
const MORE = [
  agreementOf({
    id: 'urgent',
    party: 'nachtlicht',
    categories: ['tree', 'litter'],
    scope: { priorities: ['urgent'] },
  }),
  agreementOf({
    id: 'ground-of-others',
    party: 'provincie',
    categories: ['tree', 'litter', 'strange'],
    scope: { managers: ['provincie'] },
  }),
  agreementOf({ id: 'tasks', party: 'stroomnet', categories: ['tasks'] }),
]

describe('any sequence of changes, asked at any moment, as known at any moment', () => {
  let api: ApiTown
  const facts: Fact[] = []
  before(async () => {
    api = await openApiTown()
    await api.town.enter(MORE)
  })
  after(() => api[Symbol.asyncDispose]())

  const versions = new Map<string, number>()

  async function take(one: Step): Promise<void> {
    const { town, app } = api
    town.pass(one.wait_h * 3_600_000)
    const entered_ms = town.clock()
    const said_ms = one.from === undefined ? undefined : entered_ms + one.from * DAY_MS
    const from_ms = said_ms ?? entered_ms
    switch (one.what) {
      case 'category': {
        const answer = await changeCategory(town, one.id, one.changes, said_ms)
        assert(answer.accepted)
        if (answer.changed > 0)
          facts.push({ kind: 'category', id: one.id, changes: one.changes, from_ms, entered_ms })
        break
      }
      case 'border':
        if (await moveBorder(town, one.lon, said_ms))
          facts.push({ kind: 'border', lon: one.lon, from_ms, entered_ms })
        break
      case 'manager': {
        const dike = AREAS.find(({ id }) => id === 'dijkweg')
        assert(dike)
        const { pool, committer } = app
        await importPlaces(
          { pool, committer, municipality: NOORDDIJK, now_ms: entered_ms },
          { areas: [{ ...dike, manager: one.manager }], assets: [], source: 'manager' },
        )
        app.towns.touch(NOORDDIJK)
        facts.push({ kind: 'manager', manager: one.manager, entered_ms })
        break
      }
      default: {
        const agreement = agreementOf({
          id: `agreement-${one.party}`,
          party: one.party,
          categories: ['litter'],
          rank: 20,
          validity: { from: new Date(from_ms).toISOString().slice(0, 10) },
        })
        await town.enter([agreement])
        facts.push({ kind: 'agreement', agreement, entered_ms })
      }
    }
  }

  /** Every fact that was known and had begun, the last one last. */
  function answerOf({ place, category }: Asked, at_ms: number, known_ms: number, without?: string) {
    const known = facts.filter((one) => one.entered_ms <= known_ms && one.kind !== without)
    const categories = new Map(CATEGORIES.map((one) => [one.id, one]))
    let [border, manager] = [5.04, 'provincie']
    for (const one of known) {
      if (one.kind === 'manager') manager = one.manager
      if (one.kind === 'agreement' || one.kind === 'manager' || one.from_ms > at_ms) continue
      if (one.kind === 'border') border = one.lon
      else {
        const first = CATEGORIES.find(({ id }) => id === one.id) as Category
        categories.set(one.id, { ...first, ...one.changes })
      }
    }
    if (place.lon >= border) return { outside: true }
    const signal: SignalFacts = {
      category,
      areas: areasOf(place),
      priority: categories.get(category)?.priority ?? 'normal',
      clusterLevel: 'single',
      at_ms,
      excluded: [],
    }
    const inForce = {
      municipality: NOORDDIJK,
      epoch: 1,
      categories: [...categories.values()],
      agreements: versionsOf(known),
      areaSizes_m2: indexAreas(AREAS).sizes_m2,
      managementAreas: new Map([['dijkweg', manager]]),
      zone: 'Europe/Amsterdam' as const,
    }
    const { outcome } = routeByBruteForce(inForce, signal, known_ms)
    return outcome.kind === 'desk'
      ? { outcome: outcome.kind }
      : { outcome: outcome.kind, chosen: [outcome.party, outcome.agreement, outcome.version] }
  }

  function versionsOf(known: readonly Fact[]): AgreementVersion[] {
    versions.clear()
    const entered = known.flatMap((one) => (one.kind === 'agreement' ? [one.agreement] : []))
    const distinct: AgreementVersion[] = []
    const last = new Map<string, string>()
    for (const agreement of [...AGREEMENTS, ...MORE, ...entered]) {
      const text = canonicalize(agreement) as string
      if (last.get(agreement.id) === text) continue
      last.set(agreement.id, text)
      const version = (versions.get(agreement.id) ?? 0) + 1
      versions.set(agreement.id, version)
      distinct.push({ agreement, version, entered_ms: 0 })
    }
    return distinct
  }

  function momentsOf({ at, known }: Asked): [at_ms: number, known_ms: number] {
    const [fact, other] = [at, known].map(([nth]) => facts[nth % facts.length])
    const from_ms = fact && 'from_ms' in fact ? fact.from_ms : BEGIN_MS
    const entered_ms = other?.entered_ms ?? BEGIN_MS
    const hours = ([, shift]: readonly [number, number]) => shift * 3_600_000
    return [from_ms + hours(at), Math.max(BEGIN_MS, entered_ms + hours(known))]
  }

  async function told({ place, category }: Asked, at_ms: number, known_ms: number, as = NOORDDIJK) {
    const moments = [at_ms, known_ms].map((one) => new Date(one).toISOString()) as [string, string]
    const query = new URLSearchParams({
      category,
      lon: `${place.lon}`,
      lat: `${place.lat}`,
      at: moments[0],
      knownAt: moments[1],
    })
    const key = as === NOORDDIJK ? 'desk' : 'zuiddijkDesk'
    const { status, json, text } = await api.get(`/routing?${query}`, { as: key })
    if (json.type === '/problems/place-outside-municipality') return { outside: true }
    assert.equal(status, 200, text)
    const { outcome, chosen } = json
    if (!chosen) return { outcome }
    return { outcome, chosen: [chosen.party.id, chosen.agreement.id, chosen.agreement.version] }
  }

  it('is answered as a fold over what was entered, and every decision is taken again exactly', async (t) => {
    const seed = Date.now() | 0
    t.diagnostic(`seed ${seed}`)
    const missing = new Set<string>([...KINDS, 'late', 'planned', 'outside', 'decided'])
    let [questions, reports] = [0, 0]
    for (let batch = 0; batch < 30 && missing.size > 0; batch++) {
      for (const one of fc.sample(step, { numRuns: 10, seed: seed + batch })) {
        await take(one)
        await api.town.report({ category: one.id, place: placeOf(reports++) })
      }
      for (const one of fc.sample(asked, { numRuns: 40, seed: seed - batch })) {
        const [at_ms, known_ms] = momentsOf(one)
        const expected = answerOf(one, at_ms, known_ms)
        const where = `seed ${seed}, batch ${batch}: ${JSON.stringify({ one, at_ms, known_ms })}`
        assert.deepEqual(await told(one, at_ms, known_ms), expected, where)
        const theirs = await told(one, at_ms, known_ms, ZUIDDIJK)
        assert.equal('outside' in theirs, !('outside' in expected), where)
        questions += 1
        const isOther = (other: object) => canonicalize(other) !== canonicalize(expected)
        for (const kind of KINDS)
          if (isOther(answerOf(one, at_ms, known_ms, kind))) missing.delete(kind)
        if (isOther(answerOf(one, at_ms, Infinity))) missing.delete('late')
        if (at_ms > known_ms && isOther(answerOf(one, known_ms, known_ms)))
          missing.delete('planned')
        if ('outside' in expected) missing.delete('outside')
      }
      const { different, decisions, same } = await replayDecisions(api.app, NOORDDIJK)
      assert.deepEqual(different, [], `seed ${seed}, batch ${batch}`)
      assert.equal(same, decisions)
      if (await wouldDifferToday()) missing.delete('decided')
    }
    const never = [...missing].join(', ')
    assert.equal(never, '', `seed ${seed}: not reached in ${questions} questions`)
  })

  /** Whether a decision would be another one by the rules of now, so that replay shows something. */
  async function wouldDifferToday(): Promise<boolean> {
    const { rules } = await api.app.towns.get(NOORDDIJK)
    for await (const { body } of listAllDecisions(api.app.pool, NOORDDIJK)) {
      const again = { ...rules.route(body.facts, body.decided_ms), epoch: body.epoch }
      if (canonicalize(again) !== canonicalize(body)) return true
    }
    return false
  }
})

/** Each far enough from the others to be a case of its own, and west of any border. */
function placeOf(n: number) {
  return { lon: 5.0005 + (n % 15) * 0.0006, lat: 52.0198 - Math.floor(n / 15) * 0.0004 }
}

function areasOf({ lon, lat }: { lon: number; lat: number }): string[] {
  return [
    lon < 5.02 ? 'centrum' : undefined,
    lat >= 52.018 ? 'dijkweg' : undefined,
    lon >= 5.02 ? 'haven' : undefined,
  ].filter((one) => one !== undefined)
}
