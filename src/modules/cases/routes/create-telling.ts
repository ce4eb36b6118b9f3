import { z } from '@hono/zod-openapi'
import { townOperation } from '#modules/directory'
import { among } from '#platform/operation'
import { TOLD_AS } from '../desk-events.ts'
import { CASE_PROBLEMS } from '../problems.ts'
import { CasePath } from './case-path.ts'
import { seeCase } from './case-sight.ts'
import { CaseView } from './case-view.ts'
import { type DirectingNeeds, directedCase } from './directed-case.ts'
import { refuseAs } from './rejection.ts'

const Telling = z
  .strictObject({
    signal: z.uuid().openapi({ description: 'Whose reporter was told.' }),
    as: z.enum(TOLD_AS).default('told').openapi({
      description: '`not-reached`: it was tried, and is not tried again for these steps.',
    }),
  })
  .openapi('Telling')

const PROBLEMS = among(CASE_PROBLEMS, 'case-not-found', 'nothing-to-tell')

export const createTelling = (needs: DirectingNeeds) =>
  townOperation({
    method: 'post',
    path: '/cases/{case}/tellings',
    operationId: 'createTelling',
    tag: 'Directing',
    summary: 'Somebody told a reporter by letter or telephone how it goes',
    parameters: { path: CasePath },
    body: Telling,
    success: { 201: 'It is recorded; the case as it is now.' },
    answer: CaseView,
    answerHeaders: { Location: 'Where the case is.' },
    problems: PROBLEMS,
    async handle({ caller, path, body, locale }, refuse) {
      const { municipality, by } = caller
      const seen = await seeCase(needs, caller, path.case)
      if (!seen) return refuse('case-not-found')
      const { id: caseId } = seen.row
      const { signal: signalId, as } = body
      const answer = await needs.cases(municipality, {
        type: 'RecordTold',
        caseId,
        signalId,
        as,
        by,
      })
      if (answer.status === 'rejected') return refuseAs(refuse, PROBLEMS, answer.reason)
      return directedCase(needs, caller, caseId, { sight: seen.sight, locale })
    },
  })
