import type { Assignment, Case } from './case-state.ts'
import { isUnsafe, raiseDanger, watchDanger } from './danger.ts'
import type { MovedIn } from './desk-events.ts'
import { hasBegun } from './ending-work.ts'
import type { SignalData } from './events.ts'
import { ACTIVE } from './lifecycle.ts'
import {
  type Circumstances,
  followUp,
  type Recording,
  routeCase,
  settleDesk,
  startRecording,
} from './recording.ts'

/** What happens to two cases at once; neither is written without the other. */
export type Pair = { from: Recording; to: Recording }

export type JoinRejection =
  | 'same-case'
  | 'case-not-open'
  | 'case-is-no-fault'
  | 'case-joined'
  | 'cases-differ'

/**
 * A person sees that two cases are one problem: the reports and reporters of one go to the other, what was not begun for
 * it is withdrawn, and it ends as joined. What was begun is not taken back: then it ends when that work does.
 * Nobody's trouble is shown to another by it, and what is dangerous stays so.
 */
export function decideJoin(
  { by, signals }: { by: string; signals: readonly SignalData[] },
  one: Case,
  into: Case,
  circumstances: Circumstances,
): Pair | JoinRejection {
  if (one.id === into.id) return 'same-case'
  if (one.joinedInto !== undefined || into.joinedInto !== undefined) return 'case-joined'
  if (one.status !== 'open' || into.status !== 'open') return 'case-not-open'
  if (one.kind !== undefined || into.kind !== undefined) return 'case-is-no-fault'
  const isShown = one.visibility === into.visibility && one.visibility !== 'confidential'
  if (!isShown || one.isHistory || into.isHistory) return 'cases-differ'
  const from = startRecording(one, one.id, circumstances.now_ms)
  const to = startRecording(into, into.id, circumstances.now_ms)
  for (const signal of signals) move(signal, { from, to }, { because: 'joined', by })
  from.record({ type: 'CaseJoined', data: { into: into.id, number: into.number, by } })
  for (const assignment of one.assignments)
    if (ACTIVE.includes(assignment.status) && !hasBegun(assignment)) withdraw(from, assignment)
  settleDesk(from, from.state.desk, by)
  if (isUnsafe(one)) endanger(to, circumstances, { by: 'desk', source: `case/${one.id}` })
  followUp(from, circumstances)
  return { from, to }
}

function withdraw(recording: Recording, { id: assignmentId }: Assignment): void {
  recording.record({ type: 'AssignmentWithdrawn', data: { assignmentId, reason: 'joined' } })
}

export function endanger(
  recording: Recording,
  circumstances: Circumstances,
  data: { by: 'desk'; source: string },
): void {
  if (!isUnsafe(recording.state)) raiseDanger(recording, circumstances, data)
}

/** One report leaves a case for another, with what that case knew of it. */
export function move(
  signal: SignalData,
  { from, to }: Pair,
  {
    because,
    by,
    opens,
    clusterSince_ms,
  }: Pick<MovedIn, 'because' | 'by' | 'opens' | 'clusterSince_ms'>,
  id?: string,
): void {
  const { state } = from
  const { signalId, asset, condition } = signal
  const isOf = (one: { signalId: string }) => one.signalId === signalId
  const isStopped =
    signal.tellBy === undefined
      ? signal.wantsMail && !state.reporters.some(({ signals }) => signals.includes(signalId))
      : !state.byHand.some(isOf)
  const publication = state.publications.find(isOf)
  const toTell = state.toTell.find(isOf)
  const { reporterBy_ms } = state
  const isCleared = signal.circuit !== undefined && !state.dark.some(isOf)
  to.record({
    type: 'SignalMovedIn',
    data: {
      signal,
      from: { caseId: state.id, number: state.number },
      because,
      by,
      ...(isStopped ? { isStopped: true } : {}),
      ...(isCleared ? { isCleared: true } : {}),
      ...(clusterSince_ms === undefined ? {} : { clusterSince_ms }),
      ...(state.destroyed.includes(signalId) ? { isDestroyed: true } : {}),
      ...(state.toRelease.includes(signalId) ? { isToRelease: true } : {}),
      ...(publication && { publication }),
      ...(toTell && { toTell }),
      // Who has a case of their own again is told anew when to expect it.
      ...(because === 'joined' && reporterBy_ms !== undefined ? { reporterBy_ms } : {}),
      ...(opens && { opens }),
    },
  })
  from.record({
    type: 'SignalMovedOut',
    data: {
      signalId,
      to: id ?? to.state.id,
      by,
      ...(asset && condition !== undefined ? { raised: { asset: asset.id, condition } } : {}),
    },
  })
}

