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
import { FollowView, followedAs, followView, seeFollowed } from './follow-view.ts'
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

type Needs = DirectingNeeds & { vault: Vault }

export const createReply = (needs: Needs) =>
  townOperation({
    method: 'post',
    path: '/cases/{case}/replies',
    operationId: 'createReply',
    tag: 'Directing',
    summary: 'What the reporter replied to the question of a party',
    description:
      'The desk records what was said by telephone; a reporter replies with a link, about the signal that the link is of. The clock of the party that asked runs again from here. What was said is kept sealed, and given to a party only where its agreement names the ground.',
    parameters: { path: CasePath },
    body: Reply,
    success: { 201: 'It is recorded; the case as it is now.' },
    answer: z.union([CaseView, FollowView]),
    answerHeaders: { Location: 'Where the case is.' },
    problems: PROBLEMS,
    async handle({ caller, path, body, locale }, refuse) {
      const { municipality, by, link } = caller
      const followed = link && (await followedAs(needs, caller, path.case))
      const seen = link ? undefined : await seeCase(needs, caller, path.case)
      const caseId = followed?.life.state.id ?? seen?.row.id
      if (caseId === undefined) return refuse('case-not-found')
      const { seals, digest } = sealRemark(needs.vault, municipality, replyIdOf(caseId), body.text)
      // Whoever holds a link speaks for its own report.
      const signalId = followed?.signalId ?? body.signal
      const reply = { by, digest, ...(signalId === undefined ? {} : { signalId }) }
      const answer = await needs.cases(municipality, { type: 'RecordReply', caseId, reply, seals })
      if (answer.status === 'rejected') return refuseAs(refuse, PROBLEMS, answer.reason)
      if (seen) return directedCase(needs, caller, caseId, { sight: seen.sight, locale })
      const now = link && (await seeFollowed(needs, municipality, link))
      if (!now) throw new Error(`case ${caseId} is gone`)
      const at = { locale, now_ms: needs.clock() }
      return { status: 201, body: followView(municipality, now, at) }
    },
  })
