import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { exampleSignal, HOUR_MS, type LivingCase, liveCase } from '../../../test/example-case.ts'
import {
  AGREEMENTS,
  type AgreementDraft,
  agreementOf,
  smallTownRules,
} from '../../../test/small-town.ts'
import type { Answer } from './answers.ts'
import { becauseNow } from './dates.ts'
import { brokenOf, keptOf } from './milestones.ts'
import { decideLimit, suspensionTimer } from './suspending.ts'
import { decideTerms, termTimer } from './term-watch.ts'

/** 10 June 2026 is a Wednesday; the example case begins at noon. */
const at = (text: string) => Date.parse(`${text}+02:00`)
const FROST: Answer = { answer: 'suspended', reason: 'frost' }

const TERMS: NonNullable<AgreementDraft['terms']> = {
  reporter: { amount: 10, unit: 'working-days' },
  party: {
    startsAt: 'receipt',
    milestones: [
      { name: 'on-site', within: { amount: 4, unit: 'hours' }, priorities: ['danger'] },
      { name: 'made-safe', within: { amount: 6, unit: 'hours' }, priorities: ['danger'] },
      { name: 'working', within: { amount: 16, unit: 'working-hours' } },
      { name: 'done', within: { amount: 5, unit: 'working-days' } },
      { name: 'done', within: { amount: 60, unit: 'calendar-days' }, findings: ['mast'] },
    ],
  },
  suspensions: [
    { reason: 'frost', limit: { amount: 5, unit: 'working-days' } },
    {
      reason: 'flood',
      name: { nl: 'hoogwater', en: 'high water' },
      limit: { amount: 48, unit: 'hours' },
    },
  ],
  warnBefore: { amount: 1, unit: 'working-days' },
}

function lampOut(own: Partial<AgreementDraft> = {}, delivered = true): LivingCase {
  const lighting = agreementOf({
    id: 'lighting',
    party: 'lichtwerk',
    categories: ['lighting'],
    terms: TERMS,
    ...own,
  })
  const others = AGREEMENTS.filter(({ id }) => !id.includes('lighting'))
  const live = liveCase(smallTownRules([lighting, ...others]))
  live.report(exampleSignal({ lamp: 'lamp-3', person: 'person/1' }))
  if (delivered) live.deliver('lichtwerk')
  return live
}

const byOf = (live: LivingCase, name: string) =>
  live.of('lichtwerk').partyBy.find(({ milestone }) => milestone === name)?.by_ms
const passTo = (live: LivingCase, text: string) => live.pass(at(text) - live.now_ms)
const watch = (live: LivingCase) => live.take(decideTerms(live.state, live.circumstances()))
const limit = (live: LivingCase) => live.take(decideLimit(live.state, live.circumstances()))
const told = (live: LivingCase) => live.events.map(({ type }) => type)

