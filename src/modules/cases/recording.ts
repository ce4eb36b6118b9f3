import {
  type Agreement,
  movedBy,
  type RoutingDecision,
  type SignalFacts,
} from '#modules/agreements'
import { type Assignment, type Case, evolve } from './case.ts'
import { DARK } from './clusters.ts'
import { type CaseEvent, isAboutTheWhole, type RoutedFor, type SignalData } from './events.ts'
import { ACTIVE, HOLDS_UP } from './lifecycle.ts'
import { isOpen } from './question-steps.ts'
import type { Rules } from './rules.ts'
import { verificationOf, workOf } from './work.ts'

/** What a rule needs beside its command: the time, new ids, and the rules in force. */
export type Circumstances = { now_ms: number; newId: () => string; rules: Rules }

/** Facts as they are found one after another: each is seen by the next, and nothing is written yet. */
export type Recording = {
  readonly now_ms: number
  readonly state: Case
  readonly events: CaseEvent[]
  record(event: CaseEvent): void
}

export function startRecording(before: Case | undefined, id: string, now_ms: number): Recording {
  let state = before
  const events: CaseEvent[] = []
  return {
    now_ms,
    get state() {
      if (!state) throw new Error(`case ${id} has no events yet`)
      return state
    },
    events,
    record(event) {
      state = evolve(state, event, { occurred_ms: now_ms, version: (state?.version ?? 0) + 1 }, id)
      events.push(event)
    },
  }
}

/**
 * Asks the rule who gets this, and records the answer with all that follows: an offer, a proposal that waits for
 * the desk, a place at the desk, or, where an organisation merely owns the object, the end.
 */
export function routeCase(
  recording: Recording,
  circumstances: Circumstances,
  what: { for: RoutedFor; category: string; at_ms: number; before?: string; signal?: SignalData },
): void {
  const { now_ms, newId, rules } = circumstances
  const { state } = recording
  const facts: SignalFacts = {
    category: what.category,
    areas: state.areas,
    priority: state.priority,
    ...sizeOf(state),
    at_ms: what.at_ms,
    ...seenBy(what.signal),
    excluded: state.excluded,
    ...warrantyFor(state, what.category),
  }
  const decision = state.isHistory ? rules.route(facts, now_ms) : askRule(facts, rules, now_ms)
  const decisionId = newId()
  const { outcome } = decision
  const agreement =
    outcome.kind === 'desk' ? undefined : rules.agreement(outcome.agreement, outcome.version)
  const isWhole = isAboutTheWhole(what.for, what.category, state.category)
  recording.record({
    type: 'CaseRouted',
    data: {
      decisionId,
      for: what.for,
      decision,
      ...(agreement && isWhole
        ? { reporterBy_ms: rules.reporterBy(agreement, state.priority, state.opened_ms) }
        : {}),
    },
  })
  if (outcome.kind === 'desk') {
    if (outcome.reason === 'leaves') leave(recording, isWhole)
    else needDesk(recording, outcome.reason === 'enforces' ? 'enforces' : 'no-agreement')
    return
  }
  if (outcome.kind === 'owner-only') {
    const isLeft = recording.state.assignments.some((one) => !hasEnded(one))
    if (!isWhole || isLeft) needDesk(recording, 'owner-only')
    else recording.record({ type: 'CaseClosed', data: { as: 'owner-only', by: 'rule' } })
    return
  }
  const data = {
    assignmentId: newId(),
    decisionId,
    category: what.category,
    party: outcome.party,
    agreement: outcome.agreement,
    version: outcome.version,
    informed: outcome.informed,
    ...(what.before === undefined ? {} : { before: what.before }),
  }
  if (outcome.mode === 'automatic') {
    recording.record({ type: 'AssignmentOffered', data })
    askDeskToTell(recording, agreement, data.assignmentId)
  } else {
    recording.record({ type: 'AssignmentProposed', data: { ...data, held: outcome.mode } })
    needDesk(recording, outcome.mode)
  }
  if (decision.conflict) needDesk(recording, 'conflict')
}

/** What the municipality leaves ends there, with why. Danger, and what others are at work on, a person looks at first. */
function leave(recording: Recording, isWhole: boolean): void {
  const { assignments, priority, madeSafe_ms } = recording.state
  const isUnsafe = priority === 'danger' && madeSafe_ms === undefined
  const isShared = assignments.some((one) => !hasEnded(one))
  if (!isWhole || isShared || isUnsafe) needDesk(recording, 'left')
  else recording.record({ type: 'CaseClosed', data: { as: 'left', by: 'rule' } })
}

/**
 * Who gets it by the agreements of that moment. What would go to one that has given its work away since is asked of those
 * in force now: it would be taken back at once.
 */
export function askRule(
  facts: SignalFacts,
  rules: Pick<Rules, 'route' | 'endOf'>,
  now_ms: number,
): RoutingDecision {
  const decision = rules.route(facts, now_ms)
  const { outcome } = decision
  if (outcome.kind !== 'party' || outcome.because === 'warranty') return decision
  if (!rules.endOf(outcome.agreement, now_ms).isGivenAway) return decision
  return rules.route({ ...facts, at_ms: now_ms }, now_ms)
}

/** Of how many objects a case is, and by which of them the rule is asked. */
export function sizeOf({
  asset,
  cluster,
  dark,
}: Pick<Case, 'asset' | 'cluster' | 'dark'>): Pick<
  SignalFacts,
  'clusterLevel' | 'asset' | 'gathered'
