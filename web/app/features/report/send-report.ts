import type { Api, Told } from '../../api/client.ts'
import type { ReportWords } from '../../messages/report-nl.ts'
import { textIn } from '../../small-form.ts'
import { answerField, type Draft, placeQuery } from './draft.ts'

export const MOST_PHOTOS = 5

/** What is typed on the last page; it stands there again when something is wrong. */
export type Typed = {
  description: string
  email: string
  phone: string
  mayPublish: boolean
  key: string
}

export type FaultName = keyof ReportWords['faults']
/** By the field; under the empty name what is wrong with all of it. */
export type SendFaults = Readonly<Record<string, FaultName>>

const KEY = /^[\w-]{8,64}$/

export function typedIn(form: FormData): Typed {
  const key = textIn(form, 'key')
  return {
    description: textIn(form, 'description'),
    email: textIn(form, 'email'),
    phone: textIn(form, 'phone'),
    mayPublish: form.get('mayPublish') === 'yes',
    key: KEY.test(key) ? key : crypto.randomUUID(),
  }
}

export function photosIn(form: FormData): File[] {
  return form.getAll('photos').filter((one): one is File => one instanceof File && one.size > 0)
}

export type Sent = { ok: true; told: Told['SignalTold'] } | { ok: false; faults: SendFaults }

/** Sends the report as this visitor; the same key again is the same report. */
export async function sendReport(
  api: Api,
  municipality: string,
  { draft, typed, photos }: { draft: Draft; typed: Typed; photos: readonly File[] },
): Promise<Sent> {
  return postSignal(api, municipality, { key: typed.key, signal: signalOf(draft, typed), photos })
}

/** With its photos, where there are any. */
export async function postSignal(
  api: Api,
  municipality: string,
  given: { key: string; signal: Told['SignalGiven']; photos: readonly File[] },
): Promise<Sent> {
  const { key, signal, photos } = given
  if (photos.length > MOST_PHOTOS) return { ok: false, faults: { photos: 'photosMany' } }
  const form = new FormData()
  form.set('signal', new Blob([JSON.stringify(signal)], { type: 'application/json' }))
  for (const photo of photos) form.append('photo', photo)
  const { data, error, response } = await api.POST('/signals', {
    params: { query: { municipality }, header: { 'idempotency-key': key } },
    body: signal,
    ...(photos.length > 0 && { bodySerializer: () => form }),
  })
  return data ? { ok: true, told: data } : { ok: false, faults: faultsIn(error, response.status) }
}

function signalOf(draft: Draft, typed: Typed): Told['SignalGiven'] {
  const { lon, lat, asset, accuracy } = { ...placeQuery(draft) } as {
    lon?: number
    lat?: number
    asset?: string
    accuracy?: number
  }
  const { description, email, phone, mayPublish } = typed
  const contact = { ...(email !== '' && { email }), ...(phone !== '' && { phone }) }
  const attributes = Object.fromEntries(
    Object.entries(draft.answers).map(([code, all]) => [code, [...all]]),
  )
  return {
    kind: 'fault',
    ...(draft.category !== undefined && { category: draft.category }),
    ...(asset !== undefined && { asset }),
    ...(lon !== undefined && lat !== undefined && { place: { lon, lat } }),
    ...(accuracy !== undefined && lon !== undefined && { accuracy }),
    ...(description !== '' && { description }),
    ...(Object.keys(contact).length > 0 && { contact }),
    ...(Object.keys(attributes).length > 0 && { attributes }),
    mayPublish,
  }
}

const PHOTO_FAULTS: Readonly<Record<string, FaultName>> = {
  'photo-unreadable': 'photos',
  'photo-too-many-pixels': 'photosLarge',
  'photo-too-large': 'photosLarge',
  'photos-too-many': 'photosMany',
  'upload-too-large': 'photosLarge',
  'upload-unreadable': 'photos',
}

/** From what the API refuses to the field that it is about. */
export function faultsIn(error: unknown, status: number): SendFaults {
  const { type = '', faults = [] } = (error ?? {}) as {
    type?: string
    faults?: readonly { path: string }[]
  }
  const name = type.slice(type.lastIndexOf('/') + 1)
  if (status === 429) return { '': 'often' }
  if (name === 'uploads-busy' || status === 503) return { '': 'busy' }
  const ofPhotos = PHOTO_FAULTS[name]
  if (ofPhotos) return { photos: ofPhotos }
  if (name === 'case-not-open') return { '': 'closed' }
  const found: Record<string, FaultName> = {}
  for (const { path } of faults) {
    if (path === 'contact.email') found.email = 'email'
    else if (path === 'contact.phone') found.phone = 'phone'
    else if (path === 'description') found.description = 'description'
    else if (path.startsWith('attributes.'))
      found[answerField(path.slice('attributes.'.length))] = 'other'
  }
  return Object.keys(found).length > 0 ? found : { '': 'other' }
}