export type SplitRejection =
  | 'signal-not-found'
  | 'only-signal'
  | 'case-not-open'
  | 'case-is-no-fault'
  | 'cases-differ'

/**
 * A person sees that one report is about something else: it gets a case of its own, which is routed by what that report
 * said. The other case stays where it is. `numberOf` gives the new number and is asked only then.
 */
export function decideSplit(
  { by, signal, caseId }: { by: string; signal: SignalData | undefined; caseId: string },
  known: Case,
  circumstances: Circumstances,
  numberOf: () => string,
): Pair | SplitRejection {
  if (!signal || !known.signals.includes(signal.signalId)) return 'signal-not-found'
  if (known.status !== 'open') return 'case-not-open'
  if (known.kind !== undefined) return 'case-is-no-fault'
  if (known.visibility === 'confidential' || known.isHistory) return 'cases-differ'
  if (known.signals.length === 1) return 'only-signal'
  const from = startRecording(known, known.id, circumstances.now_ms)
  const to = startRecording(undefined, caseId, circumstances.now_ms)
  const category = circumstances.rules.category(signal.category)
  const opens = {
    number: numberOf(),
    // Never shown to more people than it was.
    visibility: known.visibility,
    priority: category?.priority ?? 'normal',
  }
  move(signal, { from, to }, { because: 'split-off', by, opens }, caseId)
  routeSplit(to, circumstances, signal)
  watchDanger(to, circumstances, `signal/${signal.signalId}`)
  return { from, to }
}

function routeSplit(to: Recording, circumstances: Circumstances, signal: SignalData): void {
  const { category, received_ms: at_ms } = signal
  routeCase(to, circumstances, { for: 'split-off', category, at_ms, signal })
}

export type GiveBackRejection = 'case-not-joined' | 'only-signal' | 'case-not-open'

/**
 * The undoing of a join: the case that was joined has its reports again under its own number, and is routed anew unless
 * its party is still at work. `known` has them now: in a chain that is its last case, whatever stands between the two.
 */
export function decideGiveBack(
  { by, signals }: { by: string; signals: readonly SignalData[] },
  known: Case,
  joined: Case,
  circumstances: Circumstances,
): Pair | GiveBackRejection {
  const taken = known.takenIn.flatMap((one) => (one.because === 'joined' ? [one.signalId] : []))
  const ids = joined.movedOut.flatMap(({ signalId, to }) =>
    to === joined.joinedInto && taken.includes(signalId) ? [signalId] : [],
  )
  const own = signals.filter(
    ({ signalId }) => ids.includes(signalId) && known.signals.includes(signalId),
  )
  const [first] = own
  if (!first) return 'case-not-joined'
  // A person ended it meanwhile, with whatever was begun for it.
  if (joined.status === 'closed' && joined.closedAs !== 'joined') return 'case-not-joined'
  if (known.status !== 'open') return 'case-not-open'
  // What it was opened with may have been split off since.
  if (own.length === known.signals.length) return 'only-signal'
  const from = startRecording(known, known.id, circumstances.now_ms)
  const to = startRecording(joined, joined.id, circumstances.now_ms)
  to.record({ type: 'CaseGivenBack', data: { from: known.id, by } })
  for (const signal of own) move(signal, { from, to }, { because: 'given-back', by })
  const isAtWork = joined.assignments.some(({ status }) => ACTIVE.includes(status))
  if (!isAtWork)
    routeCase(to, circumstances, {
      for: 'split-off',
      category: joined.category,
      at_ms: joined.opened_ms,
      signal: first,
    })
  watchDanger(to, circumstances, `case/${known.id}`)
  return { from, to }
}
