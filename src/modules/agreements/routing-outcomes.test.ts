import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compileAgreements } from './compile-agreements.ts'
import { type Draft, exampleFacts, exampleTown } from './example-agreements.ts'
import { route } from './routing.ts'
import type { RoutingDecision, SignalFacts } from './routing-decision.ts'

function routed(drafts: readonly Draft[], own: Partial<SignalFacts> = {}): RoutingDecision {
  return route(compileAgreements(exampleTown(drafts)), exampleFacts(own), 1)
}

const chosen = (id: string) => ({ agreement: id, version: 1, party: `party-of-${id}` })

test('where no agreement matches it goes to the desk, and every refusal is told', () => {
  const hours = { days: ['sun' as const], from: '08:00', to: '17:00' }
  const decision = routed(
    [
      { id: 'off', mode: 'off' },
      { id: 'later', validity: { from: '2027-01-01' } },
      { id: 'asset', scope: { assets: ['lamp-9'] } },
      { id: 'type', scope: { assetTypes: ['drain'] } },
      { id: 'area', scope: { areas: ['dunes'] } },
      { id: 'level', scope: { clusterLevels: ['segment'] } },
      { id: 'priority', scope: { priorities: ['danger'] } },
      { id: 'hours', scope: { hours } },
      { id: 'not-a-candidate', scope: { categories: ['waste'] } },
    ],
    { asset: { id: 'lamp-1', type: 'lamp-post' } },
  )
  assert.deepEqual(decision.outcome, { kind: 'desk', reason: 'no-agreement' })
  assert.equal(decision.decidedBy, undefined)
  assert.deepEqual(
    Object.fromEntries(decision.alternatives.map(({ agreement, reason }) => [agreement, reason])),
    {
      off: 'mode-off',
      later: 'not-yet-valid',
      asset: 'other-asset',
      type: 'other-asset-type',
      area: 'other-area',
      level: 'other-cluster-level',
      priority: 'other-priority',
      hours: 'outside-hours',
    },
  )
  assert.deepEqual(decision.notListed, {})
})

test('a category that the municipality does not have goes to the desk as such', () => {
  const { outcome } = routed([{ id: 'a' }], { category: 'unheard-of' })
  assert.deepEqual(outcome, { kind: 'desk', reason: 'unknown-category' })
})

test('a neighbour who cannot tell which lamp it is reaches the party of the lamps', () => {
  const { outcome } = routed([{ id: 'lamps', scope: { assetTypes: ['lamp-post'] } }])
  assert.equal(outcome.kind, 'party')
})

test('confirm and paused are outcomes that carry their mode, and who is informed', () => {
  for (const mode of ['confirm', 'paused', 'automatic'] as const) {
    const { outcome } = routed([{ id: 'a', mode, informed: ['police'] }])
    assert.deepEqual(outcome, {
      kind: 'party',
      ...chosen('a'),
      mode,
      basis: 'contract',
      informed: ['police'],
    })
  }
})

test('owner only sends nothing: it tells which organisation to ask', () => {
  const { outcome } = routed([{ id: 'corporation', basis: 'owner-only' }])
  assert.deepEqual(outcome, { kind: 'owner-only', ...chosen('corporation') })
})

test('two that are equal are a conflict: the newest gets it, and the others are named', () => {
  const decision = routed([
    { id: 'oldest', validity: { from: '2025-01-01' } },
    { id: 'newest', validity: { from: '2026-02-01' } },
    { id: 'entered-late', entered: '2025-12-02' },
    { id: 'entered-early', entered: '2025-11-01' },
    { id: 'refused', scope: { areas: ['dunes'] } },
  ])
  assert.equal(decision.outcome.kind === 'party' && decision.outcome.agreement, 'newest')
  assert.deepEqual(decision.conflict, [
    chosen('entered-late'),
    chosen('entered-early'),
    chosen('oldest'),
  ])
  assert.equal(decision.decidedBy, undefined)
  assert.deepEqual(decision.alternatives, [{ ...chosen('refused'), reason: 'other-area' }])
})

test('of many that are equal, twenty are named as the conflict', () => {
  const decision = routed(Array.from({ length: 50 }, (_, n) => ({ id: `a-${n}` })))
  assert.equal(decision.conflict?.length, 20)
  assert.equal(decision.alternatives.length, 20)
  assert.deepEqual(decision.notListed, { 'ranked-lower': 9 })
})

test('two agreements of one party that are equal are a conflict too: terms may differ', () => {
  const decision = routed([
    { id: 'a', party: 'lichtwerk' },
    { id: 'b', party: 'lichtwerk' },
  ])
  assert.deepEqual(decision.conflict, [{ agreement: 'b', version: 1, party: 'lichtwerk' }])
})

test('a shadow agreement that fits more closely is named, and sends nothing', () => {
  const shadow: Draft = { id: 'trial', mode: 'shadow', scope: { areas: ['harbour'] } }
  const decision = routed([shadow, { id: 'real' }])
  assert.equal(decision.outcome.kind === 'party' && decision.outcome.agreement, 'real')
  assert.deepEqual(decision.shadow, chosen('trial'))
  assert.equal(decision.decidedBy, 'only-candidate')
  assert.deepEqual(decision.alternatives, [])
})

test('a shadow agreement alone leaves the signal with the desk', () => {
  const decision = routed([{ id: 'trial', mode: 'shadow' }])
  assert.deepEqual(decision.outcome, { kind: 'desk', reason: 'no-agreement' })
  assert.deepEqual(decision.shadow, chosen('trial'))
})

test('a shadow agreement that fits less closely is only an alternative', () => {
  const shadow: Draft = { id: 'trial', mode: 'shadow', rank: -1 }
  const decision = routed([shadow, { id: 'real' }])
  assert.equal(decision.shadow, undefined)
  assert.deepEqual(decision.alternatives, [{ ...chosen('trial'), reason: 'ranked-lower' }])
})

test('an equal shadow agreement is no conflict', () => {
  const decision = routed([{ id: 'a' }, { id: 'b', mode: 'shadow' }])
  assert.equal(decision.conflict, undefined)
})

test('twenty alternatives are listed, the runner-up first; the rest is counted by reason', () => {
  const copies = (count: number, draft: Draft): Draft[] =>
    Array.from({ length: count }, (_, n) => ({ ...draft, id: `${draft.id}-${n}` }))
  const decision = routed([
    ...copies(30, { id: 'elsewhere', scope: { areas: ['dunes'] } }),
    ...copies(5, { id: 'other-lamp', scope: { assets: ['lamp-9'] } }),
    ...copies(25, { id: 'works', basis: 'works', mode: 'off' }),
    { id: 'winner', scope: { areas: ['harbour'] } },
    { id: 'second', scope: { areas: ['zone-north'] } },
    ...copies(3, { id: 'lower' }),
  ])
  assert.equal(decision.decidedBy, 'zone-size')
  assert.equal(decision.alternatives.length, 20)
  assert.deepEqual(decision.alternatives[0], { ...chosen('second'), reason: 'ranked-lower' })
  assert.ok(decision.alternatives.slice(1).every(({ reason }) => reason === 'mode-off'))
  assert.deepEqual(decision.notListed, {
    'mode-off': 6,
    'other-asset': 5,
    'other-area': 30,
    'ranked-lower': 3,
  })
})
