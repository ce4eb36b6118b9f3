import type { Answer } from './answers.ts'
import type { Assignment, Case } from './case-state.ts'
import { ACTIVE } from './lifecycle.ts'
import { isOpen } from './question-steps.ts'
import {
  askDeskToTell,
  type Circumstances,
  followUp,
  type Recording,
  resume,
  startRecording,
} from './recording.ts'
import { endSuspension, isSuspended } from './suspending.ts'
import { verificationOf } from './work.ts'

/**
 * The one question that a party may ask the reporter: open → replied, or lapsed (nobody replied in time, the party went
 * on without, or it became dangerous). While it is open the clock of whoever asked stands still; the reporter's runs.
 */

const DAY_MS = 86_400_000

export type QuestionRejection = 'question-already-asked' | 'reporter-unreachable'

/** Asked once a case, and only where somebody could reply. */
export function refusalOfQuestion({ question, reachable }: Case): QuestionRejection | undefined {
  if (question) return 'question-already-asked'
  return reachable.length === 0 ? 'reporter-unreachable' : undefined
}

/** What follows from the answer `question`, once that is recorded. */
export function askReporter(
  recording: Recording,
  { id: assignmentId, agreement, version }: Assignment,
  answerId: string,
  { now_ms, rules }: Circumstances,
): void {
  const { withinDays } = verificationOf({ agreement, version }, rules).question
  const until_ms = now_ms + withinDays * DAY_MS
  recording.record({ type: 'ReporterAsked', data: { assignmentId, answerId, until_ms } })
}

/** A question waits for a reply as long as none came, also after its days are over. */
export function canReply({ question, status }: Case): boolean {
  return question !== undefined && question.replied_ms === undefined && status !== 'closed'
}

const GOES_ON: readonly Answer['answer'][] = ['started', 'done', 'nothing-found']

/** Whoever begins, or is done, waits for nothing any more: its dates move by the time until now. */
export function goOnBefore(
  recording: Recording,
  answer: Answer,
  assignmentId: string,
  { rules }: Pick<Circumstances, 'rules'>,
): void {
  if (!GOES_ON.includes(answer.answer)) return
  endSuspension(recording, assignmentId, 'went-on')
  if (recording.state.question?.assignmentId === assignmentId) lapse(recording, 'went-on')
  resume(recording, assignmentId, rules)
}

/** What is dangerous waits for no reply, and for nothing that its party let it stand still for. */
export function goOnInDanger(recording: Recording, circumstances: Circumstances): void {
  const suspended = recording.state.assignments.filter(isSuspended)
  if (!isOpen(recording.state) && suspended.length === 0) return
  lapse(recording, 'danger')
  for (const { id } of suspended) endSuspension(recording, id, 'danger')
  followUp(recording, circumstances)
}

function lapse(recording: Recording, as: 'no-reply' | 'went-on' | 'danger'): void {
  const { state } = recording
  if (!state.question || !isOpen(state)) return
  const { answerId } = state.question
  recording.record({ type: 'QuestionLapsed', data: { answerId, as } })
}

/** Nobody replied in the days that the agreement gives: the party goes on without. */
export function decideLapsed(
  { answerId }: { answerId: string },
  known: Case,
  circumstances: Circumstances,
): Recording {
  const recording = startRecording(known, known.id, circumstances.now_ms)
  const { question } = known
  // The timer may go off beside the reply.
  if (question?.answerId !== answerId || question.until_ms > circumstances.now_ms) return recording
  if (known.status === 'closed' || !isOpen(known)) return recording
  lapse(recording, 'no-reply')
  tellThoseAtWork(recording, circumstances, question.assignmentId)
  followUp(recording, circumstances)
  return recording
}

export type GivenReply = {
  /** Of whoever replied; where it is not said, the first who can be reached. */
  signalId?: string
  by: string
  digest: string
}

export type ReplyRejection = 'case-closed' | 'no-question' | 'signal-not-found'

/**
 * The reporter replies: whoever asked goes on, with its dates moved by the time it stood still, and all who are at work
 * on it get to know. A reply that comes late is heard too, and moves nothing any more.
 */
export function decideReply(
  given: GivenReply,
  known: Case,
  circumstances: Circumstances,
): Recording | ReplyRejection {
  if (known.status === 'closed') return 'case-closed'
  const { question } = known
  if (!question || !canReply(known)) return 'no-question'
  const signalId = given.signalId ?? known.reachable[0] ?? known.signals[0]
  if (signalId === undefined || !known.signals.includes(signalId)) return 'signal-not-found'
  const recording = startRecording(known, known.id, circumstances.now_ms)
  const { answerId } = question
  const { by, digest } = given
  recording.record({ type: 'ReporterReplied', data: { answerId, signalId, by, digest } })
  tellThoseAtWork(recording, circumstances)
  followUp(recording, circumstances)
  return recording
}

/** Whom no message reaches is told by the desk. */
function tellThoseAtWork(recording: Recording, { rules }: Circumstances, only?: string): void {
  for (const { id, status, agreement, version, offered_ms } of recording.state.assignments) {
    const isAtWork = ACTIVE.includes(status) && offered_ms !== undefined
    if (isAtWork && (only ?? id) === id)
      askDeskToTell(recording, rules.agreement(agreement, version), id)
  }
}

/** When the question lapses; undefined once it waits for nothing. */
export function questionTimer(of: Case): { due_at: number; body: object } | undefined {
  const { question, id: caseId } = of
  if (!question || !isOpen(of) || of.status === 'closed') return undefined
  const { answerId, until_ms: due_at } = question
  return { due_at, body: { caseId, answerId } }
}
