import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { exampleSignal, HOUR_MS, type LivingCase, liveCase } from '../../../test/example-case.ts'
import type { Answer } from './answers.ts'
import { decideSettle } from './directing.ts'
import { VERIFIED_BY, type VerifiedBy } from './events.ts'
import { ACTIVE } from './lifecycle.ts'
import { decideLapsed, decideReply } from './questions.ts'
import { decideVerification } from './reporting.ts'

/** Who can say that it is not solved: a signal of a person or of the thing, or whoever looked, told by the desk. */
const SOURCES = ['signal', 'device', ...VERIFIED_BY] as const
type Source = (typeof SOURCES)[number]

const DONE: Answer = { answer: 'done', next: [] }
const raise = () =>
  exampleSignal({ lamp: 'lamp-3', person: 'person/1', kind: 'device', condition: 'lamp-failure' })

function contest(live: LivingCase, source: Source): string | undefined {
  if (source === 'device') return live.report(raise())
  if (source === 'signal') return live.report(exampleSignal({ lamp: 'lamp-3' }))
  const command = { by: source as VerifiedBy, source: 'desk', outcome: 'contested' } as const
  return live.take(decideVerification(command, live.state, live.now_ms))
}

/** Each way in which the work can have gone before it was said to be done. */
const WAYS: Readonly<Record<string, (live: LivingCase) => void>> = {
  'at once': (live) => void live.answer('lichtwerk', DONE),
  'with nothing found': (live) =>
    void live.answer('lichtwerk', { answer: 'nothing-found', remark: 'x' }),
  'with the pavement laid again afterwards': (live) => {
    live.answer('lichtwerk', { answer: 'done', next: ['paving-repair'] })
    live.pass(HOUR_MS)
    live.answer('straatwerk', DONE)
  },
  'after the cable was disconnected first': (live) => {
    live.answer('lichtwerk', { answer: 'accepted' })
    live.answer('lichtwerk', { answer: 'needs-first', first: ['cable-disconnect'] })
    live.pass(HOUR_MS)
    live.answer('stroomnet', DONE)
    live.answer('lichtwerk', DONE)
  },
  'after a question that was replied to': (live) => {
    live.answer('lichtwerk', { answer: 'question', question: 'x' })
    live.pass(HOUR_MS)
    live.take(decideReply({ by: 'desk', digest: 'd' }, live.state, live.circumstances()))
    live.answer('lichtwerk', DONE)
  },
  'after a question that lapsed': (live) => {
    live.answer('lichtwerk', { answer: 'question', question: 'x' })
    live.pass(121 * HOUR_MS)
    const answerId = live.state.question?.answerId ?? ''
    live.take(decideLapsed({ answerId }, live.state, live.circumstances()))
    live.answer('lichtwerk', DONE)
  },
  'while a question was open': (live) => {
    live.answer('lichtwerk', { answer: 'question', question: 'x' })
    live.pass(HOUR_MS)
    live.answer('lichtwerk', DONE)
  },
  'while what was needed first lay at the desk': (live) => {
    live.answer('lichtwerk', { answer: 'accepted' })
    live.answer('lichtwerk', { answer: 'needs-first', first: ['strange'] })
    live.pass(HOUR_MS)
    live.answer('lichtwerk', DONE)
    const settled = { reason: 'no-agreement', by: 'desk' } as const
    live.take(decideSettle(settled, live.state, live.circumstances()))
  },
}

function done(way: string): LivingCase {
  const live = liveCase()
  live.report(raise())
  live.deliver('lichtwerk')
  live.pass(HOUR_MS)
  WAYS[way]?.(live)
  assert.equal(live.state.status, 'done', way)
  live.pass(HOUR_MS)
  return live
}

describe('given work that is said to be done', () => {
  for (const way of Object.keys(WAYS))
    for (const source of SOURCES)
      test(`${way}, when ${source} contests it, then whoever did it looks again once, and then the desk`, () => {
        const live = done(way)
        const before = live.of('lichtwerk')
        const { reporterBy_ms } = live.state
        assert.equal(contest(live, source), undefined)
        assert.deepEqual([live.state.status, live.state.contested], ['open', 1])
        const again = live.of('lichtwerk')
        assert.equal(again.status, 'started')
        // The original clock: nothing is moved, and nothing stands still.
        assert.deepEqual(again.partyBy, before.partyBy)
        assert.equal(again.stopped_ms, undefined)
        assert.equal(live.state.reporterBy_ms, reporterBy_ms)
        const active = live.state.assignments.filter(({ status }) => ACTIVE.includes(status))
        assert.deepEqual(
          active.map(({ id }) => id),
          [again.id],
          'whoever tidied up after it does not',
        )
        live.pass(HOUR_MS)
        live.answer('lichtwerk', DONE)
        assert.deepEqual(live.of('lichtwerk').partyBy, before.partyBy)
        assert.equal(live.state.status, 'done')
        contest(live, source)
        assert.deepEqual([live.state.status, live.state.contested], ['open', 2])
        assert.deepEqual(live.state.desk, ['contested-again'])
        assert(!live.state.assignments.some(({ status }) => ACTIVE.includes(status)))
      })

  test('whoever contests it in whichever order, the first has it looked at again and every later one is the desk’s', () => {
    const sources = fc.array(fc.constantFrom(...SOURCES), { minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(WAYS)), sources, (way, sources) => {
        const live = done(way)
        for (const [i, source] of sources.entries()) {
          contest(live, source)
          assert.equal(live.state.contested, i + 1)
          assert.equal(live.state.desk.includes('contested-again'), i > 0)
          if (i === 0) live.answer('lichtwerk', DONE)
          else {
            const settled = { reason: 'contested-again', by: 'desk' } as const
            live.take(decideSettle(settled, live.state, live.circumstances()))
          }
          assert.equal(live.state.status, 'done')
          live.pass(HOUR_MS)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('what was confirmed is contested no more: what comes after is another case', () => {
    const live = done('at once')
    const command = { by: 'sample', source: 'desk', outcome: 'confirmed' } as const
    live.take(decideVerification(command, live.state, live.now_ms))
    assert.equal(contest(live, 'sample'), 'case-closed')
  })
})
