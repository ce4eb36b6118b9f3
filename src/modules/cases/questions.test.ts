import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { exampleSignal, HOUR_MS, type LivingCase, liveCase } from '../../../test/example-case.ts'
import { AGREEMENTS, smallTownRules } from '../../../test/small-town.ts'
import type { Answer } from './answers.ts'
import type { PartyTerm } from './events.ts'
import { ACTIVE } from './lifecycle.ts'
import { isOpen } from './question-steps.ts'
import { canReply, decideLapsed, decideReply, questionTimer } from './questions.ts'

const QUESTION: Answer = { answer: 'question', question: 'which of the two?' }
const DAY_MS = 24 * HOUR_MS

function lampOut(own: Parameters<typeof exampleSignal>[0] = {}, rules = smallTownRules()) {
  const live = liveCase(rules)
  live.report(exampleSignal({ lamp: 'lamp-3', person: 'person/1', ...own }))
  live.deliver('lichtwerk')
  return live
}

const reply = (live: LivingCase, signalId?: string) =>
  live.take(
    decideReply(
      { by: 'desk', digest: 'd', ...(signalId === undefined ? {} : { signalId }) },
      live.state,
      live.circumstances(),
    ),
  )
const lapse = (live: LivingCase) =>
  live.take(
    decideLapsed(
      { answerId: live.state.question?.answerId ?? 'none' },
      live.state,
      live.circumstances(),
    ),
  )
const doneBy = (live: LivingCase) =>
  live.of('lamp-out').partyBy.find(({ milestone }) => milestone === 'done')?.by_ms ?? Number.NaN

describe('given a question to the reporter', () => {
  test('the party’s clock stands still until the reply, and the reporter’s runs', () => {
    const live = lampOut()
    const [before_ms, reporterBy_ms] = [doneBy(live), live.state.reporterBy_ms]
    live.pass(HOUR_MS)
    assert.equal(live.answer('lichtwerk', QUESTION), undefined)
    assert.equal(live.of('lichtwerk').status, 'offered')
    assert.equal(live.of('lichtwerk').stopped_ms, live.now_ms)
    live.pass(7 * HOUR_MS)
    const { revision } = live.of('lichtwerk')
    assert.equal(reply(live), undefined)
    assert.equal(doneBy(live), before_ms + 7 * HOUR_MS)
    assert.equal(live.of('lichtwerk').stopped_ms, undefined)
    assert(live.of('lichtwerk').revision > revision)
    assert.equal(live.state.reporterBy_ms, reporterBy_ms)
    assert.equal(live.state.question?.replied_ms, live.now_ms)
  })

  test('without a reply it goes on by itself after the days of its agreement, and not before', () => {
    const agreements = AGREEMENTS.map((one) => ({
      ...one,
      verification: { ...one.verification, question: { withinDays: 2 } },
    }))
    const live = lampOut({}, smallTownRules(agreements))
    const before_ms = doneBy(live)
    live.answer('lichtwerk', QUESTION)
    assert.equal(questionTimer(live.state)?.due_at, live.now_ms + 2 * DAY_MS)
    live.pass(2 * DAY_MS - 1)
    lapse(live)
    assert(isOpen(live.state))
    live.pass(1)
    lapse(live)
    assert.equal(questionTimer(live.state), undefined)
    assert.equal(doneBy(live), before_ms + 2 * DAY_MS)
    const seen = live.state
    lapse(live)
    assert.equal(live.state, seen, 'a timer that goes off twice does nothing more')
  })

  test('a reply that comes late is heard, moves nothing, and there is only one', () => {
    const live = lampOut()
    live.answer('lichtwerk', QUESTION)
    live.pass(6 * DAY_MS)
    lapse(live)
    const [by_ms, { revision }] = [doneBy(live), live.of('lichtwerk')]
    live.pass(HOUR_MS)
    assert(canReply(live.state))
    assert.equal(reply(live), undefined)
    assert.equal(doneBy(live), by_ms)
    assert.equal(live.of('lichtwerk').revision, revision + 1, 'the party is told')
    assert.equal(reply(live), 'no-question')
  })

  test('it is asked once, of somebody who can be reached, and never while it is dangerous', () => {
    const live = lampOut()
    assert.equal(reply(live), 'no-question')
    live.answer('lichtwerk', QUESTION)
    reply(live)
    assert.equal(live.answer('lichtwerk', QUESTION), 'question-already-asked')
    const { person: _, ...nobody } = exampleSignal({ lamp: 'lamp-3' })
    const unknown = liveCase()
    unknown.report(nobody)
    assert.equal(unknown.answer('lichtwerk', QUESTION), 'reporter-unreachable')
    const unsafe = lampOut({ category: 'mast-hit' })
    assert.equal(unsafe.answer('lichtwerk', QUESTION), 'make-safe-first')
    unsafe.answer('lichtwerk', { answer: 'made-safe' })
    assert.equal(unsafe.answer('lichtwerk', QUESTION), undefined)
  })

  test('what turns out to be dangerous waits for no reply', () => {
    const live = lampOut()
    live.answer('lichtwerk', QUESTION)
    live.pass(HOUR_MS)
    live.answer('lichtwerk', { answer: 'facts-corrected', category: 'mast-hit' })
    assert.equal(live.state.priority, 'danger')
    assert(!isOpen(live.state))
    const atWork = live.state.assignments.filter(({ status }) => ACTIVE.includes(status))
    assert.deepEqual(
      atWork.map(({ stopped_ms }) => stopped_ms),
      [undefined],
    )
  })

  test('whoever begins goes on without, with the dates moved until then', () => {
    for (const answer of ['started', 'done'] as const) {
      const live = lampOut()
      const before_ms = doneBy(live)
      live.answer('lichtwerk', QUESTION)
      live.pass(3 * HOUR_MS)
      live.answer('lichtwerk', answer === 'done' ? { answer, next: [] } : { answer })
      assert(!isOpen(live.state))
      assert.equal(doneBy(live), before_ms + 3 * HOUR_MS)
    }
  })

  test('a reply names a signal of the case, and comes to no case that is closed', () => {
    const live = lampOut()
    live.answer('lichtwerk', QUESTION)
    assert.equal(reply(live, 'signal-of-another'), 'signal-not-found')
    live.answer('lichtwerk', { answer: 'done', next: [] })
    live.pass(DAY_MS)
    assert.equal(reply(live, 'signal-1'), undefined, 'done is not closed')
  })

  test('a clock that starts with acceptance is not started by asking, and has not stood still before', () => {
    const live = liveCase()
    live.report(exampleSignal({ category: 'litter', person: 'person/1' }))
    live.deliver('wijkteam')
    live.answer('wijkteam', QUESTION)
    assert.deepEqual(live.of('wijkteam').partyBy, [])
    live.pass(5 * HOUR_MS)
    live.answer('wijkteam', { answer: 'accepted' })
    const [first] = live.of('wijkteam').partyBy
    live.pass(2 * HOUR_MS)
    reply(live)
    assert.equal(live.of('wijkteam').partyBy[0]?.by_ms, (first?.by_ms ?? 0) + 2 * HOUR_MS)
  })
})

