import { z } from '@hono/zod-openapi'
import { toIso } from '#kernel/clock'
import { townOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { cutPage, pageOf, pageQuery } from '#platform/page'
import type { Vault } from '#platform/vault'
import { THING_PROBLEMS } from '../problems.ts'
import { listRejects as readList } from '../queries.ts'
import { readRejects } from '../sealing.ts'

const REASONS = Object.keys(THING_PROBLEMS) as [string, ...string[]]

const Reject = z
  .object({
    id: z.uuid(),
    receivedAt: z.iso.datetime(),
    key: z.string().openapi({ description: 'The id of the API key that it came with.' }),
    reason: z.enum(REASONS),
    detail: z.string().optional(),
    source: z.string().optional(),
    eventId: z.string().optional(),
    body: z.string().optional().openapi({
      description: 'The beginning of what was sent; absent once it was destroyed.',
    }),
  })
  .openapi('Reject')

const Key = z.tuple([z.number(), z.uuid()]).transform(([received_ms, id]) => ({ received_ms, id }))

export const listRejects = ({ pool, vault }: { pool: Pool; vault: Vault }) =>
  townOperation({
    method: 'get',
    path: '/rejects',
    operationId: 'listRejects',
    tag: 'Things',
    summary: 'Events that were not taken, from the newest to the oldest',
    parameters: { query: z.strictObject(pageQuery(Key)) },
    success: { 200: 'One page of rejects.' },
    answer: pageOf(Reject, 'Rejects'),
    problems: {},
    async handle({ caller: { municipality }, query: { cursor: after, limit } }) {
      return pool.read({ tenant: municipality }, async (query) => {
        const found = await readList(query, municipality, { after, most: limit + 1 })
        const { rows, next } = cutPage(found, limit, (row) => [row.received_at, row.id])
        const ids = rows.map(({ id }) => id)
        const texts = await readRejects(query, vault, municipality, ids)
        const items = rows.map(({ id, received_at, key_id, reason }) => {
          const receivedAt = toIso(received_at)
          return { id, receivedAt, key: key_id, reason, ...texts.get(id) }
        })
        return { body: { items, next } }
      })
    },
  })
