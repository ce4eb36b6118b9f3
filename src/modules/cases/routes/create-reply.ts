import { z } from '@hono/zod-openapi'
import { type TownCaller, townOperation } from '#modules/directory'
import { among } from '#platform/operation'
import type { Vault } from '#platform/vault'
import { findCase } from '../case-queries.ts'
import { CASE_PROBLEMS } from '../problems.ts'
import { findSignalCases } from '../queries.ts'
import { replyIdOf, sealRemark } from '../sealing.ts'
import { CasePath } from './case-path.ts'
import { type SeenCase, seeCase, sightOfAll } from './case-sight.ts'
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
    answer: CaseView,
    answerHeaders: { Location: 'Where the case is.' },
    problems: PROBLEMS,
    async handle({ caller, path, body, locale }, refuse) {
      const seen = await seenBy(needs, caller, path.case)
      if (!seen) return refuse('case-not-found')
      const { row, sight } = seen
      const { municipality, by } = caller
      const { seals, digest } = sealRemark(needs.vault, municipality, replyIdOf(row.id), body.text)
      const signalId = caller.link?.subject ?? body.signal
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

/** Whoever holds a link replies on the case of its own signal only, and sees of it what everybody may. */
async function seenBy(
  needs: Needs,
  caller: TownCaller,
  name: string,
): Promise<Omit<SeenCase, 'town'> | undefined> {
  const { link, municipality } = caller
  if (!link) return seeCase(needs, caller, name)
  const row = await needs.pool.read({ tenant: municipality }, async (query) => {
    const [found] = await findSignalCases(query, municipality, [link.subject])
    return found && findCase(query, municipality, found.case_id, true)
  })
  if (!row || ![row.id, row.number].includes(name)) return undefined
  return { row, sight: sightOfAll(row, await needs.townOf(municipality)) ?? 'status' }
}
