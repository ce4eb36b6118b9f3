import assert from 'node:assert/strict'
import { describe, it, test } from 'node:test'
import fc from 'fast-check'
import { exampleSignal, HOUR_MS, liveCase } from '../../../test/example-case.ts'
import { AGREEMENTS, smallTownRules } from '../../../test/small-town.ts'
import { decideOverrule } from './directing.ts'
import { daysAfter, localDateOf } from './local-date.ts'
import {
  FINAL_STAGES,
  STEP_RULES,
  WRONGFUL_STATES,
  wrongfulFactsOf,
  wrongfulStateOn,
} from './wrongful-reports.ts'
import { decideWrongfulStep, type GivenStep } from './wrongful-steps.ts'

const DAY_MS = 24 * HOUR_MS
const LAMP = exampleSignal({ lamp: 'lamp-3' })
const DAYS = 10
const PRICED = AGREEMENTS.map((one) =>
  one.id === 'lighting'
    ? {
        ...one,
        price: { wrongfulReport: 12_500, disputeWithinDays: DAYS, findings: ['cable' as const] },
      }
    : one,
)

/** A lamp that its contractor says is not its own. */
function refusedCase(agreements = PRICED) {
  const live = liveCase(smallTownRules(agreements))
  live.report(LAMP)
  live.answer('lichtwerk', { answer: 'not-ours', reason: 'not-our-asset' })
  const { id } = live.of('lichtwerk')
  let steps = 0
  const give = (step: GivenStep['step'], own: Partial<GivenStep> = {}) => {
    steps += 1
    const given = { stepId: `step-${steps}`, by: 'account/one', step, ...own }
    const command = { assignmentId: id, given }
    return live.take(decideWrongfulStep(command, live.state, live.circumstances()))
  }
  const facts = () => {
    const one = live.state.assignments.find((each) => each.id === id)
    const found = one && wrongfulFactsOf(live.state, one)
    assert(found, 'it was refused')
    return found
  }
  const state = () =>
    wrongfulStateOn(facts(), { disputeWithin_days: DAYS }, localDateOf(live.now_ms))
  const giveAgain = () =>
    live.take(
      decideOverrule(
        {
          by: 'desk',
          reasonDigest: 'd',
          agreement: 'lighting',
          version: 1,
          party: 'lichtwerk',
          informed: [],
        },
        live.state,
        live.circumstances(),
      ),
    )
  return { live, give, facts, state, giveAgain }
}

describe('given a lamp that lichtwerk says is not its own', () => {
  test('then nobody has to enter that it bills it', () => {
    const { facts, state } = refusedCase()
    assert.deepEqual([facts().stage, state()], ['open', 'open'])
  })

  test('when the municipality disputes it and lichtwerk upholds it, then only the municipality decides', () => {
    const { give, state } = refusedCase()
    assert.equal(give({ kind: 'disputed', reason: 'their-asset' }), undefined)
    assert.equal(give({ kind: 'decided', as: 'owed' }), 'party-may-still-answer')
    assert.equal(give({ kind: 'upheld' }), undefined)
    assert.equal(give({ kind: 'upheld' }), 'wrongful-step-not-allowed')
    assert.equal(
      give({ kind: 'decided', as: 'owed' }, { upTo_cents: 12_499 }),
      'wrongful-report-above-amount',
    )
    assert.equal(give({ kind: 'decided', as: 'not-owed' }, { upTo_cents: 0 }), undefined)
    assert.equal(state(), 'decided-not-owed')
  })

  test('when lichtwerk does not answer a dispute in its days, then the municipality decides without', () => {
    const { live, give, state } = refusedCase()
    give({ kind: 'disputed', reason: 'other' })
    live.pass(DAYS * DAY_MS)
    assert.equal(give({ kind: 'decided', as: 'not-owed' }), 'party-may-still-answer')
    live.pass(DAY_MS)
    assert.equal(give({ kind: 'decided', as: 'not-owed' }), undefined)
    assert.equal(state(), 'decided-not-owed')
  })

  test('when it is accepted, then the amount is in the journal, and the case is to everybody as it was', () => {
    const { live, give } = refusedCase()
    const { updated_ms, status, desk } = live.state
    const { revision } = live.of('lichtwerk')
    live.pass(HOUR_MS)
    give({ kind: 'accepted' })
    assert.deepEqual(live.events.at(-1), {
      type: 'WrongfulReportAccepted',
      data: {
        assignmentId: live.of('lichtwerk').id,
        stepId: 'step-1',
        by: 'account/one',
        cents: 12_500,
      },
    })
    assert.deepEqual(
      [live.state.updated_ms, live.state.status, live.state.desk],
      [updated_ms, status, desk],
    )
    assert.equal(live.of('lichtwerk').revision, revision)
  })

  test('when it is given to lichtwerk again, then the facts refute it until lichtwerk refuses once more', () => {
    const { live, facts, state, giveAgain } = refusedCase()
    live.pass((DAYS + 5) * DAY_MS)
    assert.equal(state(), 'accepted-by-silence')
    giveAgain()
    assert.deepEqual([state(), facts().contrary?.kind], ['refuted-by-facts', 'given-again'])
    live.pass(DAY_MS)
    live.answer('lichtwerk', { answer: 'not-ours', reason: 'other' })
    assert.equal(state(), 'open', 'the days count anew')
    assert.equal(facts().countsFrom, localDateOf(live.now_ms))
  })

  test('when lichtwerk does it after all, then it is refuted, and lichtwerk alone can hold on to it', () => {
    const { live, give, facts, state, giveAgain } = refusedCase()
    give({ kind: 'accepted' })
    live.pass(HOUR_MS)
    giveAgain()
    live.answer('lichtwerk', { answer: 'done', next: [] })
    assert.deepEqual([state(), facts().contrary?.kind], ['refuted-by-facts', 'done'])
    live.pass(HOUR_MS)
    assert.equal(give({ kind: 'accepted' }), 'wrongful-step-not-allowed')
    assert.equal(give({ kind: 'upheld' }), undefined)
    assert.equal(state(), 'upheld')
    assert.equal(give({ kind: 'decided', as: 'not-owed' }), undefined)
  })

  test('when another does it, then it stands', () => {
    const { live, state } = refusedCase()
    live.answer('nachtlicht', { answer: 'done', next: [] })
    assert.equal(state(), 'open')
  })
})

