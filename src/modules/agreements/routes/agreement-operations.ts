import type { AnyOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { createAgreement, type EnterAgreement } from './create-agreement.ts'
import { listAgreements } from './list-agreements.ts'
import { readAgreement } from './read-agreement.ts'
import { type CoverageNeeds, readCoverage } from './read-coverage.ts'

export function agreementOperations(
  needs: { pool: Pool; enterAgreement: EnterAgreement } & CoverageNeeds,
): AnyOperation[] {
  return [listAgreements(needs), readAgreement(needs), createAgreement(needs), readCoverage(needs)]
}
