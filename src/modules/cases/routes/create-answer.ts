import { z } from '@hono/zod-openapi'
import type { Clock } from '#kernel/clock'
import { type OwnCaller, ownOperation } from '#modules/directory'
import type { UploadFault, Uploads } from '#platform/uploads'
import type { PhotoNeeds } from '../photos.ts'
import { AnswerBody, saidIn } from './answer-body.ts'
import { ANSWER_PROBLEMS, answerOne } from './answer-one.ts'
import { AnswerView } from './answer-view.ts'
import { AssignmentView } from './assignment-view.ts'
import { AssignmentPath } from './case-path.ts'
import type { AnsweringNeeds } from './give-answer.ts'
import { keepBeside, MOST_BESIDE_ANSWER } from './photos-beside.ts'

const Headers = z.object({
  'if-match': z.string().max(200).optional().openapi({
    description: 'Required: the ETag of the assignment that is answered.',
    example: '"3"',
  }),
  'idempotency-key': z.string().min(1).max(200).optional().openapi({
    description: 'The same key again is the same answer, and does nothing more.',
  }),
})

ANSWER_PROBLEMS satisfies Record<UploadFault, unknown>

/** The JSON in one field, and the photos as files in fields of any name. */
const WithPhotos = z.object({
  answer: AnswerBody,
  photos: z.array(z.string().openapi({ format: 'binary' })).max(MOST_BESIDE_ANSWER),
})

type Needs = AnsweringNeeds & PhotoNeeds & { uploads: Uploads; clock: Clock }

export const createAnswer = (needs: Needs) =>
  ownOperation({
    method: 'post',
    path: '/assignments/{assignment}/answers',
    operationId: 'createAnswer',
    tag: 'Assignments',
    summary: 'A party answers what was asked of it',
    description:
      'It says what it found and needs, never who should do it. Whoever answers by a link says who they are. The desk answers for a party that its agreement reaches through the desk. With photos it is a form: the JSON in `answer`, the photos as files. One photo that is refused refuses all of it.',
    parameters: { path: AssignmentPath, headers: Headers },
    body: AnswerBody,
    media: { 'multipart/form-data': WithPhotos },
    withPhotos: { field: 'answer', most: MOST_BESIDE_ANSWER, uploads: needs.uploads },
    success: { 201: 'It is recorded.', 200: 'It was recorded before, under this Idempotency-Key.' },
    answer: AnswerView.extend({ assignment: AssignmentView }).openapi('AnswerRecorded'),
    answerHeaders: {
      ETag: 'The revision of the assignment now.',
      Location: 'Where the answers are.',
    },
    problems: ANSWER_PROBLEMS,
    async handle({ caller, path, headers, body, photos }, refuse) {
      const ifMatch = headers['if-match']
      const key = headers['idempotency-key']
      const one = await answerOne(needs, caller, path.assignment, {
        ...saidIn(body),
        revision: ifMatch === undefined ? undefined : revisionIn(ifMatch, caller),
        idempotencyKey: key,
        beside: (seen) => keepBeside(needs, caller, seen, { photos, key }),
      })
      return one.ok ? one.result : refuse(one.problem, one.members)
    },
  })

/** The revision that is answered, or one that no assignment has. A link answers only what it was made for. */
function revisionIn(ifMatch: string, { link }: OwnCaller): number {
  const revision = Number(/^"(\d{1,9})"$/.exec(ifMatch.trim())?.[1] ?? -1)
  return link === undefined || link.revision === revision ? revision : -1
}
