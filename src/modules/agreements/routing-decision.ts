import type { Priority } from '#modules/categories'
import type { Agreement } from './agreement.ts'
import type { ClusterLevel } from './cluster-levels.ts'

export type { ClusterLevel } from './cluster-levels.ts'

/** All that the rule looks at. Organisations are ids; areas are the ids of every area that holds the place. */
export type SignalFacts = {
  category: string
  areas: readonly string[]
  asset?: { id: string; type: string; publicNumber?: string; owner?: string; manager?: string }
  priority: Priority
  clusterLevel: ClusterLevel
  /** The moment that the signal was received; the agreement is chosen at this moment. */
  at_ms: number
  /** What a thing's own clock said; it decides nothing, and may be suspect. */
  seen_ms?: number
  isTimeSuspect?: true
  /** Organisations that refused this case, or must not get it again. */
  excluded: readonly string[]
  /** Whose repair of the same problem on the same asset this is a recurrence of. */
  warranty?: WarrantyFacts
  /** Why it is of a higher level than one object: so many members within so long. It decides nothing by itself. */
  gathered?: GatheredFacts
}

export type GatheredFacts = {
  /** The id of the asset that the members hang from; of a row without one, of the row. */
  unit: string
  members: number
  from: number
  withinMinutes: number
}

/** The version of the agreement under which the earlier case was done; it holds before `until_ms`, also when ended. */
export type WarrantyFacts = {
  party: string
  agreement: string
  version: number
  caseId: string
  until_ms: number
}

/** Why an agreement was not the one; `ranked-lower` fits but another fits more closely. */
export const REFUSALS = [
  'mode-off',
  'not-yet-valid',
  'no-longer-valid',
  'excluded',
  'other-asset',
  'other-asset-type',
  'other-area',
  'other-manager',
  'other-cluster-level',
  'other-priority',
  'outside-hours',
  'ranked-lower',
] as const
export type Refusal = (typeof REFUSALS)[number]

/** The order of specificity (DESIGN.md 5), most specific first. */
export const SPECIFICITY = [
  'asset',
  'cluster-level',
  'warranty-or-works',
  'manager',
  'priority-and-hour',
  'category-depth',
  'zone-size',
  'rank',
] as const
export type SpecificityStep = (typeof SPECIFICITY)[number]

export type Chosen = { agreement: string; version: number; party: string }

/** The version of the stated role, and what it tells everybody. */
export type StatedFor = { id: string; version: number; because: { nl: string; en: string } }

/** The stored answer of the rule. `decidedBy` names the step that put the winner above the runner-up. */
export type RoutingDecision = {
  engine: number
  epoch: number
  facts: SignalFacts
  /** When it was decided: what was known then, beside what was in force at `facts.at_ms`. */
  decided_ms: number
  outcome:
    | (Chosen & {
        kind: 'party'
        mode: 'confirm' | 'automatic' | 'paused'
        basis: Agreement['basis']
        informed: readonly string[]
        /** It is a recurrence of what this party repaired. */
        because?: 'warranty'
      })
    | (Chosen & { kind: 'owner-only' })
    | { kind: 'desk'; reason: 'no-agreement' | 'unknown-category' }
    /** Nobody gets it, as the municipality chose; `leaves` is told to whoever reported it and ends there. */
    | { kind: 'desk'; reason: 'enforces' | 'leaves'; stated: StatedFor }
  decidedBy?: SpecificityStep | 'only-candidate'
  /** What an agreement in shadow would have got, where it fits more closely than the outcome. */
  shadow?: Chosen
  /** Agreements as specific as the outcome to the last step: the newest got it. */
  conflict?: readonly Chosen[]
  alternatives: readonly (Chosen & { reason: Refusal })[]
  /** How many more candidates there were, by reason. */
  notListed: Partial<Record<Refusal, number>>
}
