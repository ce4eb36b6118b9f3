import type { SignalFacts } from '#modules/agreements'
import { ruleOf } from './answers.ts'
import { type CaseEvent, isAboutTheWhole, type PartyTerm, type SignalData } from './events.ts'
import {
  ACTIVE,
  type AssignmentStatus,
  type CaseStatus,
  type CloseReason,
  type DeskReason,
} from './lifecycle.ts'

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
  offered_ms?: number
  delivered_ms?: number
  accepted_ms?: number
  plannedOn?: string
  started_ms?: number
  stopped_ms?: number
  madeSafe_ms?: number
  ended_ms?: number
}

/** One problem in one place, with all that is asked of parties for it. */
export type Case = {
  id: string
  version: number
  number: string
  status: CaseStatus
  closedAs?: CloseReason
  category: string
  visibility: 'public' | 'status-only' | 'confidential'
  priority: SignalFacts['priority']
  place?: { lon: number; lat: number }
  areas: readonly string[]
  asset?: NonNullable<SignalFacts['asset']>
  isAssetUncertain: boolean
  isHistory: boolean
  recurrenceOf?: string
  signals: readonly string[]
  opened_ms: number
  updated_ms: number
  reporterBy_ms?: number
  desk: readonly DeskReason[]
  /** Organisations that refused; they are not asked again for this case. */
  excluded: readonly string[]
  notOurs: number
  contested: number
  assignments: readonly Assignment[]
  ownerOnly?: string
  madeSafe_ms?: number
  done_ms?: number
  closed_ms?: number
}

export type Occurred = { occurred_ms: number; version: number }

/** What a fact makes of a case. An event that comes before the first signal cannot be. */
export function evolve(before: Case | undefined, event: CaseEvent, at: Occurred, id: string): Case {
  const after = before ?? opened(event, at, id)
  return { ...apply(after, event, at), version: at.version, updated_ms: at.occurred_ms }
}

function opened(event: CaseEvent, at: Occurred, id: string): Case {
  if (event.type !== 'SignalReceived' || !event.data.opens)
    throw new Error(`case ${id} begins with ${event.type}`)
  const { signal, opens } = event.data
  return {
    id,
    version: 0,
    number: opens.number,
    status: 'open',
    category: signal.category,
    visibility: opens.visibility,
    priority: opens.priority,
    ...placeOf(signal),
    isAssetUncertain: signal.isAssetUncertain,
    isHistory: opens.isHistory === true,
    ...(opens.recurrenceOf === undefined ? {} : { recurrenceOf: opens.recurrenceOf }),
    signals: [],
    opened_ms: signal.received_ms,
    updated_ms: at.occurred_ms,
    desk: [],
    excluded: [],
    notOurs: 0,
    contested: 0,
    assignments: [],
  }
}

function placeOf(from: Pick<SignalData, 'place' | 'areas' | 'asset'>) {
  return {
    areas: from.areas,
    ...(from.place === undefined ? {} : { place: from.place }),
    ...(from.asset === undefined ? {} : { asset: from.asset }),
  }
}

function apply(state: Case, event: CaseEvent, { occurred_ms }: Occurred): Case {
  switch (event.type) {
    case 'SignalReceived': {
      const { signalId, isAssetUncertain } = event.data.signal
      return {
        ...state,
        signals: [...state.signals, signalId],
        // One signal in doubt puts the case in doubt: it may be about another's asset.
        isAssetUncertain: state.isAssetUncertain || isAssetUncertain,
      }
    }
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
    case 'AssignmentAnswered':
      return answered(state, event.data, occurred_ms)
    case 'FactsCorrected':
      return corrected(state, event.data)
    case 'AssignmentWithdrawn':
      return change(state, event.data.assignmentId, { status: 'withdrawn', ended_ms: occurred_ms })
    case 'AssignmentResumed':
      return resumed(state, event.data.assignmentId, event.data.partyBy)
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
      return closed(state, 'confirmed', occurred_ms)
    case 'CaseUnchallenged':
      return closed(state, 'unchallenged', occurred_ms)
    case 'CaseContested': {
      const { done_ms: _, ...open } = state
      return { ...open, status: 'open', contested: state.contested + 1 }
    }
    case 'CaseClosed':
      return closed({ ...state, desk: [] }, event.data.as, occurred_ms)
    case 'TextDestroyed':
      return state
  }
}

/** Whoever is at work on it must hear of the new facts: each active assignment gets a new revision. */
function corrected(
  { place: _, asset, ...state }: Case,
  data: Extract<CaseEvent, { type: 'FactsCorrected' }>['data'],
): Case {
  const assignments = state.assignments.map((one) =>
    ACTIVE.includes(one.status) ? { ...one, revision: one.revision + 1 } : one,
  )
  const { category, visibility = state.visibility, priority = state.priority } = data
  const isAssetUncertain = state.isAssetUncertain && data.asset?.id === asset?.id
  return {
    ...state,
    assignments,
    category,
    visibility,
    priority,
    isAssetUncertain,
    ...placeOf(data),
  }
}