describe('given no price for it', () => {
  const rejection = (agreements: typeof AGREEMENTS) =>
    refusedCase([...agreements]).give({ kind: 'accepted' })

  it('is no wrongful report', () => {
    assert.equal(rejection(AGREEMENTS), 'wrongful-report-not-found')
    const free = PRICED.map((one) => (one.price ? { ...one, price: { wrongfulReport: 0 } } : one))
    assert.equal(rejection(free), 'wrongful-report-not-found')
  })

  it('is one by what was found only where the agreement names that cause', () => {
    for (const [cause, expected] of [
      ['cable', undefined],
      ['lamp', 'wrongful-report-not-found'],
    ] as const) {
      const live = liveCase(smallTownRules(PRICED))
      live.report(LAMP)
      live.answer('lichtwerk', { answer: 'accepted' })
      live.answer('lichtwerk', { answer: 'passed-on', cause, next: ['cable-disconnect'] })
      const given = { stepId: 's', by: 'account/one', step: { kind: 'accepted' } } as const
      const command = { assignmentId: live.of('lichtwerk').id, given }
      const taken = live.take(decideWrongfulStep(command, live.state, live.circumstances()))
      assert.equal(taken, expected, cause)
    }
  })
})

test('whatever both sides try and when, each step is one of the table, and what is final stays', () => {
  const step: fc.Arbitrary<GivenStep['step']> = fc.oneof(
    fc
      .constantFrom('accepted' as const, 'upheld' as const, 'dropped' as const)
      .map((kind) => ({ kind })),
    fc.constant({ kind: 'disputed' as const, reason: 'other' as const }),
    fc
      .constantFrom('owed' as const, 'not-owed' as const)
      .map((as) => ({ kind: 'decided' as const, as })),
  )
  const deed = fc.oneof(
    { weight: 5, arbitrary: step },
    { weight: 1, arbitrary: fc.constant('give-again' as const) },
    { weight: 1, arbitrary: fc.constant('refuse' as const) },
    { weight: 1, arbitrary: fc.constant('do' as const) },
    { weight: 2, arbitrary: fc.constant('wait' as const) },
  )
  const reached = new Set<string>()
  const property = fc.property(fc.array(deed, { minLength: 1, maxLength: 10 }), (deeds) => {
    const { live, give, facts, state, giveAgain } = refusedCase()
    for (const one of deeds) {
      const was = state()
      reached.add(was)
      const { stage } = facts()
      if (one === 'give-again') giveAgain()
      else if (one === 'wait') live.pass(4 * DAY_MS)
      else if (one === 'refuse') live.answer('lichtwerk', { answer: 'not-ours', reason: 'other' })
      else if (one === 'do') live.answer('lichtwerk', { answer: 'done', next: [] })
      else if (give(one) === undefined)
        assert(STEP_RULES[one.kind].from.includes(was), `${one.kind} from ${was}`)
      if (FINAL_STAGES.includes(stage)) assert.equal(facts().stage, stage)
      reached.add(state())
    }
  })
  for (let batch = 0; batch < 10 && reached.size < WRONGFUL_STATES.length; batch++)
    fc.assert(property, { numRuns: 300 })
  assert.deepEqual([...reached].sort(), [...WRONGFUL_STATES].sort())
})

test('days are counted by the calendar, also where the clocks change', () => {
  assert.equal(daysAfter('2026-03-20', 14), '2026-04-03')
  assert.equal(daysAfter('2026-10-20', 14), '2026-11-03')
  assert.equal(daysAfter('2028-02-20', 14), '2028-03-05')
  assert.equal(localDateOf(Date.parse('2026-06-09T22:30:00Z')), '2026-06-10')
})
