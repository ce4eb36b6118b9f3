import { z } from '@hono/zod-openapi'
import { townOperation } from '#modules/directory'
import { among } from '#platform/operation'
import { CASE_PROBLEMS } from '../problems.ts'
import { CasePath } from './case-path.ts'
import { isStranger, seeCase } from './case-sight.ts'
import { CaseView } from './case-view.ts'
import { type DirectingNeeds, directedCase } from './directed-case.ts'
import { refuseAs } from './rejection.ts'

const PROBLEMS = among(CASE_PROBLEMS, 'case-not-found', 'not-dangerous', 'already-taken-over')

export const createTakeover = (needs: DirectingNeeds) =>
  townOperation({
    method: 'post',
    path: '/cases/{case}/takeovers',
    operationId: 'createTakeover',
    tag: 'Danger',
    summary: 'Somebody is on it: nobody else is called',
    description: 'For the desk, and for a party that has the case.',
    parameters: { path: CasePath },
    body: z.strictObject({}).openapi('Takeover'),
    success: { 201: 'It is taken over; the case as it is now.' },
    answer: CaseView,
    answerHeaders: { Location: 'Where the case is.' },
    problems: PROBLEMS,
    async handle({ caller, path, locale }, refuse) {
      const seen = await seeCase(needs, caller, path.case)
      if (!seen || isStranger(caller, seen.sight)) return refuse('case-not-found')
      const { municipality, by, link } = caller
      const caseId = seen.row.id
      const answer = await needs.cases(municipality, {
        type: 'TakeOverDanger',
        caseId,
        by,
        ...(link ? { step: link.revision } : {}),
      })
      if (answer.status === 'rejected') return refuseAs(refuse, PROBLEMS, answer.reason)
      return directedCase(needs, caller, caseId, { sight: seen.sight, locale })
    },
  })
