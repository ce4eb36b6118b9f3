import { Category } from '#modules/categories'
import { Agreement, type AgreementVersion } from './agreement.ts'
import type { AgreementsInForce } from './compile-agreements.ts'
import type { SignalFacts } from './routing-decision.ts'

/**
 * The small town that the tests of this room speak of: two neighbourhoods, one contract zone, a
 * provincial road.
 */

export type Draft = Partial<Omit<Agreement, 'scope'>> & {
  id: string
  scope?: Partial<Agreement['scope']>
  version?: number
  entered?: string
}

const TREE = {
  street: undefined,
  lighting: 'street',
  'lamp-out': 'lighting',
  'lamp-crooked': 'lighting',
  waste: 'street',
} as const

export const EXAMPLE_CATEGORIES: readonly Category[] = Object.entries(TREE).map(([id, parent]) =>
  Category.parse({
    id,
    ...(parent && { parent }),
    name: { nl: id, en: id },
    description: { nl: id, en: id },
  }),
)

export const EXAMPLE_AREAS_m2: ReadonlyMap<string, number> = new Map([
  ['town', 9_000_000],
  ['zone-north', 2_000_000],
  ['harbour', 500_000],
  ['dunes', 700_000],
  ['provincial-road', 40_000],
])

export const EXAMPLE_TERMS: Agreement['terms'] = {
  reporter: { amount: 10, unit: 'working-days' },
  party: {
    startsAt: 'receipt',
    milestones: [
      { name: 'done', within: { amount: 10, unit: 'working-days' }, priorities: [], findings: [] },
    ],
  },
  suspensions: [],
}

/**
 * An agreement on lighting in the whole town from 2026 on, automatic, save for what the draft says.
 */
export function exampleAgreement(draft: Draft): AgreementVersion {
  const { version = 1, entered = '2025-12-01', scope, ...own } = draft
  const agreement = Agreement.parse({
    title: `Agreement ${draft.id}`,
    basis: 'contract',
    mode: 'automatic',
    party: `party-of-${draft.id}`,
    validity: { from: '2026-01-01' },
    terms: EXAMPLE_TERMS,
    ...own,
    scope: { categories: ['lighting'], ...scope },
  })
  return { agreement, version, entered_ms: Date.parse(entered) }
}

export function exampleTown(drafts: readonly Draft[]): AgreementsInForce {
  return {
    municipality: 'GM0228',
    epoch: 7,
    categories: EXAMPLE_CATEGORIES,
    agreements: drafts.map(exampleAgreement),
    areaSizes_m2: EXAMPLE_AREAS_m2,
    managementAreas: new Map([
      ['town', 'municipality'],
      ['provincial-road', 'province'],
    ]),
    zone: 'Europe/Amsterdam',
  }
}

/** A lamp that is out in the harbour, on a Wednesday at noon, save for what is said. */
export function exampleFacts(own: Partial<SignalFacts> & { at?: string } = {}): SignalFacts {
  const { at = '2026-05-20T12:00:00+02:00', ...facts } = own
  return {
    category: 'lamp-out',
    areas: ['town', 'zone-north', 'harbour'],
    priority: 'normal',
    clusterLevel: 'single',
    at_ms: Date.parse(at),
    excluded: [],
    ...facts,
  }
}
