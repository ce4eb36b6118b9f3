import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { exampleSignal, HOUR_MS, lineOf, liveCase } from '../../../test/example-case.ts'
import { decideRelease, decideSettle } from './directing.ts'

describe('given each mode of an agreement', () => {
  const opened = (category: string) => {
    const live = liveCase()
    live.report(exampleSignal({ category }))
    return live
  }

  test('shadow beside automatic: the automatic one gets it, and the decision names the other', () => {
    const live = opened('tree')
    assert.deepEqual(live.steps(), ['groenwerk: tree offered'])
    const routed = live.events.find((event) => event.type === 'CaseRouted')
    assert(routed?.type === 'CaseRouted')
    assert.equal(routed.data.decision.shadow?.party, 'buurtgroep')
    assert.deepEqual(
      routed.data.decision.alternatives.map(({ agreement, reason }) => [agreement, reason]),
      [['trees-off', 'mode-off']],
    )
  })

  for (const [category, held] of [
    ['container-full', 'confirm'],
    ['playground', 'paused'],
  ] as const)
    test(`${held}: it waits for the desk, and one click offers it`, () => {
      const live = opened(category)
      assert.deepEqual(live.steps(), [`wijkteam: ${category} proposed`])
      assert.deepEqual(live.state.desk, [held])
      assert.equal(live.answer('wijkteam', { answer: 'accepted' }), 'answer-not-allowed')
      const settle = { reason: held, by: 'desk' }
      assert.equal(decideSettle(settle, live.state, live.circumstances()), 'assignment-still-held')
      const release = { assignmentId: live.of('wijkteam').id, by: 'desk' }
      live.take(decideRelease(release, live.state, live.circumstances()))
      assert.deepEqual(live.steps(), [`wijkteam: ${category} offered`])
      assert.deepEqual(live.state.desk, [])
    })

  test('owner only: nothing is asked of anybody, and the line says whom to ask', () => {
    const live = opened('graffiti')
    assert.deepEqual(live.steps(), [])
    assert.equal(live.state.closedAs, 'owner-only')
    assert.equal(lineOf(live), 'graffiti: this belongs to Woonstichting De Dijk; please ask there.')
  })

  test('reached by the desk: it is told by the desk, and its clock runs from then', () => {
    const live = opened('bench')
    assert.deepEqual(live.state.desk, ['tell-the-party'])
    live.pass(HOUR_MS)
    const settle = { reason: 'tell-the-party', by: 'desk' } as const
    live.take(decideSettle(settle, live.state, live.circumstances()))
    assert.deepEqual(live.state.desk, [])
    assert.equal(live.of('buurtgroep').delivered_ms, live.now_ms)
    assert.deepEqual(live.of('buurtgroep').partyBy, [
      { milestone: 'done', by_ms: live.now_ms + 48 * HOUR_MS },
    ])
  })

  test('nobody: it is a gap at the desk, which cannot be waved away', () => {
    const live = opened('strange')
    assert.deepEqual(live.state.desk, ['no-agreement'])
    const settle = { reason: 'no-agreement', by: 'desk' } as const
    assert.equal(decideSettle(settle, live.state, live.circumstances()), 'case-without-owner')
  })
})
