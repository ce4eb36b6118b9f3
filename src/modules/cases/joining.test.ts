import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { cellToBoundary, gridDisk, latLngToCell } from 'h3-js'
import { M_PER_DEGREE } from '#kernel/geometry'
import { exampleSignal, NOON_ms } from '../../../test/example-case.ts'
import { agreementOf, smallTownRules } from '../../../test/small-town.ts'
import type { Case } from './case.ts'
import type { SignalData } from './events.ts'
import { type Candidate, joinOrOpen } from './joining.ts'
import { JOIN_RESOLUTION } from './projections.ts'
import { decideReport } from './reporting.ts'
import { CELLS_AROUND } from './working-set.ts'

const RADIUS_M = 25
const LAMPS = 300
const METRES_LON = 1 / (M_PER_DEGREE * Math.cos((52.005 * Math.PI) / 180))
const rules = smallTownRules()

/** A row of lamps 60 m apart, every third of the province; what is reported of one lies within 10 m of it. */
function signalOf(lamp: number, jitter_m: number, isKnown: boolean, id: number): SignalData {
  const lon = 5 + (lamp * 60 + jitter_m) * METRES_LON
  const owner = lamp % 3 === 0 ? 'provincie' : 'noorddijk'
  const ground = lamp % 3 === 0 ? ['dijkweg'] : ['centrum']
  return exampleSignal({
    signalId: `signal-${id}`,
    place: { lon, lat: 52.005 },
    areas: ground,
    category: isKnown ? 'lamp-out' : 'litter',
    ...(isKnown ? { asset: { id: `lamp-${lamp}`, type: 'lamp-post', owner, manager: owner } } : {}),
  })
}

/** Which problems are open at which party, whoever came first. */
function problemsOf(signals: readonly SignalData[]): string[] {
  const cases = new Map<string, Case>()
  let ids = 0
  const newId = () => `id-${ids++}`
  for (const signal of signals) {
    const joined = joinOrOpen(signal, RADIUS_M, false, [...cases.values()], rules)
    const known = joined.kind === 'opens' ? undefined : cases.get(joined.caseId)
    const report = {
      caseId: newId(),
      signal,
      visibility: 'public',
      priority: 'normal',
      isHistory: false,
    } as const
    const circumstances = { now_ms: NOON_ms, newId, rules }
    const { state } = decideReport(report, joined, known, circumstances, () => 'n')
    cases.set(state.id, state)
  }
  return [...cases.values()]
    .map(({ asset, place, signals, assignments, category }) => {
      const spot = asset?.id ?? Math.round((place?.lon ?? 0) / (60 * METRES_LON))
      const parties = assignments.map(({ party, status }) => `${party} ${status}`)
      return `${category} ${spot} ${signals.length} ${parties}`
    })
    .sort()
}

const shuffled = (isKnown: boolean) =>
  fc
    .array(fc.tuple(fc.nat(LAMPS - 1), fc.integer({ min: -10, max: 10 })), {
      minLength: LAMPS,
      maxLength: 2 * LAMPS,
      size: 'max',
    })
    .map((all) => all.map(([lamp, jitter_m], id) => signalOf(lamp, jitter_m, isKnown, id)))
    .chain((signals) =>
      fc.tuple(
        fc.constant(signals),
        fc.shuffledSubarray(signals, { minLength: signals.length, maxLength: signals.length }),
      ),
    )

describe('given signals about 300 lamps, when they come in any order', () => {
  for (const [how, isKnown] of [
    ['with an asset', true],
    ['without an asset', false],
  ] as const)
    test(`the same problems are open at the same parties, ${how}`, () => {
      fc.assert(
        fc.property(shuffled(isKnown), ([signals, again]) => {
          assert.deepEqual(problemsOf(again), problemsOf(signals))
        }),
        { numRuns: 15 },
      )
    })

  test('one that knows no asset does not tie two assets together by coming first', () => {
    const lamps = [0, 1].map((lamp) => signalOf(lamp, 0, true, lamp))
    const between = { ...signalOf(0, 20, false, 2), category: 'lamp-out' }
    const orders = [
      [between, ...lamps],
      [...lamps, between],
    ]
    const [first, last] = orders.map(problemsOf)
    assert.deepEqual(first, last)
    assert.equal(first?.length, 3)
  })
})

