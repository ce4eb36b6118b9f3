import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { facts, moment, town } from './arbitrary-town.ts'
import { type AgreementsInForce, compileAgreements } from './compile-agreements.ts'
import { EXAMPLE_TERMS, exampleFacts, exampleTown } from './example-agreements.ts'
import { routeByBruteForce } from './routing-by-brute-force.ts'
import type { SignalFacts } from './routing-decision.ts'
import { createRates, createSimulation, type NotOursCount } from './simulation.ts'

function simulationOf(
  before: AgreementsInForce,
  after: AgreementsInForce,
  at_ms: number,
  notOurs: NotOursCount[] = [],
) {
  const [one, other] = [compileAgreements(before), compileAgreements(after)]
  return createSimulation({ before: one, after: other, validAt_ms: at_ms, notOurs })
}

test('a simulation tells of each case what the rule answers under either register', () => {
  fc.assert(
    fc.property(town, town, fc.array(facts, { maxLength: 5 }), moment, (one, other, all, at_ms) => {
      const simulation = simulationOf(one, other, at_ms)
      let different = 0
      for (const [n, own] of all.entries()) {
        // Plain routing knows one moment only: that of the hour and of validity is the same here.
        const signal: SignalFacts = { ...own, at_ms }
        const [was, is] = [one, other].map((each) => routeByBruteForce(each, signal, 1))
        const told = simulation.add({ id: `${n}`, caseId: `${n}`, facts: signal })
        const partyOf = (decision: typeof was) =>
          decision && 'party' in decision.outcome ? decision.outcome.party : undefined
        const [from, to] = [partyOf(was), partyOf(is)]
        const kinds = [
          ...(from && to && from !== to ? ['other-party'] : []),
          ...(from && !to ? ['gap-appears'] : []),
          ...(!from && to ? ['gap-closes'] : []),
          ...(!was?.conflict && is?.conflict ? ['conflict-appears'] : []),
          ...(was?.conflict && !is?.conflict ? ['conflict-ends'] : []),
        ]
        assert.deepEqual(told?.kinds ?? [], kinds)
        if (kinds.length > 0) different += 1
        if (told)
          assert.deepEqual([told.before.chosen?.party, told.after.chosen?.party], [from, to])
      }
      const figures = simulation.figures()
      assert.deepEqual([figures.cases, figures.different], [all.length, different])
      const sum = (side: 'before' | 'after') => figures.work.reduce((n, row) => n + row[side], 0)
      assert.deepEqual([sum('before'), sum('after')], [all.length, all.length])
    }),
    { numRuns: 300 },
  )
})

const AT_MS = Date.parse('2027-01-01T00:00:00+01:00')
const decisionOf = (own: Parameters<typeof exampleFacts>[0], id = 'one') => {
  return { id, caseId: `case-${id}`, facts: exampleFacts(own) }
}

describe('under a draft', () => {
  const before = exampleTown([{ id: 'light', party: 'lichtwerk' }])

  test('the validity is that of the draft, the hour and the weekday are the signal’s own', () => {
    const hours = { days: ['sat', 'sun'] as ('sat' | 'sun')[], from: '00:00', to: '24:00' }
    const weekend = { ...hours, to: '23:59' }
    const after = exampleTown([
      { id: 'light', party: 'lichtwerk' },
      {
        id: 'weekend',
        party: 'nachtlicht',
        validity: { from: '2027-01-01' },
        scope: { hours: weekend },
      },
    ])
    const simulation = simulationOf(before, after, AT_MS)
    const saturday = simulation.add(decisionOf({ at: '2026-05-23T12:00:00+02:00' }))
    assert.deepEqual(saturday?.kinds, ['other-party'])
    assert.equal(simulation.add(decisionOf({ at: '2026-05-20T12:00:00+02:00' })), undefined)
  })

  test('other terms are told with both moments, and count as earlier or later', () => {
    const terms = {
      ...EXAMPLE_TERMS,
      party: {
        ...EXAMPLE_TERMS.party,
        milestones: [
          {
            name: 'done' as const,
            within: { amount: 5, unit: 'working-days' as const },
            priorities: [],
            findings: [],
          },
        ],
      },
    }
    const simulation = simulationOf(
      before,
      exampleTown([{ id: 'light', party: 'lichtwerk', terms }]),
      AT_MS,
    )
    const told = simulation.add(decisionOf({}))
    assert.deepEqual(told?.kinds, ['due-earlier'])
    assert.equal(new Date(told?.before.due_ms ?? 0).toISOString(), '2026-06-04T15:00:00.000Z')
    assert.equal(new Date(told?.after.due_ms ?? 0).toISOString(), '2026-05-28T15:00:00.000Z')
    const { different, kinds } = simulation.figures()
    assert.equal(different, 1)
    assert.deepEqual(
      kinds.filter(({ cases }) => cases > 0),
      [{ kind: 'due-earlier', cases: 1 }],
    )
  })

  test('a case under warranty is counted apart', () => {
    const simulation = simulationOf(before, exampleTown([]), AT_MS)
    const until_ms = Date.parse('2026-12-01T00:00:00Z')
    const warranty = { party: 'lichtwerk', agreement: 'light', version: 1, caseId: 'x', until_ms }
    assert.equal(simulation.add(decisionOf({ warranty })), undefined)
    assert.deepEqual(simulation.add(decisionOf({}))?.kinds, ['gap-appears'])
    const { cases, underWarranty, different } = simulation.figures()
    assert.deepEqual([cases, underWarranty, different], [2, 1, 1])
  })

  test('what is expected not to be theirs follows from what was recorded, and its price from the agreement', () => {
    const grid = { id: 'grid', party: 'stroomnet', price: { wrongfulReport: 12_500 }, rank: 1 }
    const after = exampleTown([{ id: 'light', party: 'lichtwerk' }, grid])
    const counts = [{ party: 'stroomnet', category: 'lamp-out', assignments: 20, notOurs: 5 }]
    const simulation = simulationOf(before, after, AT_MS, counts)
    for (let n = 0; n < 10; n++) simulation.add(decisionOf({}, `${n}`))
    const [light, net] = simulation.figures().work
    assert.deepEqual([light?.party, light?.before, light?.after], ['lichtwerk', 10, 0])
    // Nothing was recorded of this party, so that the rate is that of the category.
    assert.deepEqual([light?.notOurs?.of, light?.notOurs?.expectedBefore], ['category', 2.5])
    assert.deepEqual(net, {
      party: 'stroomnet',
      category: 'lamp-out',
      before: 0,
      after: 10,
      notOurs: {
        rate: 0.25,
        assignments: 20,
        notOurs: 5,
        of: 'party-and-category',
        expectedBefore: 0,
        expectedAfter: 2.5,
        centsBefore: 0,
        centsAfter: 31_250,
      },
    })
  })
})

test('a rate is of the nearest that was recorded, and of nothing where there is nothing', () => {
  const rates = createRates([
    { party: 'a', category: 'x', assignments: 4, notOurs: 1 },
    { party: 'a', category: 'y', assignments: 4, notOurs: 3 },
    { party: 'b', category: 'x', assignments: 12, notOurs: 0 },
  ])
  assert.deepEqual(rates('a', 'x')?.rate, 0.25)
  assert.deepEqual([rates('a', 'z')?.rate, rates('a', 'z')?.of], [0.5, 'party'])
  assert.deepEqual([rates('c', 'x')?.rate, rates('c', 'x')?.of], [1 / 16, 'category'])
  assert.equal(rates('c', 'z'), undefined)
})
