import type { Cause, Milestone } from '#modules/agreements'
import type { LocalText } from '#modules/categories'

/** Why a date is as it is: as a code, and as both readers, the party and the reporter, are told. */
export type Because = { cause: Cause; words: LocalText }

/** For what a clock stands still, as the agreement calls it, and until when at most. */
export type SuspendedFor = { reason: string; name: LocalText; until_ms: number }

/** What becomes of the dates of an assignment. */
export type TermEvent =
  /** The party said so, its limit was reached, it went on all the same, or it became dangerous. */
  | {
      type: 'SuspensionEnded'
      data: { assignmentId: string; as: 'resumed' | 'limit' | 'went-on' | 'danger' }
    }
  /** Once a milestone: the date is near, and party and desk are told. */
  | { type: 'TermWarned'; data: TermOf }
  /** Once a milestone: what was agreed was not reached in time. */
  | { type: 'TermBroken'; data: TermOf }
  /** The same of a date that nobody agreed to: no term is broken. */
  | { type: 'ExpectationMissed'; data: TermOf }

type TermOf = { assignmentId: string; milestone: Milestone; by_ms: number }
