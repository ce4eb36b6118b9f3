import { z } from '@hono/zod-openapi'
import { townOperation } from '#modules/directory'
import { among } from '#platform/operation'
import { DESK_REASONS } from '../lifecycle.ts'
import { CASE_PROBLEMS } from '../problems.ts'
import { CasePath } from './case-path.ts'
import { seeCase } from './case-sight.ts'
import { CaseView } from './case-view.ts'
import { type DirectingNeeds, directedCase } from './directed-case.ts'
import { refuseAs } from './rejection.ts'

const DeskSettlement = z.strictObject({ reason: z.enum(DESK_REASONS) }).openapi('DeskSettlement')

const PROBLEMS = among(
  CASE_PROBLEMS,
  'case-not-found',
  'desk-reason-not-present',
  'assignment-still-held',
  'case-without-owner',
)

export const createDeskSettlement = (needs: DirectingNeeds) =>
  townOperation({
    method: 'post',
    path: '/cases/{case}/desk-settlements',
    operationId: 'createDeskSettlement',
    tag: 'Directing',
    summary: 'The desk has dealt with what brought the case there',
    parameters: { path: CasePath },
    body: DeskSettlement,
    success: { 201: 'It is recorded; the case as it is now.' },
    answer: CaseView,
    answerHeaders: { Location: 'Where the case is.' },
    problems: PROBLEMS,
    async handle({ caller, path, body, locale }, refuse) {
      const seen = await seeCase(needs, caller, path.case)
      if (!seen) return refuse('case-not-found')
      const answer = await needs.cases(caller.municipality, {
        type: 'SettleDesk',
        caseId: seen.row.id,
        reason: body.reason,
        by: caller.by,
      })
      if (answer.status === 'rejected')
        return refuseAs(refuse, PROBLEMS, answer.reason, { atDesk: seen.row.desk })
      return directedCase(needs, caller, seen.row.id, { sight: seen.sight, locale })
    },
  })
