import { z } from '@hono/zod-openapi'
import { toIso } from '#kernel/clock'
import { ANSWER_KINDS } from '../answers.ts'
import type { AnswerRow } from '../assignment-queries.ts'
import { Instant } from './case-view.ts'

export const AnswerView = z
  .object({
    id: z.uuid(),
    answer: z.enum(ANSWER_KINDS),
    answeredAt: Instant,
    by: z.string().openapi({ description: 'The organisation, or the key of the desk.' }),
    details: z.record(z.string(), z.unknown()),
    remark: z.string().optional().openapi({ description: 'As far as it was not destroyed.' }),
  })
  .openapi('AnswerGiven')

export function answerView(row: AnswerRow, remark: string | undefined) {
  const { id, answer, answered_at, answered_by: by, details } = row
  return { id, answer, answeredAt: toIso(answered_at), by, details, remark }
}
