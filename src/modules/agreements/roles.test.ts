import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { agreementOf, CATEGORIES, statedRole } from '../../../test/small-town.ts'
import type { Agreement } from './agreement.ts'
import { compileAgreements } from './compile-agreements.ts'
import { coverageOf, isCovered } from './coverage.ts'
import { explainDecision } from './decision-in-words.ts'
import { type RoleVersion, roleOfAgreement, StatedRole } from './roles.ts'
import { decide, route } from './routing.ts'
import type { SignalFacts } from './routing-decision.ts'
import { createStandings } from './standings.ts'

const AT_MS = Date.parse('2026-06-10T12:00:00+02:00')
const SIZES = new Map([
  ['town', 9_000_000],
  ['centrum', 3_000_000],
  ['market', 10_000],
])

function townOf(
  roles: readonly (StatedRole | RoleVersion)[],
  agreements: readonly Agreement[] = [],
  knownAt_ms?: number,
) {
  return compileAgreements({
    municipality: 'GM9801',
    epoch: 1,
    categories: CATEGORIES,
    agreements: agreements.map((agreement) => ({ agreement, version: 1, entered_ms: 0 })),
    roles: roles.map((one) => ('role' in one && 'version' in one ? one : versionOf(one))),
    areaSizes_m2: SIZES,
    managementAreas: new Map(),
    zone: 'Europe/Amsterdam',
    ...(knownAt_ms === undefined ? {} : { knownAt_ms }),
  })
}

const versionOf = (role: StatedRole, version = 1, entered_ms = 0): RoleVersion => {
  return { role, version, entered_ms }
}

function asked(own: Partial<SignalFacts> = {}): SignalFacts {
  return {
    category: 'lamp-out',
    areas: ['centrum', 'market', 'town'],
    priority: 'normal',
    clusterLevel: 'single',
    at_ms: AT_MS,
    excluded: [],
    ...own,
  }
}

/** All three ways in which the rule is asked give the same answer. */
function answer(compiled: ReturnType<typeof townOf>, facts = asked()): string {
  const { outcome } = route(compiled, facts, 1)
  assert.deepEqual(decide(compiled, facts), outcome)
  assert.deepEqual(createStandings(compiled, facts.at_ms)(facts).outcome, outcome)
  if (outcome.kind !== 'desk') return outcome.party
  return 'stated' in outcome ? `${outcome.reason} ${outcome.stated.id}` : outcome.reason
}

describe('a stated role', () => {
  test('is the answer where no agreement gives anybody the work, and only there', () => {
    const roles = [statedRole({ id: 'lamp-out' })]
    assert.equal(answer(townOf(roles)), 'leaves lamp-out')
    assert.equal(answer(townOf(roles), asked({ category: 'tree' })), 'no-agreement')
    const lighting = agreementOf({ id: 'lighting', party: 'lichtwerk', categories: ['lighting'] })
    assert.equal(answer(townOf(roles, [lighting])), 'lichtwerk')
    const off = { ...lighting, mode: 'off' as const }
    assert.equal(answer(townOf(roles, [off])), 'leaves lamp-out')
  })

  test('the deepest category counts, then the smallest area, then the newest', () => {
    const wide = statedRole({ id: 'wide', role: 'enforces', categories: ['lighting'] })
    const deep = statedRole({ id: 'deep', categories: ['lamp-out'] })
    assert.equal(answer(townOf([wide, deep])), 'leaves deep')
    const market = statedRole({ id: 'market', categories: ['lamp-out'], areas: ['market'] })
    const centre = statedRole({
      id: 'centre',
      categories: ['lamp-out'],
      areas: ['centrum', 'town'],
    })
    assert.equal(answer(townOf([deep, centre, market, wide])), 'leaves market')
    assert.equal(
      answer(townOf([deep, centre, market]), asked({ areas: ['town'] })),
      'leaves centre',
    )
    assert.equal(answer(townOf([deep, centre, market]), asked({ areas: [] })), 'leaves deep')
    const newer = statedRole({
      id: 'a',
      categories: ['lamp-out'],
      validity: { from: '2025-01-01' },
    })
    assert.equal(answer(townOf([deep, newer])), 'leaves a')
  })

  test('it holds from its day to its end, and a later version takes over', () => {
    const year = { from: '2026-01-01', to: '2027-01-01' }
    const first = statedRole({ id: 'lamp-out', validity: year })
    const second = statedRole({
      id: 'lamp-out',
      role: 'enforces',
      validity: { from: '2026-07-01' },
    })
    const both = townOf([versionOf(first), versionOf(second, 2, AT_MS)])
    const at = (date: string) =>
      answer(both, asked({ at_ms: Date.parse(`${date}T00:00:00+02:00`) }))
    assert.equal(at('2025-12-31'), 'no-agreement')
    assert.equal(at('2026-06-30'), 'leaves lamp-out')
    assert.equal(at('2026-07-01'), 'enforces lamp-out')
    const before = townOf([versionOf(first), versionOf(second, 2, AT_MS)], [], AT_MS - 1)
    assert.equal(
      answer(before, asked({ at_ms: Date.parse('2026-08-01T00:00:00Z') })),
      'leaves lamp-out',
    )
    assert.equal(
      answer(before, asked({ at_ms: Date.parse('2027-08-01T00:00:00Z') })),
      'no-agreement',
    )
  })

  test('everybody reads why, in both languages', () => {
    const name = (id: string) => id
    const names = { organisation: name, agreement: name, category: name, area: name, asset: name }
    const sentence = (role: StatedRole['role'], locale: 'nl' | 'en') =>
      explainDecision(
        route(townOf([statedRole({ id: 'lamp-out', role })]), asked(), 1),
        names,
        locale,
      ).sentence
    assert.equal(
      sentence('leaves', 'nl'),
      'De gemeente doet dit niet. Wij sturen de melding niet door. Dit regelt u zelf (lamp-out).',
    )
    assert.match(
      sentence('enforces', 'en'),
      /^Others have to see to this\..*You see to this yourself/,
    )
  })

  test('it ends after it starts, names categories, and is no role of an agreement', () => {
    const good = statedRole({ id: 'lamp-out' })
    for (const bad of [
      { ...good, validity: { from: '2026-01-01', to: '2026-01-01' } },
      { ...good, categories: [] },
      { ...good, role: 'does' },
      { ...good, because: { nl: 'x' } },
      { ...good, party: 'lichtwerk' },
    ])
      assert.equal(StatedRole.safeParse(bad).success, false, JSON.stringify(bad))
  })
})

