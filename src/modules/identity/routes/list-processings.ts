import { z } from '@hono/zod-openapi'
import { toIso } from '#kernel/clock'
import { townOperation } from '#modules/directory'
import { cutPage, pageOf, pageQuery } from '#platform/page'
import { listProcessings } from '../processing-log.ts'
import type { RoleNeeds } from './roles.ts'

const Cursor = z.tuple([z.number(), z.uuid()]).transform(([start_ms, id]) => ({ start_ms, id }))

const Instant = z.iso.datetime({ offset: true })

const ProcessingView = z
  .object({
    trace_id: z.string(),
    span_id: z.string(),
    status: z.string(),
    name: z.string(),
    start_time: z.iso.datetime(),
    end_time: z.iso.datetime(),
    by: z.string().openapi({ description: 'Which account, key or link saw it.' }),
    attributes: z.object({
      'dpl.core.processing_activity_id': z.string(),
      'dpl.core.data_subject_id': z.string(),
      'dpl.core.data_subject_id_type': z.string(),
    }),
  })
  .openapi('Processing')

export const readProcessingLog = ({ identity: { vault }, pool }: RoleNeeds) =>
  townOperation({
    method: 'get',
    path: '/processing-log',
    operationId: 'listProcessings',
    tag: 'Accounts',
    summary: 'Every sight of personal data',
    description:
      'In the fields of Logboek Dataverwerkingen 1.0: one a processing and a data subject. A subject is kept encrypted, and read here by the privacy officer.',
    parameters: {
      query: z.strictObject({
        ...pageQuery(Cursor),
        subject: z
          .string()
          .min(1)
          .max(200)
          .optional()
          .openapi({ description: 'Only what was about this data subject.' }),
        by: z
          .string()
          .min(1)
          .max(200)
          .optional()
          .openapi({ description: 'Only what this account or key saw, such as account/….' }),
        from: Instant.optional().openapi({ description: 'Begun at this moment or later.' }),
        until: Instant.optional().openapi({ description: 'Begun before this moment.' }),
      }),
    },
    success: { 200: 'The newest first.' },
    answer: pageOf(ProcessingView, 'Processings'),
    problems: {},
    async handle({ caller: { municipality }, query: { subject, by, from, until, cursor, limit } }) {
      const filter = {
        subject,
        by,
        from_ms: from === undefined ? undefined : Date.parse(from),
        until_ms: until === undefined ? undefined : Date.parse(until),
        before: cursor,
        most: limit + 1,
      }
      const all = await pool.read({ tenant: municipality }, (query) =>
        listProcessings(query, vault, municipality, filter),
      )
      const { rows, next } = cutPage(all, limit, ({ start_ms, id }) => [start_ms, id])
      const items = rows.map((row) => ({
        trace_id: row.traceId,
        span_id: row.spanId,
        status: row.status,
        name: row.name,
        start_time: toIso(row.start_ms),
        end_time: toIso(row.end_ms),
        by: row.by,
        attributes: {
          'dpl.core.processing_activity_id': row.activity,
          'dpl.core.data_subject_id': row.subject,
          'dpl.core.data_subject_id_type': row.subjectType,
        },
      }))
      return { body: { items, next } }
    },
  })
