import { z } from '@hono/zod-openapi'
import { type Clock, toIso } from '#kernel/clock'
import {
  askAgain,
  assignmentIn,
  DELIVERY_PROBLEMS,
  kindOfDestination,
  organisationByOpen311,
  organisationToldBy,
} from '#modules/delivery'
import { townOperation } from '#modules/directory'
import { subscriptionOf } from '#modules/subscriptions'
import type { Pool } from '#platform/database'
import { among } from '#platform/operation'
import { cutPage, pageOf, pageQuery } from '#platform/page'
import { isMessage, listWaiting, makeDue, type WaitingRow } from '#platform/waiting'
import type { Wake } from '#platform/wake'
import { TRY_AGAIN } from '../work.ts'
import { CHANNEL_KINDS } from './channels-of-town.ts'

const WaitingMessage = z
  .object({
    id: z.uuid(),
    kind: z.enum(CHANNEL_KINDS),
    organisation: z.string().optional().openapi({
      description: 'The party that it is for; absent where it is for somebody else.',
    }),
    webhook: z.string().optional().openapi({
      description: 'The id of the webhook, where a system follows the public changes.',
    }),
    type: z.string(),
    createdAt: z.iso.datetime(),
    attempts: z.int(),
    nextAt: z.iso.datetime().optional().openapi({
      description: 'Absent where it waits for a person to say so.',
    }),
    error: z.string().optional(),
  })
  .openapi('WaitingMessage')

const Key = z.tuple([z.number(), z.uuid()]).transform(([created_ms, id]) => ({ created_ms, id }))

type Needs = { pool: Pool; worker: Pool; clock: Clock; wake: Wake }

/** What was tried and is not there yet. */
export const listWaitingMessages = ({ pool, clock }: Needs) =>
  townOperation({
    method: 'get',
    path: '/waiting-messages',
    operationId: 'listWaitingMessages',
    tag: 'Deliveries',
    summary: 'Messages that could not be delivered yet',
    parameters: { query: z.strictObject(pageQuery(Key)) },
    success: { 200: 'The oldest first.' },
    answer: pageOf(WaitingMessage, 'WaitingMessages'),
    problems: {},
    async handle({ caller: { municipality: tenant }, query: { cursor: after, limit } }) {
      const found = await pool.read({ tenant }, (run) =>
        listWaiting(run, { tenant, after, most: limit + 1 }),
      )
      const { rows, next } = cutPage(found, limit, (row) => [row.created_at, row.id])
      return { body: { items: rows.map((row) => waitingView(row, clock())), next } }
    },
  })

const DAY_MS = 86_400_000

function waitingView(row: WaitingRow, now_ms: number): z.input<typeof WaitingMessage> {
  const { id, destination, type, created_at, due_at, attempts, last_error } = row
  return {
    id,
    kind: kindOfDestination(destination),
    organisation: organisationToldBy(row),
    webhook: subscriptionOf(destination),
    type,
    createdAt: toIso(created_at),
    attempts,
    nextAt: due_at > now_ms + 365 * DAY_MS ? undefined : toIso(due_at),
    error: last_error ?? undefined,
  }
}

/**
 * Tries a message now that waits, also where its party is left alone for a while. Of a request to an Open311 server whose
 * answer was lost it says that it may be sent again although the party may have it.
 */
export const createRetry = ({ pool, worker, clock, wake }: Needs) =>
  townOperation({
    method: 'post',
    path: '/waiting-messages/{message}/retries',
    operationId: 'createRetry',
    tag: 'Deliveries',
    summary: 'Try now what waits to be tried again',
    description:
      'Of a request whose answer was lost this says that it may be sent again, although the party may have it.',
    parameters: { path: z.strictObject({ message: z.uuid() }) },
    success: { 201: 'It is tried now.' },
    answer: WaitingMessage,
    problems: among(DELIVERY_PROBLEMS, 'message-not-found', 'message-not-waiting'),
    async handle({ caller: { municipality: tenant }, path: { message } }, refuse) {
      const now_ms = clock()
      const [row, isThere] = await pool.write({ tenant }, (run) =>
        Promise.all([makeDue(run, tenant, message, now_ms), isMessage(run, tenant, message)]),
      )
      if (!row) return refuse(isThere ? 'message-not-waiting' : 'message-not-found')
      if (organisationByOpen311(row.destination) !== undefined) {
        const of = { municipality: tenant, assignment: assignmentIn(row) }
        await worker.write({}, (run) => askAgain(run, of))
      }
      wake.say(TRY_AGAIN, row.destination)
      wake.ring('outbox', [row.destination])
      return { status: 201 as const, body: waitingView(row, now_ms) }
    },
  })
