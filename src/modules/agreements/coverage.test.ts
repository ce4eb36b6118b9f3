import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Category } from '#modules/categories'
import { AREAS, facts, town } from './arbitrary-town.ts'
import { type AgreementsInForce, compileAgreements } from './compile-agreements.ts'
import { type CoverageCell, type CoverageFinding, coverageOf, isCovered } from './coverage.ts'
import type { PlaceKind } from './coverage-questions.ts'
import { exampleTown } from './example-agreements.ts'
import { route } from './routing.ts'
import { routeByBruteForce } from './routing-by-brute-force.ts'
import type { SignalFacts } from './routing-decision.ts'
import { createStandings } from './standings.ts'

/** A Wednesday; the next days on which agreements begin or end are 42 days on, and then after the term. */
const AT = '2026-05-20T00:00:00+02:00'
const AT_MS = Date.parse(AT)
const SIX_WEEKS_MS = 42 * 86_400_000

const TYPES = ['lamp-post', 'cabinet']
const withTypes = exampleTown([]).categories.map((one) =>
  Category.parse({ ...one, assetTypes: one.id === 'waste' ? [] : TYPES }),
)

/** The root, one about objects, one about none. */
const asked = withTypes.filter(({ id }) => ['street', 'lamp-out', 'waste'].includes(id))

const places: fc.Arbitrary<PlaceKind[]> = fc.array(
  fc.record({
    areas: fc.subarray(AREAS),
    holders: fc
      .record({
        'lamp-post': fc.subarray(['municipality', 'province', undefined]),
        cabinet: fc.subarray(['grid', undefined]),
      })
      .map((held) => new Map(Object.entries(held).map(([type, who]) => [type, new Set(who)]))),
  }),
  { minLength: 1, maxLength: 2 },
)

function complete(generator: ReturnType<typeof coverageOf>): CoverageCell[] {
  for (;;) {
    const { done, value } = generator.next()
    if (done) return value
  }
}

test('a standing is what the rule answers at that moment, with its conflict', () => {
  fc.assert(
    fc.property(town, fc.array(facts, { minLength: 1, maxLength: 6 }), (inForce, signals) => {
      const compiled = compileAgreements(inForce)
      const at_ms = signals[0]?.at_ms as number
      const standings = createStandings(compiled, at_ms)
      // Twice, so that what is known of a situation is asked again.
      for (const signal of [...signals, ...signals]) {
        const one = { ...signal, at_ms }
        const { outcome, conflict = [] } = route(compiled, one, 1)
        const standing = standings(one)
        assert.deepEqual([standing.outcome, standing.conflict], [outcome, conflict])
      }
    }),
    { numRuns: 600 },
  )
})

/** All hours at which one of the agreements opens or closes, in the week that begins at `AT`. */
function weekOf({ agreements }: AgreementsInForce): number[] {
  const times = agreements.flatMap(({ agreement: { scope } }) =>
    scope.hours ? [scope.hours.from, scope.hours.to] : [],
  )
  const days = times.length === 0 ? [0] : [0, 1, 2, 3, 4, 5, 6]
  return days.flatMap((day) => {
    const date = new Date(Date.UTC(2026, 4, 20 + day)).toISOString().slice(0, 10)
    return ['00:00', ...new Set(times)].map((time) => Date.parse(`${date}T${time}:00+02:00`))
  })
}

