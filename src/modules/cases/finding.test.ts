import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { exampleSignal, HOUR_MS, liveCase } from '../../../test/example-case.ts'

const LAMP = exampleSignal({ lamp: 'lamp-3' })

/** The last things that happened, and how many there were before. */
const since = (live: ReturnType<typeof liveCase>, from: number) =>
  live.events.slice(from).map(({ type }) => type)

describe('given a lamp that lichtwerk has to mend', () => {
  test('when lichtwerk finds it and mends it at once, then its answer is there with its dates', () => {
    const live = liveCase()
    live.report(LAMP, undefined, 'lichtwerk')
    const { status, partyBy, delivered_ms } = live.of('lichtwerk')
    assert.deepEqual([live.state.status, status], ['done', 'done'])
    assert.deepEqual(
      partyBy.map(({ milestone, by_ms }) => [milestone, (by_ms - live.now_ms) / HOUR_MS]),
      [['done', 48]],
    )
    assert.equal(delivered_ms, live.now_ms, 'who answers it has received it')
  })

  test('when it waits for another first, then it is not done, and the desk hears of it', () => {
    const live = liveCase()
    live.report(LAMP)
    live.answer('lichtwerk', { answer: 'accepted' })
    live.answer('lichtwerk', { answer: 'needs-first', first: ['cable-disconnect'] })
    const from = live.events.length
    live.report({ ...LAMP, signalId: 'signal-2' }, undefined, 'lichtwerk')
    assert.deepEqual(since(live, from), ['SignalReceived', 'CaseRemarked', 'DeskNeeded'])
    assert.deepEqual(live.steps(), [
      'lichtwerk: lamp-out accepted',
      'stroomnet: cable-disconnect offered',
    ])
    assert.deepEqual(live.state.desk, ['done-unasked'])
  })

  test('when whoever has another task for it mends the lamp, then its own task stands as it was', () => {
    const live = liveCase()
    live.report(LAMP)
    live.answer('lichtwerk', { answer: 'accepted' })
    live.answer('lichtwerk', { answer: 'needs-first', first: ['cable-disconnect'] })
    live.report({ ...LAMP, signalId: 'signal-2' }, undefined, 'stroomnet')
    assert.deepEqual(live.steps(), [
      'lichtwerk: lamp-out accepted',
      'stroomnet: cable-disconnect offered',
    ])
    assert.deepEqual(live.state.desk, ['done-unasked'])
  })

  test('when another mends it, then lichtwerk keeps it, can answer, and the case goes on', () => {
    const live = liveCase()
    live.report(LAMP, undefined, 'provincie')
    assert.deepEqual(live.steps(), ['lichtwerk: lamp-out offered'])
    assert.deepEqual(live.state.desk, ['done-unasked'])
    live.answer('lichtwerk', { answer: 'nothing-found', remark: 'it burns' })
    assert.equal(live.state.status, 'done', 'the desk’s question of who pays holds nothing up')
  })

  test('when it was said to be done and another says that it did it, then nothing is contested', () => {
    const live = liveCase()
    live.report(LAMP)
    live.answer('lichtwerk', { answer: 'done', next: [] })
    const from = live.events.length
    live.report({ ...LAMP, signalId: 'signal-2' }, undefined, 'provincie')
    assert.deepEqual(since(live, from), ['SignalReceived', 'CaseRemarked'])
    assert.deepEqual([live.state.status, live.state.contested], ['done', 0])
  })
})

describe('given a mast that was hit', () => {
  test('when its party finds it and mends it at once, then nobody is called to it', () => {
    const live = liveCase()
    live.report(exampleSignal({ category: 'mast-hit', lamp: 'lamp-3' }), undefined, 'lichtwerk')
    assert.equal(live.state.status, 'done')
    assert(!live.events.some(({ type }) => type === 'DutyCalled'))
    assert.deepEqual(live.state.desk, [])
  })

  test('when somebody else says that it mended it, then it is dangerous until its party or a person says otherwise', () => {
    const live = liveCase()
    live.report(exampleSignal({ category: 'mast-hit', lamp: 'lamp-3' }), undefined, 'provincie')
    assert.equal(live.state.status, 'open')
    assert.deepEqual(live.state.desk, ['done-unasked', 'danger-unacknowledged'])
  })
})
