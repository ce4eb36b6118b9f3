import type { AnswerKind } from './answers.ts'
import type { DisputeReason } from './wrongful-events.ts'

export const WRONGFUL_STEPS = ['accepted', 'disputed', 'upheld', 'dropped', 'decided'] as const
export type WrongfulStepKind = (typeof WRONGFUL_STEPS)[number]

/** The answers that say that it was not the party's. Of the second it depends on the cause, by the agreement. */
export const REFUSALS = ['not-ours', 'passed-on'] as const satisfies readonly AnswerKind[]

/** With what answer a party ended what was not its own; `reason` is that of the answer, or the cause that it found. */
export type Refused = { answerId: string; answer: (typeof REFUSALS)[number]; reason: string }

export type WrongfulStep = {
  id: string
  kind: WrongfulStepKind
  at_ms: number
  by: string
  as?: 'owed' | 'not-owed'
  reason?: DisputeReason
  cents?: number
  photos: readonly string[]
}
