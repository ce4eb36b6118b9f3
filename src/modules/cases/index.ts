export { Answer, type AnswerKind } from './answers.ts'
export {
  type AssignmentRow,
  findAssignment,
  listAnswers,
  listAssignments,
} from './assignment-queries.ts'
export type { Assignment, Case } from './case.ts'
export { type CaseInWords, caseInWords, caseToTell } from './case-in-words.ts'
export {
  type CaseFilter,
  type CaseRow,
  countHistory,
  type DecisionRow,
  findCase,
  listAllDecisions,
  listCases,
  listDecisions,
  listSignals,
} from './case-queries.ts'
export { type CaseUpdate, type Progress, TOLD_TYPES, updatesOf } from './case-updates.ts'
export { type CaseAnswer, type CaseCommand, caseExecutor, type Seals } from './commands.ts'
export {
  type CaseDoor,
  type CaseOrder,
  createCaseDoor,
  type RulesOf,
  type SettledAnswer,
  withRules,
} from './door.ts'
export type { CaseEvent, ReporterAsked, ReporterReplied, SignalData } from './events.ts'
export { historyExecutor, type ImportHistory, type PastCase } from './history.ts'
export { CASE_PROBLEMS } from './problems.ts'
export type { Changed } from './projections.ts'
export { type Compared, rebuildCases } from './rebuild.ts'
export type { Report } from './reporting.ts'
export { caseOperations } from './routes/case-operations.ts'
export type { LocateCorrection } from './routes/give-answer.ts'
export type { Rules } from './rules.ts'
export {
  type Contact,
  readRemarks,
  readWords,
  remarkIdOf,
  replyIdOf,
  sealRemark,
  sealSignal,
  type Words,
} from './sealing.ts'
export type { Notice } from './working-set.ts'
