import fc from 'fast-check'
import { PRIORITIES } from '#modules/categories'
import { type AgreementVersion, BASES, MODES, WEEKDAYS } from './agreement.ts'
import { CLUSTER_LEVELS } from './cluster-levels.ts'
import type { AgreementsInForce } from './compile-agreements.ts'
import {
  type Draft,
  EXAMPLE_AREAS_m2,
  exampleAgreement,
  exampleTown,
} from './example-agreements.ts'
import type { SignalFacts } from './routing-decision.ts'

// Narrow on purpose: with few values, agreements overlap, equal and exclude one another often.
export const CATEGORIES = ['street', 'lighting', 'lamp-out', 'lamp-crooked', 'waste']
export const AREAS = [...EXAMPLE_AREAS_m2.keys(), 'area-of-unknown-size']
const ASSETS = ['lamp-1', 'lamp-2', 'segment-1']
const ORGANISATIONS = ['municipality', 'province', 'lichtwerk', 'grid']
// Days on which the clock moves, and the last and first of a year.
const DAYS = ['2025-10-26', '2025-12-31', '2026-01-01', '2026-03-29', '2026-07-01', '2026-10-25']
const TIMES = ['00:00', '01:30', '02:30', '07:00', '17:00', '22:00', '23:59']

const one = <T>(values: readonly T[]) => fc.constantFrom(...values)
/** Mostly any: else an agreement with eight parts of scope would hardly ever fit. */
const some = <T>(values: readonly T[], maxLength = 2) =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constant([]) },
    { weight: 2, arbitrary: fc.subarray([...values], { minLength: 1, maxLength }) },
  )

const hours = fc.record({
  days: fc.subarray([...WEEKDAYS], { minLength: 1 }),
  from: one(TIMES),
  to: one(TIMES),
})

const scope = fc
  .record({
    categories: fc.subarray(CATEGORIES, { minLength: 1, maxLength: 2 }),
    areas: some(AREAS, 3),
    assetTypes: some(['lamp-post', 'segment']),
    assets: some(ASSETS),
    managers: some(ORGANISATIONS),
    clusterLevels: some(CLUSTER_LEVELS),
    priorities: some(PRIORITIES),
    hours: fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, hours),
  })
  .map(({ hours, ...rest }) => ({ ...rest, ...(hours && { hours }) }))

const validity = fc
  .uniqueArray(one(DAYS), { minLength: 1, maxLength: 2 })
  .map((days) => days.toSorted())
  .map(([from, to]) => ({ from: from as string, ...(to !== undefined && { to }) }))

const version: fc.Arbitrary<AgreementVersion> = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
    version: fc.integer({ min: 1, max: 3 }),
    entered: one(DAYS),
    mode: fc.oneof({ weight: 4, arbitrary: fc.constant('automatic' as const) }, one(MODES)),
    basis: one(BASES),
    party: one(ORGANISATIONS),
    validity: fc.oneof({ weight: 4, arbitrary: fc.constant({ from: '2025-10-26' }) }, validity),
    rank: fc.integer({ min: 0, max: 1 }),
    scope,
  })
  .map((draft) => exampleAgreement(draft as Draft))

const fewVersions = fc.uniqueArray(version, {
  minLength: 3,
  maxLength: 12,
  size: 'max',
  selector: ({ agreement, version }) => `${agreement.id}/${version}`,
})

/** Enough to go over the limit of what is listed: the same ones again under other ids. */
const versions = fc.tuple(fewVersions, fc.constantFrom(1, 1, 7)).map(([few, times]) =>
  Array.from({ length: times }, (_, copy) =>
    few.map((one) => ({
      ...one,
      agreement: { ...one.agreement, id: `${one.agreement.id}${copy}` },
    })),
  ).flat(),
)

// Two management areas of one size: neither is the smallest.
const managementAreas = new Map([...exampleTown([]).managementAreas, ['dunes', 'grid']])
const areaSizes_m2 = new Map([...EXAMPLE_AREAS_m2, ['dunes', 40_000]])

export const town: fc.Arbitrary<AgreementsInForce> = versions.map((agreements) => {
  return { ...exampleTown([]), agreements, managementAreas, areaSizes_m2 }
})

export const moment = fc
  .tuple(one([...DAYS, ...DAYS.slice(3)]), fc.integer({ min: -26 * 12, max: 26 * 12 }))
  .map(([day, fiveMinutes]) => Date.parse(`${day}T00:00:00Z`) + fiveMinutes * 300_000)

const asset = fc.record(
  {
    id: one(ASSETS),
    type: one(['lamp-post', 'segment', 'cabinet']),
    owner: one(ORGANISATIONS),
    manager: one(ORGANISATIONS),
  },
  { requiredKeys: ['id', 'type'] },
)

export const facts: fc.Arbitrary<SignalFacts> = fc.record(
  {
    category: one([...CATEGORIES, 'lamp-out', 'lamp-out', 'unheard-of']),
    areas: fc.subarray(AREAS, { minLength: 1 }),
    asset,
    priority: one(PRIORITIES),
    clusterLevel: one(CLUSTER_LEVELS),
    at_ms: moment,
    excluded: some(ORGANISATIONS, 1),
  },
  { requiredKeys: ['category', 'areas', 'priority', 'clusterLevel', 'at_ms', 'excluded'] },
)

/** A town, and a signal that often is a recurrence of what one of its agreements repaired. */
export const townAndFacts = fc
  .tuple(town, facts, fc.option(fc.nat(), { freq: 2 }), fc.nat(3))
  .map(([inForce, signal, nth, later]): [AgreementsInForce, SignalFacts] => {
    const repaired = nth === null ? undefined : inForce.agreements[nth % inForce.agreements.length]
    if (!repaired) return [inForce, signal]
    const { agreement, version } = repaired
    const until_ms = signal.at_ms + (later - 0.5) * 86_400_000
    const warranty = { agreement: agreement.id, version, party: agreement.party }
    return [inForce, { ...signal, warranty: { ...warranty, caseId: 'case-1', until_ms } }]
  })
