import { z } from '@hono/zod-openapi'
import type { Clock } from '#kernel/clock'
import { among } from '#platform/operation'
import type { SentPhoto, UploadFault } from '#platform/uploads'
import type { CaseDoor, SettledAnswer } from '../door.ts'
import { listEvidence } from '../photo-queries.ts'
import { evidenceId, factOf, keepEvidenceOnce, type PhotoNeeds } from '../photos.ts'
import { CASE_PROBLEMS } from '../problems.ts'
import { sealRemark } from '../sealing.ts'
import type { WrongfulStep } from '../wrongful-state.ts'
import type { GivenStep } from '../wrongful-steps.ts'
import { wrongfulWordsId } from '../wrongful-words.ts'
import { AssignmentPath } from './case-path.ts'
import { MOST_OF_ASSIGNMENT } from './create-photo.ts'
import type { WrongfulNeeds } from './read-wrongful-report.ts'
import type { SeenWrongful } from './seen-wrongful-reports.ts'

/** What shows a place: from afar, near by, and what hangs from it. */
export const MOST_AS_PROOF = 3

export const STEP_PROBLEMS = among(
  CASE_PROBLEMS,
  'wrongful-report-not-found',
  'wrongful-step-not-allowed',
  'idempotency-key-reused',
  'photo-unreadable',
  'photo-too-many-pixels',
  'photo-too-large',
  'photos-too-many',
  'photos-exhausted',
  'upload-unreadable',
  'upload-too-large',
  'upload-too-slow',
  'uploads-busy',
)
STEP_PROBLEMS satisfies Record<UploadFault, unknown>

/** Of a step of either side. */
export const STEP_PARAMETERS = {
  path: AssignmentPath,
  headers: z.object({
    'idempotency-key': z.string().min(1).max(200).optional().openapi({
      description: 'The same key again is the same step, and does nothing more.',
    }),
  }),
}

export const STEP_SUCCESS = {
  201: 'It is recorded.',
  200: 'It was recorded before, under this Idempotency-Key.',
}

export type StepNeeds = WrongfulNeeds & PhotoNeeds & { cases: CaseDoor; clock: Clock }

/**
 * Takes a step with its words and photos. The same `Idempotency-Key` of the same caller is the same step, taken once;
 * of a step that is refused the photos are nobody's, and are swept.
 */
export async function takeWrongfulStep(
  needs: StepNeeds,
  { by, upTo_cents }: { by: string; upTo_cents?: number | undefined },
  seen: SeenWrongful,
  given: {
    step: GivenStep['step']
    remark: string | undefined
    photos: readonly SentPhoto[]
    key: string | undefined
  },
): Promise<
  | { ok: true; isRepeat: boolean }
  | { ok: false; reason: Extract<SettledAnswer, { status: 'rejected' }>['reason'] | Refused }
> {
  const { vault, newId } = needs
  const { municipality, id: assignmentId, case_id: caseId } = seen.row
  const { step, remark, key } = given
  const of = { municipality, assignmentId }
  const stepId = key === undefined ? newId() : evidenceId(vault, of, key, `step/${by}`)
  const known = seen.row.steps.find(({ id }) => id === stepId)
  if (known)
    return isSame(known, step)
      ? { ok: true, isRepeat: true }
      : { ok: false, reason: 'idempotency-key-reused' }
  const photos = await keepProof(needs, seen, given.photos, stepId)
  if (photos === undefined) return { ok: false, reason: 'photos-exhausted' }
  const sealed =
    remark === undefined
      ? undefined
      : sealRemark(vault, municipality, wrongfulWordsId(caseId, stepId), remark)
  const answer = await needs.cases(municipality, {
    type: 'StepWrongfulReport',
    assignmentId,
    seals: sealed?.seals ?? { keys: [], boxes: [] },
    given: {
      stepId,
      by,
      step,
      ...(upTo_cents === undefined ? {} : { upTo_cents }),
      ...(sealed && { remarkDigest: sealed.digest }),
      ...(photos.length === 0 ? {} : { photos }),
    },
  })
  if (answer.status === 'rejected') return { ok: false, reason: answer.reason }
  return { ok: true, isRepeat: answer.status === 'accepted' && answer.isRepeat }
}

/** Whoever sends the opposite under a key that was used must not read that it is recorded. */
function isSame({ kind, as, reason }: WrongfulStep, step: GivenStep['step']): boolean {
  if (step.kind === 'decided') return kind === step.kind && as === step.as
  if (step.kind === 'disputed') return kind === step.kind && reason === step.reason
  return kind === step.kind
}

type Refused = 'idempotency-key-reused' | 'photos-exhausted'

/** Undefined where the assignment has as many photos as it may have. */
async function keepProof(
  needs: StepNeeds,
  { row }: SeenWrongful,
  photos: readonly SentPhoto[],
  stepId: string,
) {
  if (photos.length === 0) return []
  const { municipality, id: assignmentId, case_id: caseId } = row
  const of = { municipality, caseId, assignmentId }
  const known = await needs.pool.read({ tenant: municipality }, (query) =>
    listEvidence(query, municipality, of),
  )
  if (known.length + photos.length > MOST_OF_ASSIGNMENT) return undefined
  const kept = []
  for (const [i, photo] of photos.entries()) {
    const id = evidenceId(needs.vault, of, `${stepId}/${i + 1}`, photo.sentDigest)
    const { row: one } = await keepEvidenceOnce(needs, of, photo, {
      taken: {},
      id,
      now_ms: needs.clock(),
    })
    kept.push(factOf(one))
  }
  return kept
}
