import { z } from '@hono/zod-openapi'
import type { Clock } from '#kernel/clock'
import { townOperation } from '#modules/directory'
import type { CountAttempts } from '#platform/attempts'
import type { Pool } from '#platform/database'
import { among } from '#platform/operation'
import { HTTP_PROBLEMS } from '#platform/problem'
import type { Vault } from '#platform/vault'
import type { Wake } from '#platform/wake'
import type { Filter } from '../filter.ts'
import { CONFIRM_WITHIN_MS, RADIUS_M } from '../limits.ts'
import { SUBSCRIPTION_PROBLEMS } from '../problems.ts'
import { askSubscription, type IsClosed, TO_SUBSCRIBERS } from '../subscriber-commands.ts'
import type { AboutOf } from './subscription-view.ts'

/** A library or an office behind one address is not stopped; a program that tries out addresses is. */
const MOST = { most: 20, within_s: 3_600 } as const

const Asked = z
  .strictObject({
    email: z.email().max(254),
    case: z.string().min(1).max(64).optional().openapi({ description: 'Its number or its id.' }),
    area: z.string().min(1).max(80).optional(),
    place: z
      .strictObject({
        lon: z.number().min(-180).max(180),
        lat: z.number().min(-90).max(90),
        radius: z.number().min(RADIUS_M.least).max(RADIUS_M.most).default(RADIUS_M.usual).openapi({
          description: 'In metres.',
        }),
      })
      .optional(),
    category: z.string().min(1).max(64).optional().openapi({
      description: 'With an area or a place: only this, and what is below it.',
    }),
  })
  .superRefine((asked, context) => {
    const named = [asked.case, asked.area, asked.place].filter((one) => one !== undefined)
    if (named.length !== 1)
      context.addIssue({ code: 'custom', path: [], message: 'name one of case, area and place' })
    if (asked.case !== undefined && asked.category !== undefined)
      context.addIssue({ code: 'custom', path: ['category'], message: 'a case has its own' })
  })
  .openapi('SubscriptionAsked')

export type AskedSubscription = z.output<typeof Asked>

const SubscriptionTold = z
  .object({
    about: z.string().openapi({ description: 'What will be told of, once it is confirmed.' }),
    confirmBy: z.iso.datetime(),
  })
  .openapi('SubscriptionTold')

const PROBLEMS = {
  ...among(SUBSCRIPTION_PROBLEMS, 'subscription-about-unknown'),
  ...among(HTTP_PROBLEMS, 'rate-exceeded'),
}

/** What somebody asks for, as a filter; undefined where everybody may not know of it, or it is not here. */
export type FilterOf = (
  municipality: string,
  asked: Omit<AskedSubscription, 'email'>,
) => Promise<Filter | undefined>

export type SubscriptionNeeds = {
  pool: Pool
  vault: Vault
  clock: Clock
  wake: Pick<Wake, 'ring'>
  newId: () => string
  filterOf: FilterOf
  aboutOf: AboutOf
  isClosed: IsClosed
  countAttempts: CountAttempts
}

export const createSubscription = (needs: SubscriptionNeeds) => {
  const attempts = needs.countAttempts('following from address', MOST)
  const { pool, vault, clock, wake, newId } = needs
  return townOperation({
    method: 'post',
    path: '/subscriptions',
    operationId: 'createSubscription',
    tag: 'Subscriptions',
    summary: 'Mail about a case, an area or a street, once the address confirms it',
    description:
      'A mail with a link goes to the address; nothing else does before that is confirmed. The answer is the same whoever has the address, and whether or not it follows this already.',
    body: Asked,
    success: { 202: 'A confirmation is mailed, where the address may be asked.' },
    answer: SubscriptionTold,
    problems: PROBLEMS,
    async handle({ caller: { municipality, actor }, body, locale, clientAddress }, refuse) {
      const wait_s = actor === 'public' ? await attempts.begin(clientAddress) : undefined
      if (wait_s !== undefined)
        return refuse('rate-exceeded', { headers: { 'retry-after': String(wait_s) } })
      const { email, ...asked } = body
      const filter = await needs.filterOf(municipality, asked)
      if (!filter) return refuse('subscription-about-unknown')
      const now_ms = clock()
      await pool.write({ tenant: municipality }, (query) =>
        askSubscription(query, vault, { municipality, email, filter, locale, now_ms, newId }),
      )
      // Rung whether or not a mail was laid: the answer takes as long.
      wake.ring('outbox', [TO_SUBSCRIBERS])
      const [about = ''] = await needs.aboutOf(municipality, [filter], locale)
      const confirmBy = new Date(now_ms + CONFIRM_WITHIN_MS).toISOString()
      return { status: 202, body: { about, confirmBy } }
    },
  })
}
