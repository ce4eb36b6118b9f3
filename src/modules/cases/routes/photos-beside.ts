import type { Clock } from '#kernel/clock'
import type { OwnCaller } from '#modules/directory'
import type { Pool } from '#platform/database'
import type { SentPhoto } from '#platform/uploads'
import { evidenceId, keepEvidenceOnce, type PhotoNeeds } from '../photos.ts'
import { isKnown, refusalOfPhotos } from './create-photo.ts'
import type { SeenAssignment } from './seen-assignment.ts'

/** What shows a place: from afar, near by, and the mended thing. */
export const MOST_BESIDE_ANSWER = 3

/**
 * Keeps the photos that came in one form with an answer, and gives their ids to name in it. Under the key of the answer
 * the same photo is one photo, however often it is sent. Rejects as a photo of its own does, before any is kept.
 */
export async function keepBeside(
  needs: PhotoNeeds & { pool: Pool; clock: Clock },
  caller: OwnCaller,
  seen: SeenAssignment,
  { photos, key }: { photos: readonly SentPhoto[]; key: string | undefined },
) {
  if (photos.length === 0) return { ids: [] }
  const { municipality, id: assignmentId, case_id: caseId } = seen.row
  const of = { municipality, caseId, assignmentId }
  const named = photos.map((photo, i) => ({
    photo,
    id:
      key === undefined
        ? needs.newId()
        : evidenceId(needs.vault, of, `${key}/${i + 1}`, photo.sentDigest),
  }))
  const refusal = await refusalOfPhotos(needs, caller, seen)
  // What comes again is answered as it was the first time, whatever happened since.
  if (refusal)
    for (const { id } of named) if (!(await isKnown(needs, municipality, id))) return { refusal }
  for (const { photo, id } of named)
    await keepEvidenceOnce(needs, of, photo, { taken: {}, id, now_ms: needs.clock() })
  return { ids: named.map(({ id }) => id) }
}
