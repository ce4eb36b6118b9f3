import { z } from '@hono/zod-openapi'
import { type TownCaller, townOperation } from '#modules/directory'
import { among, type Locale } from '#platform/operation'
import { SUBSCRIPTION_PROBLEMS } from '../problems.ts'
import { confirmSubscription, stopSubscriptions } from '../subscriber-commands.ts'
import { findSubscriber, listSubscriptions as listOwn } from '../subscriber-queries.ts'
import type { SubscriptionNeeds } from './create-subscription.ts'
import { SubscriptionsView, subscriptionsView } from './subscription-view.ts'

const PROBLEMS = among(SUBSCRIPTION_PROBLEMS, 'subscription-not-found')

/** What whoever holds the link follows now; empty once it has all ended. */
async function seen(
  { pool, aboutOf }: SubscriptionNeeds,
  { municipality, link }: TownCaller,
  locale: Locale,
) {
  if (!link) return undefined
  const rows = await pool.read({ tenant: municipality }, async (query) => {
    const subscriber = await findSubscriber(query, municipality, link.subject)
    return subscriber && listOwn(query, municipality, subscriber.id)
  })
  return subscriptionsView(rows ?? [], {
    asked: link.revision,
    aboutOf: (filters) => aboutOf(municipality, filters, locale),
  })
}

export const listSubscriptions = (needs: SubscriptionNeeds) =>
  townOperation({
    method: 'get',
    path: '/subscriptions',
    operationId: 'listSubscriptions',
    tag: 'Subscriptions',
    summary: 'What is mailed to whoever holds this link; looking changes nothing',
    success: { 200: 'All of it: at most twenty.' },
    answer: SubscriptionsView,
    problems: PROBLEMS,
    async handle({ caller, locale }, refuse) {
      const body = await seen(needs, caller, locale)
      return body ? { body } : refuse('subscription-not-found')
    },
  })

export const createSubscriptionConfirmation = (needs: SubscriptionNeeds) =>
  townOperation({
    method: 'post',
    path: '/subscription-confirmations',
    operationId: 'createSubscriptionConfirmation',
    tag: 'Subscriptions',
    summary: 'Yes, mail me: by the link of the confirmation',
    description: 'Said again it changes nothing.',
    success: { 201: 'It is confirmed; what is followed now.' },
    answer: SubscriptionsView,
    problems: PROBLEMS,
    async handle({ caller, locale }, refuse) {
      const { municipality, link } = caller
      const isKnown =
        link !== undefined &&
        (await needs.pool.write({ tenant: municipality }, (query) =>
          confirmSubscription(
            query,
            municipality,
            { subscriber: link.subject, number: link.revision },
            { isClosed: needs.isClosed, now_ms: needs.clock() },
          ),
        ))
      const body = isKnown && (await seen(needs, caller, locale))
      return body ? { status: 201, body } : refuse('subscription-not-found')
    },
  })

export const createSubscriptionStop = (needs: SubscriptionNeeds) =>
  townOperation({
    method: 'post',
    path: '/subscription-stops',
    operationId: 'createSubscriptionStop',
    tag: 'Subscriptions',
    summary: 'No more mail: of one subscription, or of all',
    description: 'With the last one the address is destroyed. Said again it changes nothing.',
    parameters: {
      query: z.strictObject({ number: z.coerce.number().int().min(1).optional() }),
    },
    success: { 201: 'It has ended; what is still followed.' },
    answer: SubscriptionsView,
    problems: PROBLEMS,
    async handle({ caller, query: { number }, locale }, refuse) {
      const { municipality, link } = caller
      if (!link) return refuse('subscription-not-found')
      await needs.pool.write({ tenant: municipality }, (query) =>
        stopSubscriptions(query, municipality, link.subject, {
          ...(number === undefined ? {} : { number }),
          now_ms: needs.clock(),
        }),
      )
      const body = await seen(needs, caller, locale)
      return body ? { status: 201, body } : refuse('subscription-not-found')
    },
  })
