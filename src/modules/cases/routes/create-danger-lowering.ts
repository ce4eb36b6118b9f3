import { z } from '@hono/zod-openapi'
import { townOperation } from '#modules/directory'
import { among } from '#platform/operation'
import { CASE_PROBLEMS } from '../problems.ts'
import { sealRemark } from '../sealing.ts'
import { CasePath } from './case-path.ts'
import { seeCase } from './case-sight.ts'
import { CaseView } from './case-view.ts'
import { type DangerNeeds, directedCase } from './directed-case.ts'
import { refuseAs } from './rejection.ts'

const DangerLowering = z
  .strictObject({
    priority: z.enum(['normal', 'urgent']),
    reason: z.string().trim().min(1).max(2000).openapi({ description: 'It is kept sealed.' }),
  })
  .openapi('DangerLowering')

const PROBLEMS = among(CASE_PROBLEMS, 'case-not-found', 'not-dangerous')

export const createDangerLowering = (needs: DangerNeeds) =>
  townOperation({
    method: 'post',
    path: '/cases/{case}/danger-lowerings',
    operationId: 'createDangerLowering',
    tag: 'Danger',
    summary: 'A person judges that it is not dangerous after all',
    parameters: { path: CasePath },
    body: DangerLowering,
    success: { 201: 'It is lowered, and the dates with it; the case as it is now.' },
    answer: CaseView,
    answerHeaders: { Location: 'Where the case is.' },
    problems: PROBLEMS,
    async handle({ caller, path, body, locale }, refuse) {
      const { municipality, by } = caller
      const seen = await seeCase(needs, caller, path.case)
      if (!seen) return refuse('case-not-found')
      const { id: caseId } = seen.row
      const reasonId = `danger/${caseId}/${needs.newId()}`
      const { seals, digest } = sealRemark(needs.vault, municipality, reasonId, body.reason)
      const answer = await needs.cases(municipality, {
        type: 'LowerDanger',
        caseId,
        by,
        priority: body.priority,
        reasonDigest: digest,
        seals,
      })
      if (answer.status === 'rejected') return refuseAs(refuse, PROBLEMS, answer.reason)
      return directedCase(needs, caller, caseId, { sight: seen.sight, locale })
    },
  })
