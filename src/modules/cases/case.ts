import { answered, change, delivered, offer, reopened, resumed } from './assignment-steps.ts'
import type { Case } from './case-state.ts'
import { lowered, reopenedCase, withoutClear } from './conditions.ts'
import { endangered } from './danger-steps.ts'
import { type CaseEvent, type Heard, isAboutTheWhole, type SignalData } from './events.ts'
import { officeKindOf, officeVisibility } from './kinds.ts'
import type { CloseReason } from './lifecycle.ts'
import { membersTold, watchedSize, withUntold } from './members.ts'
import { directed, sinceThen, withSignal } from './moved-signals.ts'
import { anew } from './new-revision.ts'
import { evidenceOf, published, unpublished, withoutWords } from './publications.ts'
import { asked, lapsed, replied } from './question-steps.ts'
import { withoutReporter } from './reporters.ts'
import { termed } from './term-steps.ts'
import { withToRelease } from './to-release.ts'
import { withToTell } from './to-tell.ts'
import { isOfBill, stepped } from './wrongful-reports.ts'

export type {
  Assignment,
  Case,
  Publication,
  Question,
  Reporter,
} from './case-state.ts'
export type { TellBy, ToTell } from './told-by-hand.ts'

export type Occurred = { occurred_ms: number; version: number }

/** What a fact makes of a case. An event that comes before the first signal cannot be. */
export function evolve(before: Case | undefined, event: CaseEvent, at: Occurred, id: string): Case {
  const size = watchedSize(before)
  const after = withUntold(apply(before ?? opened(event, at, id), event, at), size, at.occurred_ms)
  const seen = withToTell(withToRelease(after, event), event, at.occurred_ms)
  const updated_ms = isOfBill(event) ? seen.updated_ms : at.occurred_ms
  return { ...seen, version: at.version, updated_ms }
}

function opened(event: CaseEvent, at: Occurred, id: string): Case {
  const { signal, opens } = firstOf(event, id)
  const kind = officeKindOf(signal.kind)
  return {
    id,
    version: 0,
    number: opens.number,
    status: 'open',
    ...(kind === undefined ? {} : { kind }),
    category: signal.category,
    visibility: opens.visibility,
    priority: opens.priority,
    ...(opens.cluster ? { cluster: opens.cluster } : {}),
    ...placeOf(opens.cluster ? { ...opens.cluster, areas: signal.areas } : signal),
    isAssetUncertain: signal.isAssetUncertain,
    isHistory: opens.isHistory === true,
    ...(opens.recurrenceOf === undefined ? {} : { recurrenceOf: opens.recurrenceOf }),
    ...(opens.warranty === undefined ? {} : { warranty: opens.warranty }),
    signals: [],
    reachable: [],
    reporters: [],
    opened_ms: opens.cluster?.since_ms ?? signal.received_ms,
    updated_ms: at.occurred_ms,
    desk: [],
    excluded: [],
    notOurs: 0,
    contested: 0,
    heard: [],
    raised: [],
    assignments: [],
    photos: [],
    publications: [],
    toRelease: [],
    byHand: [],
    toTell: [],
    takenIn: [],
    movedOut: [],
    dark: [],
    destroyed: [],
  }
}

type Opening = Extract<CaseEvent, { type: 'SignalReceived' }>['data']

/** A case begins with what somebody reports, or with a report that was split off from another case. */
function firstOf(event: CaseEvent, id: string): Opening & Required<Pick<Opening, 'opens'>> {
  const isFirst = event.type === 'SignalReceived' || event.type === 'SignalMovedIn'
  if (!isFirst || !event.data.opens) throw new Error(`case ${id} begins with ${event.type}`)
  return { signal: event.data.signal, opens: event.data.opens }
}

function placeOf(
  from: Pick<SignalData, 'place' | 'areas' | 'asset'>,
): Pick<Case, 'place' | 'areas' | 'asset'> {
  return {
    areas: from.areas,
    ...(from.place === undefined ? {} : { place: from.place }),
    ...(from.asset === undefined ? {} : { asset: from.asset }),
  }
}

