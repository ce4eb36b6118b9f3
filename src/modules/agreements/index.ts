export {
  Agreement,
  type AgreementVersion,
  DEFAULT_VERIFICATION,
  Hours,
  MILESTONES,
  MOST_FLAPS_HOURS,
  type Verification,
} from './agreement.ts'
export { parseAgreementsFile } from './agreements-file.ts'
export { isExpectation } from './binding.ts'
export { DUTCH_CALENDAR } from './calendar.ts'
export { CAUSE_WORDS, CAUSES, type Cause } from './causes.ts'
export { CLUSTER_LEVELS } from './cluster-levels.ts'
export { type ClusterTerms, GATHERING_LEVELS, type GatheringLevel } from './cluster-terms.ts'
export {
  AGREEMENT_VERSIONS,
  type EnterAgreementsAnswer,
  enterAgreements,
  type Known,
  type UnknownName,
  unknownInRole,
  unknownNames,
} from './commands.ts'
export { type CompiledAgreements, compileAgreements } from './compile-agreements.ts'
export {
  COVERAGE_FINDINGS,
  type CoverageCell,
  coverageOf,
  isCovered,
} from './coverage.ts'
export type { PlaceKind } from './coverage-questions.ts'
export { explainDecision, type Names as DecisionNames } from './decision-in-words.ts'
export {
  AgreementDraft,
  agreementsOfDraft,
  lastDateOf,
  type WrongEnd,
  withEntered,
} from './draft.ts'
export {
  AGREEMENT_DRAFTS,
  changeDrafts,
  type DraftAnswer,
  type DraftCommand,
} from './draft-commands.ts'
export { END_TIMER, setEndTimer } from './end-timers.ts'
export { type AgreementEnd, endOfAgreement } from './ending.ts'
export { type Gathering, gatheringFor, levelsThatGather } from './gathering.ts'
export { startOfLocalDate_ms } from './local-time.ts'
export { lookBackDays } from './look-back.ts'
export {
  type ForeignMeaning,
  Open311Mapping,
  serviceFor,
  type TaskField,
} from './open311-mapping.ts'
export { isOpenAt, openingHours } from './opening-hours.ts'
export { type WrongfulTerms, wrongfulTermsOf } from './price.ts'
export { AGREEMENT_PROBLEMS } from './problems.ts'
export { type DraftRow, findDrafts, listAgreementVersions, listRoleVersions } from './queries.ts'
export { ROLE_VERSIONS } from './role-commands.ts'
export { type RoleVersion, STATED_ROLES, StatedRole } from './roles.ts'
export { type AgreementNeeds, agreementOperations } from './routes/agreement-operations.ts'
export { decide, ROUTING_ENGINE, route } from './routing.ts'
export {
  type Chosen,
  REFUSALS,
  type Refusal,
  type RoutingDecision,
  type SignalFacts,
  SPECIFICITY,
  type WarrantyFacts,
} from './routing-decision.ts'
export {
  createSimulation,
  type Difference,
  type NotOursCount,
  type RecordedDecision,
  type Simulation,
  type SimulationFigures,
} from './simulation.ts'
export { limitEnd_ms, movedBy, type Stood } from './standing-still.ts'
export { SUSPENSION_WORDS } from './suspension-words.ts'
export { computeTerms, type Milestone, type MilestoneTerm } from './terms.ts'
