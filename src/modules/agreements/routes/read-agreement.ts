import { z } from '@hono/zod-openapi'
import { townOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { among } from '#platform/operation'
import { pageOf } from '#platform/page'
import { AGREEMENT_PROBLEMS } from '../problems.ts'
import { listAgreementVersions } from '../queries.ts'
import { AgreementView, agreementView } from './agreement-view.ts'

export const readAgreement = ({ pool }: { pool: Pool }) =>
  townOperation({
    method: 'get',
    path: '/agreements/{agreement}',
    operationId: 'readAgreement',
    tag: 'Agreements',
    summary: 'Every version of one agreement',
    parameters: { path: z.strictObject({ agreement: z.string().min(1).max(80) }) },
    success: { 200: 'Its versions, the newest first.' },
    answer: pageOf(AgreementView, 'AgreementVersions'),
    problems: among(AGREEMENT_PROBLEMS, 'agreement-not-found'),
    async handle({ caller: { municipality }, path }, refuse) {
      const versions = await pool.read({ tenant: municipality }, (run) =>
        listAgreementVersions(run, municipality),
      )
      const own = versions.filter(({ agreement }) => agreement.id === path.agreement).reverse()
      if (own.length === 0) return refuse('agreement-not-found')
      return { body: { items: own.map((one) => agreementView(municipality, one)) } }
    },
  })
