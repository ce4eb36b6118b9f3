import { z } from '@hono/zod-openapi'
import { type Clock, toIso } from '#kernel/clock'
import { townOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { among } from '#platform/operation'
import { HTTP_PROBLEMS } from '#platform/problem'
import type { Vault } from '#platform/vault'
import type { Wake } from '#platform/wake'
import type { Filter } from '../filter.ts'
import { SUBSCRIPTION_PROBLEMS } from '../problems.ts'
import {
  destinationOf,
  findWebhook,
  listWebhooks as listAll,
  makeWebhook,
  removeWebhook,
  resumeWebhook,
  type WebhookRow,
} from '../webhook-commands.ts'

export type WebhookNeeds = {
  pool: Pool
  vault: Vault
  clock: Clock
  wake: Pick<Wake, 'ring'>
  newId: () => string
  makeSecret: () => string
  /** Whether what stands in an address may be called from here. */
  isOutside: (url: string) => boolean
  /** Where the journal of a municipality is now. */
  headOf: (municipality: string) => Promise<number>
  /** The areas and categories of it that not everybody may follow, or that are not here. */
  unknownIn: (municipality: string, filter: Filter) => Promise<readonly string[]>
  /** Every type that the feed of changes has. */
  changeTypes: readonly string[]
}

const names = z.array(z.string().min(1).max(80)).min(1).max(50)

const WebhookFilter = z
  .strictObject({
    areas: names.optional(),
    categories: names.optional().openapi({ description: 'Each with what is below it.' }),
    types: names.optional().openapi({
      description: 'Of the feed of changes, such as CaseOpened and CaseConfirmed.',
    }),
  })
  .openapi('WebhookFilter', { description: 'All that is named has to hold; empty is everything.' })

const NewWebhook = z
  .strictObject({
    url: z.url({ protocol: /^https?$/ }).max(500),
    filter: WebhookFilter.default({}),
  })
  .openapi('NewWebhook')

const WebhookView = z
  .object({
    id: z.uuid(),
    url: z.string(),
    filter: WebhookFilter,
    status: z.enum(['awaiting', 'active', 'stopped']).openapi({
      description:
        'Awaiting: the test event was not taken yet. Stopped: it failed for a day, and goes on from there when it is resumed.',
    }),
    createdAt: z.iso.datetime(),
    deliveredAt: z.iso.datetime().optional().openapi({ description: 'When one was last taken.' }),
    failingSince: z.iso.datetime().optional(),
    lastError: z.string().optional(),
    stoppedAt: z.iso.datetime().optional(),
  })
  .openapi('Webhook')

const MadeWebhook = WebhookView.extend({
  secret: z.string().openapi({
    description: 'What its events are signed with (Standard Webhooks); told here and nowhere else.',
  }),
}).openapi('MadeWebhook')

const atOf = (name: string, at_ms: number | null) =>
  at_ms === null ? {} : { [name]: toIso(at_ms) }

function webhookView(row: WebhookRow): z.input<typeof WebhookView> {
  const { id, url, filter, status, created_at, last_error } = row
  const { areas, categories, types } = filter
  return {
    id,
    url,
    filter: {
      ...(areas && { areas: [...areas] }),
      ...(categories && { categories: [...categories] }),
      ...(types && { types: [...types] }),
    },
    status,
    createdAt: toIso(created_at),
    ...atOf('deliveredAt', row.delivered_at),
    ...atOf('failingSince', row.failing_since),
    ...(last_error === null ? {} : { lastError: last_error }),
    ...atOf('stoppedAt', row.stopped_at),
  }
}

const WebhookPath = z.strictObject({ webhook: z.uuid() })

export const createWebhook = (needs: WebhookNeeds) =>
  townOperation({
    method: 'post',
    path: '/webhooks',
    operationId: 'createWebhook',
    tag: 'Subscriptions',
    summary: 'Have public changes sent to a system, as signed CloudEvents',
    description:
      'A test event goes first; the subscription is active once it was taken, from where the journal was when it was made. At least once, in order of each case.',
    body: NewWebhook,
    success: { 201: 'It is made; the test event is on its way.' },
    answer: MadeWebhook,
    problems: {
      ...among(
        SUBSCRIPTION_PROBLEMS,
        'webhook-address-refused',
        'subscription-about-unknown',
        'webhooks-exhausted',
      ),
      ...among(HTTP_PROBLEMS, 'input-invalid'),
    },
    async handle({ caller: { municipality, by }, body: { url, filter } }, refuse) {
      const { pool, vault, clock, newId } = needs
      const given = filter as Filter
      if (!needs.isOutside(url)) return refuse('webhook-address-refused')
      const unknown = [
        ...(await needs.unknownIn(municipality, given)),
        ...(given.types ?? []).filter((one) => !needs.changeTypes.includes(one)),
      ]
      if (unknown.length > 0)
        return refuse('subscription-about-unknown', { detail: `Not here: ${unknown.join(', ')}.` })
      const id = newId()
      const secret = needs.makeSecret()
      const position = await needs.headOf(municipality)
      const row = await pool.write({ tenant: municipality }, async (query) => {
        const made = await makeWebhook(query, {
          municipality,
          id,
          url,
          secret: vault.wrapSecret(`webhook/${municipality}/${id}`, secret),
          filter: given,
          position,
          by,
          now_ms: clock(),
          testId: newId(),
        })
        return made === 'made' ? findWebhook(query, municipality, id) : undefined
      })
      if (!row) return refuse('webhooks-exhausted')
      needs.wake.ring('outbox', [destinationOf(id)])
      return { status: 201, body: { ...webhookView(row), secret } }
    },
  })

export const listWebhooks = ({ pool }: WebhookNeeds) =>
  townOperation({
    method: 'get',
    path: '/webhooks',
    operationId: 'listWebhooks',
    tag: 'Subscriptions',
    summary: 'The systems that public changes are sent to, and how each goes',
    success: { 200: 'All of them: at most twenty. Secrets are not told.' },
    answer: z.object({ items: z.array(WebhookView) }).openapi('Webhooks'),
    problems: {},
    async handle({ caller: { municipality } }) {
      const rows = await pool.read({ tenant: municipality }, (query) =>
        listAll(query, municipality),
      )
      return { body: { items: rows.map(webhookView) } }
    },
  })

export const createWebhookResumption = (needs: WebhookNeeds) =>
  townOperation({
    method: 'post',
    path: '/webhooks/{webhook}/resumptions',
    operationId: 'createWebhookResumption',
    tag: 'Subscriptions',
    summary: 'Go on from where it stopped, once a new test event was taken',
    parameters: { path: WebhookPath },
    success: { 201: 'The test event is on its way.' },
    answer: WebhookView,
    problems: among(SUBSCRIPTION_PROBLEMS, 'webhook-not-found', 'webhook-not-stopped'),
    async handle({ caller: { municipality }, path: { webhook } }, refuse) {
      const { pool, clock, newId } = needs
      const { answer, row } = await pool.write({ tenant: municipality }, async (query) => ({
        answer: await resumeWebhook(query, municipality, webhook, {
          testId: newId(),
          now_ms: clock(),
        }),
        row: await findWebhook(query, municipality, webhook),
      }))
      if (answer !== 'resumed') return refuse(answer)
      if (!row) return refuse('webhook-not-found')
      needs.wake.ring('outbox', [destinationOf(webhook)])
      return { status: 201, body: webhookView(row) }
    },
  })

export const deleteWebhook = ({ pool, clock }: WebhookNeeds) =>
  townOperation({
    method: 'delete',
    path: '/webhooks/{webhook}',
    operationId: 'deleteWebhook',
    tag: 'Subscriptions',
    summary: 'Send nothing there any more',
    parameters: { path: WebhookPath },
    success: { 200: 'It is gone, with its secret; what it was.' },
    answer: WebhookView,
    problems: among(SUBSCRIPTION_PROBLEMS, 'webhook-not-found'),
    async handle({ caller: { municipality }, path: { webhook } }, refuse) {
      const row = await pool.write({ tenant: municipality }, async (query) => {
        const found = await findWebhook(query, municipality, webhook)
        await removeWebhook(query, municipality, webhook, clock())
        return found
      })
      return row ? { body: webhookView(row) } : refuse('webhook-not-found')
    },
  })