describe('given what the party finds', () => {
  test('the dates are those of the cause, from where its clock began, and both readers get the reason', () => {
    const live = lampOut()
    assert.equal(byOf(live, 'done'), at('2026-06-17T17:00:00'))
    passTo(live, '2026-06-12T09:00:00')
    const reporterBy_ms = live.state.reporterBy_ms
    assert.equal(live.answer('lichtwerk', { answer: 'diagnosed', cause: 'mast' }), undefined)
    assert.equal(byOf(live, 'done'), at('2026-08-09T23:59:59'))
    assert.equal(byOf(live, 'working'), at('2026-06-12T10:00:00'), 'other milestones stay')
    assert.deepEqual(live.of('lichtwerk').because, {
      cause: 'mast',
      words: { nl: 'mastschade: binnen 60 dagen', en: 'mast damage: within 60 days' },
    })
    assert.equal(live.state.reporterBy_ms, reporterBy_ms)
  })

  for (const answer of [
    { answer: 'accepted', cause: 'mast' },
    { answer: 'planned', on: '2026-07-01', cause: 'mast' },
    { answer: 'started', cause: 'mast' },
    { answer: 'on-site', cause: 'mast' },
    { answer: 'working', cause: 'mast' },
  ] satisfies Answer[])
    test(`${answer.answer} may name the cause`, () => {
      const live = lampOut()
      assert.equal(live.answer('lichtwerk', answer), undefined)
      assert.equal(byOf(live, 'done'), at('2026-08-09T23:59:59'))
    })

  test('a cause for which nothing else was agreed moves no date', () => {
    const live = lampOut()
    const before = live.of('lichtwerk').partyBy
    live.answer('lichtwerk', { answer: 'diagnosed', cause: 'fuse' })
    assert.deepEqual(live.of('lichtwerk').partyBy, before)
    assert.equal(live.of('lichtwerk').because, undefined)
  })

  test('another cause takes the reason away with the date', () => {
    const live = lampOut()
    live.answer('lichtwerk', { answer: 'diagnosed', cause: 'mast' })
    live.answer('lichtwerk', { answer: 'diagnosed', cause: 'lamp' })
    assert.equal(byOf(live, 'done'), at('2026-06-17T17:00:00'))
    assert.equal(becauseNow(live.of('lichtwerk')), undefined)
  })

  test('a cause that is named when the clock goes on counts the time that it stood still', () => {
    const live = lampOut()
    live.answer('lichtwerk', FROST)
    live.pass(24 * HOUR_MS)
    live.answer('lichtwerk', { answer: 'started', cause: 'mast' })
    assert.equal(byOf(live, 'done'), at('2026-08-10T23:59:59'))
    assert.equal(byOf(live, 'working'), at('2026-06-15T10:00:00'))
  })

  test('where the clock starts on acceptance, the cause counts from there, however it was accepted', () => {
    const party = { ...TERMS.party, startsAt: 'acceptance' as const }
    const live = lampOut({ terms: { ...TERMS, party } })
    passTo(live, '2026-06-15T10:00:00')
    live.answer('lichtwerk', { answer: 'planned', on: '2026-06-20' })
    live.pass(48 * HOUR_MS)
    live.answer('lichtwerk', { answer: 'diagnosed', cause: 'mast' })
    assert.equal(byOf(live, 'done'), at('2026-08-14T23:59:59'))
  })
})

