import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { exampleSignal, HOUR_MS, liveCase } from '../../../test/example-case.ts'
import { smallTownRules } from '../../../test/small-town.ts'
import { type Case, evolve } from './case.ts'
import type { CaseEvent } from './events.ts'
import { decidePublish, decideWithdraw, type Publish } from './publishing.ts'

const PHOTO = { id: 'photo-1', digest: 'digest-1' }

const publish = (own: Partial<Publish> = {}): Publish => ({
  signalId: 'signal-1',
  publicationId: 'publication-1',
  by: 'key/desk',
  isReadable: true,
  photos: [],
  ...own,
})

function reported(category = 'lamp-out'): Case {
  const live = liveCase()
  live.report(exampleSignal({ lamp: 'lamp-3', category, photos: [PHOTO] }))
  return live.state
}

const decide = (command: Publish, known: Case) =>
  decidePublish(command, known, { now_ms: 5, newId: () => '', rules: smallTownRules() })

function after(known: Case, ...events: CaseEvent[]): Case {
  return events.reduce(
    (state, event) =>
      evolve(state, event, { occurred_ms: 5, version: state.version + 1 }, state.id),
    known,
  )
}

function given(known: Case, command: Publish): Case {
  const recording = decide(command, known)
  assert(typeof recording !== 'string', String(recording))
  return recording.state
}

describe('the desk releases what came with a signal', () => {
  test('the event names the photos with their digests, and holds no word', () => {
    const command = publish({ textDigest: 'of the words', photos: ['photo-1'] })
    const recording = decide(command, reported())
    assert(typeof recording !== 'string')
    assert.deepEqual(recording.events, [
      {
        type: 'SignalPublished',
        data: {
          signalId: 'signal-1',
          publicationId: 'publication-1',
          by: 'key/desk',
          textDigest: 'of the words',
          photos: [PHOTO],
        },
      },
    ])
  })

  test('a later release takes the place of the one before', () => {
    const first = given(reported(), publish({ photos: ['photo-1'] }))
    const second = given(first, publish({ publicationId: 'publication-2', textDigest: 'x' }))
    assert.deepEqual(
      second.publications.map(({ publicationId, hasText, photos }) => [
        publicationId,
        hasText,
        photos,
      ]),
      [['publication-2', true, []]],
    )
  })

  test('evidence that an answer names can be released with it', () => {
    const live = liveCase()
    live.report(exampleSignal({ lamp: 'lamp-3' }))
    live.pass(HOUR_MS)
    const known = after(live.state, {
      type: 'AssignmentAnswered',
      data: {
        assignmentId: live.state.assignments[0]?.id ?? '',
        answerId: 'answer-1',
        answer: 'accepted',
        by: 'lichtwerk',
        details: { photos: [PHOTO] },
      },
    })
    assert.deepEqual(given(known, publish({ photos: ['photo-1'] })).publications[0]?.photos, [
      'photo-1',
    ])
  })

  test('it is refused of another signal, another photo, or what is destroyed', () => {
    const known = reported()
    assert.equal(decide(publish({ signalId: 'signal-2' }), known), 'signal-not-found')
    assert.equal(decide(publish({ photos: ['photo-2'] }), known), 'photo-not-found')
    assert.equal(decide(publish({ isReadable: false }), known), 'words-destroyed')
    const destroyed = after(known, {
      type: 'TextDestroyed',
      data: { signalId: 'signal-1', by: 'desk' },
    })
    assert.equal(decide(publish(), destroyed), 'words-destroyed')
  })

  test('it is refused where everybody sees nothing or only the status, by either the case or its category', () => {
    const known = reported()
    for (const visibility of ['status-only', 'confidential'] as const)
      assert.equal(decide(publish(), { ...known, visibility }), 'not-for-the-public')
    for (const category of ['nuisance', 'rough-sleeper'])
      assert.equal(decide(publish(), { ...known, category }), 'not-for-the-public')
  })
})

describe('the desk takes back what it released', () => {
  test('once, and only of what is released', () => {
    const order = { signalId: 'signal-1', by: 'key/desk' }
    assert.equal(decideWithdraw(order, reported(), 5), 'not-published')
    const recording = decideWithdraw(order, given(reported(), publish({ photos: ['photo-1'] })), 5)
    assert(typeof recording !== 'string')
    assert.equal(recording.state.publications[0]?.isWithdrawn, true)
    assert.equal(decideWithdraw(order, recording.state, 5), 'not-published')
  })

  test('what is destroyed is released no more', () => {
    const known = given(reported(), publish({ photos: ['photo-1'] }))
    const destroyed = after(known, {
      type: 'TextDestroyed',
      data: { signalId: 'signal-1', by: 'desk' },
    })
    assert.deepEqual(
      destroyed.publications.map(({ isWithdrawn }) => isWithdrawn),
      [true],
    )
    assert.deepEqual(destroyed.photos, [])
  })
})
