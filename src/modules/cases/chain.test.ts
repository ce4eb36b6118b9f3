import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { assetOf, exampleSignal, HOUR_MS, lineOf, liveCase } from '../../../test/example-case.ts'
import { AGREEMENTS, agreementOf, smallTownRules } from '../../../test/small-town.ts'
import { decideOverrule, decideSettle } from './directing.ts'

import { decideClose, decideVerification } from './reporting.ts'

describe('a mast knocked down', () => {
  test('three parties, five assignments in a chain, and one line for the resident at every step', () => {
    const live = liveCase()
    const lines: string[] = []
    const say = () => lines.push(lineOf(live))
    live.report(exampleSignal({ category: 'mast-hit', lamp: 'lamp-3' }))
    say()
    live.answer('lichtwerk', { answer: 'accepted' })
    live.answer('lichtwerk', { answer: 'made-safe' })
    live.answer('lichtwerk', { answer: 'started' })
    say()
    live.answer('lichtwerk', {
      answer: 'needs-first',
      first: ['cable-disconnect', 'paving-open'],
    })
    say()
    assert.equal(live.answer('mast-hit', { answer: 'done', next: [] }), 'waits-for-another')
    live.pass(5 * HOUR_MS)
    const dates = live.of('mast-hit').partyBy
    live.answer('cable-disconnect', { answer: 'done', next: [] })
    say()
    assert.equal(live.of('mast-hit').waitsFor.length, 2)
    assert.equal(live.answer('mast-hit', { answer: 'done', next: [] }), 'waits-for-another')
    live.pass(2 * HOUR_MS)
    live.answer('paving-open', { answer: 'done', next: [] })
    assert.deepEqual(live.of('mast-hit').waitsFor, [])
    assert.deepEqual(
      live.of('mast-hit').partyBy,
      dates.map((term) => ({ ...term, by_ms: term.by_ms + 7 * HOUR_MS })),
      'the dates move by the hours that it stood still',
    )
    live.answer('mast-hit', { answer: 'done', next: ['cable-reconnect', 'paving-repair'] })
    say()
    live.answer('paving-repair', { answer: 'done', next: [] })
    assert.equal(live.state.status, 'open')
    live.answer('cable-reconnect', { answer: 'done', next: [] })
    say()
    assert.deepEqual(live.steps(), [
      'lichtwerk: mast-hit done',
      'stroomnet: cable-disconnect done',
      'straatwerk: paving-open done',
      'stroomnet: cable-reconnect done',
      'straatwerk: paving-repair done',
    ])
    assert.equal(live.state.status, 'done')
    assert.deepEqual(lines, [
      'mast-hit: Lichtwerk B.V. has been given the report.',
      'mast-hit: Lichtwerk B.V. is working on it.',
      'mast-hit: Straatwerk has been given the report.',
      'mast-hit: Straatwerk has been given the report.',
      'mast-hit: Straatwerk has been given the report.',
      'mast-hit: done, not yet confirmed.',
    ])
  })

  test('when it is contested, whoever put up the mast looks again, not whoever paved the road last', () => {
    const live = liveCase()
    live.report(exampleSignal({ category: 'mast-hit', lamp: 'lamp-3' }))
    live.answer('lichtwerk', { answer: 'done', next: ['paving-repair'] })
    live.answer('straatwerk', { answer: 'done', next: [] })
    live.report(exampleSignal({ category: 'mast-hit', lamp: 'lamp-3', signalId: 'signal-2' }))
    assert.deepEqual(live.steps(), [
      'lichtwerk: mast-hit started',
      'straatwerk: paving-repair done',
    ])
  })

  test('danger can be neither refused nor sent on by a correction before it is made safe', () => {
    const live = liveCase()
    live.report(exampleSignal({ category: 'mast-hit', lamp: 'lamp-3' }))
    const located = { areas: ['dijkweg'], asset: assetOf('lamp-51') }
    const moved = { answer: 'facts-corrected', asset: 'lamp-51' } as const
    const refused = { answer: 'not-ours', reason: 'not-our-asset' } as const
    const policy = { answer: 'will-not-be-done', reason: 'policy', remark: 'no' } as const
    assert.equal(live.answer('lichtwerk', refused), 'make-safe-first')
    assert.equal(live.answer('lichtwerk', policy), 'make-safe-first')
    assert.equal(live.answer('lichtwerk', moved, { located }), 'make-safe-first')
    live.answer('lichtwerk', { answer: 'made-safe' })
    assert.equal(live.answer('lichtwerk', moved, { located }), undefined)
    assert.equal(live.of('provincie').status, 'offered')
  })
})