/** Asked of the rule as it is said most plainly, for each signal that there can be. */
function coverageByBruteForce(
  inForce: AgreementsInForce,
  asked: readonly Category[],
  all: readonly PlaceKind[],
) {
  const live = (at: SignalFacts) => routeByBruteForce(inForce, at, 1)
  const woken = {
    ...inForce,
    agreements: inForce.agreements.map((one) => {
      const { mode } = one.agreement
      const isIdle = mode === 'off' || mode === 'shadow'
      return isIdle ? { ...one, agreement: { ...one.agreement, mode: 'automatic' as const } } : one
    }),
  }
  const week_ms = weekOf(inForce)
  const cells = new Map<string, { parties: Set<string>; kinds: string[][] }>()
  for (const { id: category, priority, assetTypes } of asked)
    for (const { areas, holders } of all)
      for (const type of [undefined, ...assetTypes])
        for (const manager of type ? (holders.get(type) ?? []) : [undefined])
          for (const area of areas.length > 0 ? areas : [undefined])
            for (const at_ms of week_ms) {
              const asset = type ? { id: '', type, ...(manager && { manager }) } : undefined
              const signal: SignalFacts = {
                category,
                areas,
                priority,
                clusterLevel: 'single',
                at_ms,
                excluded: [],
                ...(asset && { asset }),
              }
              const { outcome, conflict } = live(signal)
              const key = [category, area ?? '', type ?? ''].join('/')
              const cell = cells.get(key) ?? { parties: new Set(), kinds: [] }
              cells.set(key, cell)
              if (outcome.kind === 'desk') {
                const isWoken = routeByBruteForce(woken, signal, 1).outcome.kind !== 'desk'
                cell.kinds.push([isWoken ? 'not-live' : 'no-agreement'])
                continue
              }
              cell.parties.add(outcome.party)
              const later = live({ ...signal, at_ms: at_ms + SIX_WEEKS_MS })
              cell.kinds.push([
                ...(outcome.kind === 'owner-only' ? ['owner-only'] : []),
                ...(conflict ? ['conflict'] : []),
                ...(later.outcome.kind === 'desk' ? ['expiring'] : []),
              ])
            }
  return cells
}

test('coverage is what the rule answers for every signal that there can be', () => {
  fc.assert(
    fc.property(town, places, (random, all) => {
      const inForce = {
        ...random,
        categories: withTypes,
        agreements: random.agreements.slice(0, 8),
      }
      const compiled = compileAgreements(inForce)
      const told = complete(coverageOf({ compiled, categories: asked, places: all, at_ms: AT_MS }))
      const expected = coverageByBruteForce(inForce, asked, all)
      assert.equal(told.length, expected.size)
      for (const { category, area, assetType, parties, findings } of told) {
        const cell = expected.get([category, area ?? '', assetType ?? ''].join('/'))
        assert.deepEqual(parties, [...(cell?.parties ?? [])].sort())
        const kinds = cell?.kinds ?? []
        const own = findings.map(({ kind, isPartial }) => [kind, isPartial])
        const named = [...new Set(kinds.flat())].map((kind) => {
          return [kind, kinds.some((some) => !some.includes(kind))]
        })
        assert.deepEqual(own.sort(), named.sort())
      }
    }),
    { numRuns: 6 },
  )
})

function findingsOf(cells: readonly CoverageCell[], area: string): readonly CoverageFinding[] {
  return cells.find((one) => one.category === 'lamp-out' && one.area === area)?.findings ?? []
}

test('what is wrong is told with the agreements that it is about', () => {
  const inForce = exampleTown([
    {
      id: 'north',
      scope: { areas: ['zone-north'] },
      validity: { from: '2026-01-01', to: '2026-07-01' },
    },
    { id: 'harbour-1', scope: { areas: ['harbour'] } },
    { id: 'harbour-2', scope: { areas: ['harbour'] } },
    { id: 'dunes', scope: { areas: ['dunes'] }, mode: 'shadow' },
    { id: 'road', scope: { areas: ['provincial-road'] }, basis: 'owner-only' },
  ])
  const holders = new Map()
  const all = ['zone-north', 'harbour', 'dunes', 'provincial-road', 'town'].map((area) => {
    return { areas: [area], holders }
  })
  const compiled = compileAgreements(inForce)
  const { categories } = inForce
  const cells = complete(coverageOf({ compiled, categories, places: all, at_ms: AT_MS }))
  const named = (area: string) =>
    findingsOf(cells, area).map(({ kind, agreements, from_ms }) => {
      const ids = agreements.map(({ agreement }) => agreement)
      return [kind, ids, ...(from_ms === undefined ? [] : [new Date(from_ms).toISOString()])]
    })
  assert.deepEqual(named('zone-north'), [['expiring', ['north'], '2026-06-30T22:00:00.000Z']])
  assert.deepEqual(named('harbour'), [['conflict', ['harbour-1', 'harbour-2']]])
  assert.deepEqual(named('dunes'), [['not-live', ['dunes']]])
  assert.deepEqual(named('provincial-road'), [['owner-only', ['road']]])
  assert.deepEqual(named('town'), [['no-agreement', []]])
  const early = { compiled, categories, places: all, at_ms: Date.parse('2026-03-01T00:00:00Z') }
  assert.deepEqual(findingsOf(complete(coverageOf(early)), 'zone-north'), [])
  assert.equal(cells.filter((one) => one.area === 'town' && isCovered(one)).length, 0)
})

