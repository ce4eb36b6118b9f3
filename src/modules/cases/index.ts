export { Answer, type AnswerKind } from './answers.ts'
export {
  type AssignmentRow,
  findAssignment,
  listAnswers,
  listAssignments,
} from './assignment-queries.ts'
export type { Assignment, Case, Reporter } from './case.ts'
export { type CaseInWords, caseInWords, caseToTell } from './case-in-words.ts'
export { type CaseFilter, listCases } from './case-list-queries.ts'
export {
  type CaseRow,
  countHistory,
  type DecisionRow,
  findCase,
  lastNumberOf,
  listAllDecisions,
  listDecisions,
  listSignals,
} from './case-queries.ts'
export { type CaseLife, readCaseLife } from './case-stream.ts'
export { type CaseUpdate, type Progress, TOLD_TYPES, updatesOf } from './case-updates.ts'
export { rowIn } from './circuits.ts'
export { type CaseAnswer, type CaseCommand, caseExecutor, type Seals } from './commands.ts'
export { completePiece, MOST_CASES } from './complete-rows.ts'
export { becauseNow } from './dates.ts'
export {
  type CaseDoor,
  type CaseOrder,
  createCaseDoor,
  type RulesOf,
  type SettledAnswer,
  withRules,
} from './door.ts'
export type { CaseEvent, ReporterAsked, ReporterReplied, SignalData } from './events.ts'
export type { Finding } from './finding.ts'
export { visibilityNow, withoutHidden } from './follow-in-words.ts'
export { createHandOver, type HandOverEnded } from './hand-over-commands.ts'
export { historyExecutor, type ImportHistory, type PastCase } from './history.ts'
export { type Channel, officeVisibility } from './kinds.ts'
export { ACTIVE_STATUSES } from './lifecycle.ts'
export { membersOf, newsOf } from './members.ts'
export { listWaiting, type Waiting } from './need-queries.ts'
export { inUrgency, NEED_REASONS, type NeedReason, needInWords, urgencyOf } from './needs.ts'
export { listOpenPlaces, type OpenPlace } from './open-place-queries.ts'
export { blackened, findPersonalData } from './personal-data.ts'
export { listPhotos, removePhotos } from './photo-queries.ts'
export { factOf, filesOf, keepPhotos } from './photos.ts'
export { CASE_PROBLEMS } from './problems.ts'
export { PROJECTION } from './projected.ts'
export { listCompleted, projectionOf } from './projected-queries.ts'
export { CASE_TABLES, type Changed } from './projections.ts'
export { listPublished, type Published } from './publication-queries.ts'
export { isOpen } from './question-steps.ts'
export { type Compared, fingerprints, rebuildCases } from './rebuild.ts'
export { countNotOurs, listFirstDecisions } from './recorded-queries.ts'
export { remarkIdOf } from './remark-id.ts'
export type { Report } from './reporting.ts'
export {
  ANSWER_PROBLEMS,
  type AnswerRefusal,
  answerOne,
  type OneAnswered,
} from './routes/answer-one.ts'
export type { AssignmentTold } from './routes/assignment-view.ts'
export { caseOperations } from './routes/case-operations.ts'
export { CasePath } from './routes/case-path.ts'
export { seeCase } from './routes/case-sight.ts'
export { CaseView, caseView, NeedReasonView } from './routes/case-view.ts'
export type { EnterSignal, GivenSignal } from './routes/create-signal.ts'
export type { AnsweringNeeds, LocateCorrection } from './routes/give-answer.ts'
export { listWork } from './routes/list-assignments.ts'
export type { Survey, Surveyed } from './routes/preview-signal.ts'
export type { NeighbourOf } from './routes/related-cases.ts'
export { assignmentToTell, seeAssignment } from './routes/seen-assignment.ts'
export type { ClusterRules, Rules } from './rules.ts'
export {
  type Contact,
  followCodeOf,
  OF_THING,
  readContact,
  readContacts,
  readRemarks,
  readWords,
  replyIdOf,
  sealAnswer,
  sealRemark,
  sealSignal,
  type Words,
} from './sealing.ts'
export { type Circuit, circuitOf } from './shared-circuits.ts'
export { isSuspended } from './suspending.ts'
export { type Swept, sweepPhotos } from './sweep-photos.ts'
export type { Because } from './term-events.ts'
export { hasThreat } from './threats.ts'
export type { Notice } from './working-set.ts'
