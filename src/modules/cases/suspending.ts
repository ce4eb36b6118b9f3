import { DUTCH_CALENDAR, limitEnd_ms, SUSPENSION_WORDS } from '#modules/agreements'
import type { Answer } from './answers.ts'
import type { Assignment, Case } from './case-state.ts'
import { ACTIVE } from './lifecycle.ts'
import { type Circumstances, followUp, type Recording, startRecording } from './recording.ts'

import type { SuspendedFor, TermEvent } from './term-events.ts'

/**
 * A clock that a party lets stand still: runs → suspended for a reason that its agreement names → runs again, because
 * the party says so, begins or is there, because the limit of that reason is reached, or because it is dangerous. What
 * else stops the clock stands beside it: it runs again when all of them are over.
 */

export type SuspensionRejection =
  | 'reason-not-agreed'
  | 'already-suspended'
  | 'suspension-used-up'
  | 'until-has-passed'
  | 'not-suspended'

type Ends = Extract<TermEvent, { type: 'SuspensionEnded' }>['data']['as']

/** Whether its clock stands still for a reason of the party's. */
export function isSuspended({ status, suspension }: Assignment): boolean {
  return suspension !== undefined && ACTIVE.includes(status)
}

/** For what and until when at most the clock stands still after this answer, or why it may not. */
export function suspensionBy(
  answer: Extract<Answer, { answer: 'suspended' }>,
  assignment: Assignment,
  { rules, now_ms }: Pick<Circumstances, 'rules' | 'now_ms'>,
): SuspendedFor | SuspensionRejection {
  const terms = rules.agreement(assignment.agreement, assignment.version)?.terms
  const { reason, until } = answer
  const agreed = terms?.suspensions.find((one) => one.reason === reason)
  if (!terms || !agreed) return 'reason-not-agreed'
  if (isSuspended(assignment)) return 'already-suspended'
  const name = agreed.name ?? SUSPENSION_WORDS[reason] ?? { nl: reason, en: reason }
  const before = assignment.suspended.filter((one) => one.reason === reason)
  const limit_ms = limitEnd_ms(agreed.limit, now_ms, before, terms)
  if (limit_ms <= now_ms) return 'suspension-used-up'
  const asked_ms = until === undefined ? limit_ms : endOfDate_ms(until)
  if (asked_ms <= now_ms) return 'until-has-passed'
  return { reason, name, until_ms: Math.min(limit_ms, asked_ms) }
}

/** The last day on which it stands still is a whole one. */
function endOfDate_ms(date: string): number {
  return DUTCH_CALENDAR.clock.at_ms(Date.parse(`${date}T00:00:00Z`) + 86_400_000)
}

/** Ends what stands still for a reason of the party's; what else stopped that clock stands on. */
export function endSuspension(recording: Recording, assignmentId: string, as: Ends): void {
  const one = recording.state.assignments.find(({ id }) => id === assignmentId)
  if (one && isSuspended(one))
    recording.record({ type: 'SuspensionEnded', data: { assignmentId, as } })
}

const ENDS_IT: readonly Answer['answer'][] = ['on-site', 'working']

/** Who is there waits no more for what it let its clock stand still for. */
export function goOnAtWork(
  recording: Recording,
  { answer }: Answer,
  assignmentId: string,
  circumstances: Circumstances,
): void {
  const one = recording.state.assignments.find(({ id }) => id === assignmentId)
  if (!one || !isSuspended(one) || !ENDS_IT.includes(answer)) return
  endSuspension(recording, assignmentId, 'went-on')
  followUp(recording, circumstances)
}

/** The limit of a reason is reached: the clock runs again by itself. */
export function decideLimit(known: Case, circumstances: Circumstances): Recording {
  const recording = startRecording(known, known.id, circumstances.now_ms)
  for (const one of known.assignments)
    if (isSuspended(one) && (one.suspension?.until_ms ?? 0) <= circumstances.now_ms)
      endSuspension(recording, one.id, 'limit')
  if (recording.events.length > 0) followUp(recording, circumstances)
  return recording
}

/** When the next of a case ends by itself. */
export function suspensionTimer(of: Case): { due_at: number; body: object } | undefined {
  const ends = of.assignments.filter(isSuspended).map((one) => one.suspension?.until_ms ?? 0)
  if (of.status === 'closed' || ends.length === 0) return undefined
  return { due_at: Math.min(...ends), body: { caseId: of.id } }
}
