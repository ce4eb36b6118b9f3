import { z } from '@hono/zod-openapi'
import type { Agreement } from '#modules/agreements'
import { townOperation } from '#modules/directory'
import { among } from '#platform/operation'
import type { Vault } from '#platform/vault'
import { localDateOf } from '../local-date.ts'
import { CASE_PROBLEMS } from '../problems.ts'
import { sealRemark } from '../sealing.ts'
import { CasePath } from './case-path.ts'
import { seeCase } from './case-sight.ts'
import { CaseView } from './case-view.ts'
import { type DirectingNeeds, directedCase } from './directed-case.ts'
import { refuseAs } from './rejection.ts'

const Overruling = z
  .strictObject({
    agreement: z
      .string()
      .min(1)
      .max(80)
      .openapi({ description: 'Who is to get it, and why them.' }),
    reason: z.string().trim().min(1).max(2000).openapi({ description: 'It is kept sealed.' }),
  })
  .openapi('Overruling')

const PROBLEMS = among(
  CASE_PROBLEMS,
  'case-not-found',
  'agreement-unknown',
  'agreement-not-in-force',
  'case-closed',
  'case-not-open',
  'case-is-no-fault',
  'work-has-begun',
  'case-joined',
)

type Needs = DirectingNeeds & { vault: Vault; newId: () => string }

export const createOverruling = (needs: Needs) =>
  townOperation({
    method: 'post',
    path: '/cases/{case}/overrulings',
    operationId: 'createOverruling',
    tag: 'Directing',
    summary: 'The desk decides otherwise than the rule',
    description: 'With a name and a reason. Work that has begun is not taken back.',
    parameters: { path: CasePath },
    body: Overruling,
    success: { 201: 'It is with the other party; the case as it is now.' },
    answer: CaseView,
    answerHeaders: { Location: 'Where the case is.' },
    problems: PROBLEMS,
    async handle({ caller, path, body, locale }, refuse) {
      const { municipality, by } = caller
      const seen = await seeCase(needs, caller, path.case)
      if (!seen) return refuse('case-not-found')
      const { id: caseId } = seen.row
      const latest = seen.town.agreements.get(body.agreement)?.at(-1)
      if (!latest) return refuse('agreement-unknown')
      if (!isInForce(latest.agreement, needs.clock())) return refuse('agreement-not-in-force')
      const { seals, digest } = sealRemark(
        needs.vault,
        municipality,
        `overruling/${caseId}/${needs.newId()}`,
        body.reason,
      )
      const { id: agreement, party, informed } = latest.agreement
      const { version } = latest
      const answer = await needs.cases(municipality, {
        type: 'OverruleRouting',
        caseId,
        overrule: { by, reasonDigest: digest, agreement, version, party, informed },
        seals,
      })
      if (answer.status === 'rejected') return refuseAs(refuse, PROBLEMS, answer.reason)
      return directedCase(needs, caller, caseId, { sight: seen.sight, locale })
    },
  })

/** Whether a party can be given work under it: off and owner-only ask nothing of anybody. */
function isInForce({ mode, basis, validity }: Agreement, now_ms: number): boolean {
  const today = localDateOf(now_ms)
  const { from, to } = validity
  if (mode === 'off' || basis === 'owner-only') return false
  return from <= today && (to === undefined || today < to)
}
