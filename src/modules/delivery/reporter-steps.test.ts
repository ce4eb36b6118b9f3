import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Answer, CaseEvent } from '#modules/cases'
import { exampleSignal, HOUR_MS, type LivingCase, liveCase } from '../../../test/example-case.ts'
import { changedBy, signalOf, stop } from '../../../test/example-reporters.ts'
import { smallTownRules } from '../../../test/small-town.ts'
import { decideRelease } from '../cases/directing.ts'
import {
  decideClose,
  decideStop,
  decideUnchallenged,
  decideVerification,
} from '../cases/reporting.ts'
import { reporterNotices } from './reporter-notices.ts'
import { reporterSteps, type StepTold } from './reporter-steps.ts'

/** What one commit, of however many steps, tells to whom: `who: step`. */
function commit(live: LivingCase, work: () => unknown): string[] {
  return told(live, work).map(({ reporter, step }) => `${reporter.person.slice(7)}: ${step}`)
}

function told(live: LivingCase, work: () => unknown): readonly StepTold[] {
  return reporterSteps(changedBy(live, work), live.rules)
}

function reported(who: string, own: Parameters<typeof exampleSignal>[0] = {}) {
  const live = liveCase()
  const first = commit(live, () => live.report(signalOf(who, { lamp: 'lamp-3', ...own })))
  return { live, first }
}