describe('given a clock that a party lets stand still', () => {
  test('its dates move by exactly the working time that it took, and the reporter’s does not', () => {
    const live = lampOut()
    live.answer('lichtwerk', { answer: 'accepted' })
    const reporterBy_ms = live.state.reporterBy_ms
    passTo(live, '2026-06-12T15:00:00')
    assert.equal(live.answer('lichtwerk', FROST), undefined)
    assert.equal(live.of('lichtwerk').stopped_ms, live.now_ms)
    const { suspension } = live.of('lichtwerk')
    assert.deepEqual(suspension, {
      reason: 'frost',
      name: { nl: 'vorst', en: 'frost' },
      since_ms: live.now_ms,
      until_ms: at('2026-06-19T17:00:00'),
    })
    passTo(live, '2026-06-15T10:00:00')
    assert.equal(live.answer('lichtwerk', { answer: 'resumed' }), undefined)
    assert.equal(live.of('lichtwerk').suspension, undefined)
    assert.equal(live.of('lichtwerk').stopped_ms, undefined)
    // Friday 15:00 to Monday 10:00: four working hours.
    assert.equal(byOf(live, 'done'), at('2026-06-18T12:00:00'))
    assert.equal(live.state.reporterBy_ms, reporterBy_ms)
  })

  test('it ends by itself at the limit of the reason, and not before', () => {
    const live = lampOut()
    live.answer('lichtwerk', FROST)
    const due_at = suspensionTimer(live.state)?.due_at
    assert.equal(due_at, at('2026-06-17T17:00:00'))
    passTo(live, '2026-06-17T16:59:59')
    limit(live)
    assert(live.of('lichtwerk').suspension)
    passTo(live, '2026-06-17T17:00:00')
    limit(live)
    assert.equal(live.of('lichtwerk').suspension, undefined)
    assert.equal(live.of('lichtwerk').stopped_ms, undefined)
    assert.equal(suspensionTimer(live.state), undefined)
    const ended = live.events.findLast(({ type }) => type === 'SuspensionEnded')
    assert.deepEqual(ended?.data, { assignmentId: live.of('lichtwerk').id, as: 'limit' })
  })

  test('the party may name an earlier day, which is whole', () => {
    const live = lampOut()
    live.answer('lichtwerk', { ...FROST, until: '2026-06-12' } as Answer)
    assert.equal(live.of('lichtwerk').suspension?.until_ms, at('2026-06-13T00:00:00'))
    const later = lampOut()
    later.answer('lichtwerk', { ...FROST, until: '2027-01-01' } as Answer)
    assert.equal(later.of('lichtwerk').suspension?.until_ms, at('2026-06-17T17:00:00'))
    const past = lampOut()
    const refused = past.answer('lichtwerk', { ...FROST, until: '2026-06-09' } as Answer)
    assert.equal(refused, 'until-has-passed')
  })

  test('it is refused for a reason that the agreement does not name, twice, and when nothing is left', () => {
    const live = lampOut()
    const flood: Answer = { answer: 'suspended', reason: 'flood' }
    assert.equal(live.answer('lichtwerk', { answer: 'resumed' }), 'not-suspended')
    assert.equal(
      live.answer('lichtwerk', { answer: 'suspended', reason: 'material' }),
      'reason-not-agreed',
    )
    assert.equal(live.answer('lichtwerk', flood), undefined)
    assert.equal(live.of('lichtwerk').suspension?.name.nl, 'hoogwater')
    assert.equal(live.answer('lichtwerk', FROST), 'already-suspended')
    live.pass(40 * HOUR_MS)
    live.answer('lichtwerk', { answer: 'resumed' })
    live.answer('lichtwerk', flood)
    assert.equal(live.of('lichtwerk').suspension?.until_ms, live.now_ms + 8 * HOUR_MS)
    live.pass(8 * HOUR_MS)
    limit(live)
    assert.equal(live.answer('lichtwerk', flood), 'suspension-used-up')
    assert.equal(live.answer('lichtwerk', FROST), undefined, 'another reason has its own limit')
  })

  for (const answer of [
    { answer: 'started' },
    { answer: 'on-site' },
    { answer: 'working' },
    { answer: 'done', next: [] },
  ] satisfies Answer[])
    test(`${answer.answer} ends it`, () => {
      const live = lampOut()
      live.answer('lichtwerk', FROST)
      live.pass(HOUR_MS)
      assert.equal(live.answer('lichtwerk', answer), undefined)
      assert.equal(live.of('lichtwerk').suspension, undefined)
      assert.equal(live.of('lichtwerk').stopped_ms, undefined)
    })

  test('what else stops the clock stands beside it: it runs again when all are over', () => {
    const live = lampOut()
    live.answer('lichtwerk', { answer: 'accepted' })
    live.answer('lichtwerk', FROST)
    live.pass(HOUR_MS)
    live.answer('lichtwerk', { answer: 'needs-first', first: ['cable-disconnect'] })
    live.answer('lichtwerk', { answer: 'resumed' })
    assert(live.of('lichtwerk').stopped_ms !== undefined)
    live.answer('stroomnet', { answer: 'done', next: [] })
    assert.equal(live.of('lichtwerk').stopped_ms, undefined)
    const stood = live.of('lichtwerk').stood
    assert.equal(stood.length, 1)
  })

  test('danger ends it, and it may not begin while that is not made safe', () => {
    const live = lampOut()
    live.answer('lichtwerk', FROST)
    live.report(
      exampleSignal({ lamp: 'lamp-3', signalId: 'signal-2', category: 'mast-hit' }),
      'danger',
    )
    const isDangerous = live.state.priority === 'danger'
    assert(isDangerous)
    assert.equal(live.of('lichtwerk').suspension, undefined)
    assert.equal(live.answer('lichtwerk', FROST), 'make-safe-first')
  })
})

