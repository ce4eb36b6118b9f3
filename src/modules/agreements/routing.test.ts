import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { compileAgreements } from './compile-agreements.ts'
import { type Draft, exampleFacts, exampleTown } from './example-agreements.ts'
import { decide, route } from './routing.ts'
import type { RoutingDecision, SignalFacts } from './routing-decision.ts'

type Own = Partial<SignalFacts> & { at?: string }

function routed(drafts: readonly Draft[], own: Own = {}): RoutingDecision {
  const compiled = compileAgreements(exampleTown(drafts))
  const decision = route(compiled, exampleFacts(own), 1)
  assert.deepEqual(decide(compiled, exampleFacts(own)), decision.outcome)
  return decision
}

/** The agreement that gets the signal, or the desk's reason. */
function gets(drafts: readonly Draft[], own: Own = {}): string {
  const { outcome } = routed(drafts, own)
  return outcome.kind === 'desk' ? outcome.reason : outcome.agreement
}

function reasonsOf({ alternatives }: RoutingDecision): Record<string, string> {
  return Object.fromEntries(alternatives.map(({ agreement, reason }) => [agreement, reason]))
}

const LAMP = { id: 'lamp-1', type: 'lamp-post' }
const PROVINCIAL_LAMP = { ...LAMP, owner: 'province' }

describe('whose it is', () => {
  const municipal = { id: 'municipal', scope: { managers: ['municipality'] } }
  const provincial = { id: 'provincial', scope: { managers: ['province'] } }

  test('a lamp of the province on municipal ground is the province’s', () => {
    const decision = routed([municipal, provincial], { asset: PROVINCIAL_LAMP })
    assert.equal(decision.outcome.kind === 'party' && decision.outcome.agreement, 'provincial')
    assert.deepEqual(reasonsOf(decision), { municipal: 'other-manager' })
  })

  test('who manages a lamp comes before who owns it', () => {
    const asset = { ...PROVINCIAL_LAMP, manager: 'municipality' }
    assert.equal(gets([municipal, provincial], { asset }), 'municipal')
  })

  test('where no lamp is known, the manager of the ground counts', () => {
    assert.equal(gets([municipal, provincial]), 'municipal')
  })

  test('where management areas overlap, the smallest says who manages the ground', () => {
    const areas = ['town', 'provincial-road']
    assert.equal(gets([municipal, provincial], { areas }), 'provincial')
  })

  test('a lamp of nobody known is not the ground’s', () => {
    assert.equal(gets([municipal, provincial], { asset: LAMP }), 'no-agreement')
  })

  test('where no manager is known, one that names managers is refused', () => {
    const decision = routed([municipal, { id: 'any' }], { areas: ['dunes'] })
    assert.equal(decision.decidedBy, 'only-candidate')
    assert.deepEqual(reasonsOf(decision), { municipal: 'other-manager' })
  })

  test('a party that refused this case does not get it again', () => {
    const drafts = [municipal, { id: 'second' }]
    const excluded = ['party-of-municipal']
    assert.equal(gets(drafts, { excluded }), 'second')
    assert.deepEqual(reasonsOf(routed(drafts, { excluded })), { municipal: 'excluded' })
  })
})

describe('the closest wins', () => {
  // Each is closer than all after it, and would lose on every later step.
  const ladder: { draft: Draft; step: string }[] = [
    { step: 'asset', draft: { id: 'asset', scope: { assets: ['lamp-1'] } } },
    { step: 'cluster-level', draft: { id: 'level', scope: { clusterLevels: ['single'] } } },
    { step: 'warranty-or-works', draft: { id: 'warranty', basis: 'warranty' } },
    { step: 'manager', draft: { id: 'manager', scope: { managers: ['province'] } } },
    { step: 'priority-and-hour', draft: { id: 'priority', scope: { priorities: ['normal'] } } },
    { step: 'category-depth', draft: { id: 'category', scope: { categories: ['lamp-out'] } } },
    { step: 'zone-size', draft: { id: 'small', scope: { areas: ['harbour', 'dunes'] } } },
    { step: 'zone-size', draft: { id: 'large', scope: { areas: ['town'] } } },
    { step: 'rank', draft: { id: 'ranked', rank: 5 } },
    { step: 'only-candidate', draft: { id: 'any' } },
  ]

  for (const [place, { draft, step }] of ladder.entries()) {
    test(`${draft.id}: by ${step}`, () => {
      const drafts = ladder.slice(place).map((each) => each.draft)
      const decision = routed(drafts, { asset: PROVINCIAL_LAMP })
      assert.equal(decision.outcome.kind === 'party' && decision.outcome.agreement, draft.id)
      assert.equal(decision.decidedBy, step)
      assert.ok(decision.alternatives.every(({ reason }) => reason === 'ranked-lower'))
    })
  }

  test('works in force come before the manager, and no longer once they are over', () => {
    const works: Draft = {
      id: 'works',
      basis: 'works',
      validity: { from: '2026-03-01', to: '2026-06-01' },
    }
    const manager = { id: 'manager', scope: { managers: ['province'] } }
    const asset = PROVINCIAL_LAMP
    assert.equal(gets([works, manager], { asset, at: '2026-05-31T12:00:00+02:00' }), 'works')
    assert.equal(gets([works, manager], { asset, at: '2026-06-01T12:00:00+02:00' }), 'manager')
  })

  test('a dark segment goes to the grid operator, a single lamp to the contractor', () => {
    const grid: Draft = {
      id: 'grid',
      scope: { clusterLevels: ['segment', 'cabinet', 'switching-area'] },
    }
    assert.equal(gets([grid, { id: 'contractor' }], { clusterLevel: 'segment' }), 'grid')
    assert.equal(gets([grid, { id: 'contractor' }]), 'contractor')
  })

  test('naming both priority and hours is closer than naming one of them', () => {
    const hours = { days: ['wed' as const], from: '08:00', to: '17:00' }
    const both: Draft = { id: 'both', scope: { hours, priorities: ['normal'] } }
    assert.equal(gets([{ id: 'hours', rank: 9, scope: { hours } }, both]), 'both')
  })
})

