import { z } from '@hono/zod-openapi'
import { townOperation } from '#modules/directory'
import { among } from '#platform/operation'
import { CASE_PROBLEMS } from '../problems.ts'
import { sealRemark } from '../sealing.ts'
import { CasePath } from './case-path.ts'
import { isStranger, seeCase } from './case-sight.ts'
import { CaseView } from './case-view.ts'
import { type DangerNeeds, directedCase } from './directed-case.ts'
import { refuseAs } from './rejection.ts'

const DangerRaising = z
  .strictObject({
    reason: z.string().trim().min(1).max(2000).openapi({ description: 'It is kept sealed.' }),
  })
  .openapi('DangerRaising')

const PROBLEMS = among(CASE_PROBLEMS, 'case-not-found', 'case-not-open', 'already-dangerous')

export const createDangerRaising = (needs: DangerNeeds) =>
  townOperation({
    method: 'post',
    path: '/cases/{case}/danger-raisings',
    operationId: 'createDangerRaising',
    tag: 'Danger',
    summary: 'It is dangerous: the duty roster is called, and the dates are those of danger',
    description:
      'For the desk, for a system that reports for the municipality, and for a party that has the case.',
    parameters: { path: CasePath },
    body: DangerRaising,
    success: { 201: 'The first contact on duty is being called; the case as it is now.' },
    answer: CaseView,
    answerHeaders: { Location: 'Where the case is.' },
    problems: PROBLEMS,
    async handle({ caller, path, body, locale }, refuse) {
      const seen = await seeCase(needs, caller, path.case)
      if (!seen || isStranger(caller, seen.sight)) return refuse('case-not-found')
      const { id: caseId } = seen.row
      const reasonId = `danger/${caseId}/${needs.newId()}`
      const { seals, digest } = sealRemark(needs.vault, caller.municipality, reasonId, body.reason)
      const answer = await needs.cases(caller.municipality, {
        type: 'RaiseDanger',
        caseId,
        by: BY[caller.actor as keyof typeof BY] ?? 'desk',
        source: caller.by,
        reasonDigest: digest,
        seals,
      })
      if (answer.status === 'rejected') return refuseAs(refuse, PROBLEMS, answer.reason)
      return directedCase(needs, caller, caseId, { sight: seen.sight, locale })
    },
  })

const BY = { desk: 'desk', party: 'party', integrator: 'thing' } as const
