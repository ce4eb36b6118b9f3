import type { z } from '@hono/zod-openapi'
import type { OwnCaller } from '#modules/directory'
import { PLACE_PROBLEMS } from '#modules/places'
import { among, type Result } from '#platform/operation'
import { HTTP_PROBLEMS } from '#platform/problem'
import type { Answer } from '../answers.ts'
import { CASE_PROBLEMS } from '../problems.ts'
import type { AnswerView } from './answer-view.ts'
import { type AssignmentView, etagOf } from './assignment-view.ts'
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
import { type SeenAssignment, seeAssignment } from './seen-assignment.ts'

const { 'asset-not-found': _, ...PLACE_REFUSALS } = PLACE_PROBLEMS

/** With what any answer can be refused, in whatever way it came. */
export const ANSWER_PROBLEMS = {
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

export type AnswerRefusal = keyof typeof ANSWER_PROBLEMS
type Recorded = z.input<typeof AnswerView> & { assignment: z.input<typeof AssignmentView> }

export type OneAnswered =
  | { ok: true; isRepeat: boolean; result: Result<Recorded> }
  | { ok: false; problem: AnswerRefusal; members?: Record<string, unknown> & { detail?: string } }

/**
 * The one way in which an answer is taken, whether it came alone, with others, in a sheet or as a reply to a mail: who
 * may, what it says, and then the command with the revision that was read. `revision` is undefined where none was said.
 */
export async function answerOne(
  needs: AnsweringNeeds,
  caller: OwnCaller,
  assignment: string,
  given: {
    answer: Answer
    /** Who gives it, where that is not the caller itself. */
    name?: string | undefined
    revision: number | undefined
    idempotencyKey: string | undefined
    /** Keeps the photos that came with it, and gives their ids. */
    beside?: (
      seen: SeenAssignment,
    ) => Promise<{ ids: readonly string[] } | { refusal: AnswerRefusal }>
  },
): Promise<OneAnswered> {
  const seen = await seeAssignment(needs, caller, assignment)
  if (!seen) return { ok: false, problem: 'assignment-not-found' }
  if (!mayAnswer(caller, seen))
    return {
      ok: false,
      problem: 'not-allowed',
      members: { detail: 'This party answers for itself.' },
    }
  const { revision, idempotencyKey } = given
  if (revision === undefined) return { ok: false, problem: 'if-match-missing', members: etag(seen) }
  const { name, answer: said } = given
  if (caller.link && name === undefined) return { ok: false, problem: 'name-missing' }
  const correction = await correctedBy(needs, said, seen)
  if (correction && !correction.ok)
    return { ok: false, problem: correction.problem, members: { detail: correction.detail } }
  const beside = (await given.beside?.(seen)) ?? { ids: [] }
  if ('refusal' in beside) return { ok: false, problem: beside.refusal, members: etag(seen) }
  const whole = withPhotos(said, beside.ids)
  const answerGiven = withoutSealed(whole, seen)
  const photos = await photosNamed(needs, whole, seen)
  if (photos === undefined) return { ok: false, problem: 'photo-unknown' }
  const answer = await giveAnswer(needs, caller, seen, {
    answer: answerGiven,
    corrects: whole,
    name,
    revision,
    idempotencyKey,
    photos: photos.length === 0 ? undefined : photos,
  })
  const now = (await seeAssignment(needs, caller, assignment)) ?? seen
  if (answer.settled.status === 'rejected') {
    const { reason } = answer.settled
    if (!isDeclared(reason)) throw new Error(`${reason} is not declared here`)
    return {
      ok: false,
      problem: reason,
      members: { ...etag(now), ...membersOf(answer.settled, now) },
    }
  }
  const recorded = await recordedAnswer(needs, now, answer, caller.isStaff)
  if (answer.isRepeat && !isSame(recorded.row, answerGiven))
    return { ok: false, problem: 'idempotency-key-reused' }
  return { ok: true, isRepeat: answer.isRepeat, result: recorded.result }
}

/** The answer as if it named the photos that came with it. */
const withPhotos = (said: Answer, ids: readonly string[]): Answer =>
  ids.length === 0 ? said : { ...said, photos: [...(said.photos ?? []), ...ids] }

const isDeclared = (reason: string): reason is AnswerRefusal =>
  Object.hasOwn(ANSWER_PROBLEMS, reason)

const etag = ({ row }: SeenAssignment) => ({ headers: { etag: etagOf(row.revision) } })
