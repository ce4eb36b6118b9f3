import type { Milestone } from '#modules/agreements'
import type { AnswerKind } from './answers.ts'
import type { Assignment, Case } from './case-state.ts'
import { REACHES } from './milestones.ts'
import type { TermEvent } from './term-events.ts'

/** What becomes of the dates of one assignment. That it was warned, or goes on, is news to its party; a broken term is none. */
export function termed(state: Case, event: TermEvent, at_ms: number): Case {
  const { assignmentId } = event.data
  const assignments = state.assignments.map((one) =>
    one.id === assignmentId ? applied(one, event, at_ms) : one,
  )
  return { ...state, assignments }
}

function applied(one: Assignment, event: TermEvent, at_ms: number): Assignment {
  switch (event.type) {
    case 'SuspensionEnded': {
      const { suspension, ...running } = one
      if (!suspension) return one
      const { reason, since_ms: from_ms } = suspension
      const suspended = [...one.suspended, { reason, from_ms, to_ms: at_ms }]
      return { ...running, suspended, revision: one.revision + 1 }
    }
    case 'TermWarned': {
      const warned = [...one.warned, event.data.milestone]
      return { ...one, warned, revision: one.revision + 1 }
    }
    case 'TermBroken':
    case 'ExpectationMissed':
      return { ...one, broken: [...one.broken, event.data.milestone] }
  }
}

/** With what an answer reached, each at the first answer that did. */
export function reachedAfter(
  { reached }: Pick<Assignment, 'reached'>,
  answer: AnswerKind,
  at_ms: number,
): Assignment['reached'] {
  const now = (REACHES[answer] ?? []).filter((milestone) => reached[milestone] === undefined)
  return { ...reached, ...Object.fromEntries(now.map((milestone) => [milestone, at_ms])) }
}

/** What was contested has not been reached after all. */
export function reachedAgain({ reached }: Pick<Assignment, 'reached'>): Assignment['reached'] {
  const contested: readonly Milestone[] = ['working', 'done']
  return Object.fromEntries(
    Object.entries(reached).filter(([milestone]) => !contested.includes(milestone as Milestone)),
  )
}
