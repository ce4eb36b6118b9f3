import { z } from '@hono/zod-openapi'
import { toIso } from '#kernel/clock'
import { ANSWER_KINDS } from '../answers.ts'
import type { AnswerRow } from '../assignment-queries.ts'
import type { PhotoFact } from '../events.ts'
import type { TakenAt } from '../photos.ts'
import type { AnswerWords } from '../sealing.ts'
import { Instant } from './case-view.ts'
import { EvidenceView, photoView } from './photo-view.ts'

export const AnswerView = z
  .object({
    id: z.uuid(),
    answer: z.enum(ANSWER_KINDS),
    answeredAt: Instant,
    by: z.string().openapi({
      description: 'The organisation, `link/` and the organisation, or the key of the desk.',
    }),
    details: z.record(z.string(), z.unknown()),
    photos: z.array(EvidenceView).optional(),
    name: z.string().optional().openapi({ description: 'Who answered by a link.' }),
    remark: z.string().optional().openapi({
      description: 'What was written, of a question too, as far as it was not destroyed.',
    }),
  })
  .openapi('AnswerGiven')

/** The ids of the photos that an answer names, in its order. */
export function photosIn({ details }: AnswerRow): string[] {
  return ((details.photos ?? []) as readonly PhotoFact[]).map(({ id }) => id)
}

/** An answer with what was sealed of it, as far as its reader may know that. */
export function answerView(
  municipality: string,
  row: AnswerRow,
  words: AnswerWords | undefined,
  taken: ReadonlyMap<string, TakenAt>,
) {
  const { id, answer, answered_at, answered_by: by } = row
  const { photos: _, ...details } = row.details
  const photos = photosIn(row).map((photo) => ({
    ...photoView(municipality, photo),
    ...taken.get(photo),
  }))
  const own = photos.length === 0 ? {} : { photos }
  return { id, answer, answeredAt: toIso(answered_at), by, details, ...own, ...words }
}
