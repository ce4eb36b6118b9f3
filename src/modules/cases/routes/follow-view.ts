import { z } from '@hono/zod-openapi'
import { type Clock, toIso } from '#kernel/clock'
import { LocalText, VISIBILITIES } from '#modules/categories'
import type { CallerLink, TownCaller } from '#modules/directory'
import type { Pool } from '#platform/database'
import { hrefOf, type Locale } from '#platform/operation'
import type { Vault } from '#platform/vault'
import type { Case, Question } from '../case.ts'
import { type CaseLife, readCaseLife } from '../case-stream.ts'
import { CLOSING_REASONS } from '../closing-reasons.ts'
import { followInWords, visibilityNow, withoutHidden } from '../follow-in-words.ts'
import { CASE_STATUSES, CLOSE_REASONS } from '../lifecycle.ts'
import { findSignalCases } from '../queries.ts'
import { canReply } from '../questions.ts'
import { mayDisagree } from '../reporting.ts'
import { readRemarks } from '../sealing.ts'
import { becauseOf, Instant } from './case-view.ts'
import type { TownOf, TownView } from './town-view.ts'

export type FollowNeeds = { pool: Pool; vault: Vault; clock: Clock; townOf: TownOf }

export const FollowView = z
  .object({
    number: z.string().openapi({ example: 'GM0228-26-004711' }),
    case: z.string().optional().openapi({ description: 'Where everybody may see it.' }),
    visibility: z.enum(VISIBILITIES),
    status: z.enum(CASE_STATUSES),
    closedAs: z.enum(CLOSE_REASONS).optional(),
    line: z.string().openapi({ description: 'How it stands, in the language asked for.' }),
    expectedBy: Instant.optional(),
    doneAt: Instant.optional(),
    said: z
      .enum(['confirmed', 'contested'])
      .optional()
      .openapi({ description: 'What was said with this very link.' }),
    question: z
      .object({ text: z.string().optional(), replyBy: Instant, repliedAt: Instant.optional() })
      .optional()
      .openapi({
        description:
          'What a party asks whoever reported it; without its text where the case is confidential.',
      }),
    mayReply: z.boolean(),
    mayVerify: z.boolean().openapi({
      description: 'Whether this link may still say that the work stands, or does not.',
    }),
    mayDisagree: z.boolean().openapi({
      description: 'Whether this link may say `contested` of how the desk ended it.',
    }),
    closedBecause: z.object({ reason: z.enum(CLOSING_REASONS), words: LocalText }).optional(),
    isMailed: z.boolean().openapi({ description: 'Whether whoever reported it gets mail of it.' }),
  })
  .openapi('Follow')

export type FollowTold = z.input<typeof FollowView>

export type Followed = {
  life: CaseLife
  town: TownView
  signalId: string
  heardAs: string
  /** What a party asked, as far as it was not destroyed. */
  question: string | undefined
}

/** The case that the signal of a link came to; undefined where it is gone. */
export async function seeFollowed(
  { pool, vault, townOf }: Omit<FollowNeeds, 'clock'>,
  municipality: string,
  link: CallerLink,
): Promise<Followed | undefined> {
  const { subject: signalId, revision } = link
  const life = await pool.read({ tenant: municipality }, async (query) => {
    const [found] = await findSignalCases(query, municipality, [signalId])
    return found && readCaseLife(query, municipality, found.case_id)
  })
  // What is said with a link is said once: it is known again by this.
  const heardAs = vault.pseudonym(municipality, `link/report/${signalId}/${revision}`)
  if (!life) return undefined
  const town = await townOf(municipality)
  const asked = life.state.question?.answerId
  const words = asked ? await readRemarks(pool, vault, municipality, [asked]) : undefined
  return { life, town, signalId, heardAs, question: words?.get(asked ?? '') }
}

/** The case of a link's own signal, where that is the one that is named. */
export async function followedAs(
  needs: Omit<FollowNeeds, 'clock'>,
  { municipality, link }: TownCaller,
  name: string,
): Promise<Followed | undefined> {
  const followed = link && (await seeFollowed(needs, municipality, link))
  const state = followed?.life.state
  return name === state?.id || name === state?.number ? followed : undefined
}

export function followView(
  municipality: string,
  { life, town, signalId, heardAs, question }: Followed,
  { locale, now_ms }: { locale: Locale; now_ms: number },
): FollowTold {
  const state = withoutHidden(life.state, town.categories)
  const visibility = visibilityNow(state, town.categories)
  const { number, status, closedAs, reporterBy_ms, done_ms } = state
  const said = saidAs(life, heardAs)
  return {
    number,
    ...(visibility === 'confidential' ? {} : { case: hrefOf(['cases', number], { municipality }) }),
    visibility,
    status,
    ...(closedAs === undefined ? {} : { closedAs }),
    line: followInWords(state, town, visibility, { locale, now_ms }),
    ...(status !== 'open' || reporterBy_ms === undefined
      ? {}
      : { expectedBy: toIso(reporterBy_ms) }),
    ...(done_ms === undefined ? {} : { doneAt: toIso(done_ms) }),
    ...(said === undefined ? {} : { said }),
    ...(state.question && isShownTask(state, state.question.assignmentId)
      ? questionIn(state.question, visibility === 'confidential' ? undefined : question)
      : {}),
    mayReply: visibility !== 'confidential' && question !== undefined && canReply(state),
    mayVerify: status === 'done' && said === undefined,
    mayDisagree: mayDisagree(state, now_ms) && said === undefined,
    ...(state.closedBecause ? { closedBecause: becauseOf(state.closedBecause) } : {}),
    isMailed: state.reporters.some(({ signals }) => signals.includes(signalId)),
  }
}

const isShownTask = ({ assignments }: Case, id: string) => assignments.some((one) => one.id === id)

function questionIn({ until_ms, replied_ms }: Question, text: string | undefined) {
  return {
    question: {
      ...(text === undefined ? {} : { text }),
      replyBy: toIso(until_ms),
      ...(replied_ms === undefined ? {} : { repliedAt: toIso(replied_ms) }),
    },
  }
}

function saidAs({ events }: CaseLife, heardAs: string): 'confirmed' | 'contested' | undefined {
  for (const { type, data } of events) {
    if (type !== 'CaseConfirmed' && type !== 'CaseContested') continue
    if (data.idempotencyKey === heardAs) return type === 'CaseConfirmed' ? 'confirmed' : 'contested'
  }
  return undefined
}
