import type { Case } from './case-state.ts'
import type { ReporterAsked } from './events.ts'
import { ACTIVE } from './lifecycle.ts'

export function asked(
  state: Case,
  { assignmentId, answerId, until_ms }: ReporterAsked,
  asked_ms: number,
): Case {
  return { ...state, question: { assignmentId, answerId, asked_ms, until_ms } }
}

/** What was replied is news to everybody who is at work on it. */
export function replied(state: Case, replied_ms: number): Case {
  if (!state.question) throw new Error(`case ${state.id} has a reply and no question`)
  const assignments = state.assignments.map((one) =>
    ACTIVE.includes(one.status) ? { ...one, revision: one.revision + 1 } : one,
  )
  return { ...state, assignments, question: { ...state.question, replied_ms } }
}

/** That nobody replied is news to whoever asked. */
export function lapsed(state: Case, lapsed_ms: number): Case {
  const { question } = state
  if (!question) throw new Error(`case ${state.id} has no question that could lapse`)
  const assignments = state.assignments.map((one) =>
    one.id === question.assignmentId && ACTIVE.includes(one.status)
      ? { ...one, revision: one.revision + 1 }
      : one,
  )
  return { ...state, assignments, question: { ...question, lapsed_ms } }
}

/** Open: somebody may still reply in time, and the clock of whoever asked stands still for it. */
export function isOpen({ question }: Case): boolean {
  if (question === undefined) return false
  return question.replied_ms === undefined && question.lapsed_ms === undefined
}
