export { ANSWER_KINDS, ANSWERS, Answer, type AnswerKind, ruleOf } from './answers.ts'
export type { Assignment, Case } from './case.ts'
export { type CaseEvent, type SignalData, VERIFIED_BY } from './events.ts'
export {
  ASSIGNMENT_STATUSES,
  CASE_STATUSES,
  CLOSE_REASONS,
  DESK_REASONS,
} from './lifecycle.ts'
export type { Changed } from './projections.ts'
export type { Rules } from './rules.ts'
export type { Notice } from './working-set.ts'