test('one area can be asked alone, and is told as among all', () => {
  const inForce = exampleTown([{ id: 'harbour', scope: { areas: ['harbour'] } }])
  const holders = new Map()
  const all = [
    { areas: ['harbour', 'town'], holders },
    { areas: ['town'], holders },
  ]
  const question = {
    compiled: compileAgreements(inForce),
    categories: inForce.categories,
    places: all,
    at_ms: AT_MS,
  }
  const whole = complete(coverageOf(question))
  const alone = complete(coverageOf({ ...question, area: 'town' }))
  assert.deepEqual(
    alone,
    whole.filter(({ area }) => area === 'town'),
  )
  const [lighting] = alone.filter(({ category }) => category === 'lamp-out')
  assert.deepEqual(lighting?.parties, ['party-of-harbour'])
  assert.deepEqual(
    lighting?.findings.map(({ kind, isPartial }) => [kind, isPartial]),
    [['no-agreement', true]],
  )
})

test('several objects are asked after at each level at which they can be one problem: one, two, none, or none soon', () => {
  const one = { from: 3, withinMinutes: 60, settleMinutes: 120 }
  const several = (id: string, area: string, own: object = {}) => ({
    id,
    scope: { areas: [area], clusterLevels: ['cabinet' as const] },
    clusters: [{ level: 'cabinet' as const, ...one }],
    ...own,
  })
  const areas = ['zone-north', 'harbour', 'dunes', 'provincial-road', 'town']
  const inForce = exampleTown([
    { id: 'each', scope: { areas, clusterLevels: ['single'] } },
    several('grid', 'zone-north'),
    several('grid-1', 'harbour'),
    several('grid-2', 'harbour'),
    several('trial', 'dunes', { mode: 'shadow' }),
    several('ends', 'provincial-road', { validity: { from: '2026-01-01', to: '2026-07-01' } }),
    { id: 'whole', scope: { areas: ['park'] } },
  ])
  const categories = withTypes.filter(({ id }) => id === 'lamp-out')
  const holders = new Map([['lamp-post', new Set(['municipality'])]])
  const places = [...areas, 'park'].map((area) => ({ areas: [area], holders }))
  const compiled = compileAgreements({ ...inForce, categories: withTypes })
  const cells = complete(coverageOf({ compiled, categories, places, at_ms: AT_MS }))
  const ofArea = new Map(
    cells
      .filter(({ level }) => level !== undefined)
      .map(({ area, assetType, level, findings, parties, thresholds }) => {
        const found = findings.map(({ kind }) => kind)
        return [area, { of: [assetType, level], found, parties, thresholds }]
      }),
  )
  const of = ['lamp-post', 'cabinet']
  const threshold = (agreement: string) => [{ agreement, version: 1, from: 3, withinMinutes: 60 }]
  const asked = (area: string) => ofArea.get(area)
  assert.deepEqual(asked('zone-north'), {
    of,
    found: [],
    parties: ['party-of-grid'],
    thresholds: threshold('grid'),
  })
  assert.deepEqual(asked('harbour')?.found, ['conflict'])
  assert.deepEqual(asked('dunes'), { of, found: ['not-live'], parties: [], thresholds: [] })
  assert.deepEqual(asked('provincial-road')?.found, ['expiring'])
  assert.deepEqual(asked('town'), { of, found: ['no-agreement'], parties: [], thresholds: [] })
  // Whoever gets all that is of several there says of none of it that it is one problem.
  assert.deepEqual(asked('park'), { of, found: [], parties: ['party-of-whole'], thresholds: [] })
  const single = cells.filter(({ level, assetType }) => !level && assetType === 'lamp-post')
  assert.deepEqual(
    single.flatMap(({ findings }) => findings),
    [],
  )
})
