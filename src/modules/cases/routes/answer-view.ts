import { z } from '@hono/zod-openapi'
import { toIso } from '#kernel/clock'
import { ANSWER_KINDS } from '../answers.ts'
import type { AnswerRow } from '../assignment-queries.ts'
import type { AnswerWords } from '../sealing.ts'
import { Instant } from './case-view.ts'

export const AnswerView = z
  .object({
    id: z.uuid(),
    answer: z.enum(ANSWER_KINDS),
    answeredAt: Instant,
    by: z.string().openapi({
      description: 'The organisation, `link/` and the organisation, or the key of the desk.',
    }),
    details: z.record(z.string(), z.unknown()),
    name: z.string().optional().openapi({ description: 'Who answered by a link.' }),
    remark: z.string().optional().openapi({
      description: 'What was written, of a question too, as far as it was not destroyed.',
    }),
  })
  .openapi('AnswerGiven')

export function answerView(row: AnswerRow, words: AnswerWords | undefined) {
  const { id, answer, answered_at, answered_by: by, details } = row
  return { id, answer, answeredAt: toIso(answered_at), by, details, ...words }
}