describe('given a lamp that is out', () => {
  const lampOut = (rules = smallTownRules()) => {
    const live = liveCase(rules)
    live.report(exampleSignal({ lamp: 'lamp-3' }))
    return live
  }
  const notOurs = { answer: 'not-ours', reason: 'not-our-asset' } as const

  test('when a party says not ours, then it is not asked again, and after the limit the desk has it', () => {
    const third = agreementOf({
      id: 'third',
      party: 'groenwerk',
      categories: ['lighting'],
      rank: -20,
    })
    const live = lampOut(smallTownRules([...AGREEMENTS, third]))
    live.answer('lichtwerk', notOurs)
    live.answer('nachtlicht', notOurs)
    live.answer('groenwerk', notOurs)
    assert.deepEqual(live.state.excluded, ['lichtwerk', 'nachtlicht', 'groenwerk'])
    assert.deepEqual(live.state.desk, ['not-ours-limit'], 'the limit is two')
    assert.equal(live.state.status, 'open')
  })

  test('when nobody is left before the limit, then it is a gap at the desk', () => {
    const live = lampOut()
    live.answer('lichtwerk', notOurs)
    live.answer('nachtlicht', notOurs)
    assert.deepEqual(live.state.desk, ['no-agreement'])
  })

  test('when it is passed on after diagnosis, then the next party gets what is to be done', () => {
    const live = lampOut()
    live.answer('lichtwerk', { answer: 'accepted' })
    live.answer('lichtwerk', { answer: 'passed-on', cause: 'cable', next: ['cable-reconnect'] })
    live.answer('stroomnet', { answer: 'done', next: [] })
    assert.equal(live.state.status, 'done')
  })

  test('when the asset turns out to be another owner’s, then it is withdrawn and offered to the right party', () => {
    const live = lampOut()
    live.answer(
      'lichtwerk',
      { answer: 'facts-corrected', asset: 'lamp-51' },
      { located: { areas: ['dijkweg'], asset: assetOf('lamp-51') } },
    )
    assert.deepEqual(live.steps(), ['lichtwerk: lamp-out withdrawn', 'provincie: lamp-out offered'])
    assert.deepEqual(live.state.excluded, [], 'who corrects did not refuse')
    assert.equal(live.answer('lichtwerk', { answer: 'started' }), 'assignment-withdrawn')
  })

  test('when the correction points to the same party, then it keeps what it has', () => {
    const live = lampOut()
    const located = { areas: ['haven'], asset: assetOf('lamp-4') }
    live.answer('lichtwerk', { answer: 'facts-corrected', asset: 'lamp-4' }, { located })
    assert.deepEqual(live.steps(), ['lichtwerk: lamp-out offered'])
    assert.equal(live.state.asset?.id, 'lamp-4')
  })

  test('when the correction makes it more pressing or confidential, then the case is that from then on', () => {
    const live = lampOut()
    live.answer('lichtwerk', { answer: 'facts-corrected', category: 'mast-hit' })
    assert.equal(live.state.priority, 'danger')
    live.answer('lichtwerk', { answer: 'made-safe' })
    const place = { lon: 5.01, lat: 52.01 }
    live.answer(
      'lichtwerk',
      { answer: 'facts-corrected', category: 'nuisance', place },
      { located: { areas: ['centrum'], place } },
    )
    assert.equal(live.state.visibility, 'confidential')
    assert.equal(live.state.priority, 'danger', 'only a person at the desk lowers it')
    assert.equal(live.state.place, undefined)
    const last = JSON.stringify(live.events.slice(-4))
    assert(!last.includes('52.01'), 'the journal holds no place of what is confidential')
  })

  test('when the party answers by the revision that its message told, then its receipt is no conflict', () => {
    const live = lampOut()
    const { revision } = live.of('lichtwerk')
    live.deliver('lichtwerk')
    assert.equal(
      live.answer('lichtwerk', { answer: 'accepted' }, { expectedRevision: revision }),
      undefined,
    )
    assert.equal(
      live.answer('lichtwerk', { answer: 'started' }, { expectedRevision: revision }),
      'assignment-changed',
    )
  })

  test('when it is contested, then it opens once more under the original dates, and after that at the desk', () => {
    const live = lampOut()
    live.deliver('lichtwerk')
    const { partyBy } = live.of('lichtwerk')
    live.answer('lichtwerk', { answer: 'done', next: [] })
    const contest = { by: 'reporter', source: 'x', outcome: 'contested' } as const
    live.take(decideVerification(contest, live.state, live.now_ms))
    assert.deepEqual(live.steps(), ['lichtwerk: lamp-out started'])
    assert.deepEqual(live.of('lichtwerk').partyBy, partyBy)
    live.answer('lichtwerk', { answer: 'done', next: [] })
    live.take(decideVerification(contest, live.state, live.now_ms))
    assert.deepEqual(live.state.desk, ['contested-again'])
    assert.deepEqual(live.steps(), ['lichtwerk: lamp-out done'])
  })

  test('when what is needed first has no party or is refused, then the work does not go on by itself', () => {
    for (const needed of ['strange', 'cable-disconnect', 'wall-repair']) {
      const live = lampOut()
      live.answer('lichtwerk', { answer: 'accepted' })
      live.answer('lichtwerk', { answer: 'needs-first', first: [needed] })
      if (needed === 'cable-disconnect')
        live.answer('stroomnet', { answer: 'will-not-be-done', reason: 'policy', remark: 'no' })
      assert.equal(live.of('lichtwerk').stopped_ms, live.now_ms, needed)
      assert.equal(live.state.status, 'open')
      const [reason] = live.state.desk
      assert(reason)
      const settle = { reason, by: 'desk' }
      live.pass(3 * HOUR_MS)
      live.take(decideSettle(settle, live.state, live.circumstances()))
      assert.equal(live.of('lichtwerk').stopped_ms, undefined, needed)
    }
  })

  test('when a second thing is needed first, then it has stood still since the first', () => {
    const live = lampOut()
    live.answer('lichtwerk', { answer: 'accepted' })
    const dates = live.of('lichtwerk').partyBy
    live.answer('lichtwerk', { answer: 'needs-first', first: ['paving-open'] })
    live.pass(10 * HOUR_MS)
    live.answer('lichtwerk', { answer: 'needs-first', first: ['cable-disconnect'] })
    live.answer('straatwerk', { answer: 'done', next: [] })
    live.answer('stroomnet', { answer: 'done', next: [] })
    const moved = dates.map((term) => ({ ...term, by_ms: term.by_ms + 10 * HOUR_MS }))
    assert.deepEqual(live.of('lichtwerk').partyBy, moved)
  })

  test('when work has begun, then the desk can neither close it nor give it to another', () => {
    const live = lampOut()
    live.answer('lichtwerk', { answer: 'started' })
    const close = { as: 'settled-by-desk', by: 'desk' } as const
    assert.equal(decideClose(close, live.state, live.now_ms), 'work-has-begun')
    const overrule = { by: 'desk', reasonDigest: 'x', agreement: 'litter', version: 1 }
    assert.equal(
      decideOverrule(
        { ...overrule, party: 'wijkteam', informed: [] },
        live.state,
        live.circumstances(),
      ),
      'work-has-begun',
    )
  })

  test('when a task belongs to one who only owns, then the case is not closed over the head of the others', () => {
    const live = lampOut()
    live.answer('lichtwerk', { answer: 'done', next: ['wall-repair', 'paving-repair'] })
    assert.equal(live.state.status, 'open')
    assert.equal(live.state.ownerOnly, undefined)
    assert.deepEqual(live.state.desk, ['owner-only'])
    assert.equal(live.of('straatwerk').status, 'offered')
  })
})
