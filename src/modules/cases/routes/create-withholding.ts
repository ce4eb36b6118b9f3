import { z } from '@hono/zod-openapi'
import { townOperation } from '#modules/directory'
import { among } from '#platform/operation'
import { CASE_PROBLEMS } from '../problems.ts'
import { CasePath } from './case-path.ts'
import { seeCase } from './case-sight.ts'
import { CaseView } from './case-view.ts'
import { type DirectingNeeds, directedCase } from './directed-case.ts'
import { refuseAs } from './rejection.ts'

const Withholding = z.strictObject({ signal: z.uuid() }).openapi('Withholding')

const PROBLEMS = among(CASE_PROBLEMS, 'case-not-found', 'nothing-to-release')

export const createWithholding = (needs: DirectingNeeds) =>
  townOperation({
    method: 'post',
    path: '/cases/{case}/withholdings',
    operationId: 'createWithholding',
    tag: 'Directing',
    summary: 'Somebody looked at what was written and sent, and shows it to nobody else',
    description: 'It waits no more. It can be released after all with `POST …/publications`.',
    parameters: { path: CasePath },
    body: Withholding,
    success: { 201: 'It is kept back; the case as it is now.' },
    answer: CaseView,
    answerHeaders: { Location: 'Where the case is.' },
    problems: PROBLEMS,
    async handle({ caller, path, body, locale }, refuse) {
      const { municipality, by } = caller
      const seen = await seeCase(needs, caller, path.case)
      if (!seen) return refuse('case-not-found')
      const { id: caseId } = seen.row
      const order = { type: 'KeepBackSignal', caseId, signalId: body.signal, by } as const
      const answer = await needs.cases(municipality, order)
      if (answer.status === 'rejected') return refuseAs(refuse, PROBLEMS, answer.reason)
      return directedCase(needs, caller, caseId, { sight: seen.sight, locale })
    },
  })
