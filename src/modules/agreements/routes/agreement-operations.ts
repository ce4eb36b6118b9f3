import type { AnyOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { createAgreement, type EnterAgreement } from './create-agreement.ts'
import {
  createAgreementDraft,
  createDraftDropping,
  createDraftEntry,
  type DraftNeeds,
  listAgreementDrafts,
  readAgreementDraft,
} from './drafts.ts'
import { listAgreements } from './list-agreements.ts'
import { readAgreement } from './read-agreement.ts'
import { type ComparisonNeeds, readAgreementComparison } from './read-agreement-comparison.ts'
import { type CoverageNeeds, readCoverage } from './read-coverage.ts'
import { createSimulation, listDraftDifferences, type SimulationNeeds } from './simulations.ts'
import { createStatedRole, type EnterRole, listStatedRoles } from './stated-roles.ts'

export type AgreementNeeds = {
  pool: Pool
  enterAgreement: EnterAgreement
  enterRole: EnterRole
} & CoverageNeeds &
  DraftNeeds &
  SimulationNeeds &
  ComparisonNeeds

export function agreementOperations(needs: AgreementNeeds): AnyOperation[] {
  return [
    listAgreements(needs),
    readAgreement(needs),
    createAgreement(needs),
    listStatedRoles(needs),
    createStatedRole(needs),
    readCoverage(needs),
    listAgreementDrafts(needs),
    createAgreementDraft(needs),
    readAgreementDraft(needs),
    createDraftEntry(needs),
    createDraftDropping(needs),
    readAgreementComparison(needs),
    createSimulation(needs),
    listDraftDifferences(needs),
  ]
}
