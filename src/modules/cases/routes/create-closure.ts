import { z } from '@hono/zod-openapi'
import { townOperation } from '#modules/directory'
import { among } from '#platform/operation'
import type { Vault } from '#platform/vault'
import { CASE_PROBLEMS } from '../problems.ts'
import { sealRemark } from '../sealing.ts'
import { CasePath } from './case-path.ts'
import { seeCase } from './case-sight.ts'
import { CaseView } from './case-view.ts'
import { type DirectingNeeds, directedCase } from './directed-case.ts'
import { refuseAs } from './rejection.ts'

const Closure = z
  .strictObject({
    as: z.enum(['will-not-be-done', 'settled-by-desk']),
    remark: z.string().trim().min(1).max(2000).openapi({ description: 'Why; it is kept sealed.' }),
  })
  .openapi('Closure')

const PROBLEMS = among(CASE_PROBLEMS, 'case-not-found', 'case-closed', 'work-has-begun')

export const createClosure = (needs: DirectingNeeds & { vault: Vault }) =>
  townOperation({
    method: 'post',
    path: '/cases/{case}/closures',
    operationId: 'createClosure',
    tag: 'Directing',
    summary: 'The desk ends a case',
    parameters: { path: CasePath },
    body: Closure,
    success: { 201: 'It is closed; the case as it is now.' },
    answer: CaseView,
    answerHeaders: { Location: 'Where the case is.' },
    problems: PROBLEMS,
    async handle({ caller, path, body, locale }, refuse) {
      const { municipality, by } = caller
      const seen = await seeCase(needs, caller, path.case)
      if (!seen) return refuse('case-not-found')
      const { id: caseId } = seen.row
      // A case is closed once, so that its id is enough to find the remark by.
      const { seals } = sealRemark(needs.vault, municipality, `closure/${caseId}`, body.remark)
      const answer = await needs.cases(municipality, {
        type: 'CloseCase',
        caseId,
        as: body.as,
        by,
        seals,
      })
      if (answer.status === 'rejected') return refuseAs(refuse, PROBLEMS, answer.reason)
      return directedCase(needs, caller, caseId, { sight: seen.sight, locale })
    },
  })