describe('given a known problem', () => {
  const known = {
    id: 'case-1',
    status: 'open',
    category: 'lamp-out',
    visibility: 'public',
    opened_ms: NOON_ms,
    isHistory: false,
    place: { lon: 5.01, lat: 52.01 },
  } as const
  const signal = exampleSignal({ place: { lon: 5.01 + 20 * METRES_LON, lat: 52.01 } })
  const join = (changes: object, own: Partial<SignalData> = {}) =>
    joinOrOpen({ ...signal, ...own }, RADIUS_M, false, [{ ...known, ...changes }], rules)

  test('a signal joins it, contests it when it is done, and otherwise opens a case', () => {
    assert.deepEqual(join({}), { kind: 'joins', caseId: 'case-1' })
    assert.deepEqual(join({ status: 'done' }), { kind: 'contests', caseId: 'case-1' })
    assert.deepEqual(join({ status: 'closed' }), { kind: 'opens' })
    assert.deepEqual(join({ category: 'mast-hit' }), { kind: 'opens' })
    assert.deepEqual(join({ isHistory: true }), { kind: 'opens' })
    assert.deepEqual(join({ place: { lon: 5.02, lat: 52.01 } }), { kind: 'opens' })
  })

  test('the nearest of several is joined', () => {
    const nearer = { ...known, id: 'case-2', place: { lon: 5.01 + 30 * METRES_LON, lat: 52.01 } }
    const joined = joinOrOpen(signal, RADIUS_M, false, [known, nearer], rules)
    assert.deepEqual(joined, { kind: 'joins', caseId: 'case-2' })
  })

  test('nothing confidential joins, and nothing joins what is confidential', () => {
    assert.deepEqual(joinOrOpen(signal, RADIUS_M, true, [known], rules), { kind: 'opens' })
    assert.deepEqual(join({ visibility: 'confidential' }), { kind: 'opens' })
  })

  test('of one asset that was closed within 30 days a new case names it, and not after', () => {
    const asset = { id: 'lamp-1', type: 'lamp-post' }
    const closed = (days: number) =>
      join({ status: 'closed', asset, closed_ms: NOON_ms - days * 86_400_000 }, { asset })
    assert.deepEqual(closed(29), { kind: 'opens', recurrenceOf: 'case-1' })
    assert.deepEqual(closed(31), { kind: 'opens' })
  })
})

describe('given what was closed on the same object', () => {
  const asset = { id: 'lamp-1', type: 'lamp-post' }
  const terms = smallTownRules([
    agreementOf({
      id: 'long',
      party: 'lichtwerk',
      categories: ['lighting'],
      verification: { recurrenceDays: 10, flapsWithinHours: 5 },
      warrantyDays: 60,
    }),
    agreementOf({ id: 'none', party: 'nachtlicht', categories: ['lighting'] }),
  ])
  const closed = (
    days: number,
    own: Partial<Candidate> = {},
    work: Partial<Candidate['work'] & object> = {},
  ): Candidate => ({
    id: `closed-${days}`,
    status: 'closed',
    closedAs: 'confirmed',
    category: 'lamp-out',
    visibility: 'public',
    opened_ms: 0,
    closed_ms: NOON_ms - days * 86_400_000,
    isHistory: false,
    asset,
    work: { status: 'done', party: 'lichtwerk', agreement: 'long', version: 1, ...work },
    ...own,
  })
  const join = (...earlier: readonly Candidate[]) =>
    joinOrOpen(exampleSignal({ asset }), RADIUS_M, false, earlier, terms)
  const warranty = (days: number) => ({
    party: 'lichtwerk',
    agreement: 'long',
    version: 1,
    caseId: `closed-${days}`,
    until_ms: NOON_ms + (60 - days) * 86_400_000,
  })

  test('its agreement says for how long it is a recurrence, and how soon a thing flaps', () => {
    const isUnworked = { closedAs: 'settled-by-desk' } as const
    assert.deepEqual(join(closed(9, isUnworked)), { kind: 'opens', recurrenceOf: 'closed-9' })
    assert.deepEqual(join(closed(11, isUnworked)), { kind: 'opens' })
    const none = closed(29, isUnworked, { agreement: 'none' })
    assert.deepEqual(join(none), { kind: 'opens', recurrenceOf: 'closed-29' })
    const cleared = { closedAs: 'cleared' } as const
    assert.equal(join(closed(5 / 24, cleared)).kind, 'reopens')
    assert.equal(join(closed(6 / 24, cleared)).kind, 'opens')
  })

  test('work that stood is under warranty, longer than it is a recurrence', () => {
    for (const closedAs of ['confirmed', 'unchallenged'] as const)
      assert.deepEqual(join(closed(59, { closedAs })), {
        kind: 'opens',
        recurrenceOf: 'closed-59',
        warranty: warranty(59),
      })
    assert.deepEqual(join(closed(60)), { kind: 'opens' })
  })

  test('nothing was repaired where nothing was found, or where the desk ended it', () => {
    const recurs = { kind: 'opens', recurrenceOf: 'closed-3' }
    assert.deepEqual(join(closed(3, {}, { status: 'nothing-found' })), recurs)
    assert.deepEqual(join(closed(3, { closedAs: 'settled-by-desk' })), recurs)
    assert.deepEqual(join(closed(3, {}, { agreement: 'none' })), recurs)
  })

  test('what cleared by itself in between takes no warranty away', () => {
    assert.deepEqual(join(closed(40), closed(2, { closedAs: 'cleared' })), {
      kind: 'opens',
      recurrenceOf: 'closed-2',
      warranty: warranty(40),
    })
  })
})

test('the cells that are looked in hold every point within the widest joining radius', () => {
  const part = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(part, part, (x, y) => {
      const cell = latLngToCell(50.7 + 2.8 * y, 3.3 + 3.9 * x, JOIN_RESOLUTION)
      const cells = new Set(gridDisk(cell, CELLS_AROUND))
      // The corners are where a cell comes closest to what lies outside its rings.
      for (const [lat = 0, lon = 0] of cellToBoundary(cell)) {
        for (let turn = 0; turn < 2 * Math.PI; turn += 0.05) {
          const toLon = 250 / (M_PER_DEGREE * Math.cos((lat * Math.PI) / 180))
          const other = [
            lat + Math.sin(turn) * (250 / M_PER_DEGREE),
            lon + Math.cos(turn) * toLon,
          ] as const
          assert(cells.has(latLngToCell(...other, JOIN_RESOLUTION)))
        }
      }
    }),
    { numRuns: 50 },
  )
})