/** That its own receipt was recorded is no news to a party: the revision it was told still holds. */
function delivered(
  state: Case,
  data: Extract<CaseEvent, { type: 'AssignmentDelivered' }>['data'],
  delivered_ms: number,
): Case {
  const { assignmentId, partyBy } = data
  const assignments = state.assignments.map((one) =>
    one.id === assignmentId
      ? { ...one, delivered_ms, ...(partyBy === undefined ? {} : { partyBy }) }
      : one,
  )
  return { ...state, assignments }
}

function closed(state: Case, closedAs: CloseReason, at_ms: number): Case {
  return { ...state, status: 'closed', closedAs, closed_ms: at_ms }
}

function change(state: Case, id: string, changes: Partial<Assignment>): Case {
  const assignments = state.assignments.map((one) =>
    one.id === id ? { ...one, ...changes, revision: one.revision + 1 } : one,
  )
  return { ...state, assignments }
}

function offer(
  state: Case,
  event: Extract<CaseEvent, { type: 'AssignmentProposed' | 'AssignmentOffered' }>,
  at_ms: number,
): Case {
  const { assignmentId: id, before, ...data } = event.data
  const known = state.assignments.find((one) => one.id === id)
  if (known) {
    const { held: _, ...free } = known
    const others = state.assignments.map((one) => (one.id === id ? free : one))
    const released = { status: 'offered', offered_ms: at_ms } as const
    return change({ ...state, assignments: others }, id, released)
  }
  const { category, party, agreement, version, decisionId, informed } = data
  const added: Assignment = {
    id,
    number: state.assignments.length + 1,
    status: event.type === 'AssignmentOffered' ? 'offered' : 'proposed',
    category,
    party,
    agreement,
    version,
    decisionId,
    informed,
    ...('held' in event.data ? { held: event.data.held } : { offered_ms: at_ms }),
    ...(before === undefined ? {} : { before }),
    waitsFor: [],
    revision: 1,
    answerKeys: [],
    partyBy: [],
  }
  const waiting = state.assignments.map((one) =>
    one.id === before ? { ...one, waitsFor: [...one.waitsFor, id] } : one,
  )
  return { ...state, assignments: [...waiting, added] }
}

function answered(
  state: Case,
  data: Extract<CaseEvent, { type: 'AssignmentAnswered' }>['data'],
  at_ms: number,
): Case {
  const rule = ruleOf(data.answer)
  const assignment = state.assignments.find((one) => one.id === data.assignmentId)
  if (!assignment) throw new Error(`case ${state.id} has no assignment ${data.assignmentId}`)
  const status = rule.to === 'same' ? assignment.status : rule.to
  const { answerId, idempotencyKey: key } = data
  const after = change(state, assignment.id, {
    status,
    ...(key === undefined ? {} : { answerKeys: [...assignment.answerKeys, { key, answerId }] }),
    ...(data.partyBy === undefined ? {} : { partyBy: data.partyBy }),
    // An answer implies that the offer arrived.
    ...(assignment.delivered_ms === undefined ? { delivered_ms: at_ms } : {}),
    ...(data.answer === 'accepted' ? { accepted_ms: at_ms } : {}),
    ...(data.answer === 'planned' ? { plannedOn: String(data.details.on) } : {}),
    ...(data.answer === 'started' ? { started_ms: at_ms } : {}),
    ...(data.answer === 'needs-first' ? { stopped_ms: assignment.stopped_ms ?? at_ms } : {}),
    ...(data.answer === 'made-safe' ? { madeSafe_ms: at_ms } : {}),
    ...(ACTIVE.includes(status) ? {} : { ended_ms: at_ms }),
  })
  return {
    ...after,
    ...(data.answer === 'made-safe' ? { madeSafe_ms: state.madeSafe_ms ?? at_ms } : {}),
    ...(data.answer === 'not-ours'
      ? { notOurs: state.notOurs + 1, excluded: [...state.excluded, assignment.party] }
      : {}),
  }
}

function resumed(state: Case, id: string, partyBy: readonly PartyTerm[]): Case {
  const assignments = state.assignments.map((one) => {
    if (one.id !== id) return one
    const { stopped_ms: _, ...running } = one
    return { ...running, waitsFor: [], partyBy, revision: one.revision + 1 }
  })
  return { ...state, assignments }
}

function reopened(state: Case, id: string): Case {
  const assignments = state.assignments.map((one) => {
    if (one.id !== id) return one
    const { ended_ms: _, ...running } = one
    return { ...running, status: 'started' as const, revision: one.revision + 1 }
  })
  return { ...state, assignments }
}
