import { z } from '@hono/zod-openapi'
import { townOperation } from '#modules/directory'
import { among } from '#platform/operation'
import type { Vault } from '#platform/vault'
import { CLOSING_REASONS } from '../closing-reasons.ts'
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
    because: z.enum(CLOSING_REASONS).optional().openapi({
      description: 'Why, as everybody reads it.',
    }),
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
      // Once for each time that it was open: who disagreed with the first end of it opened it again.
      const { contested } = seen.row
      const closure = contested === 0 ? `closure/${caseId}` : `closure/${caseId}/${contested}`
      const { seals } = sealRemark(needs.vault, municipality, closure, body.remark)
      const answer = await needs.cases(municipality, {
        type: 'CloseCase',
        caseId,
        as: body.as,
        ...(body.because && { because: body.because }),
        by,
        seals,
      })
      if (answer.status === 'rejected') return refuseAs(refuse, PROBLEMS, answer.reason)
      return directedCase(needs, caller, caseId, { sight: seen.sight, locale })
    },
  })
