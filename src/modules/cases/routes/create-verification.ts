import { z } from '@hono/zod-openapi'
import { type TownCaller, townOperation } from '#modules/directory'
import { among } from '#platform/operation'
import { HTTP_PROBLEMS } from '#platform/problem'
import type { Vault } from '#platform/vault'
import { VERIFIED_BY } from '../events.ts'
import { CASE_PROBLEMS } from '../problems.ts'
import { remarkIdOf } from '../remark-id.ts'
import { sealRemark } from '../sealing.ts'
import { CasePath } from './case-path.ts'
import { type Sight, seeCase } from './case-sight.ts'
import { CaseView } from './case-view.ts'
import { type DirectingNeeds, directedCase } from './directed-case.ts'
import { type Followed, FollowView, followedAs, followView, seeFollowed } from './follow-view.ts'
import { refuseAs } from './rejection.ts'

const Verification = z
  .strictObject({
    by: z.enum(VERIFIED_BY).openapi({ description: 'Who looked; by a link, the reporter.' }),
    outcome: z.enum(['confirmed', 'contested']),
    remark: z
      .string()
      .trim()
      .min(1)
      .max(2000)
      .optional()
      .openapi({ description: 'What was seen; it is kept sealed.' }),
  })
  .openapi('Verification')

const PROBLEMS = {
  ...among(CASE_PROBLEMS, 'case-not-found', 'case-closed', 'case-not-done'),
  ...among(HTTP_PROBLEMS, 'not-allowed'),
}

type Needs = DirectingNeeds & { vault: Vault; newId: () => string }

export const createVerification = (needs: Needs) =>
  townOperation({
    method: 'post',
    path: '/cases/{case}/verifications',
    operationId: 'createVerification',
    tag: 'Directing',
    summary: 'Another source looked: the work stands, or it does not',
    description:
      'With a reporter’s link it is said once: what is said with it again gets the same answer and changes nothing.',
    parameters: { path: CasePath },
    body: Verification,
    success: {
      201: 'It is recorded; the case as it is now. By a link, as the reporter may see it.',
    },
    answer: z.union([CaseView, FollowView]),
    answerHeaders: { Location: 'Where the case is, where everybody may see it.' },
    problems: PROBLEMS,
    async handle({ caller, path, body, locale }, refuse) {
      const { remark, ...verification } = body
      const { municipality } = caller
      const seen = await seenBy(needs, caller, path.case)
      if (!seen) return refuse('case-not-found')
      if (seen.followed && body.by !== 'reporter')
        return refuse('not-allowed', { detail: 'A link speaks for whoever reported it.' })
      const { caseId, source } = seen
      const heardAs = seen.followed?.heardAs ?? (remark && ownName(needs, municipality))
      const answer = await needs.cases(municipality, {
        type: 'VerifyCase',
        caseId,
        source,
        ...verification,
        ...(heardAs === undefined ? {} : heard(needs, municipality, { caseId, heardAs, remark })),
      })
      if (answer.status === 'rejected') return refuseAs(refuse, PROBLEMS, answer.reason)
      if (!seen.followed) return directedCase(needs, caller, caseId, { sight: seen.sight, locale })
      const now = caller.link && (await seeFollowed(needs, municipality, caller.link))
      const at = { locale, now_ms: needs.clock() }
      return { status: 201, body: followView(municipality, now ?? seen.followed, at) }
    },
  })

/** Under which name it is known again, with the remark sealed and a digest of it. */
function heard(
  { vault }: Needs,
  municipality: string,
  said: { caseId: string; heardAs: string; remark: string | undefined },
) {
  const { caseId, heardAs: idempotencyKey, remark } = said
  if (remark === undefined) return { heard: { idempotencyKey } }
  const remarkId = remarkIdOf(caseId, idempotencyKey)
  const { seals, digest } = sealRemark(vault, municipality, remarkId, remark)
  return { heard: { idempotencyKey, remarkDigest: digest }, seals }
}

/** The name of a remark that comes without one of its own. */
const ownName = ({ vault, newId }: Needs, municipality: string) =>
  vault.pseudonym(municipality, `verification/${newId()}`)

type Seen = { caseId: string; source: string } & (
  | { followed: Followed }
  | { followed?: never; sight: Sight }
)

/** Whoever holds a link sees the case of its own signal only, whatever its category; others as far as they may. */
async function seenBy(needs: Needs, caller: TownCaller, name: string): Promise<Seen | undefined> {
  if (!caller.link) {
    const seen = await seeCase(needs, caller, name)
    return seen && { caseId: seen.row.id, source: caller.by, sight: seen.sight }
  }
  const followed = await followedAs(needs, caller, name)
  if (!followed) return undefined
  return { caseId: followed.life.state.id, source: `signal/${followed.signalId}`, followed }
}
