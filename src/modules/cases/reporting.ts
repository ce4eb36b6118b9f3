import type { Case } from './case.ts'
import type { ClosingReason } from './closing-reasons.ts'
import { raiseDanger, watchDanger } from './danger.ts'
import type { Heard, SignalData, VerifiedBy } from './events.ts'
import { type SealedFinding, takeFinding } from './finding.ts'
import { forward } from './forwarding.ts'
import type { Joined } from './joining.ts'
import { type CloseReason, NOT_BEGUN } from './lifecycle.ts'
import {
  type Circumstances,
  needDesk,
  type Recording,
  routeCase,
  startRecording,
} from './recording.ts'

import { WORKED, workOf } from './work.ts'

const DAY_MS = 86_400_000

export type Report = {
  /** The id of the case that is opened, where none is joined. */
  caseId: string
  signal: SignalData
  visibility: Case['visibility']
  priority: Case['priority']
  isHistory: boolean
  /** Of a party that came upon it and did the work at once. */
  finding?: SealedFinding
}

/**
 * A signal comes in: it opens a case and is routed in the same breath, or joins the open case it belongs to, or
 * contests one that was said to be done. `numberOf` gives the number of a new case and is asked only then.
 */
export function decideReport(
  report: Report,
  joined: Joined,
  known: Case | undefined,
  circumstances: Circumstances,
  numberOf: () => string,
): Recording {
  const { signal } = report
  if (joined.kind === 'opens') {
    const recording = startRecording(undefined, report.caseId, circumstances.now_ms)
    recording.record({
      type: 'SignalReceived',
      data: {
        signal,
        opens: {
          number: numberOf(),
          visibility: report.visibility,
          priority: report.priority,
          ...(joined.recurrenceOf === undefined ? {} : { recurrenceOf: joined.recurrenceOf }),
          ...(joined.warranty === undefined ? {} : { warranty: joined.warranty }),
          ...(report.isHistory ? { isHistory: true } : {}),
          ...(joined.cluster === undefined ? {} : { cluster: joined.cluster }),
        },
      },
    })
    if (recording.state.kind !== undefined) forward(recording, circumstances, 'rule')
    else routeSignal(recording, circumstances, signal)
    // Whoever did the work was there: nobody need be called to it any more.
    if (report.finding) takeFinding(recording, report.finding, circumstances)
    watchDanger(recording, circumstances, `signal/${signal.signalId}`)
    return recording
  }
  const recording = startRecording(known, joined.caseId, circumstances.now_ms)
  const { signalId } = signal
  if (joined.kind === 'reopens') recording.record({ type: 'CaseReopened', data: { signalId } })
  const { clusterSince_ms } = joined
  recording.record({
    type: 'SignalReceived',
    data: { signal, ...(clusterSince_ms === undefined ? {} : { clusterSince_ms }) },
  })
  if (joined.kind === 'reopens') routeSignal(recording, circumstances, signal)
  // Who says that it has been done does not say that it has not.
  if (joined.kind === 'contests' && !report.finding) {
    const by = signal.kind === 'device' ? 'thing' : 'reporter'
    contest(recording, { by, source: `signal/${signalId}` })
  }
  if (report.finding) takeFinding(recording, report.finding, circumstances)
  if (recording.state.status === 'open') heedDanger(recording, circumstances, report)
  return recording
}

/** What is said to be dangerous now may have been reported before as something that can wait. */
function heedDanger(
  recording: Recording,
  circumstances: Circumstances,
  { signal, priority }: Report,
): void {
  const source = `signal/${signal.signalId}`
  const isRaised = priority === 'danger' && recording.state.priority !== 'danger'
  const by = signal.kind === 'device' ? 'thing' : 'reporter'
  if (isRaised) raiseDanger(recording, circumstances, { by, source })
  else watchDanger(recording, circumstances, source)
}

function routeSignal(recording: Recording, circumstances: Circumstances, signal: SignalData): void {
  const { category, received_ms: at_ms } = signal
  routeCase(recording, circumstances, { for: 'signal', category, at_ms, signal })
}

/**
 * Said not to be solved: opened again once, under the original clock; after that the desk decides. Of a chain, whoever
 * did what the case is about has to look again, not whoever tidied up after it.
 */
export function contest(
  recording: Recording,
  data: { by: VerifiedBy; source: string } & Heard,
): void {
  const isFirst = recording.state.contested === 0
  recording.record({ type: 'CaseContested', data })
  const last = workOf(recording.state)
  if (isFirst && last && WORKED.includes(last.status))
    recording.record({ type: 'AssignmentReopened', data: { assignmentId: last.id } })
  else needDesk(recording, 'contested-again')
}

export type VerificationRejection = 'case-not-done' | 'case-closed'

