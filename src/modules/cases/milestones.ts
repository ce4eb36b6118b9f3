import type { Milestone } from '#modules/agreements'
import type { AnswerKind } from './answers.ts'
import type { Assignment } from './case-state.ts'

/**
 * Which milestones an answer reaches, where nothing reached them before. Each is a fact of its own; but who begins is
 * there, and what is done works.
 */
export const REACHES: Readonly<Partial<Record<AnswerKind, readonly Milestone[]>>> = {
  'on-site': ['on-site'],
  started: ['on-site'],
  'made-safe': ['on-site', 'made-safe'],
  working: ['on-site', 'working'],
  'nothing-found': ['on-site', 'made-safe', 'working', 'done'],
  done: ['on-site', 'made-safe', 'working', 'done'],
}

type WithTerms = Pick<Assignment, 'partyBy' | 'reached' | 'broken'>

/** The milestones that were reached by their dates. */
export function keptOf({ partyBy, reached, broken }: WithTerms): Milestone[] {
  return partyBy.flatMap(({ milestone, by_ms }) => {
    const at_ms = reached[milestone]
    const isKept = at_ms !== undefined && at_ms <= by_ms && !broken.includes(milestone)
    return isKept ? [milestone] : []
  })
}

/** Those that were not: also where it was reached late before dates were watched. */
export function brokenOf({ partyBy, reached, broken }: WithTerms): Milestone[] {
  const late = partyBy.flatMap(({ milestone, by_ms }) =>
    (reached[milestone] ?? by_ms) > by_ms ? [milestone] : [],
  )
  return [...new Set([...broken, ...late])]
}
