import { z } from '@hono/zod-openapi'
import { ownOperation } from '#modules/directory'
import { AnswerBody, saidIn } from './answer-body.ts'
import { ANSWER_PROBLEMS, type AnswerRefusal, answerOne } from './answer-one.ts'
import type { AnsweringNeeds } from './give-answer.ts'

/** Each is a commit of its own; more would keep the caller waiting longer than a caller waits. */
const MOST_AT_ONCE = 200

const Item = z.strictObject({
  assignment: z.uuid(),
  revision: z.int().min(0).max(999_999_999).openapi({
    description: 'Of the assignment that is answered, as it was read.',
  }),
  idempotencyKey: z.string().min(1).max(200).optional(),
  answer: AnswerBody,
})

const ItemResult = z
  .object({
    assignment: z.uuid(),
    result: z.enum(['taken', 'repeated', 'refused']).openapi({
      description: '`repeated`: it was recorded before, under this key.',
    }),
    id: z.uuid().optional().openapi({ description: 'Of the answer, once it is recorded.' }),
    revision: z.int().optional().openapi({ description: 'Of the assignment now.' }),
    problem: z
      .enum(Object.keys(ANSWER_PROBLEMS) as [AnswerRefusal, ...AnswerRefusal[]])
      .optional()
      .openapi({ description: 'Why it was refused: a problem by its name.' }),
    detail: z.string().optional(),
  })
  .openapi('AnswerResult')

export const createAnswers = (needs: AnsweringNeeds) =>
  ownOperation({
    method: 'post',
    path: '/assignments/answers',
    operationId: 'createAnswers',
    tag: 'Assignments',
    summary: 'A party answers several assignments at once',
    description:
      'Each is taken or refused by itself, in the order given, as it would be alone; what was refused changes nothing, and what came before it stays recorded.',
    body: z
      .strictObject({ answers: z.array(Item).min(1).max(MOST_AT_ONCE) })
      .openapi('SeveralAnswers'),
    success: { 200: 'What became of each, in the same order.' },
    answer: z.object({ results: z.array(ItemResult) }).openapi('AnswersRecorded'),
    problems: {},
    async handle({ caller, body }) {
      const results: z.input<typeof ItemResult>[] = []
      for (const { assignment, revision, idempotencyKey, answer } of body.answers) {
        const one = await answerOne(needs, caller, assignment, {
          ...saidIn(answer),
          revision,
          idempotencyKey,
        })
        if (one.ok) {
          const { id, assignment: now } = one.result.body
          const result = one.isRepeat ? ('repeated' as const) : ('taken' as const)
          results.push({ assignment, result, id, revision: now.revision })
        } else {
          const detail = one.members?.detail
          const why = { problem: one.problem, ...(detail === undefined ? {} : { detail }) }
          results.push({ assignment, result: 'refused', ...why })
        }
      }
      return { body: { results } }
    },
  })