describe('when', () => {
  const night: Draft = {
    id: 'night',
    scope: { hours: { days: ['fri'], from: '22:00', to: '06:00' } },
  }
  const moments = [
    ['2026-05-22T21:59:59+02:00', 'day'],
    ['2026-05-22T22:00:00+02:00', 'night'],
    ['2026-05-23T05:59:59+02:00', 'night'],
    ['2026-05-23T06:00:00+02:00', 'day'],
    ['2026-05-22T03:00:00+02:00', 'day'],
    // The Fridays before the nights in which the clock moves: 06:00 stays 06:00 on the wall.
    ['2026-03-28T05:59:59+01:00', 'night'],
    ['2026-10-24T05:59:59+02:00', 'night'],
  ] as const
  for (const [at, expected] of moments) {
    test(`Friday night from 22:00 to 06:00, at ${at}: ${expected}`, () => {
      assert.equal(gets([night, { id: 'day' }], { at }), expected)
    })
  }

  test('a night window keeps wall time through the night in which the clock moves', () => {
    const sunday: Draft = {
      id: 'sunday',
      scope: { hours: { days: ['sat'], from: '22:00', to: '03:00' } },
    }
    const at = (time: string) => gets([sunday, { id: 'day' }], { at: time })
    assert.equal(at('2026-03-29T01:59:59+01:00'), 'sunday')
    assert.equal(at('2026-03-29T03:00:00+02:00'), 'day')
    assert.equal(at('2026-10-25T02:30:00+02:00'), 'sunday')
    assert.equal(at('2026-10-25T02:30:00+01:00'), 'sunday')
    assert.equal(at('2026-10-25T03:00:00+01:00'), 'day')
  })

  // In summer and in winter time, and on the days on which one becomes the other.
  const changes = [
    ['2026-07-01', '2026-06-30T23:59:59.999+02:00', '2026-07-01T00:00:00+02:00'],
    ['2027-01-01', '2026-12-31T23:59:59.999+01:00', '2027-01-01T00:00:00+01:00'],
    ['2026-03-29', '2026-03-28T23:59:59.999+01:00', '2026-03-29T00:00:00+01:00'],
    ['2026-03-30', '2026-03-29T23:59:59.999+02:00', '2026-03-30T00:00:00+02:00'],
    ['2026-10-25', '2026-10-24T23:59:59.999+02:00', '2026-10-25T00:00:00+02:00'],
    ['2026-10-26', '2026-10-25T23:59:59.999+01:00', '2026-10-26T00:00:00+01:00'],
  ] as const
  for (const [day, before, after] of changes) {
    test(`a contract that changes hands on ${day} does so at that midnight`, () => {
      const drafts: Draft[] = [
        { id: 'old', validity: { from: '2026-01-01', to: day } },
        { id: 'new', validity: { from: day } },
      ]
      assert.equal(gets(drafts, { at: before }), 'old')
      assert.deepEqual(reasonsOf(routed(drafts, { at: before })), { new: 'not-yet-valid' })
      assert.equal(gets(drafts, { at: after }), 'new')
      assert.deepEqual(reasonsOf(routed(drafts, { at: after })), { old: 'no-longer-valid' })
    })
  }
})

describe('versions of one agreement', () => {
  const first: Draft = { id: 'a', version: 1, party: 'first' }

  test('a new version takes over from its own first day, not before', () => {
    const second: Draft = { id: 'a', version: 2, party: 'second', validity: { from: '2026-07-01' } }
    const versionAt = (at: string) => {
      const { outcome } = routed([second, first], { at })
      return outcome.kind === 'party' && outcome.version
    }
    assert.equal(versionAt('2026-06-30T23:59:59+02:00'), 1)
    assert.equal(versionAt('2026-07-01T00:00:00+02:00'), 2)
  })

  test('a version that ends sooner does not bring the earlier one back to life', () => {
    const shorter: Draft = {
      id: 'a',
      version: 2,
      validity: { from: '2026-01-01', to: '2026-05-01' },
    }
    assert.equal(gets([first, shorter]), 'no-agreement')
  })

  test('what was known before a version was entered can be asked for', () => {
    const second: Draft = { id: 'a', version: 2, mode: 'off', entered: '2026-05-21' }
    const town = { ...exampleTown([first, second]), knownAt_ms: Date.parse('2026-05-20') }
    const then = route(compileAgreements(town), exampleFacts(), 1)
    assert.equal(then.outcome.kind === 'party' && then.outcome.party, 'first')
    assert.equal(gets([first, second]), 'no-agreement')
  })
})
