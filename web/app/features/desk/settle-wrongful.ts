import { problemOf } from '../../api/auth.ts'
import type { DeskVisit, Typed } from './desk-visit.ts'

type Outcome = { ok: true; told: string } | { ok: false; problem: string; status: number }

const MOST_PHOTOS = 3

/** Does over the API what a form of a wrongful report asks; what is missing the API refuses, with its reason. */
export async function settleWrongful(
  { visit, town }: Pick<DeskVisit, 'visit' | 'town'>,
  assignment: string,
  typed: Typed,
  photos: readonly File[],
): Promise<Outcome> {
  if (photos.length > MOST_PHOTOS) return { ok: false, problem: 'photos-too-many', status: 400 }
  const { step = '', remark, reason, as, form } = typed
  const body = {
    step,
    ...(remark && { remark }),
    ...(step === 'disputed' && { reason }),
    ...(step === 'decided' && { as }),
  }
  const whole = new FormData()
  whole.set('settlement', new Blob([JSON.stringify(body)], { type: 'application/json' }))
  for (const photo of photos) whole.append('photo', photo)
  const { error, response } = await visit.api.POST('/wrongful-reports/{assignment}/settlements', {
    params: {
      path: { assignment },
      query: { municipality: town.id },
      header: form ? { 'idempotency-key': form } : {},
    },
    // What was typed is held against the schema by the API.
    body: body as never,
    ...(photos.length > 0 && { bodySerializer: () => whole }),
  })
  if (response.ok) return { ok: true, told: `wrongful-${step}` }
  const { status } = response
  return { ok: false, problem: problemOf(error), status: status < 500 ? status : 503 }
}
