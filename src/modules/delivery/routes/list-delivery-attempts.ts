import { z } from '@hono/zod-openapi'
import { toIso } from '#kernel/clock'
import { ownOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { cutPage, pageOf, pageQuery } from '#platform/page'
import { type AttemptRow, OUTCOMES } from '../attempt-log.ts'
import { listAttempts } from '../attempt-queries.ts'

const Query = z.strictObject({
  organisation: z.string().min(1).max(80).optional(),
  assignment: z.uuid().optional(),
  message: z.uuid().optional(),
  outcome: z.array(z.enum(OUTCOMES)).optional(),
  ...pageQuery(z.tuple([z.uuid()]).transform(([id]) => id)),
})

const DeliveryAttempt = z
  .object({
    id: z.uuid(),
    municipality: z.string(),
    at: z.iso.datetime(),
    message: z
      .uuid()
      .optional()
      .openapi({ description: 'Its `webhook-id`, where it is a webhook.' }),
    assignment: z.uuid().optional(),
    organisation: z.string().optional(),
    kind: z.string().openapi({ description: 'webhook, open311 or mail.', example: 'webhook' }),
    host: z.string().optional(),
    type: z.string(),
    attempt: z.int(),
    tookMs: z.int(),
    outcome: z.enum(OUTCOMES).openapi({
      description:
        '`left-to-person`: it could not be told there, so the desk tells it. `waits-for-person`: it is tried when somebody says so.',
    }),
    status: z
      .int()
      .optional()
      .openapi({ description: 'Of HTTP; absent where there was no answer.' }),
    answer: z.string().optional().openapi({
      description: 'How the answer began, without what looks personal or secret.',
    }),
    error: z.string().optional(),
    nextAt: z.iso.datetime().optional(),
  })
  .openapi('DeliveryAttempt')

export const listDeliveryAttempts = ({ pool }: { pool: Pool }) =>
  ownOperation({
    method: 'get',
    path: '/delivery-attempts',
    operationId: 'listDeliveryAttempts',
    tag: 'Deliveries',
    summary: 'Each attempt to deliver a message: to a party, or of one municipality',
    description: 'They are kept for 90 days, and are written down a moment after the attempt.',
    parameters: { query: Query },
    success: { 200: 'The newest first.' },
    answer: pageOf(DeliveryAttempt, 'DeliveryAttempts'),
    problems: {},
    async handle({ caller: { of }, query }) {
      const { cursor: before, limit, outcome: outcomes, ...filter } = query
      const scope =
        'organisation' in of ? { organisation: of.organisation } : { tenant: of.municipality }
      const found = await pool.read(scope, (run) =>
        listAttempts(run, { of, ...filter, outcomes, before, most: limit + 1 }),
      )
      const { rows, next } = cutPage(found, limit, (row) => [row.id])
      return { body: { items: rows.map(attemptView), next } }
    },
  })

function attemptView(row: AttemptRow): z.input<typeof DeliveryAttempt> {
  const { id, municipality, kind, type, attempt, outcome } = row
  return {
    id,
    municipality,
    at: toIso(row.at),
    message: row.message ?? undefined,
    assignment: row.assignment ?? undefined,
    organisation: row.organisation ?? undefined,
    kind,
    host: row.host ?? undefined,
    type,
    attempt,
    tookMs: row.took_ms,
    outcome,
    status: row.status ?? undefined,
    answer: row.answer ?? undefined,
    error: row.error ?? undefined,
    nextAt: row.next_at === null ? undefined : toIso(row.next_at),
  }
}
