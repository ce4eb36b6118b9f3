import { z } from '@hono/zod-openapi'
import { townOperation } from '#modules/directory'
import { among } from '#platform/operation'
import type { Vault } from '#platform/vault'
import { CASE_PROBLEMS } from '../problems.ts'
import { replyIdOf, sealRemark } from '../sealing.ts'
import { CasePath } from './case-path.ts'
import { seeCase } from './case-sight.ts'
import { CaseView } from './case-view.ts'
import { type DirectingNeeds, directedCase } from './directed-case.ts'
import { refuseAs } from './rejection.ts'

const Reply = z
  .strictObject({
    text: z.string().trim().min(1).max(2000).openapi({ description: 'What the reporter said.' }),
    signal: z
      .uuid()
      .optional()
      .openapi({ description: 'Of whose report; where several reported it.' }),
  })
  .openapi('Reply')

const PROBLEMS = among(
  CASE_PROBLEMS,
  'case-not-found',
  'case-closed',
  'no-question',
  'signal-not-found',
)

export const createReply = (needs: DirectingNeeds & { vault: Vault }) =>
  townOperation({
    method: 'post',
    path: '/cases/{case}/replies',
    operationId: 'createReply',
    tag: 'Directing',
    summary: 'What the reporter replied to the question of a party, by telephone',
    description:
      'The clock of the party that asked runs again from here. What was said is kept sealed, and given to a party only where its agreement names the ground.',
    parameters: { path: CasePath },
    body: Reply,
    success: { 201: 'It is recorded; the case as it is now.' },
    answer: CaseView,
    answerHeaders: { Location: 'Where the case is.' },
    problems: PROBLEMS,
    async handle({ caller, path, body, locale }, refuse) {
      const seen = await seeCase(needs, caller, path.case)
      if (!seen) return refuse('case-not-found')
      const { row, sight } = seen
      const { municipality, by } = caller
      const { seals, digest } = sealRemark(needs.vault, municipality, replyIdOf(row.id), body.text)
      const { signal: signalId } = body
      const reply = { by, digest, ...(signalId === undefined ? {} : { signalId }) }
      const answer = await needs.cases(municipality, {
        type: 'RecordReply',
        caseId: row.id,
        reply,
        seals,
      })
      if (answer.status === 'rejected') return refuseAs(refuse, PROBLEMS, answer.reason)
      return directedCase(needs, caller, row.id, { sight, locale })
    },
  })