describe('given a date that comes near or passes', () => {
  test('party and desk are warned once, and the broken term is recorded once', () => {
    const live = lampOut()
    // Working: 16 working hours end on Friday 10:00; one working day before is Thursday 10:00.
    assert.equal(termTimer(live.state, live.rules)?.due_at, at('2026-06-11T10:00:00'))
    passTo(live, '2026-06-11T10:00:00')
    const { revision } = live.of('lichtwerk')
    watch(live)
    assert.deepEqual(live.of('lichtwerk').warned, ['working'])
    assert.deepEqual(live.state.desk, ['term-near'])
    assert.equal(live.of('lichtwerk').revision, revision + 1)
    watch(live)
    assert.equal(told(live).filter((type) => type === 'TermWarned').length, 1)
    assert.equal(termTimer(live.state, live.rules)?.due_at, at('2026-06-12T10:00:00') + 1)
    passTo(live, '2026-06-12T10:00:00')
    watch(live)
    assert.deepEqual(live.of('lichtwerk').broken, [], 'it is kept in its very last moment')
    live.pass(1)
    watch(live)
    assert.deepEqual(live.of('lichtwerk').broken, ['working'])
    assert.deepEqual(live.state.desk, ['term-broken'], 'it is near no more')
    watch(live)
    assert.equal(told(live).filter((type) => type === 'TermBroken').length, 1)
    assert.equal(termTimer(live.state, live.rules)?.due_at, at('2026-06-16T17:00:00'))
  })

  test('what is reached in time is kept, and nothing is near any more', () => {
    const live = lampOut()
    passTo(live, '2026-06-11T12:00:00')
    watch(live)
    live.answer('lichtwerk', { answer: 'working' })
    assert.deepEqual(live.state.desk, [])
    passTo(live, '2026-06-17T17:00:00')
    live.answer('lichtwerk', { answer: 'done', next: [] })
    assert.deepEqual(keptOf(live.of('lichtwerk')), ['working', 'done'])
    assert.deepEqual(brokenOf(live.of('lichtwerk')), [])
    assert.equal(termTimer(live.state, live.rules), undefined)
  })

  test('who answers late has broken it, whether or not the timer went off first', () => {
    const live = lampOut()
    passTo(live, '2026-06-20T17:00:00')
    live.answer('lichtwerk', { answer: 'done', next: [] })
    assert.deepEqual(live.of('lichtwerk').broken, ['working', 'done'])
    assert.deepEqual(live.state.desk, ['term-broken'])
    assert.deepEqual(brokenOf(live.of('lichtwerk')), ['working', 'done'])
    assert.deepEqual(keptOf(live.of('lichtwerk')), [])
  })

  test('done means that it works, and that somebody was there; a later answer changes no date of an earlier one', () => {
    const live = lampOut()
    live.answer('lichtwerk', { answer: 'working' })
    const worked_ms = live.now_ms
    live.pass(HOUR_MS)
    live.answer('lichtwerk', { answer: 'done', next: [] })
    const { reached } = live.of('lichtwerk')
    assert.deepEqual(reached, {
      'on-site': worked_ms,
      working: worked_ms,
      'made-safe': live.now_ms,
      done: live.now_ms,
    })
  })

  test('while the clock stands still nothing comes nearer', () => {
    const live = lampOut()
    live.answer('lichtwerk', FROST)
    assert.equal(termTimer(live.state, live.rules), undefined)
    passTo(live, '2026-06-17T12:00:00')
    watch(live)
    assert.deepEqual(live.state.desk, [])
    live.answer('lichtwerk', { answer: 'resumed' })
    assert.deepEqual(live.of('lichtwerk').broken, [])
  })

  test('where nobody agreed to it, it is missed and breaks no term, and nobody is warned', () => {
    const live = lampOut({ basis: 'grid-operator' })
    assert.equal(termTimer(live.state, live.rules)?.due_at, at('2026-06-12T10:00:00') + 1)
    passTo(live, '2026-06-30T12:00:00')
    watch(live)
    assert.deepEqual(live.state.desk, [])
    assert(!told(live).includes('TermBroken') && !told(live).includes('TermWarned'))
    assert.equal(told(live).filter((type) => type === 'ExpectationMissed').length, 2)
  })

  test('a term that was broken is settled by hand, and holds nothing up', () => {
    const live = lampOut()
    passTo(live, '2026-06-13T12:00:00')
    watch(live)
    assert.deepEqual(live.state.desk, ['term-broken'])
    live.answer('lichtwerk', { answer: 'done', next: [] })
    assert.equal(live.state.status, 'done')
    assert.deepEqual(live.state.desk, ['term-broken'])
  })
})
