import { z } from '@hono/zod-openapi'
import { toIso } from '#kernel/clock'
import { ownOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { among } from '#platform/operation'
import { findForeignRequest, findOwnForeignRequest } from '../foreign-request-queries.ts'
import { DELIVERY_PROBLEMS } from '../problems.ts'

const ForeignRequest = z
  .object({
    assignment: z.uuid(),
    municipality: z.string(),
    organisation: z.string(),
    number: z.string().optional().openapi({
      description: 'Its service_request_id at the party; absent while there is none.',
    }),
    isAnswerLost: z.boolean().openapi({
      description: 'It was sent, and nobody knows whether the party has it.',
    }),
    receivedAt: z.iso.datetime().optional(),
    isFollowed: z.boolean().openapi({ description: 'The party is still asked what became of it.' }),
    status: z.string().optional().openapi({ description: 'As the party wrote it.' }),
    statusAt: z.iso.datetime().optional(),
    means: z.string().optional().openapi({
      description: 'What the status was taken for; absent where nobody said what it means.',
    }),
    refusal: z.string().optional().openapi({
      description: 'Why it was not taken as an answer: the problem that an answer would have got.',
    }),
    notes: z.string().optional(),
    lookedAt: z.iso.datetime().optional(),
  })
  .openapi('ForeignRequest')

export const readForeignRequest = ({ pool }: { pool: Pool }) =>
  ownOperation({
    method: 'get',
    path: '/foreign-requests/{assignment}',
    operationId: 'readForeignRequest',
    tag: 'Deliveries',
    summary: 'A task as it stands at a party that is reached by Open311',
    parameters: { path: z.strictObject({ assignment: z.uuid() }) },
    success: { 200: 'What the party’s own server said last.' },
    answer: ForeignRequest,
    problems: among(DELIVERY_PROBLEMS, 'foreign-request-not-found'),
    async handle({ caller: { of }, path: { assignment } }, refuse) {
      const row = await ('organisation' in of
        ? pool.read({ organisation: of.organisation }, (run) =>
            findOwnForeignRequest(run, of.organisation, assignment),
          )
        : pool.read({ tenant: of.municipality }, (run) =>
            findForeignRequest(run, of.municipality, assignment),
          ))
      if (!row) return refuse('foreign-request-not-found')
      const moment = (at: number | null) => (at === null ? undefined : toIso(at))
      const body: z.input<typeof ForeignRequest> = {
        assignment,
        municipality: row.municipality,
        organisation: row.organisation,
        number: row.foreign_id ?? undefined,
        isAnswerLost: row.asked_at !== null && row.foreign_id === null && row.token === null,
        receivedAt: moment(row.received_at),
        isFollowed: row.is_followed,
        status: row.word ?? undefined,
        statusAt: moment(row.word_at),
        means: row.meaning ?? undefined,
        refusal: row.refusal ?? undefined,
        notes: row.notes ?? undefined,
        lookedAt: moment(row.looked_at),
      }
      return { body }
    },
  })
