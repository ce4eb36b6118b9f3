import type { Context } from 'hono'
import type { SentPhoto, UploadFault, Uploads } from '#platform/uploads'
import type { PhotoTold } from './api-answers.ts'
import type { Answer, ApiClient } from './api-client.ts'
import type { Typed } from './desk-forms.ts'

/** What shows a place: from afar, near by, and the mended thing. */
export const MOST_PHOTOS_OF_ANSWER = 3
const MOST_TYPED = 4_000

/** What is not a 400. */
const STATUS: Partial<Record<UploadFault, number>> = {
  'photo-too-large': 413,
  'upload-too-large': 413,
  'uploads-busy': 503,
}

type Taken = {
  typed: Typed
  photos: readonly SentPhoto[]
  /** What is wrong with a photo, as the API would call it. Then nothing was kept of any. */
  fault?: { problem: UploadFault; status: number }
}

/** Reads the form of an answer. Photos are looked at here, all of them, before the first one is sent on. */
export async function takeAnswerForm(c: Context, uploads: Uploads): Promise<Taken> {
  const contentType = c.req.header('content-type') ?? ''
  if (!/^multipart\/form-data\b/i.test(contentType))
    return { typed: typedIn(Object.entries(await c.req.parseBody())), photos: [] }
  const { body } = c.req.raw
  const { fields, photos, findings } = await uploads.form(contentType, body, MOST_PHOTOS_OF_ANSWER)
  const typed = typedIn(fields.map(({ name = '', value }) => [name, value.toString('utf8')]))
  const [finding] = findings
  if (!finding) return { typed, photos }
  const problem = finding.fault
  return { typed, photos, fault: { problem, status: STATUS[problem] ?? 400 } }
}

function typedIn(fields: readonly (readonly [string, unknown])[]): Typed {
  return Object.fromEntries(
    fields.flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.slice(0, MOST_TYPED)]] : [],
    ),
  )
}

/**
 * Sends photos as whoever holds the link, and gives what the answer says of them. Under the id of the form the same
 * photo is one photo, however often it is sent.
 */
export async function sendPhotos(
  api: ApiClient,
  assignment: readonly string[],
  photos: readonly SentPhoto[],
  form: string | undefined,
): Promise<Answer<{ photos?: readonly string[] }>> {
  const ids: string[] = []
  for (const [i, { image }] of photos.entries()) {
    const kept = await api.postBytes<PhotoTold>([...assignment, 'photos'], new Uint8Array(image), {
      'content-type': 'image/jpeg',
      ...(form === undefined ? {} : { 'idempotency-key': `${form}/${i + 1}` }),
    })
    if (!kept.ok) return kept
    ids.push(kept.body.id)
  }
  return { ok: true, body: ids.length === 0 ? {} : { photos: ids } }
}
