import type { Cause, Milestone, SignalFacts, Stood, WarrantyFacts } from '#modules/agreements'
import type { OfficeKind } from '#modules/directory'
import type { ClosingReason } from './closing-reasons.ts'
import type { Cluster, Dark } from './clusters.ts'
import type { AssignmentStatus, CaseStatus, CloseReason, DeskReason } from './lifecycle.ts'
import type { PartyTerm, PhotoFact } from './signal-data.ts'
import type { Because, SuspendedFor } from './term-events.ts'
import type { TellBy, ToTell } from './told-by-hand.ts'
import type { Refused, WrongfulStep } from './wrongful-reports.ts'

export type Assignment = {
  id: string
  /** Its place in the chain, from 1. */
  number: number
  status: AssignmentStatus
  category: string
  party: string
  agreement: string
  version: number
  decisionId: string
  informed: readonly string[]
  held?: 'confirm' | 'paused'
  before?: string
  /** The assignments that must be done before this one goes on. */
  waitsFor: readonly string[]
  /** Rises with all that its party did or must know before it answers: the ETag, and the sequence of its messages. */
  revision: number
  answerKeys: readonly { key: string; answerId: string }[]
  partyBy: readonly PartyTerm[]
  /** From when its dates are counted. */
  clock_ms?: number
  /** The last cause that its party named. */
  finding?: Cause
  because?: Because
  /** When each milestone was reached. */
  reached: Readonly<Partial<Record<Milestone, number>>>
  warned: readonly Milestone[]
  broken: readonly Milestone[]
  offered_ms?: number
  delivered_ms?: number
  accepted_ms?: number
  plannedOn?: string
  started_ms?: number
  stopped_ms?: number
  /** When its clock has stood still before. */
  stood: readonly Stood[]
  /** For what the party lets its clock stand still now. */
  suspension?: SuspendedFor & { since_ms: number }
  /** For what it did before, and when. */
  suspended: readonly ({ reason: string } & Stood)[]
  madeSafe_ms?: number
  /** As its party said: what follows from another answer is no fact of its own. */
  onSite_ms?: number
  working_ms?: number
  ended_ms?: number
  /** Of a case of several: the objects of which its party knows. */
  told?: readonly Dark[]
  /** Its party said that it was not its own. */
  refused?: Refused
  /** What was done about the bill for that. */
  wrongful?: readonly WrongfulStep[]
}

export type Duty = {
  calls: readonly {
    roster: string
    contact: string
    step: number
    called_ms: number
    until_ms: number
  }[]
  takenOver_ms?: number
  /** The contact of the roster that took over; absent where it was somebody else. */
  takenOverBy?: string
}

/** What a party asked the reporter: once a case, and open until a reply or the end of its days. */
export type Question = {
  assignmentId: string
  answerId: string
  asked_ms: number
  until_ms: number
  lapsed_ms?: number
  replied_ms?: number
}

/** What the desk released of one signal. */
export type Publication = {
  signalId: string
  publicationId: string
  hasText: boolean
  photos: readonly string[]
  published_ms: number
  isWithdrawn: boolean
}

/** Somebody who reported the case and left an address to be written to. */
export type Reporter = {
  person: string
  /** All that this person reported of the case, the first first. */
  signals: readonly string[]
  locale: 'nl' | 'en'
}

/** One problem in one place, with all that is asked of parties for it. */
export type Case = {
  id: string
  version: number
  number: string
  status: CaseStatus
  closedAs?: CloseReason
  closedBecause?: ClosingReason
  /** Absent: a fault. */
  kind?: OfficeKind
  /** The office that answers what is no fault, once it has it. */
  forwardedTo?: string
  category: string
  visibility: 'public' | 'status-only' | 'confidential'
  priority: SignalFacts['priority']
  place?: { lon: number; lat: number }
  areas: readonly string[]
  asset?: NonNullable<SignalFacts['asset']>
  isAssetUncertain: boolean
  isHistory: boolean
  recurrenceOf?: string
  warranty?: WarrantyFacts
  signals: readonly string[]
  /** Those of its signals whose sender left a way to be reached. */
  reachable: readonly string[]
  question?: Question
  /** Who is written to; nobody else is. */
  reporters: readonly Reporter[]
  opened_ms: number
  updated_ms: number
  reporterBy_ms?: number
  desk: readonly DeskReason[]
  /** Organisations that refused; they are not asked again for this case. */
  excluded: readonly string[]
  notOurs: number
  contested: number
  /** The senders' own ids, as pseudonyms, of what was heard from outside. */
  heard: readonly string[]
  /** What things say is wrong, `asset/condition`, and have not cleared. */
  raised: readonly string[]
  /** The last of them was cleared while the work was under way. */
  cleared?: { at_ms: number; source: string }
  assignments: readonly Assignment[]
  /** Who was called because it is dangerous. */
  duty?: Duty
  /** With the signal or the answer that each came with. */
  photos: readonly (PhotoFact & { of: string })[]
  publications: readonly Publication[]
  /** Signals whose sender does not let them be shown to everybody. */
  withheld?: readonly string[]
  /** Somebody who reported it threatened somebody. */
  hasThreat?: true
  /** Signals with words or photos that nobody has looked at yet before they are shown, or not. */
  toRelease: readonly string[]
  /** Who of its reporters is told by hand. */
  byHand: readonly { signalId: string; by: TellBy }[]
  toTell: readonly ToTell[]
  /** Signals that ever came here from another case whose they had been. */
  takenIn: readonly { signalId: string; from: string; because: 'joined' | 'split-off' }[]
  /** Signals that ever left for another case, with that case. */
  movedOut: readonly { signalId: string; to: string }[]
  /** The case that has its signals now. */
  joinedInto?: string
  /** That case is of several objects, of which this one's is one. */
  isSwallowed?: true
  /** It is of several objects that hang from one. */
  cluster?: Cluster
  /** What is reported of objects that may be one problem, and was not cleared since. */
  dark: readonly Dark[]
  /** Since when somebody who is at work does not know of all of its objects. */
  untold_ms?: number
  /** Signals whose words nobody can read any more. */
  destroyed: readonly string[]
  ownerOnly?: string
  madeSafe_ms?: number
  done_ms?: number
  closed_ms?: number
}
