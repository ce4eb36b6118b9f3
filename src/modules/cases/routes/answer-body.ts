import { z } from '@hono/zod-openapi'
import { Answer } from '../answers.ts'

const name = z.string().trim().min(1).max(100).optional().openapi({
  description: 'Who answers. Required of whoever answers by a link. Kept sealed, as the remark is.',
})

/** An answer with the name of whoever gives it; the name goes no further than the vault. */
export const AnswerBody = z
  .discriminatedUnion(
    'answer',
    Answer.options.map((one) => one.extend({ name })) as unknown as typeof Answer.options,
  )
  .openapi('Answer')

/** The answer as the rules of cases know it, and the name apart from it. */
export function saidIn(given: Answer & { name?: string }): { answer: Answer; name?: string } {
  const { name, ...answer } = given
  return { answer: answer as Answer, ...(name === undefined ? {} : { name }) }
}