describe('the role where an agreement holds', () => {
  test('is what it says, else what its basis makes of it', () => {
    const own = { id: 'a', party: 'lichtwerk', categories: ['lighting'] }
    assert.equal(roleOfAgreement(agreementOf(own)), 'directs')
    assert.equal(roleOfAgreement(agreementOf({ ...own, role: 'does' })), 'does')
    assert.equal(roleOfAgreement(agreementOf({ ...own, basis: 'self-management' })), 'supports')
    assert.equal(roleOfAgreement(agreementOf({ ...own, basis: 'grid-operator' })), undefined)
    assert.throws(() => agreementOf({ ...own, basis: 'owner-only', role: 'does' }), /owner/)
  })
})

describe('the coverage with roles', () => {
  const places = ['centrum', 'market'].map((area) => ({ areas: [area], holders: new Map() }))
  function cellsOf(compiled: ReturnType<typeof townOf>, category: string) {
    const categories = CATEGORIES.filter(({ id }) => id === category)
    const run = coverageOf({ compiled, categories, places, at_ms: AT_MS })
    for (;;) {
      const { done, value } = run.next()
      if (done) return value
    }
  }

  test('what is left on purpose is no hole, and what nobody thought of is one', () => {
    const left = statedRole({ id: 'tree', areas: ['market'] })
    const [centre, market] = cellsOf(townOf([left]), 'tree')
    assert(centre && market)
    assert.deepEqual(centre.roles, [])
    assert.deepEqual(
      centre.findings.map(({ kind }) => kind),
      ['no-agreement'],
    )
    assert.equal(isCovered(market), true)
    const stated = { id: 'tree', version: 1 }
    assert.deepEqual(market.roles, [{ role: 'leaves', stated, isPartial: false }])
  })

  test('at hours outside the agreement it is in part, and each role is told', () => {
    const hours = { days: ['mon' as const], from: '08:00', to: '17:00' }
    const mondays = agreementOf({
      id: 'trees',
      party: 'groenwerk',
      categories: ['tree'],
      scope: { hours },
      role: 'does',
    })
    const [cell] = cellsOf(townOf([statedRole({ id: 'tree' })], [mondays]), 'tree')
    assert.deepEqual(
      cell?.roles.map(({ role, isPartial }) => [role, isPartial]),
      [
        ['does', true],
        ['leaves', true],
      ],
    )
    assert.deepEqual(cell?.findings, [])
  })

  test('an agreement that ends into it leaves no gap; a stated role that ends into nothing does', () => {
    const ending = agreementOf({
      id: 'trees',
      party: 'groenwerk',
      categories: ['tree'],
      validity: { from: '2020-01-01', to: '2026-07-01' },
    })
    const [followed] = cellsOf(townOf([statedRole({ id: 'tree' })], [ending]), 'tree')
    assert.deepEqual(followed?.findings, [])
    const short = statedRole({ id: 'tree', validity: { from: '2020-01-01', to: '2026-07-01' } })
    const [cell] = cellsOf(townOf([short]), 'tree')
    assert.deepEqual(
      cell?.findings.map(({ kind, from_ms }) => [kind, from_ms]),
      [['expiring', Date.parse('2026-07-01T00:00:00+02:00')]],
    )
  })
})
