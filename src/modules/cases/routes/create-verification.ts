import { z } from '@hono/zod-openapi'
import { townOperation } from '#modules/directory'
import { among } from '#platform/operation'
import { VERIFIED_BY } from '../events.ts'
import { CASE_PROBLEMS } from '../problems.ts'
import { CasePath } from './case-path.ts'
import { seeCase } from './case-sight.ts'
import { CaseView } from './case-view.ts'
import { type DirectingNeeds, directedCase } from './directed-case.ts'
import { refuseAs } from './rejection.ts'

const Verification = z
  .strictObject({
    by: z.enum(VERIFIED_BY).openapi({ description: 'Who looked.' }),
    outcome: z.enum(['confirmed', 'contested']),
  })
  .openapi('Verification')

const PROBLEMS = among(CASE_PROBLEMS, 'case-not-found', 'case-closed', 'case-not-done')

export const createVerification = (needs: DirectingNeeds) =>
  townOperation({
    method: 'post',
    path: '/cases/{case}/verifications',
    operationId: 'createVerification',
    tag: 'Directing',
    summary: 'Another source looked: the work stands, or it does not',
    parameters: { path: CasePath },
    body: Verification,
    success: { 201: 'It is recorded; the case as it is now.' },
    answer: CaseView,
    answerHeaders: { Location: 'Where the case is.' },
    problems: PROBLEMS,
    async handle({ caller, path, body, locale }, refuse) {
      const seen = await seeCase(needs, caller, path.case)
      if (!seen) return refuse('case-not-found')
      const { row, sight } = seen
      const answer = await needs.cases(caller.municipality, {
        type: 'VerifyCase',
        caseId: row.id,
        source: caller.by,
        ...body,
      })
      if (answer.status === 'rejected') return refuseAs(refuse, PROBLEMS, answer.reason)
      return directedCase(needs, caller, row.id, { sight, locale })
    },
  })
