import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { OpenRoster } from '#modules/duty'
import { exampleSignal, liveCase } from '../../../test/example-case.ts'
import { smallTownRules } from '../../../test/small-town.ts'
import {
  decideLower,
  decideMadeSafe,
  decideRaise,
  decideSilence,
  decideTakeOver,
  isUnattended,
} from './danger.ts'
import { decideOverrule, decideSettle } from './directing.ts'

const MINUTE_MS = 60_000

/** 2026-06-10 is a Wednesday, at noon: `nights` is not on duty. */
const ROSTER: OpenRoster = {
  id: 'danger',
  title: 'Piket',
  contacts: [
    { id: 'first', hours: [], minutes: 10 },
    { id: 'nights', hours: [{ days: ['wed'], from: '18:00', to: '07:00' }], minutes: 10 },
    { id: 'second', hours: [], minutes: 15 },
    { id: 'third', hours: [], minutes: 5 },
  ],
}

function dangerous(roster: OpenRoster | undefined = ROSTER) {
  const rules = { ...smallTownRules(), dutyRoster: () => roster }
  const live = liveCase(rules)
  live.report(exampleSignal({ category: 'mast-hit', lamp: 'lamp-3' }), 'danger')
  const called = () => live.state.duty?.calls.map(({ contact }) => contact) ?? []
  const silent = (minutes: number) => {
    live.pass(minutes * MINUTE_MS)
    const step = live.state.duty?.calls.at(-1)?.step ?? 0
    return live.take(decideSilence(step, live.state, live.circumstances()))
  }
  const takeOver = (contact: string) =>
    live.take(
      decideTakeOver(
        { by: 'somebody', step: 1 + ROSTER.contacts.findIndex(({ id }) => id === contact) },
        live.state,
        live.circumstances(),
      ),
    )
  return { live, called, silent, takeOver }
}

describe('given danger', () => {
  test('the first contact on duty is called in the same breath, until its minutes are over', () => {
    const { live, called } = dangerous()
    assert.deepEqual(called(), ['first'])
    assert.equal(live.state.duty?.calls[0]?.until_ms, live.now_ms + 10 * MINUTE_MS)
    assert.equal(isUnattended(live.state), true)
    assert.deepEqual(live.state.desk, [])
  })

  test('the first two stay silent: the third takes over, and nobody else is called', () => {
    const { live, called, silent, takeOver } = dangerous()
    silent(10)
    silent(15)
    assert.deepEqual(called(), ['first', 'second', 'third'])
    assert.equal(takeOver('third'), undefined)
    silent(5)
    assert.deepEqual(called(), ['first', 'second', 'third'])
    assert.equal(live.state.duty?.takenOverBy, 'third')
    assert.equal(takeOver('first'), 'already-taken-over')
  })

  test('nobody answers: at the end it is the desk that has it, and settling it there is taking over', () => {
    const { live, silent } = dangerous()
    for (const minutes of [10, 15, 5]) silent(minutes)
    assert.deepEqual(live.state.desk, ['danger-unacknowledged'])
    const settle = { reason: 'danger-unacknowledged', by: 'desk' } as const
    assert.equal(live.take(decideSettle(settle, live.state, live.circumstances())), undefined)
    assert.deepEqual(live.state.desk, [])
    assert.equal(isUnattended(live.state), false)
  })

  test('a silence that is noted late, when another was called since, calls nobody', () => {
    const { live, called, silent } = dangerous()
    silent(10)
    live.take(decideSilence(1, live.state, live.circumstances()))
    assert.deepEqual(called(), ['first', 'second'])
  })

  test('without a roster, or with nobody on duty, it is at the desk at once', () => {
    const nobody = { ...ROSTER, contacts: ROSTER.contacts.slice(1, 2) }
    for (const roster of [undefined, nobody]) {
      const rules = { ...smallTownRules(), dutyRoster: () => roster }
      const live = liveCase(rules)
      live.report(exampleSignal({ category: 'mast-hit', lamp: 'lamp-3' }), 'danger')
      assert.deepEqual(live.state.desk, ['danger-unacknowledged'])
    }
  })

  for (const answer of [{ answer: 'started' }, { answer: 'made-safe' }] as const)
    test(`a party that answers ${answer.answer} is on it: nobody else is called`, () => {
      const { live, called, silent } = dangerous()
      for (const minutes of [10, 15, 5]) silent(minutes)
      live.answer('lichtwerk', answer)
      assert.deepEqual(live.state.desk, [])
      assert.equal(isUnattended(live.state), false)
      assert.deepEqual(called(), ['first', 'second', 'third'])
    })

  test('accepted is not: a machine can say it', () => {
    const { live } = dangerous()
    live.answer('lichtwerk', { answer: 'accepted' })
    assert.equal(isUnattended(live.state), true)
  })

  test('not ours waits until it was made safe, by whoever was called', () => {
    const { live, takeOver } = dangerous()
    const notOurs = { answer: 'not-ours', reason: 'not-our-asset' } as const
    assert.equal(live.answer('lichtwerk', notOurs), 'make-safe-first')
    takeOver('first')
    assert.equal(live.answer('lichtwerk', notOurs), 'make-safe-first')
    live.take(decideMadeSafe({ by: 'first' }, live.state, live.circumstances()))
    assert.equal(live.answer('lichtwerk', notOurs), undefined)
  })

  test('the desk gives the work to somebody else: that is not yet taking over', () => {
    const { live, silent } = dangerous()
    for (const minutes of [10, 15, 5]) silent(minutes)
    const given = { agreement: 'benches', version: 1, party: 'buurtgroep', informed: [] }
    const overrule = { by: 'desk', reasonDigest: 'x', ...given }
    live.take(decideOverrule(overrule, live.state, live.circumstances()))
    assert(live.state.desk.includes('danger-unacknowledged'))
  })
})

