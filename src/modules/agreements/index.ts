export { Agreement, type AgreementVersion, BASES, CLUSTER_LEVELS, MODES } from './agreement.ts'
export {
  agreementsFileJsonSchema,
  type FileProblem,
  parseAgreementsFile,
} from './agreements-file.ts'
export {
  AGREEMENT_VERSIONS,
  type EnterAgreementsAnswer,
  enterAgreements,
  type Known,
  type UnknownName,
} from './commands.ts'
export { compileAgreements } from './compile-agreements.ts'
export { explainDecision, type Names as DecisionNames } from './decision-in-words.ts'
export { listAgreementVersions } from './queries.ts'
export { decide, ROUTING_ENGINE, route } from './routing.ts'
export {
  type Chosen,
  REFUSALS,
  type Refusal,
  type RoutingDecision,
  type SignalFacts,
  SPECIFICITY,
} from './routing-decision.ts'
export { computeTerms } from './terms.ts'
export { AGREEMENT_PROBLEMS } from './problems.ts'
export { agreementOperations } from './routes/agreement-operations.ts'
