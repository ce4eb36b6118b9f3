import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { agreementOf } from '../../../test/small-town.ts'
import type { Agreement } from './agreement.ts'
import { endOfAgreement } from './ending.ts'

const at = (text: string) => Date.parse(text)
const JUNE = at('2026-06-10T12:00:00+02:00')
const JULY = at('2026-07-01T00:00:00+02:00')
const OCTOBER = at('2026-10-01T12:00:00+02:00')

type Version = { from?: string; to?: string; onEnd?: Agreement['onEnd'] }

function versions(...all: readonly Version[]) {
  return all.map(({ from = '2020-01-01', to, onEnd = 'hand-over' }, i) => ({
    agreement: agreementOf({
      id: 'lighting',
      party: 'lichtwerk',
      categories: ['lighting'],
      onEnd,
      validity: { from, ...(to === undefined ? {} : { to }) },
    }),
    version: i + 1,
    entered_ms: i,
  }))
}

describe('the end of an agreement', () => {
  test('it comes as the local date begins, and gives away from that very moment', () => {
    const lighting = versions({ to: '2026-07-01' })
    assert.deepEqual(endOfAgreement(lighting, JUNE), { isGivenAway: false, due_ms: JULY })
    assert.deepEqual(endOfAgreement(lighting, JULY - 1), { isGivenAway: false, due_ms: JULY })
    assert.deepEqual(endOfAgreement(lighting, JULY), { isGivenAway: true, due_ms: JULY })
    assert.deepEqual(endOfAgreement(lighting, OCTOBER), { isGivenAway: true, due_ms: JULY })
  })

  test('without an end, or where open work is finished, nothing is given away', () => {
    for (const one of [versions({}), versions({ to: '2026-07-01', onEnd: 'finish' })])
      for (const now_ms of [JUNE, OCTOBER])
        assert.deepEqual(endOfAgreement(one, now_ms), { isGivenAway: false })
  })

  test('a later version with a later end moves it, and one without an end takes it away', () => {
    const longer = versions({ to: '2026-07-01' }, { to: '2026-10-01' })
    const october = at('2026-10-01T00:00:00+02:00')
    assert.deepEqual(endOfAgreement(longer, JULY), { isGivenAway: false, due_ms: october })
    const open = versions({ to: '2026-07-01' }, {})
    assert.deepEqual(endOfAgreement(open, OCTOBER), { isGivenAway: false })
  })

  test('a version that goes on from the day on which the earlier ends is no end', () => {
    const going = versions({ to: '2026-07-01' }, { from: '2026-07-01' })
    assert.deepEqual(endOfAgreement(going, JUNE), { isGivenAway: false })
    assert.deepEqual(endOfAgreement(going, JULY), { isGivenAway: false })
  })

  test('where it holds again only later, it ends in between and then once more', () => {
    const twice = versions({ to: '2026-07-01' }, { from: '2026-09-01', to: '2027-01-01' })
    const next = at('2027-01-01T00:00:00+01:00')
    assert.deepEqual(endOfAgreement(twice, JUNE), { isGivenAway: false, due_ms: JULY })
    assert.deepEqual(endOfAgreement(twice, JULY), { isGivenAway: true, due_ms: JULY })
    assert.deepEqual(endOfAgreement(twice, OCTOBER), { isGivenAway: false, due_ms: next })
  })

  test('an end that is entered after its date has passed already', () => {
    const late = versions({}, { to: '2026-06-01' })
    const due_ms = at('2026-06-01T00:00:00+02:00')
    assert.deepEqual(endOfAgreement(late, JUNE), { isGivenAway: true, due_ms })
  })

  test('one that begins later has not ended', () => {
    const later = versions({ from: '2026-09-01', to: '2026-10-01' })
    assert.equal(endOfAgreement(later, JUNE).isGivenAway, false)
  })
})
