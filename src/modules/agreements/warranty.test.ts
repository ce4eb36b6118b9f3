import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { compileAgreements } from './compile-agreements.ts'
import { explainDecision, type Names } from './decision-in-words.ts'
import { type Draft, exampleFacts, exampleTown } from './example-agreements.ts'
import { decide, route } from './routing.ts'
import type { RoutingDecision, SignalFacts } from './routing-decision.ts'

const AT = '2026-05-20T12:00:00+02:00'
const LAMP = { id: 'lamp-1', type: 'lamp-post', manager: 'municipality' }
/** Ended on the first of May: whoever repaired under it stands for that repair all the same. */
const REPAIRER: Draft = {
  id: 'repairer',
  validity: { from: '2025-01-01', to: '2026-05-01' },
  scope: { managers: ['province'] },
}
const SUCCESSOR: Draft = { id: 'successor', scope: { managers: ['municipality'] } }

function recurs(drafts: readonly Draft[], own: Partial<SignalFacts> = {}): RoutingDecision {
  const compiled = compileAgreements(exampleTown(drafts))
  const [agreement, party] = ['repairer', 'party-of-repairer']
  const until_ms = Date.parse('2026-06-03T00:00:00+02:00')
  const warranty = { agreement, version: 1, party, caseId: 'case-1', until_ms }
  const facts = exampleFacts({ at: AT, asset: LAMP, warranty, ...own })
  const decision = route(compiled, facts, 1)
  assert.deepEqual(decide(compiled, facts), decision.outcome)
  return decision
}

function gets(decision: RoutingDecision): string {
  const { outcome } = decision
  if (outcome.kind !== 'party') return outcome.kind
  return `${outcome.agreement}${outcome.because ? ` because ${outcome.because}` : ''}`
}

describe('given a recurrence under warranty', () => {
  test('it goes to whoever repaired it, also when that agreement has ended', () => {
    const decision = recurs([REPAIRER, SUCCESSOR])
    assert.equal(gets(decision), 'repairer because warranty')
    assert.equal(decision.decidedBy, 'warranty-or-works')
    const [next] = decision.alternatives
    assert.deepEqual([next?.agreement, next?.reason], ['successor', 'ranked-lower'])
  })

  test('once it is over, it is a question like any other', () => {
    const after = recurs([REPAIRER, SUCCESSOR], { at_ms: Date.parse('2026-06-03T00:00:00+02:00') })
    assert.equal(gets(after), 'successor')
    assert.equal(after.alternatives[0]?.reason, 'no-longer-valid')
  })

  test('this very asset and the cluster level come before it; works and warranty of a place do not', () => {
    const beside = (draft: Draft) => gets(recurs([REPAIRER, draft]))
    assert.equal(beside({ id: 'asset', scope: { assets: ['lamp-1'] } }), 'asset')
    assert.equal(beside({ id: 'level', scope: { clusterLevels: ['single'] } }), 'level')
    assert.equal(beside({ id: 'works', basis: 'works' }), 'repairer because warranty')
    assert.equal(beside({ id: 'other', basis: 'warranty' }), 'repairer because warranty')
  })

  test('a party that refused it does not get it again', () => {
    const decision = recurs([REPAIRER, SUCCESSOR], { excluded: ['party-of-repairer'] })
    assert.equal(gets(decision), 'successor')
    assert.equal(decision.alternatives[0]?.reason, 'excluded')
  })

  test('the mode of the version under which it was repaired counts', () => {
    const mode = (mode: Draft['mode'] & string) => recurs([{ ...REPAIRER, mode }, SUCCESSOR])
    assert.equal(gets(mode('off')), 'successor')
    assert.equal(mode('off').alternatives[0]?.reason, 'mode-off')
    assert.equal(gets(mode('shadow')), 'successor')
    assert.equal(mode('shadow').shadow?.agreement, 'repairer')
    for (const held of ['confirm', 'paused'] as const) {
      const { outcome } = mode(held)
      assert.equal(outcome.kind === 'party' && outcome.mode, held)
    }
  })

  test('a version that is not known is a fault and no silent skip', () => {
    assert.throws(() => recurs([SUCCESSOR]), /a warranty of repairer, version 1/)
  })

  test('the decision says so in both languages', () => {
    const name = (id: string) => id
    const names: Names = {
      organisation: name,
      agreement: name,
      category: name,
      area: name,
      asset: name,
    }
    const decision = recurs([REPAIRER, SUCCESSOR])
    const nl = explainDecision(decision, names, 'nl').because
    assert.deepEqual(nl.slice(-2), [
      'party-of-repairer heeft dit eerder hersteld. Op dat herstel zit garantie tot 3 juni 2026.',
      'Garantie en werk in uitvoering gaan voor op gewoon onderhoud.',
    ])
    const en = explainDecision(decision, names, 'en').because
    assert.equal(
      en.at(-2),
      'party-of-repairer repaired this before. That repair is under warranty until 3 June 2026.',
    )
  })
})