const done = (live: LivingCase) => live.answer('lichtwerk', { answer: 'done', next: [] })
describe('given a report with an address', () => {
  test('when it is routed in the same breath, then one mail tells both', () => {
    assert.deepEqual(reported('ann').first, ['ann: received'])
  })

  test('when the party only accepts, starts or makes safe, then nobody is written to', () => {
    const { live } = reported('ann')
    for (const answer of ['accepted', 'made-safe', 'started'] as const)
      assert.deepEqual(
        commit(live, () => live.answer('lichtwerk', { answer })),
        [],
        answer,
      )
    assert.deepEqual(
      commit(live, () => live.deliver('lichtwerk')),
      [],
    )
  })

  test('when a day is planned, then it is told, and only once for the same day', () => {
    const { live } = reported('ann')
    const plan = (on: string) =>
      told(live, () => live.answer('lichtwerk', { answer: 'planned', on }))
    const [first] = plan('2026-06-12')
    assert.equal(first?.step, 'planned')
    assert.equal(first?.assignmentId, live.of('lichtwerk').id)
    assert.deepEqual(plan('2026-06-12'), [])
    assert.equal(plan('2026-06-15').length, 1)
  })

  test('when another party gets it, then that is told, and not when the same has one more task', () => {
    const { live } = reported('ann')
    const next: Answer = { answer: 'passed-on', cause: 'cable', next: ['cable-disconnect'] }
    live.answer('lichtwerk', { answer: 'accepted' })
    assert.deepEqual(
      commit(live, () => live.answer('lichtwerk', next)),
      ['ann: handed-over'],
    )
    const first: Answer = { answer: 'needs-first', first: ['cable-disconnect'] }
    live.answer('stroomnet', { answer: 'accepted' })
    assert.deepEqual(
      commit(live, () => live.answer('stroomnet', first)),
      [],
    )
  })

  test('when a party asks something, then that is told once, and not that it goes on', () => {
    const { live } = reported('ann')
    const question: Answer = { answer: 'question', question: 'which of the two?' }
    const [asked] = told(live, () => live.answer('lichtwerk', question))
    assert.deepEqual([asked?.step, asked?.assignmentId], ['asked', live.of('lichtwerk').id])
    assert.deepEqual(
      commit(live, () => live.answer('lichtwerk', { answer: 'started' })),
      [],
    )
  })

  test('when it waits for the desk and is let go, then only the letting go is a handing over', () => {
    const { live, first } = reported('ann', { category: 'container-full', lamp: 'container-1' })
    assert.deepEqual(first, ['ann: received'])
    const { id } = live.state.assignments[0] ?? { id: '' }
    const command = { assignmentId: id, by: 'desk' }
    const let_go = () => live.take(decideRelease(command, live.state, live.circumstances()))
    assert.deepEqual(commit(live, let_go), ['ann: handed-over'])
  })

  test('when the work is done, contested and done again, then each is told once to each', () => {
    const { live } = reported('ann')
    live.report(signalOf('bob', { lamp: 'lamp-3' }))
    assert.deepEqual(
      commit(live, () => done(live)),
      ['ann: done', 'bob: done'],
    )
    assert.deepEqual(
      commit(live, () => live.report(signalOf('eve', { lamp: 'lamp-3' }))),
      ['ann: reopened', 'bob: reopened', 'eve: received'],
    )
    assert.deepEqual(
      commit(live, () => done(live)),
      ['ann: done', 'bob: done', 'eve: done'],
    )
  })

  test('when what was done is closed by silence or another source, then nobody is written to again', () => {
    for (const outcome of ['confirmed', 'unchallenged'] as const) {
      const { live } = reported('ann')
      done(live)
      live.pass(8 * 24 * HOUR_MS)
      const command = { by: 'sample', source: 'x', outcome: 'confirmed' } as const
      const end = () =>
        live.take(
          outcome === 'confirmed'
            ? decideVerification(command, live.state, live.now_ms)
            : decideUnchallenged(live.state, 7, live.now_ms),
        )
      assert.deepEqual(commit(live, end), [])
      assert.equal(live.state.closedAs, outcome)
    }
  })

  test('when the thing itself had cleared, then done and confirmed are one mail', () => {
    const { live } = reported('ann')
    const raised = exampleSignal({
      lamp: 'lamp-3',
      kind: 'device',
      condition: 'lamp-failure',
      signalId: 'device',
    })
    assert.deepEqual(
      commit(live, () => live.report(raised)),
      [],
    )
    live.answer('lichtwerk', { answer: 'started' })
    live.clear(raised)
    assert.deepEqual(
      commit(live, () => done(live)),
      ['ann: closed'],
    )
  })

  test('when it will not be done, or the desk settles it, then the end is told and not the withdrawal', () => {
    for (const [as, step] of [
      ['will-not-be-done', 'will-not-be-done'],
      ['settled-by-desk', 'closed'],
    ] as const) {
      const { live } = reported('ann')
      const end = () => live.take(decideClose({ as, by: 'desk' }, live.state, live.now_ms))
      assert.deepEqual(commit(live, end), [`ann: ${step}`])
    }
  })

  test('when it came in as history, then nobody is written to', () => {
    const signal = signalOf('ann')
    const { live } = reported('ann')
    const past = { ...live.state, isHistory: true }
    const events = [
      { event: { type: 'SignalReceived', data: { signal } } as CaseEvent, occurred_ms: 0 },
    ]
    assert.deepEqual(reporterSteps({ before: undefined, after: past, events }, live.rules), [])
  })

  test('when the same person reports it again, then each step is still one mail, in the language used last', () => {
    const { live } = reported('ann')
    const again = signalOf('ann', { lamp: 'lamp-3', locale: 'en' })
    assert.deepEqual(
      commit(live, () => live.report(again)),
      [],
    )
    const [only, ...others] = told(live, () => done(live))
    assert.deepEqual(others, [])
    assert.equal(only?.reporter.locale, 'en')
  })

  test('when somebody stopped, then only the others hear of it, until they report it again', () => {
    const { live } = reported('ann')
    live.report(signalOf('bob', { lamp: 'lamp-3' }))
    assert.deepEqual(
      commit(live, () => stop(live)),
      [],
    )
    assert.deepEqual(
      commit(live, () => live.answer('lichtwerk', { answer: 'planned', on: '2026-06-12' })),
      ['bob: planned'],
    )
    assert.deepEqual(
      commit(live, () => live.report(signalOf('ann', { lamp: 'lamp-3' }))),
      ['ann: received'],
    )
  })

  test('when somebody stops twice or was never written to, then nothing is recorded', () => {
    const { live } = reported('nobody')
    const [signalId = ''] = live.state.signals
    live.take(decideStop(signalId, live.state, live.now_ms))
    assert.equal(live.events.at(-1)?.type === 'ReporterStopped', false)
    assert.equal(decideStop('another', live.state, live.now_ms), 'signal-not-found')
  })
})

test('a task of a hidden kind is told to nobody, neither that it was given nor when it is planned', () => {
  const hidden = {
    ...smallTownRules(),
    category: (id: string) => {
      const known = smallTownRules().category(id)
      return known && id === 'cable-disconnect'
        ? { ...known, visibility: 'confidential' as const }
        : known
    },
  }
  const live = liveCase(hidden)
  live.report(signalOf('ann', { lamp: 'lamp-3' }))
  live.answer('lichtwerk', { answer: 'accepted' })
  const first: Answer = { answer: 'needs-first', first: ['cable-disconnect'] }
  assert.deepEqual(
    commit(live, () => live.answer('lichtwerk', first)),
    [],
  )
  assert.equal(live.of('stroomnet').status, 'offered')
  assert.deepEqual(
    commit(live, () => live.answer('stroomnet', { answer: 'planned', on: '2026-06-12' })),
    [],
  )
})

test('what waits for somebody who stopped is taken back', () => {
  const { live } = reported('ann')
  const [signalId] = live.state.signals
  const changed = changedBy(live, () => stop(live))
  const { messages, takeBack } = reporterNotices('GM9801', changed, live.rules, 0)
  assert.deepEqual(messages, [])
  assert.deepEqual(takeBack, [{ orderingKey: `report/${signalId}`, upTo: live.state.version }])
})