/** Another source looked: the work stands, or it does not. */
export function decideVerification(
  command: {
    by: VerifiedBy
    source: string
    outcome: 'confirmed' | 'contested'
    /** When it was seen, where that was before it came in. */
    seen_ms?: number
    heard?: Heard
  },
  known: Case,
  now_ms: number,
): Recording | VerificationRejection {
  if (known.status === 'closed') return 'case-closed'
  if (known.status !== 'done') return 'case-not-done'
  // Who looked before the work was said to be done did not look at that work.
  if (isBefore(command.seen_ms, known.done_ms)) return 'case-not-done'
  const recording = startRecording(known, known.id, now_ms)
  const { by, source, heard = {} } = command
  if (command.outcome === 'confirmed')
    recording.record({ type: 'CaseConfirmed', data: { by, source, ...heard } })
  else contest(recording, { by, source, ...heard })
  return recording
}

/** As long as somebody has to object to what a municipality decides. */
const OBJECTION_DAYS = 42
const OPEN_TO_OBJECTION: readonly CloseReason[] = ['will-not-be-done', 'settled-by-desk']

/** Whether whoever reported it may say that they do not agree with how the desk ended it: once. */
export function mayDisagree(
  { status, closedAs, closed_ms = 0, contested, isHistory }: Case,
  now_ms: number,
): boolean {
  const isByDesk = closedAs !== undefined && OPEN_TO_OBJECTION.includes(closedAs)
  const isInTime = now_ms < closed_ms + OBJECTION_DAYS * DAY_MS
  return status === 'closed' && isByDesk && isInTime && contested === 0 && !isHistory
}

/**
 * Whoever reported it does not agree: it is open again and at the desk, where somebody looks once more. What was
 * dangerous is so again.
 */
export function decideDisagreement(
  { by, source, heard = {} }: { by: VerifiedBy; source: string; heard?: Heard },
  known: Case,
  circumstances: Circumstances,
): Recording {
  const recording = startRecording(known, known.id, circumstances.now_ms)
  const signalId = source.slice(source.indexOf('/') + 1)
  recording.record({ type: 'CaseReopened', data: { signalId } })
  recording.record({ type: 'CaseContested', data: { by, source, ...heard } })
  needDesk(recording, 'contested-again')
  watchDanger(recording, circumstances, source)
  return recording
}

/** Senders often leave out the fraction of a second. */
function isBefore(seen_ms: number | undefined, done_ms: number | undefined): boolean {
  if (seen_ms === undefined || done_ms === undefined) return false
  return Math.floor(seen_ms / 1000) < Math.floor(done_ms / 1000)
}

/** What somebody outside says of a case without judging the work; it stands beside the case and changes nothing. */
export function decideRemark(
  command: { source: string; said: string; heard: Heard },
  known: Case,
  now_ms: number,
): Recording {
  const recording = startRecording(known, known.id, now_ms)
  const { source, said, heard } = command
  recording.record({ type: 'CaseRemarked', data: { source, said, ...heard } })
  return recording
}

/** Whoever sent this signal wants no more mail about the case; who gets none is stopped already. */
export function decideStop(
  signalId: string,
  known: Case,
  now_ms: number,
): Recording | 'signal-not-found' {
  if (!known.signals.includes(signalId)) return 'signal-not-found'
  const recording = startRecording(known, known.id, now_ms)
  if (known.reporters.some(({ signals }) => signals.includes(signalId)))
    recording.record({ type: 'ReporterStopped', data: { signalId } })
  return recording
}

/** Nobody said otherwise in the days that the agreement gives: unchallenged, which is not confirmed. */
export function decideUnchallenged(known: Case, afterDays: number, now_ms: number): Recording {
  const recording = startRecording(known, known.id, now_ms)
  // A timer may have gone off while the case was contested and done anew: then its days have begun again.
  const isOver = known.done_ms !== undefined && known.done_ms + afterDays * DAY_MS <= now_ms
  if (known.status === 'done' && isOver)
    recording.record({ type: 'CaseUnchallenged', data: { afterDays } })
  return recording
}

export type CloseRejection = 'case-closed' | 'work-has-begun'

/** The desk ends a case, with a reason that the reporter reads. Work that has begun is not taken back. */
export function decideClose(
  command: {
    as: Extract<CloseReason, 'will-not-be-done' | 'settled-by-desk'>
    by: string
    because?: ClosingReason
  },
  known: Case,
  now_ms: number,
): Recording | CloseRejection {
  if (known.status === 'closed') return 'case-closed'
  if (known.assignments.some(({ status }) => status === 'started')) return 'work-has-begun'
  const recording = startRecording(known, known.id, now_ms)
  for (const assignment of known.assignments) {
    if (NOT_BEGUN.includes(assignment.status))
      recording.record({
        type: 'AssignmentWithdrawn',
        data: { assignmentId: assignment.id, reason: 'overruled' },
      })
  }
  const { as, by, because } = command
  recording.record({ type: 'CaseClosed', data: { as, by, ...(because && { because }) } })
  return recording
}
