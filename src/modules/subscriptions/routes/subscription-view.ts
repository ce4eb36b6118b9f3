import { z } from '@hono/zod-openapi'
import { toIso } from '#kernel/clock'
import type { Locale } from '#platform/operation'
import type { Filter } from '../filter.ts'
import { followingOf } from '../news.ts'
import type { SubscriptionRow } from '../subscriber-queries.ts'

/** What each filter is about, within a sentence, as everybody may know it now. */
export type AboutOf = (
  municipality: string,
  filters: readonly Filter[],
  locale: Locale,
) => Promise<readonly string[]>

export const SubscriptionView = z
  .object({
    number: z.int(),
    follows: z.enum(['case', 'area', 'place']),
    status: z.enum(['awaiting', 'active']).openapi({
      description: 'Nothing is mailed of what awaits its confirmation.',
    }),
    about: z.string().openapi({ example: 'reports in Centrum' }),
    createdAt: z.iso.datetime(),
    isAsked: z.boolean().openapi({ description: 'Whether this link is the one that confirms it.' }),
  })
  .openapi('Subscription')

export const SubscriptionsView = z
  .object({ items: z.array(SubscriptionView) })
  .openapi('Subscriptions')

export async function subscriptionsView(
  rows: readonly SubscriptionRow[],
  {
    asked,
    aboutOf,
  }: { asked: number; aboutOf: (filters: readonly Filter[]) => ReturnType<AboutOf> },
): Promise<z.input<typeof SubscriptionsView>> {
  const about = await aboutOf(rows.map(({ filter }) => filter))
  return {
    items: rows.map(({ number, filter, status, created_at }, i) => ({
      number,
      follows: followingOf(filter),
      status,
      about: about[i] ?? '',
      createdAt: toIso(created_at),
      isAsked: number === asked,
    })),
  }
}
