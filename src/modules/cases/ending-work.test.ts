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
import { decideEnd } from './ending-work.ts'
import { decideReport } from './reporting.ts'

const END_ms = Date.parse('2026-06-20T00:00:00+02:00')

/** The lighting ends on 20 June 2026; the example case begins on the 10th. */
function lampOut(own: Partial<AgreementDraft> = {}, others = AGREEMENTS, category = 'lamp-out') {
  const lighting = agreementOf({
    id: 'lighting',
    party: 'lichtwerk',
    categories: ['lighting'],
    scope: { managers: ['noorddijk'] },
    validity: { from: '2020-01-01', to: '2026-06-20' },
    onEnd: 'hand-over',
    ...own,
  })
  const live = liveCase(smallTownRules([lighting, ...others.filter(({ id }) => id !== 'lighting')]))
  live.report(exampleSignal({ lamp: 'lamp-3', category }))
  if (live.state.assignments[0]?.status === 'offered') live.deliver(live.state.assignments[0].party)
  return live
}

const NOBODY_ELSE = AGREEMENTS.filter(({ id }) => !id.includes('lighting'))
const end = (live: LivingCase) => live.take(decideEnd('lighting', live.state, live.circumstances()))
function endOnTime(live: LivingCase): void {
  live.pass(END_ms - live.now_ms)
  end(live)
}
const told = (live: LivingCase) => live.events.map(({ type }) => type)