> {
  const asked = cluster?.member ?? asset
  const facts = {
    clusterLevel: cluster?.level ?? 'single',
    ...(asked && { asset: asked }),
  } as const
  if (!cluster) return facts
  const { unit, from, withinMinutes } = cluster
  const members = Math.max(cluster.members, DARK.of(dark).assets.size)
  return { ...facts, gathered: { unit, members, from, withinMinutes } }
}

/** Who repaired it before stands for what the case is about, and for no other task of it. */
export function warrantyFor(
  { category, warranty }: Case,
  asked: string,
): Pick<SignalFacts, 'warranty'> {
  return warranty && asked === category ? { warranty } : {}
}

/** What a thing's own clock said stands beside the moment of receipt, which decides. */
function seenBy(signal: SignalData | undefined): Pick<SignalFacts, 'seen_ms' | 'isTimeSuspect'> {
  if (signal?.kind !== 'device' || signal.seen_ms === undefined) return {}
  const { seen_ms, isTimeSuspect } = signal
  return { seen_ms, ...(isTimeSuspect ? { isTimeSuspect } : {}) }
}

export function needDesk(
  recording: Recording,
  reason: Extract<CaseEvent, { type: 'DeskNeeded' }>['data']['reason'],
  assignmentId?: string,
): void {
  if (recording.state.desk.includes(reason)) return
  recording.record({
    type: 'DeskNeeded',
    data: { reason, ...(assignmentId === undefined ? {} : { assignmentId }) },
  })
}

/** A party that no message reaches is told by the desk: until then it has not received anything. */
export function askDeskToTell(
  recording: Recording,
  agreement: Agreement | undefined,
  assignmentId: string,
): void {
  if (agreement?.reach.channel === 'desk' && !recording.state.isHistory)
    needDesk(recording, 'tell-the-party', assignmentId)
}

/** What waited for an offer to arrive is settled once none is under way any more. */
export function settleArrived(recording: Recording, by: string): void {
  const isUnderWay = recording.state.assignments.some(
    (one) => !hasEnded(one) && one.offered_ms !== undefined && one.delivered_ms === undefined,
  )
  if (!isUnderWay) settleDesk(recording, ['delivery-stuck', 'tell-the-party'], by)
}

export function settleDesk(
  recording: Recording,
  reasons: readonly Extract<CaseEvent, { type: 'DeskSettled' }>['data']['reason'][],
  by: string,
): void {
  for (const reason of reasons) {
    if (recording.state.desk.includes(reason))
      recording.record({ type: 'DeskSettled', data: { reason, by } })
  }
}

const hasEnded = (assignment: Assignment) => !ACTIVE.includes(assignment.status)

/**
 * What follows by itself when assignments have ended: those that waited go on, with their dates moved by the
 * time they stood still, and the case is done when nothing of it is left to do.
 */
export function followUp(recording: Recording, { rules }: Pick<Circumstances, 'rules'>): void {
  const isHeldUp = recording.state.desk.some((reason) => HOLDS_UP.includes(reason))
  if (isHeldUp || recording.state.status !== 'open') return
  const ended = new Set(recording.state.assignments.filter(hasEnded).map((one) => one.id))
  for (const waiting of recording.state.assignments) {
    // Several things may stop a clock: it goes on when all of them are over.
    const isAsking =
      isOpen(recording.state) && recording.state.question?.assignmentId === waiting.id
    if (hasEnded(waiting) || isAsking || waiting.suspension) continue
    if (waiting.waitsFor.every((id) => ended.has(id))) resume(recording, waiting.id, rules)
  }
  const { assignments, joinedInto } = recording.state
  if (joinedInto !== undefined) {
    if (assignments.every(hasEnded))
      recording.record({
        type: 'CaseClosed',
        data: { as: recording.state.isSwallowed ? 'swallowed' : 'joined', by: 'rule' },
      })
    return
  }
  const isWorkDone = assignments.some(
    ({ status }) => status === 'done' || status === 'nothing-found',
  )
  if (!isWorkDone || !assignments.every(hasEnded)) return
  recording.record({ type: 'CaseDone', data: {} })
  confirmByThing(recording, rules)
}

/** Its clock runs on, with its dates moved by the time it stood still; one that runs is left as it is. */
export function resume(
  recording: Recording,
  assignmentId: string,
  rules: Pick<Rules, 'agreement'>,
): void {
  const waiting = recording.state.assignments.find((one) => one.id === assignmentId)
  if (waiting?.stopped_ms === undefined) return
  const { agreement, version, stopped_ms: from_ms } = waiting
  const stood = [{ from_ms, to_ms: recording.now_ms }]
  const partyBy = movedBy(stood, waiting.partyBy, rules.agreement(agreement, version)?.terms)
  recording.record({ type: 'AssignmentResumed', data: { assignmentId, partyBy } })
}

const HOUR_MS = 3_600_000

/** Done, and the thing itself says that it works again: another source than the party. */
export function confirmByThing(recording: Recording, rules: Pick<Rules, 'agreement'>): void {
  const { status, done_ms, cleared } = recording.state
  if (status !== 'done' || done_ms === undefined || !cleared) return
  const { confirmsWithinHours } = verificationOf(workOf(recording.state), rules)
  if (Math.abs(done_ms - cleared.at_ms) > confirmsWithinHours * HOUR_MS) return
  recording.record({ type: 'CaseConfirmed', data: { by: 'thing', source: cleared.source } })
}
