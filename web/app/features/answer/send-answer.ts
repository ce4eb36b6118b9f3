import { problemOf } from '../../api/auth.ts'
import { withLink } from '../../api/link.ts'
import type { Visit } from '../../visit.ts'
import type { Link } from './read-answer.ts'

/** What shows a place: from afar, near by, and the mended thing. */
export const MOST_PHOTOS = 3

export type Sent = { ok: true } | { ok: false; problem: string; status: number }

type Given = {
  body: Record<string, unknown>
  photos: readonly File[]
  /** Of the form: sent twice by an impatient finger, it is one answer. */
  form: string | undefined
}

/** Sends an answer as whoever holds the link. A photo that is refused refuses all of it, and then none is kept. */
export async function sendAnswer(
  visit: Visit,
  { link, token }: { link: Link; token: string },
  { body, photos, form }: Given,
): Promise<Sent> {
  if (photos.length > MOST_PHOTOS) return { ok: false, problem: 'photos-too-many', status: 400 }
  const whole = new FormData()
  whole.set('answer', new Blob([JSON.stringify(body)], { type: 'application/json' }))
  for (const photo of photos) whole.append('photo', photo)
  const { error, response } = await visit.api.POST('/assignments/{assignment}/answers', {
    params: {
      path: { assignment: link.assignment },
      header: {
        'if-match': `"${link.revision}"`,
        ...(form !== undefined && { 'idempotency-key': form }),
      },
    },
    headers: withLink(token),
    // What was typed is held against the schema by the API.
    body: body as never,
    ...(photos.length > 0 && { bodySerializer: () => whole }),
  })
  if (response.ok) return { ok: true }
  const { status } = response
  return { ok: false, problem: problemOf(error), status: status < 500 ? status : 503 }
}