describe('given a clock that several things stop', () => {
  const needsFirst: Answer = { answer: 'needs-first', first: ['cable-disconnect'] }
  const done: Answer = { answer: 'done', next: [] }

  for (const [name, first, last] of [
    ['the reply comes first', 'reply', 'done'],
    ['the other work comes first', 'done', 'reply'],
  ] as const)
    test(`it runs again when all of them are over: ${name}`, () => {
      const live = lampOut()
      const before_ms = doneBy(live)
      live.answer('lichtwerk', { answer: 'accepted' })
      live.answer('lichtwerk', needsFirst)
      live.pass(HOUR_MS)
      live.answer('lichtwerk', QUESTION)
      for (const step of [first, last]) {
        assert(live.of('lichtwerk').stopped_ms !== undefined)
        live.pass(2 * HOUR_MS)
        if (step === 'reply') reply(live)
        else live.answer('stroomnet', done)
      }
      assert.equal(live.of('lichtwerk').stopped_ms, undefined)
      assert.equal(doneBy(live), before_ms + 5 * HOUR_MS)
    })

  type Step = 'question' | 'reply' | 'lapse' | 'needs-first' | 'first-done' | 'started' | 'planned'
  const steps = fc.array(
    fc.tuple(
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom<Step>(
        'question',
        'reply',
        'lapse',
        'needs-first',
        'first-done',
        'started',
        'planned',
      ),
    ),
    { minLength: 3, maxLength: 14, size: 'max' },
  )

  function take(live: LivingCase, step: Step): void {
    const inFirst = live.state.assignments.find(
      ({ party, status }) => party === 'stroomnet' && ACTIVE.includes(status),
    )
    if (step === 'question') live.answer('lichtwerk', QUESTION)
    else if (step === 'reply') reply(live)
    else if (step === 'lapse') lapse(live)
    else if (step === 'needs-first') live.answer('lichtwerk', needsFirst)
    else if (step === 'started') live.answer('lichtwerk', { answer: 'started' })
    else if (step === 'planned') live.answer('lichtwerk', { answer: 'planned', on: '2026-06-12' })
    else if (inFirst)
      live.answer('stroomnet', done, {
        assignmentId: inFirst.id,
        expectedRevision: inFirst.revision,
      })
  }

  test('the dates move by exactly the time that it stood still, whatever stopped it in which order', () => {
    let moved = 0
    fc.assert(
      fc.property(steps, (steps) => {
        const live = lampOut()
        live.answer('lichtwerk', { answer: 'accepted' })
        const original: readonly PartyTerm[] = live.of('lichtwerk').partyBy
        let stood_ms = 0
        for (const [hours, step] of steps) {
          const own = live.of('lichtwerk')
          live.pass(hours * HOUR_MS)
          if (own.stopped_ms !== undefined) stood_ms += hours * HOUR_MS
          take(live, step)
          const after = live.of('lichtwerk')
          const isWaiting =
            (isOpen(live.state) && live.state.question?.assignmentId === after.id) ||
            after.waitsFor.length > 0
          assert.equal(after.stopped_ms !== undefined, isWaiting)
          if (isWaiting) continue
          const expected = original.map((term) => ({ ...term, by_ms: term.by_ms + stood_ms }))
          assert.deepEqual(after.partyBy, expected)
          if (stood_ms > 0) moved += 1
        }
        assert(live.state.assignments.filter(({ party }) => party === 'lichtwerk').length === 1)
      }),
      { numRuns: 500 },
    )
    assert(moved > 100, 'a clock that never stood still shows nothing')
  })
})
