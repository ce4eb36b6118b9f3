import { z } from '@hono/zod-openapi'
import type { Clock } from '#kernel/clock'
import { type OwnCaller, ownOperation } from '#modules/directory'
import { PLACE_PROBLEMS } from '#modules/places'
import { among } from '#platform/operation'
import { HTTP_PROBLEMS } from '#platform/problem'
import type { UploadFault, Uploads } from '#platform/uploads'
import type { Answer } from '../answers.ts'
import type { PhotoNeeds } from '../photos.ts'
import { CASE_PROBLEMS } from '../problems.ts'
import { AnswerBody, apart } from './answer-body.ts'
import { AnswerView } from './answer-view.ts'
import { AssignmentView, etagOf } from './assignment-view.ts'
import { AssignmentPath } from './case-path.ts'
import {
  type AnsweringNeeds,
  correctedBy,
  giveAnswer,
  isSame,
  mayAnswer,
  membersOf,
  photosNamed,
  recordedAnswer,
  withoutSealed,
} from './give-answer.ts'
import { keepBeside, MOST_BESIDE_ANSWER } from './photos-beside.ts'
import { refuseAs } from './rejection.ts'
import { type SeenAssignment, seeAssignment } from './seen-assignment.ts'

const Headers = z.object({
  'if-match': z.string().max(200).optional().openapi({
    description: 'Required: the ETag of the assignment that is answered.',
    example: '"3"',
  }),
  'idempotency-key': z.string().min(1).max(200).optional().openapi({
    description: 'The same key again is the same answer, and does nothing more.',
  }),
})

const { 'asset-not-found': _, ...PLACE_REFUSALS } = PLACE_PROBLEMS

const PROBLEMS = {
  ...among(
    CASE_PROBLEMS,
    'assignment-not-found',
    'if-match-missing',
    'name-missing',
    'assignment-changed',
    'assignment-withdrawn',
    'answer-not-allowed',
    'make-safe-first',
    'waits-for-another',
    'reason-not-agreed',
    'already-suspended',
    'suspension-used-up',
    'until-has-passed',
    'not-suspended',
    'question-already-asked',
    'reporter-unreachable',
    'category-unknown',
    'facts-unchanged',
    'photo-unknown',
    'photo-unreadable',
    'photo-too-many-pixels',
    'photo-too-large',
    'photos-too-many',
    'photos-exhausted',
    'upload-unreadable',
    'upload-too-large',
    'upload-too-slow',
    'uploads-busy',
    'case-closed',
    'idempotency-key-reused',
  ),
  ...among(HTTP_PROBLEMS, 'not-allowed'),
  ...PLACE_REFUSALS,
}

PROBLEMS satisfies Record<UploadFault, unknown>

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
    problems: PROBLEMS,
    async handle({ caller, path, headers, body, photos: sent }, refuse) {
      const seen = await seeAssignment(needs, caller, path.assignment)
      if (!seen) return refuse('assignment-not-found')
      if (!mayAnswer(caller, seen))
        return refuse('not-allowed', { detail: 'This party answers for itself.' })
      const ifMatch = headers['if-match']
      if (ifMatch === undefined) return refuse('if-match-missing', etag(seen))
      const { name, body: said } = apart(body)
      if (caller.link && name === undefined) return refuse('name-missing')
      const correction = await correctedBy(needs, said, seen)
      if (correction && !correction.ok)
        return refuse(correction.problem, { detail: correction.detail })
      const key = headers['idempotency-key']
      const beside = await keepBeside(needs, caller, seen, { photos: sent, key })
      if ('refusal' in beside) return refuse(beside.refusal, etag(seen))
      const whole = withPhotos(said, beside.ids)
      const given = withoutSealed(whole, seen)
      const photos = await photosNamed(needs, whole, seen)
      if (photos === undefined) return refuse('photo-unknown')
      const answer = await giveAnswer(needs, caller, seen, {
        answer: given,
        corrects: whole,
        name,
        revision: revisionIn(ifMatch, caller),
        idempotencyKey: key,
        photos: photos.length === 0 ? undefined : photos,
      })
      if (answer.settled.status === 'rejected') {
        const now = (await seeAssignment(needs, caller, path.assignment)) ?? seen
        const members = { ...etag(now), ...membersOf(answer.settled, now) }
        return refuseAs(refuse, PROBLEMS, answer.settled.reason, members)
      }
      const now = (await seeAssignment(needs, caller, path.assignment)) ?? seen
      const recorded = await recordedAnswer(needs, now, answer, caller.isStaff)
      if (answer.isRepeat && !isSame(recorded.row, given)) return refuse('idempotency-key-reused')
      return recorded.result
    },
  })

/** The answer as if it named the photos that came with it. */
const withPhotos = (said: Answer, ids: readonly string[]): Answer =>
  ids.length === 0 ? said : { ...said, photos: [...(said.photos ?? []), ...ids] }

/** The revision that is answered, or one that no assignment has. A link answers only what it was made for. */
function revisionIn(ifMatch: string, { link }: OwnCaller): number {
  const revision = Number(/^"(\d{1,9})"$/.exec(ifMatch.trim())?.[1] ?? -1)
  return link === undefined || link.revision === revision ? revision : -1
}

const etag = ({ row }: SeenAssignment) => ({ headers: { etag: etagOf(row.revision) } })
