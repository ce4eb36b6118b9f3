import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { exampleSignal, HOUR_MS, lineOf, liveCase, NOON_ms } from '../../../test/example-case.ts'
import { joinOrOpen } from './joining.ts'

const device = (condition = 'lamp-failure') =>
  exampleSignal({ lamp: 'lamp-3', channel: 'thing', kind: 'device', condition })

function raisedCase(priority?: 'danger') {
  const live = liveCase()
  live.report(device(), priority)
  return live
}

const kinds = (live: ReturnType<typeof liveCase>) => live.events.map(({ type }) => type)

describe('a thing clears what it raised', () => {
  test('before anybody began: the work is withdrawn and the case closed as cleared', () => {
    const live = raisedCase()
    live.answer('lichtwerk', { answer: 'accepted' })
    live.clear(device())
    assert.deepEqual(live.steps(), ['lichtwerk: lamp-out withdrawn'])
    assert.equal(live.state.closedAs, 'cleared')
    assert.match(lineOf(live), /cleared by itself/)
  })

  test('after started it is remembered, and confirms when done comes', () => {
    const live = raisedCase()
    live.answer('lichtwerk', { answer: 'started' })
    live.clear(device())
    assert.equal(live.state.status, 'open')
    live.pass(HOUR_MS)
    live.answer('lichtwerk', { answer: 'done', next: [] })
    assert.equal(live.state.closedAs, 'confirmed')
    assert.deepEqual(kinds(live).slice(-2), ['CaseDone', 'CaseConfirmed'])
    assert.deepEqual(live.events.at(-1)?.data, { by: 'thing', source: 'urn:lamps' })
  })

  test('more than 48 hours before done it says nothing of the work', () => {
    const live = raisedCase()
    live.answer('lichtwerk', { answer: 'started' })
    live.clear(device())
    live.pass(48 * HOUR_MS + 1)
    live.answer('lichtwerk', { answer: 'done', next: [] })
    assert.equal(live.state.status, 'done')
  })

  for (const [hours, ends] of [
    [48, 'confirmed'],
    [48.001, undefined],
  ] as const)
    test(`${hours} hours after done the case is ${ends ?? 'left as it is'}`, () => {
      const live = raisedCase()
      live.answer('lichtwerk', { answer: 'done', next: [] })
      live.pass(hours * HOUR_MS)
      live.clear(device())
      assert.equal(live.state.closedAs, ends)
    })

  test('whatever is reported after the clear takes it back', () => {
    const live = raisedCase()
    live.answer('lichtwerk', { answer: 'started' })
    live.clear(device())
    live.report(exampleSignal({ lamp: 'lamp-3' }))
    live.answer('lichtwerk', { answer: 'done', next: [] })
    assert.equal(live.state.status, 'done')
  })

  test('while another condition stands, nothing is taken back', () => {
    const live = raisedCase()
    live.report(device('day-burner'))
    live.clear(device())
    assert.equal(live.state.status, 'open')
    live.clear(device('day-burner'))
    assert.equal(live.state.closedAs, 'cleared')
  })

  test('a condition that it never raised, or cleared before, changes nothing', () => {
    const live = raisedCase()
    live.clear(device('day-burner'))
    live.clear(device())
    const { version } = live.state
    live.clear(device())
    assert.equal(live.state.version, version)
  })

  test('danger is lowered by a person only', () => {
    const live = raisedCase('danger')
    live.clear(device())
    assert.equal(live.state.status, 'open')
    assert.deepEqual(live.steps(), ['lichtwerk: lamp-out offered'])
    const safe = raisedCase('danger')
    safe.answer('lichtwerk', { answer: 'made-safe' })
    safe.clear(device())
    assert.equal(safe.state.closedAs, 'cleared')
    safe.report(device())
    assert.equal(safe.state.madeSafe_ms, undefined)
  })
})

describe('a thing that flaps', () => {
  test('is one case, with a new assignment each time', () => {
    const live = raisedCase()
    live.clear(device())
    live.report(device())
    assert.equal(live.state.status, 'open')
    assert.deepEqual(live.steps(), ['lichtwerk: lamp-out withdrawn', 'lichtwerk: lamp-out offered'])
    live.clear(device())
    assert.equal(live.state.closedAs, 'cleared')
    assert.equal(live.state.signals.length, 2)
  })

  test('opens its case again within 48 hours; later it is a new one that names it', () => {
    const live = raisedCase()
    live.clear(device())
    const after = (hours: number) => ({ ...device(), received_ms: NOON_ms + hours * HOUR_MS })
    const reopens = { kind: 'reopens', caseId: 'case-1' }
    assert.deepEqual(joinOrOpen(after(48), 0, false, [live.state], live.rules), reopens)
    const opens = { kind: 'opens', recurrenceOf: 'case-1' }
    assert.deepEqual(joinOrOpen(after(49), 0, false, [live.state], live.rules), opens)
  })

  test('contests work that was said to be done', () => {
    const live = raisedCase()
    live.answer('lichtwerk', { answer: 'done', next: [] })
    live.report(device())
    assert.deepEqual(live.steps(), ['lichtwerk: lamp-out started'])
    const contested = live.events.find(({ type }) => type === 'CaseContested')
    assert.deepEqual(contested?.data, { by: 'thing', source: 'signal/signal-1' })
  })

  test('the decision names the moment of receipt, which counts, and that of the thing', () => {
    const live = liveCase()
    live.report({ ...device(), seen_ms: NOON_ms - 10 * HOUR_MS, isTimeSuspect: true })
    const routed = live.events.find((one) => one.type === 'CaseRouted')
    const { at_ms, seen_ms, isTimeSuspect } = routed?.data.decision.facts ?? {}
    assert.deepEqual([at_ms, seen_ms, isTimeSuspect], [NOON_ms, NOON_ms - 10 * HOUR_MS, true])
  })
})
