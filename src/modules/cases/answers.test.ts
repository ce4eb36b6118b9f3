import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { exampleSignal, HOUR_MS, type LivingCase, liveCase } from '../../../test/example-case.ts'
import { ANSWER_KINDS, Answer, type AnswerKind, ruleOf } from './answers.ts'
import { ASSIGNMENT_STATUSES, type AssignmentStatus, NEXT } from './lifecycle.ts'

/** The least that a party says with each answer. */
const SAID: Record<AnswerKind, Answer> = {
  accepted: { answer: 'accepted' },
  'not-ours': { answer: 'not-ours', reason: 'not-our-task' },
  'facts-corrected': { answer: 'facts-corrected', category: 'mast-hit' },
  'passed-on': { answer: 'passed-on', cause: 'cable', next: ['cable-disconnect'] },
  'made-safe': { answer: 'made-safe' },
  'on-site': { answer: 'on-site' },
  diagnosed: { answer: 'diagnosed', cause: 'mast' },
  working: { answer: 'working' },
  suspended: { answer: 'suspended', reason: 'frost' },
  resumed: { answer: 'resumed' },
  planned: { answer: 'planned', on: '2026-06-12' },
  started: { answer: 'started' },
  'needs-first': { answer: 'needs-first', first: ['cable-disconnect'] },
  question: { answer: 'question', question: 'which of the two lamps?' },
  'nothing-found': { answer: 'nothing-found', remark: 'it burns' },
  'will-not-be-done': { answer: 'will-not-be-done', reason: 'policy', remark: 'no' },
  done: { answer: 'done', next: [] },
}

/** How an assignment comes to each status. */
const WAY: Partial<Record<AssignmentStatus, readonly AnswerKind[]>> = {
  offered: [],
  accepted: ['accepted'],
  planned: ['planned'],
  started: ['started'],
  done: ['done'],
  'not-ours': ['not-ours'],
  'passed-on': ['accepted', 'passed-on'],
  'nothing-found': ['nothing-found'],
  'will-not-be-done': ['will-not-be-done'],
}

function lampOut(status: AssignmentStatus = 'offered'): LivingCase {
  const live = liveCase()
  live.report(exampleSignal({ lamp: 'lamp-3', person: 'person/1' }))
  for (const step of WAY[status] ?? [])
    assert.equal(live.answer('lichtwerk', SAID[step]), undefined)
  return live
}

describe('given an assignment of each status, when each answer is given', () => {
  for (const kind of ANSWER_KINDS) {
    const { from, to } = ruleOf(kind)
    for (const status of ASSIGNMENT_STATUSES.filter((one) => one in WAY)) {
      const isAllowed = from.includes(status)
      test(`${kind} on ${status} is ${isAllowed ? 'taken' : 'refused'}`, () => {
        const live = lampOut(status)
        if (kind === 'resumed') live.answer('lichtwerk', SAID.suspended)
        const before = live.state.assignments[0]
        const refusal = live.answer('lichtwerk', SAID[kind])
        const after = live.state.assignments[0]
        assert.equal(refusal, isAllowed ? undefined : 'answer-not-allowed')
        if (!isAllowed) assert.deepEqual(after, before)
        else if (kind !== 'facts-corrected')
          assert.equal(after?.status, to === 'same' ? status : to)
      })
    }
  }

  test('every row leads where the lifecycle allows, and its words name the party in both languages', () => {
    for (const kind of ANSWER_KINDS) {
      const { from, to, reporter } = ruleOf(kind)
      for (const status of from)
        assert(to === 'same' || NEXT[status].includes(to), `${kind}: ${status} to ${to}`)
      assert(!from.includes('proposed'), `${kind} on what only waits for the desk`)
      assert.match(reporter.nl, /\{party\}.*\.$/)
      assert.match(reporter.en, /\{party\}.*\.$/)
    }
  })

  test('every answer counts in a figure of its own', () => {
    const figures = ANSWER_KINDS.map((kind) => ruleOf(kind).counts)
    assert.equal(new Set(figures).size, ANSWER_KINDS.length)
  })

  test('the form and the table know the same answers', () => {
    const kinds = Answer.options.map(({ shape }) => shape.answer.value)
    assert.deepEqual(kinds.toSorted(), [...ANSWER_KINDS].toSorted())
  })
})

/** What each step in the chain must show, beside the status of the assignment itself. */
const CHAIN: Record<ReturnType<typeof ruleOf>['chain'], (live: LivingCase) => void> = {
  stays: ({ state }) => assert.equal(state.assignments.length, 1),
  'routes-again-without-this-party': ({ state }) => {
    assert.deepEqual(state.excluded, ['lichtwerk'])
    assert.equal(state.assignments[1]?.party, 'nachtlicht')
  },
  'routes-again-if-the-facts-say-so': ({ state }) => assert.equal(state.category, 'mast-hit'),
  'adds-what-comes-after': ({ state }) => {
    assert.equal(state.assignments[1]?.party, 'stroomnet')
    assert.deepEqual(state.assignments[0]?.waitsFor, [])
  },
  'adds-what-is-needed-first': ({ state }) => {
    assert.equal(state.assignments[1]?.party, 'stroomnet')
    assert.deepEqual(state.assignments[0]?.waitsFor, [state.assignments[1]?.id])
  },
  ends: ({ state }) => assert.equal(state.status, 'done'),
  'ends-and-adds-what-comes-after': ({ state }) => assert.equal(state.status, 'done'),
  'goes-to-the-desk': ({ state }) => assert.deepEqual(state.desk, ['will-not-be-done']),
}

describe('given an accepted lamp that is out, when the party answers', () => {
  for (const kind of ANSWER_KINDS) {
    const { chain, clock } = ruleOf(kind)
    test(`${kind}: the chain ${chain}, the clock ${clock}`, () => {
      const live = lampOut(kind === 'accepted' ? 'offered' : 'accepted')
      const before = live.of('lichtwerk')
      const reporterBy_ms = live.state.reporterBy_ms
      live.pass(HOUR_MS)
      if (kind === 'resumed') live.answer('lichtwerk', SAID.suspended)
      assert.equal(live.answer('lichtwerk', SAID[kind]), undefined)
      CHAIN[chain](live)
      const after = live.state.assignments[0]
      assert(after)
      assert(after.revision > before.revision)
      const isEnded = clock === 'ends' || clock === 'meets-done'
      const isMoved = kind === 'facts-corrected'
      assert.equal(after.ended_ms, isEnded || isMoved ? live.now_ms : undefined)
      assert.equal(after.stopped_ms, clock === 'stops' ? live.now_ms : undefined)
      assert.equal(after.madeSafe_ms, clock === 'meets-made-safe' ? live.now_ms : undefined)
      assert.equal(live.state.reporterBy_ms, reporterBy_ms, 'the clock of the reporter runs on')
    })
  }

  test('done can name what comes after: the next party gets it and the case stays open', () => {
    const live = lampOut('started')
    live.answer('lichtwerk', { answer: 'done', next: ['cable-reconnect', 'paving-repair'] })
    assert.deepEqual(live.steps(), [
      'lichtwerk: lamp-out done',
      'stroomnet: cable-reconnect offered',
      'straatwerk: paving-repair offered',
    ])
    assert.equal(live.state.status, 'open')
  })
})
