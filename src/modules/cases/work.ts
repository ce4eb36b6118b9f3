import { DEFAULT_VERIFICATION, type Verification } from '#modules/agreements'
import type { Assignment, Case } from './case-state.ts'
import type { AssignmentStatus } from './lifecycle.ts'
import type { Rules } from './rules.ts'

export const WORKED: readonly AssignmentStatus[] = ['done', 'nothing-found']

/** Who did something for a case, or was asked last: by its agreement the case is judged. */
export type Work = Pick<Assignment, 'status' | 'party' | 'agreement' | 'version'>

/** Of a chain, whoever did what the case is about, and not whoever tidied up after it. */
export function workOf({ assignments, category }: Case): Assignment | undefined {
  const worked = assignments.filter(({ status }) => WORKED.includes(status))
  return worked.findLast((one) => one.category === category) ?? worked.at(-1) ?? assignments.at(-1)
}

/** The terms by which work is judged; where nobody was asked anything, those that hold without an agreement. */
export function verificationOf(
  work: Pick<Work, 'agreement' | 'version'> | undefined,
  rules: Pick<Rules, 'agreement'>,
): Verification {
  const agreement = work && rules.agreement(work.agreement, work.version)
  return agreement?.verification ?? DEFAULT_VERIFICATION
}
