import { z } from '@hono/zod-openapi'
import { townOperation } from '#modules/directory'
import { among } from '#platform/operation'
import { CASE_PROBLEMS } from '../problems.ts'
import { CasePath } from './case-path.ts'
import { seeCase } from './case-sight.ts'
import { CaseView } from './case-view.ts'
import { type DirectingNeeds, directedCase } from './directed-case.ts'
import { refuseAs } from './rejection.ts'

const PROBLEMS = among(CASE_PROBLEMS, 'case-not-found', 'not-dangerous')

export const createSafetyReport = (needs: DirectingNeeds) =>
  townOperation({
    method: 'post',
    path: '/cases/{case}/safety-reports',
    operationId: 'createSafetyReport',
    tag: 'Danger',
    summary: 'The place was made safe by somebody who was not asked to repair it',
    description: 'A party that has the case says so with the answer `made-safe`.',
    parameters: { path: CasePath },
    body: z.strictObject({}).openapi('SafetyReport'),
    success: { 201: 'It is recorded; the case as it is now.' },
    answer: CaseView,
    answerHeaders: { Location: 'Where the case is.' },
    problems: PROBLEMS,
    async handle({ caller, path, locale }, refuse) {
      const seen = await seeCase(needs, caller, path.case)
      if (!seen) return refuse('case-not-found')
      const { municipality, by } = caller
      const caseId = seen.row.id
      const answer = await needs.cases(municipality, { type: 'ReportMadeSafe', caseId, by })
      if (answer.status === 'rejected') return refuseAs(refuse, PROBLEMS, answer.reason)
      return directedCase(needs, caller, caseId, { sight: seen.sight, locale })
    },
  })
