import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { exampleSignal, NOON_ms } from '../../../test/example-case.ts'
import { smallTownRules } from '../../../test/small-town.ts'
import { type ConditionState, NEVER, takeEvent } from './taking.ts'
import { isTimeSuspect, orderedAt_ms, type Told } from './thing-event.ts'

const rules = smallTownRules()
const MINUTE_MS = 60_000

function told(kind: Told['kind'], seen_ms: number, id = 'event'): Told {
  const about = { source: 'urn:lamps', id, asset: 'lamp-3', condition: 'lamp-failure' } as const
  const head = { ...about, received_ms: NOON_ms, seen_ms }
  if (kind === 'cleared') return { ...head, kind }
  const signal = exampleSignal({ lamp: 'lamp-3', signalId: id })
  const report = { caseId: id, signal, isHistory: false } as const
  const opening = { ...report, visibility: 'public', priority: 'normal' } as const
  return { ...head, kind, radius_m: 0, seals: { keys: [], boxes: [] }, report: opening }
}

function takeAll(all: readonly Told[]) {
  let state: ConditionState = NEVER
  const outcomes = all.map((one) => {
    const taken = takeEvent(one, state, rules)
    state = taken.after
    return taken.outcome
  })
  return { state, outcomes }
}

describe('given raises and clears of one condition', () => {
  test('whether it stands follows from the last by their own time, in whatever order they come', () => {
    const moments = fc.uniqueArray(fc.integer({ min: -600, max: 5 }), {
      minLength: 1,
      maxLength: 8,
    })
    const kind = fc.constantFrom<Told['kind']>('raised', 'cleared')
    const events = moments.chain((minutes) =>
      fc.tuple(...minutes.map((minute) => fc.record({ minute: fc.constant(minute), kind }))),
    )
    const permuted = events.chain((all) =>
      fc.record({
        all: fc.constant(all),
        arrived: fc.shuffledSubarray(all, { minLength: all.length }),
      }),
    )
    fc.assert(
      fc.property(permuted, ({ all, arrived }) => {
        const last = all.reduce((a, b) => (b.minute > a.minute ? b : a))
        const { state } = takeAll(
          arrived.map(({ minute, kind }, i) => told(kind, NOON_ms + minute * MINUTE_MS, `${i}`)),
        )
        assert.equal(Object.keys(state.standing).length > 0, last.kind === 'raised')
      }),
    )
  })

  test('what was raised in two categories is cleared in both', () => {
    const other = told('raised', NOON_ms, 'b') as Extract<Told, { kind: 'raised' }>
    const signal = { ...other.report.signal, category: 'mast-hit' }
    const { state } = takeAll([
      told('raised', NOON_ms, 'a'),
      { ...other, report: { ...other.report, signal } },
    ])
    const { commands } = takeEvent(told('cleared', NOON_ms), state, rules)
    const cleared = commands.map((one) => one.type === 'ClearCondition' && one.signalId)
    assert.deepEqual(cleared, ['a', 'b'])
  })
})

describe('the clock of a thing', () => {
  const at = (minutes: number) => told('cleared', NOON_ms + minutes * MINUTE_MS)

  for (const [minutes, isSuspect, ordered] of [
    [-600, true, -600],
    [-5.001, true, -5.001],
    [-5, false, -5],
    [0, false, 0],
    [5, false, 5],
    [5.001, true, 0],
    [600, true, 0],
  ] as const)
    test(`${minutes} minutes from ours is ${isSuspect ? 'suspect' : 'gone by'}`, () => {
      assert.equal(isTimeSuspect(at(minutes)), isSuspect)
      assert.equal(orderedAt_ms(at(minutes)), NOON_ms + ordered * MINUTE_MS)
    })

  test('tells the case what was suspect, and goes by ours', () => {
    const { state } = takeAll([told('raised', NOON_ms - 700 * MINUTE_MS)])
    const [command] = takeEvent(at(-600), state, rules).commands
    const cleared = command?.type === 'ClearCondition' ? command.cleared : undefined
    assert.equal(cleared?.at_ms, NOON_ms)
    assert.equal(cleared?.suspect_ms, NOON_ms - 600 * MINUTE_MS)
  })

  test('does not count where it says nothing', () => {
    const { seen_ms: _, ...silent } = at(0)
    assert.deepEqual(
      [isTimeSuspect(silent as Told), orderedAt_ms(silent as Told)],
      [false, NOON_ms],
    )
  })
})
