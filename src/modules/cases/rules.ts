import type {
  Agreement,
  AgreementEnd,
  Cause,
  Gathering,
  GatheringLevel,
  RoutingDecision,
  SignalFacts,
} from '#modules/agreements'
import type { Category } from '#modules/categories'
import type { OfficeKind } from '#modules/directory'
import type { OpenRoster } from '#modules/duty'
import type { PartyTerm } from './events.ts'

/** What objects hang from, and from how many faults are one problem there. */
export type ClusterRules = {
  /** The levels that any agreement speaks of; where there are none nothing is looked up. */
  levels: ReadonlySet<GatheringLevel>
  /** What an object hangs from, the lowest first; where its cable is not known, its row in the street. */
  unitsOf(
    asset: string,
    areas: readonly string[],
  ): readonly { level: GatheringLevel; unit: string }[]
  /** What is known of a unit; nothing of a row but its street. */
  unit(id: string): {
    asset?: NonNullable<SignalFacts['asset']>
    street?: string
    place?: { lon: number; lat: number }
  }
  /** The objects beside one in its row, no farther than so many metres. */
  nextTo(asset: string, gap_m: number): readonly string[]
  gathering(facts: SignalFacts & { clusterLevel: GatheringLevel }): Gathering | undefined
}

/** What decides a case, compiled at one epoch. The app hands it in; the cases know no other source of it. */
export type Rules = {
  epoch: number
  /** How long after it was closed a case may still matter to a new signal. */
  lookBack_days: number
  category(id: string): Category | undefined
  dutyRoster(id: string): OpenRoster | undefined
  /** Who answers what is no fault; where it is reached is not for the rules. */
  clusters: ClusterRules
  office(kind: OfficeKind): { office: string; organisation?: string } | undefined
  agreement(id: string, version: number): Agreement | undefined
  /** Whether it has ended and gives away what was not begun, and when it next does. */
  endOf(agreement: string, now_ms: number): AgreementEnd
  /** When the party is next told together of what may wait; undefined where it hears of each at once. */
  digestAt(agreement: string, now_ms: number): number | undefined
  route(facts: SignalFacts, decided_ms: number): RoutingDecision
  /** Until when the reporter may expect it, from the first signal. */
  reporterBy(agreement: Agreement, priority: SignalFacts['priority'], received_ms: number): number
  /** The party's dates, once its clock runs from `starts_ms`. */
  partyBy(
    agreement: Agreement,
    priority: SignalFacts['priority'],
    starts_ms: number,
    /** The cause that was found, once it is. */
    finding?: Cause,
  ): readonly PartyTerm[]
}