describe('given what becomes dangerous, or less so', () => {
  function ordinary() {
    const live = liveCase({ ...smallTownRules(), dutyRoster: () => ROSTER })
    live.report(exampleSignal({ lamp: 'lamp-3' }), 'normal')
    live.deliver('lichtwerk')
    return live
  }
  const thing = exampleSignal({ lamp: 'lamp-3', kind: 'device', condition: 'lamp-failure' })

  test('a thing raises it: the dates are those of danger from the beginning, and the roster is called', () => {
    const live = ordinary()
    const before = live.of('lichtwerk')
    live.report(thing, 'danger')
    const after = live.of('lichtwerk')
    assert.equal(live.state.priority, 'danger')
    assert.deepEqual(
      live.state.duty?.calls.map(({ contact }) => contact),
      ['first'],
    )
    const agreement = live.rules.agreement('lighting', 1)
    assert(agreement && before.delivered_ms)
    assert.deepEqual(after.partyBy, live.rules.partyBy(agreement, 'danger', before.delivered_ms))
    assert.notDeepEqual(after.partyBy, before.partyBy)
    assert.equal(after.revision, before.revision + 1)
  })

  test('a machine that says it is over lowers nothing; a person does, and the dates go back', () => {
    const live = ordinary()
    const before = live.of('lichtwerk').partyBy
    live.report(thing, 'danger')
    live.clear(thing)
    assert.equal(live.state.priority, 'danger')
    assert.equal(live.state.status, 'open')
    const lower = { by: 'desk', priority: 'normal', reasonDigest: 'x' } as const
    assert.equal(live.take(decideLower(lower, live.state, live.circumstances())), undefined)
    assert.equal(isUnattended(live.state), false)
    assert.deepEqual(live.of('lichtwerk').partyBy, before)
    assert.equal(live.take(decideLower(lower, live.state, live.circumstances())), 'not-dangerous')
  })

  test('what was made safe can be dangerous again, and then somebody has to take over anew', () => {
    const live = ordinary()
    const raise = () =>
      live.take(decideRaise({ by: 'desk', source: 'desk' }, live.state, live.circumstances()))
    assert.equal(raise(), undefined)
    assert.equal(raise(), 'already-dangerous')
    live.take(decideTakeOver({ by: 'x' }, live.state, live.circumstances()))
    live.take(decideMadeSafe({ by: 'x' }, live.state, live.circumstances()))
    assert.equal(raise(), undefined)
    assert.equal(isUnattended(live.state), true)
    assert.equal(live.state.duty?.calls.length, 1)
  })
})