function apply(state: Case, event: CaseEvent, { occurred_ms }: Occurred): Case {
  switch (event.type) {
    case 'SignalReceived':
      return sinceThen(withSignal(state, event.data.signal), event.data)
    case 'SignalMovedIn':
    case 'SignalMovedOut':
    case 'CaseJoined':
    case 'CaseGivenBack':
    case 'SignalKeptBack':
    case 'ReporterTold':
      return directed(state, event)
    case 'CaseRouted': {
      const { decision, reporterBy_ms } = event.data
      const owner =
        decision.outcome.kind === 'owner-only' &&
        isAboutTheWhole(event.data.for, decision.facts.category, state.category)
          ? { ownerOnly: decision.outcome.party }
          : {}
      return {
        ...state,
        ...(reporterBy_ms === undefined ? {} : { reporterBy_ms }),
        ...owner,
      }
    }
    case 'AssignmentProposed':
    case 'AssignmentOffered':
      return offer(state, event, occurred_ms)
    case 'AssignmentDelivered':
      return delivered(state, event.data, occurred_ms)
    case 'AssignmentAnswered': {
      const { answerId, details } = event.data
      const photos = [...state.photos, ...evidenceOf(details.photos, answerId)]
      return { ...answered(state, event.data, occurred_ms), photos }
    }
    case 'FactsCorrected':
      return corrected(state, event.data)
    case 'AssignmentWithdrawn':
      return change(state, event.data.assignmentId, { status: 'withdrawn', ended_ms: occurred_ms })
    case 'AssignmentResumed':
      return resumed(state, event.data, occurred_ms)
    case 'AssignmentReopened':
      return reopened(state, event.data.assignmentId)
    case 'DeskNeeded':
      return { ...state, desk: [...new Set([...state.desk, event.data.reason])] }
    case 'DeskSettled':
      return { ...state, desk: state.desk.filter((reason) => reason !== event.data.reason) }
    case 'RoutingOverruled':
      return state
    case 'CaseDone':
      return { ...state, status: 'done', done_ms: occurred_ms }
    case 'CaseConfirmed':
      return closed(heard(state, event.data), 'confirmed', occurred_ms)
    case 'CaseUnchallenged':
      return closed(state, 'unchallenged', occurred_ms)
    case 'CaseContested': {
      const { done_ms: _, ...open } = withoutClear(heard(state, event.data))
      return { ...open, status: 'open', contested: state.contested + 1 }
    }
    case 'CaseClosed':
      return {
        ...closed({ ...state, desk: [] }, event.data.as, occurred_ms),
        ...(event.data.because && { closedBecause: event.data.because }),
      }
    case 'ConditionCleared':
      return lowered(state, event.data)
    case 'CaseReopened':
      return reopenedCase(state)
    case 'CaseRemarked':
      return heard(state, event.data)
    case 'DangerRaised':
    case 'DutyCalled':
    case 'DangerTakenOver':
    case 'PlaceMadeSafe':
    case 'DangerLowered':
      return endangered(state, event, occurred_ms)
    case 'ReporterAsked':
      return asked(state, event.data, occurred_ms)
    case 'ReporterReplied':
      return replied(state, occurred_ms)
    case 'QuestionLapsed':
      return lapsed(state, occurred_ms)
    case 'ReporterStopped':
      return { ...state, reporters: withoutReporter(state.reporters, event.data.signalId) }
    case 'SuspensionEnded':
    case 'TermWarned':
    case 'TermBroken':
    case 'ExpectationMissed':
      return termed(state, event, occurred_ms)
    case 'TextDestroyed':
      return withoutWords(state, event.data.signalId)
    case 'SignalPublished':
      return published(state, event.data, occurred_ms)
    case 'PublicationWithdrawn':
      return unpublished(state, event.data.signalId)
    case 'SignalForwarded':
      return { ...state, forwardedTo: event.data.to.office }
    case 'MembersTold':
      return membersTold(state, event.data)
    case 'WrongfulReportAccepted':
    case 'WrongfulReportDisputed':
    case 'WrongfulReportUpheld':
    case 'WrongfulReportDropped':
    case 'WrongfulReportDecided':
      return stepped(state, event, occurred_ms)
    case 'KindCorrected':
      return noFault(state, event.data.kind)
  }
}

/** Whoever is at work on it must hear of the new facts: each active assignment gets a new revision. */
function corrected(
  { place: _, asset, warranty, ...state }: Case,
  data: Extract<CaseEvent, { type: 'FactsCorrected' }>['data'],
): Case {
  const assignments = anew(state.assignments)
  const { category, visibility = state.visibility, priority = state.priority } = data
  const isSameAsset = data.asset?.id === asset?.id
  const isAssetUncertain = state.isAssetUncertain && isSameAsset
  const isSame = isSameAsset && data.category === state.category
  return {
    ...state,
    assignments,
    category,
    visibility,
    priority,
    isAssetUncertain,
    ...recounted(state, isSame),
    // Who repaired one object stands for no other.
    ...(warranty && isSame ? { warranty } : {}),
    ...placeOf(data),
  }
}

/** What is about another object or another fault no longer counts; a case of several is asked by its own object then. */
function recounted(
  { cluster, dark }: Pick<Case, 'cluster' | 'dark'>,
  isSame: boolean,
): Pick<Case, 'cluster' | 'dark'> {
  if (isSame) return { dark }
  if (!cluster) return { dark: [] }
  const { member: _, ...own } = cluster
  return { dark, cluster: own }
}

/** An office has no danger to go to, and its sender no onlookers. */
function noFault(state: Case, kind: NonNullable<Case['kind']>): Case {
  return { ...state, kind, priority: 'normal', visibility: officeVisibility(state.visibility) }
}

function heard(state: Case, { idempotencyKey: key }: Heard): Case {
  return key === undefined ? state : { ...state, heard: [...state.heard, key] }
}

function closed(state: Case, closedAs: CloseReason, at_ms: number): Case {
  return { ...state, status: 'closed', closedAs, closed_ms: at_ms }
}
