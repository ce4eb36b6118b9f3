import { z } from '@hono/zod-openapi'
import { townOperation } from '#modules/directory'
import { among } from '#platform/operation'
import { CASE_PROBLEMS } from '../problems.ts'
import { CasePath } from './case-path.ts'
import { seeCase } from './case-sight.ts'
import { CaseView } from './case-view.ts'
import { type DirectingNeeds, directedCase } from './directed-case.ts'
import { refuseAs } from './rejection.ts'

const PublicationWithdrawal = z.strictObject({ signal: z.uuid() }).openapi('PublicationWithdrawal')

const PROBLEMS = among(CASE_PROBLEMS, 'case-not-found', 'not-published')

export const createPublicationWithdrawal = (needs: DirectingNeeds) =>
  townOperation({
    method: 'post',
    path: '/cases/{case}/publication-withdrawals',
    operationId: 'createPublicationWithdrawal',
    tag: 'Directing',
    summary: 'The desk takes back what it released of a signal',
    parameters: { path: CasePath },
    body: PublicationWithdrawal,
    success: { 201: 'Nobody outside sees it any more; the case as it is now.' },
    answer: CaseView,
    answerHeaders: { Location: 'Where the case is.' },
    problems: PROBLEMS,
    async handle({ caller, path, body, locale }, refuse) {
      const { municipality, by } = caller
      const seen = await seeCase(needs, caller, path.case)
      if (!seen) return refuse('case-not-found')
      const { id: caseId } = seen.row
      const { signal: signalId } = body
      const order = { type: 'WithdrawPublication', caseId, signalId, by } as const
      const answer = await needs.cases(municipality, order)
      if (answer.status === 'rejected') return refuseAs(refuse, PROBLEMS, answer.reason)
      return directedCase(needs, caller, caseId, { sight: seen.sight, locale })
    },
  })
