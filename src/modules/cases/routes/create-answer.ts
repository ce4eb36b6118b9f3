import { z } from '@hono/zod-openapi'
import { type OwnCaller, ownOperation } from '#modules/directory'
import { PLACE_PROBLEMS } from '#modules/places'
import { among } from '#platform/operation'
import { HTTP_PROBLEMS } from '#platform/problem'
import { Answer } from '../answers.ts'
import { CASE_PROBLEMS } from '../problems.ts'
import { AnswerView } from './answer-view.ts'
import { AssignmentView, etagOf } from './assignment-view.ts'
import { AssignmentPath } from './case-path.ts'
import {
  type AnsweringNeeds,
  correctedBy,
  giveAnswer,
  isSame,
  membersOf,
  recordedAnswer,
  withoutSealed,
} from './give-answer.ts'
import { refuseAs } from './rejection.ts'
import { type SeenAssignment, seeAssignment } from './seen-assignment.ts'
import { agreementOf } from './town-view.ts'

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
    'assignment-changed',
    'assignment-withdrawn',
    'answer-not-allowed',
    'make-safe-first',
    'waits-for-another',
    'category-unknown',
    'facts-unchanged',
    'case-closed',
    'idempotency-key-reused',
  ),
  ...among(HTTP_PROBLEMS, 'not-allowed'),
  ...PLACE_REFUSALS,
}

export const createAnswer = (needs: AnsweringNeeds) =>
  ownOperation({
    method: 'post',
    path: '/assignments/{assignment}/answers',
    operationId: 'createAnswer',
    tag: 'Assignments',
    summary: 'A party answers what was asked of it',
    description:
      'It says what it found and needs, never who should do it. The desk answers for a party that its agreement reaches through the desk.',
    parameters: { path: AssignmentPath, headers: Headers },
    body: Answer.openapi('Answer'),
    success: { 201: 'It is recorded.', 200: 'It was recorded before, under this Idempotency-Key.' },
    answer: AnswerView.extend({ assignment: AssignmentView }).openapi('AnswerRecorded'),
    answerHeaders: {
      ETag: 'The revision of the assignment now.',
      Location: 'Where the answers are.',
    },
    problems: PROBLEMS,
    async handle({ caller, path, headers, body }, refuse) {
      const seen = await seeAssignment(needs, caller, path.assignment)
      if (!seen) return refuse('assignment-not-found')
      if (!mayAnswer(caller, seen))
        return refuse('not-allowed', { detail: 'This party answers for itself.' })
      const ifMatch = headers['if-match']
      if (ifMatch === undefined) return refuse('if-match-missing', etag(seen))
      const revision = Number(/^"(\d{1,9})"$/.exec(ifMatch.trim())?.[1] ?? -1)
      const given = withoutSealed(body, seen)
      const correction = await correctedBy(needs, body, seen)
      if (correction && !correction.ok)
        return refuse(correction.problem, { detail: correction.detail })
      const answer = await giveAnswer(needs, caller, seen, {
        answer: given,
        corrects: body,
        revision,
        idempotencyKey: headers['idempotency-key'],
      })
      if (answer.settled.status === 'rejected') {
        const now = (await seeAssignment(needs, caller, path.assignment)) ?? seen
        const members = { ...etag(now), ...membersOf(answer.settled, now) }
        return refuseAs(refuse, PROBLEMS, answer.settled.reason, members)
      }
      const now = (await seeAssignment(needs, caller, path.assignment)) ?? seen
      const isStaff = !('organisation' in caller.of)
      const recorded = await recordedAnswer(needs, now, answer, isStaff)
      if (answer.isRepeat && !isSame(recorded.row, given)) return refuse('idempotency-key-reused')
      return recorded.result
    },
  })

const etag = ({ row }: SeenAssignment) => ({ headers: { etag: etagOf(row.revision) } })

/** Each party answers for itself; only whom the desk tells by telephone, the desk answers for. */
function mayAnswer({ of }: OwnCaller, { row, town }: SeenAssignment): boolean {
  if ('organisation' in of) return true
  const agreement = agreementOf(town, row.agreement, row.agreement_version)
  return agreement?.reach.channel === 'desk'
}
