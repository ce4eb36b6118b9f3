import { z } from '@hono/zod-openapi'
import { type Clock, toIso } from '#kernel/clock'
import { type OwnCaller, ownOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { among } from '#platform/operation'
import { HTTP_PROBLEMS } from '#platform/problem'
import type { UploadFault, Uploads } from '#platform/uploads'
import { ACTIVE } from '../lifecycle.ts'
import { findPhoto, listEvidence } from '../photo-queries.ts'
import {
  evidenceId,
  keepEvidenceOnce,
  type PhotoNeeds,
  readTaken,
  type TakenAt,
} from '../photos.ts'
import { CASE_PROBLEMS } from '../problems.ts'
import { AssignmentPath } from './case-path.ts'
import { mayAnswer } from './give-answer.ts'
import { EvidenceView, photoView } from './photo-view.ts'
import { type SeenAssignment, seeAssignment } from './seen-assignment.ts'
import type { TownOf } from './town-view.ts'

/** Far more than work on one place needs, and little enough that a key that leaked fills no disk. */
export const MOST_OF_ASSIGNMENT = 50

const degrees = (most: number) =>
  z
    .string()
    .regex(/^-?\d{1,3}(\.\d{1,15})?$/)
    .transform(Number)
    .pipe(z.number().min(-most).max(most))
    .optional()

const Query = z.strictObject({
  lon: degrees(180),
  lat: degrees(90),
  takenAt: z.iso.datetime({ offset: true }).optional().openapi({
    description: 'What the camera says in the photo itself (place, time, maker) is not kept.',
  }),
})

const Headers = z.object({
  'idempotency-key': z.string().min(1).max(200).optional().openapi({
    description: 'The same photo again under the same key is one photo.',
  }),
})

const PROBLEMS = {
  ...among(
    CASE_PROBLEMS,
    'assignment-not-found',
    'assignment-changed',
    'assignment-withdrawn',
    'answer-not-allowed',
    'photo-unreadable',
    'photo-too-many-pixels',
    'photo-too-large',
    'photos-exhausted',
    'upload-too-slow',
    'uploads-busy',
  ),
  ...among(HTTP_PROBLEMS, 'input-invalid', 'not-allowed'),
}

/** Of one photo that is the whole body; the others are of forms. */
type Refusable = Exclude<UploadFault, 'photos-too-many' | 'upload-unreadable' | 'upload-too-large'>
PROBLEMS satisfies Record<Refusable, unknown>

const BYTES = z.string().openapi({ format: 'binary' })

export const createPhoto = (
  needs: PhotoNeeds & { pool: Pool; townOf: TownOf; clock: Clock; uploads: Uploads },
) =>
  ownOperation({
    method: 'post',
    path: '/assignments/{assignment}/photos',
    operationId: 'createPhoto',
    tag: 'Assignments',
    summary: 'A party sends a photo, which its answer can then name',
    description:
      'The body is the photo itself. What it is shows when it is decoded, whatever its content type says. A photo that no answer names within a day is removed.',
    parameters: { path: AssignmentPath, query: Query, headers: Headers },
    media: { 'image/jpeg': BYTES, 'image/png': BYTES, 'image/webp': BYTES, 'image/avif': BYTES },
    isStreamed: true,
    success: {
      201: 'It is kept; name its id in `photos` of an answer.',
      200: 'It was kept before, under this Idempotency-Key.',
    },
    answer: EvidenceView,
    answerHeaders: { Location: 'Where the photo is.' },
    problems: PROBLEMS,
    async handle({ caller, path, query, headers, stream }, refuse) {
      const seen = await seeAssignment(needs, caller, path.assignment)
      if (!seen) return refuse('assignment-not-found')
      if (!mayAnswer(caller, seen)) return refuse('not-allowed')
      if ((query.lon === undefined) !== (query.lat === undefined))
        return refuse('input-invalid', { detail: 'lon and lat go together.' })
      const key = headers['idempotency-key']
      const refusal = await refusalOfPhotos(needs, caller, seen)
      // What comes again is told as it was the first time, whatever happened since; else nothing need be read.
      if (refusal && key === undefined) return refuse(refusal)
      const taken = await needs.uploads.photo(stream)
      if ('finding' in taken) {
        const { fault } = taken.finding
        if (!isRefusable(fault)) throw new Error(`${fault} of a single photo`)
        return refuse(fault, fault === 'uploads-busy' ? { headers: { 'retry-after': '5' } } : {})
      }
      const { municipality, id: assignmentId, case_id: caseId } = seen.row
      const of = { municipality, caseId, assignmentId }
      const id =
        key === undefined ? needs.newId() : evidenceId(needs.vault, of, key, taken.photo.sentDigest)
      if (refusal && !(await isKnown(needs, municipality, id))) return refuse(refusal)
      const own = { taken: takenIn(query), id, now_ms: needs.clock() }
      const { isRepeat } = await keepEvidenceOnce(needs, of, taken.photo, own)
      const said = isRepeat
        ? (await readTaken(needs.pool, needs.vault, municipality, [id])).get(id)
        : own.taken
      const body = { ...photoView(municipality, id), ...said }
      return { status: isRepeat ? 200 : 201, body, headers: { location: body.href } }
    },
  })

/** Why no photo can be added now. A link adds only to the answer that it was made for. */
export async function refusalOfPhotos(
  { pool }: { pool: Pool },
  { link }: OwnCaller,
  { row }: SeenAssignment,
): Promise<
  | 'assignment-withdrawn'
  | 'assignment-changed'
  | 'answer-not-allowed'
  | 'photos-exhausted'
  | undefined
> {
  const { municipality, id: assignmentId, case_id: caseId, status, revision } = row
  if (status === 'withdrawn') return 'assignment-withdrawn'
  if (link !== undefined && link.revision !== revision) return 'assignment-changed'
  if (!ACTIVE.includes(status)) return 'answer-not-allowed'
  const known = await pool.read({ tenant: municipality }, (run) =>
    listEvidence(run, municipality, { caseId, assignmentId }),
  )
  return known.length >= MOST_OF_ASSIGNMENT ? 'photos-exhausted' : undefined
}

export async function isKnown({ pool }: { pool: Pool }, municipality: string, id: string) {
  const row = await pool.read({ tenant: municipality }, (run) => findPhoto(run, municipality, id))
  return row !== undefined
}

const isRefusable = (fault: UploadFault): fault is Refusable => Object.hasOwn(PROBLEMS, fault)

function takenIn({ lon, lat, takenAt }: z.output<typeof Query>): TakenAt {
  return {
    ...(lon === undefined || lat === undefined ? {} : { place: { lon, lat } }),
    ...(takenAt === undefined ? {} : { takenAt: toIso(Date.parse(takenAt)) }),
  }
}