describe('when an agreement ends that hands over', () => {
  for (const answers of [
    [],
    [{ answer: 'accepted' }],
    [{ answer: 'planned', on: '2026-07-01' }],
    [{ answer: 'suspended', reason: 'frost' }],
  ] satisfies Answer[][])
    test(`what is ${answers[0]?.answer ?? 'offered'} goes to whoever has it now`, () => {
      const live = lampOut()
      for (const answer of answers) assert.equal(live.answer('lichtwerk', answer), undefined)
      endOnTime(live)
      assert.deepEqual(live.steps(), [
        'lichtwerk: lamp-out withdrawn',
        'nachtlicht: lamp-out offered',
      ])
      const withdrawn = live.events.find(({ type }) => type === 'AssignmentWithdrawn')
      assert.deepEqual(withdrawn?.data, {
        assignmentId: live.of('lichtwerk').id,
        reason: 'agreement-ended',
      })
    })

  for (const answer of [
    { answer: 'started' },
    { answer: 'on-site' },
    { answer: 'made-safe' },
    { answer: 'working' },
  ] satisfies Answer[])
    test(`what is ${answer.answer} is finished by its party`, () => {
      const live = lampOut()
      live.answer('lichtwerk', answer)
      const before = live.events.length
      endOnTime(live)
      assert.equal(live.events.length, before)
      live.answer('lichtwerk', { answer: 'done', next: [] })
      assert.equal(live.state.status, 'done')
    })

  test('the reporter’s clock runs on from the first signal, and the new party’s begins with its receipt', () => {
    const live = lampOut()
    const opened_ms = live.now_ms
    endOnTime(live)
    assert.equal(live.state.reporterBy_ms, opened_ms + 48 * HOUR_MS)
    assert.deepEqual(live.of('nachtlicht').partyBy, [])
    live.pass(HOUR_MS)
    live.deliver('nachtlicht')
    assert.deepEqual(
      live.of('nachtlicht').partyBy.map(({ by_ms }) => by_ms),
      [live.now_ms + 48 * HOUR_MS],
    )
  })

  test('a date that its party has missed by then stays missed', () => {
    const live = lampOut()
    endOnTime(live)
    assert(told(live).includes('TermBroken'))
    assert.deepEqual(live.of('lichtwerk').broken, ['done'])
    assert(live.state.desk.includes('term-broken'))
  })

  test('where nobody has it now, it is visibly at the desk', () => {
    const live = lampOut({}, NOBODY_ELSE)
    endOnTime(live)
    assert.deepEqual(live.steps(), ['lichtwerk: lamp-out withdrawn'])
    assert(live.state.desk.includes('no-agreement'))
  })

  test('what waited for a click waits for none any more', () => {
    for (const mode of ['confirm', 'paused'] as const) {
      const live = lampOut({ mode })
      endOnTime(live)
      assert.deepEqual(live.state.desk, [])
      assert.equal(live.of('nachtlicht').status, 'offered')
    }
  })

  test('a task that another waits for is given out anew, and that one waits on', () => {
    const grid = agreementOf({
      id: 'grid',
      party: 'stroomnet',
      categories: ['cable-disconnect'],
      validity: { from: '2020-01-01', to: '2026-06-20' },
      onEnd: 'hand-over',
    })
    const next = agreementOf({ id: 'grid-2', party: 'provincie', categories: ['tasks'] })
    const live = liveCase(
      smallTownRules([...AGREEMENTS.filter(({ id }) => id !== 'grid'), grid, next]),
    )
    live.report(exampleSignal({ lamp: 'lamp-3' }))
    live.answer('lichtwerk', { answer: 'accepted' })
    live.answer('lichtwerk', { answer: 'needs-first', first: ['cable-disconnect'] })
    live.pass(END_ms - live.now_ms)
    live.take(decideEnd('grid', live.state, live.circumstances()))
    assert.equal(live.of('provincie').status, 'offered')
    assert.equal(live.answer('lichtwerk', { answer: 'started' }), 'waits-for-another')
    live.answer('provincie', { answer: 'done', next: [] })
    assert.equal(live.answer('lichtwerk', { answer: 'started' }), undefined)
  })

  test('nothing happens before the end, where it finishes, or a second time', () => {
    const early = lampOut()
    early.pass(END_ms - early.now_ms - 1)
    end(early)
    const finishing = lampOut({ onEnd: 'finish' })
    endOnTime(finishing)
    for (const live of [early, finishing]) assert(!told(live).includes('AssignmentWithdrawn'))
    const twice = lampOut()
    endOnTime(twice)
    const before = twice.events.length
    end(twice)
    assert.equal(twice.events.length, before)
  })

  test('whoever repaired it before stands for that, also when its agreement has ended', () => {
    const live = liveCase(lampOut().rules)
    const report = {
      caseId: 'case-1',
      signal: exampleSignal({ lamp: 'lamp-3' }),
      visibility: 'public',
      priority: 'normal',
      isHistory: false,
    } as const
    const done = { party: 'lichtwerk', agreement: 'lighting', version: 1, caseId: 'case-0' }
    const warranty = { ...done, until_ms: END_ms + 24 * HOUR_MS }
    const opens = { kind: 'opens', recurrenceOf: 'case-0', warranty } as const
    const number = () => 'GM9801-26-000001'
    live.take(decideReport(report, opens, undefined, live.circumstances(), number))
    assert.equal(live.of('lichtwerk').status, 'offered')
    const before = live.events.length
    endOnTime(live)
    assert.equal(live.events.length, before)
  })

  test('what would go to it by the moment of the signal goes to whoever has it now', () => {
    const live = lampOut(
      {},
      [
        ...AGREEMENTS,
        agreementOf({
          id: 'first',
          party: 'straatwerk',
          categories: ['lamp-out'],
          scope: { managers: ['noorddijk'] },
          rank: 10,
        }),
      ].filter(({ id }) => id !== 'lighting'),
    )
    assert.equal(live.state.assignments[0]?.party, 'straatwerk')
    live.pass(END_ms - live.now_ms)
    live.answer('straatwerk', { answer: 'not-ours', reason: 'other' })
    assert.deepEqual(live.steps(), [
      'straatwerk: lamp-out not-ours',
      'nachtlicht: lamp-out offered',
    ])
  })

  test('danger that nobody has taken over goes on calling, and the successor has it', () => {
    const live = lampOut({}, AGREEMENTS, 'mast-hit')
    endOnTime(live)
    assert.equal(live.of('nachtlicht').status, 'offered')
    assert(live.state.desk.includes('danger-unacknowledged'))
  })
})
