import type { Case } from './case-state.ts'
import { ACTIVE } from './lifecycle.ts'

/** Each assignment that somebody is at work on, in a new revision: its party hears of what is new. */
export function anew(assignments: Case['assignments']): Case['assignments'] {
  return assignments.map((one) =>
    ACTIVE.includes(one.status) ? { ...one, revision: one.revision + 1 } : one,
  )
}
