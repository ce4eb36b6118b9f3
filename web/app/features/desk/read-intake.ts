import type { Api, Told } from '../../api/client.ts'
import { type Refusal, refusalOf, type Typed } from './desk-visit.ts'

export const CHANNELS = [
  'phone',
  'counter',
  'letter',
  'e-mail',
  'social-media',
  'own-observation',
] as const
export const TELL_BYS = ['', 'mail', 'letter', 'call-back'] as const
const CONTACT = ['firstName', 'lastName', 'phone', 'email', 'postalAddress'] as const
const ANSWER = 'answer-'

/** `5.0113, 52.0121` as people copy it from a map; undefined where it is none. */
function pointIn(text: string): { lon: number; lat: number } | undefined {
  const [lon, lat, ...more] = text.split(/[,;\s]+/).map(Number)
  if (lon === undefined || lat === undefined || more.length > 0) return undefined
  return Number.isFinite(lon) && Number.isFinite(lat) ? { lon, lat } : undefined
}

export type Place =
  | { ok: true; place: { lon: number; lat: number } | undefined }
  | { ok: false; problem: 'place-unreadable'; status: 400 }

export function placeIn({ place: text = '' }: Typed): Place {
  if (text.trim() === '') return { ok: true, place: undefined }
  const place = pointIn(text.trim())
  return place ? { ok: true, place } : { ok: false, problem: 'place-unreadable', status: 400 }
}

export type Known = {
  preview?: Told['SignalPreview']
  reporter?: Told['Reporter']
  refusal?: Refusal
}

/** What is known of what is typed so far: where it would go, what is open nearby, who this is. */
export async function readKnown(api: Api, municipality: string, typed: Typed): Promise<Known> {
  const { category = '', asset = '', phone = '', email = '' } = typed
  const at = placeIn(typed)
  if (!at.ok) return { refusal: at }
  const way = email.trim() ? { email: email.trim() } : phone.trim() ? { phone: phone.trim() } : {}
  const [preview, reporter] = await Promise.all([
    category && (at.place || asset)
      ? api.GET('/signal-previews', {
          params: {
            query: { municipality, category, ...(asset ? { asset: asset.trim() } : at.place) },
          },
        })
      : undefined,
    Object.keys(way).length > 0 ? api.POST('/reporter-lookups', { body: way }) : undefined,
  ])
  const isRefused = preview !== undefined && !preview.response.ok
  return {
    ...(preview?.data && { preview: preview.data }),
    ...(reporter?.data && { reporter: reporter.data }),
    ...(isRefused && { refusal: refusalOf(preview.response, preview.error) }),
  }
}

type Taken =
  | { ok: true; number: string; code: string | undefined }
  | ({ ok: false; faults?: readonly { path: string; message: string }[] } & Refusal)

/** Takes the report in on behalf of whoever tells it. */
export async function takeIn(api: Api, municipality: string, typed: Typed): Promise<Taken> {
  const at = placeIn(typed)
  if (!at.ok) return at
  const given = (name: string) => typed[name]?.trim() || undefined
  const contact = Object.fromEntries(
    CONTACT.flatMap((name) => (given(name) ? [[name, given(name)]] : [])),
  )
  const attributes = Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) =>
      name.startsWith(ANSWER) && value.trim() ? [[name.slice(ANSWER.length), value.trim()]] : [],
    ),
  )
  const isFault = (typed.kind ?? 'fault') === 'fault'
  const body = {
    ...(isFault ? {} : { kind: typed.kind }),
    ...(given('category') && { category: given('category') }),
    ...(given('description') && { description: given('description') }),
    ...(at.place && { place: at.place }),
    ...(given('asset') && { asset: given('asset') }),
    ...(given('address') && { address: given('address') }),
    channel: typed.channel,
    ...(Object.keys(contact).length > 0 && { onBehalfOf: contact }),
    ...(given('tellBy') && { tellBy: given('tellBy') }),
    ...(Object.keys(attributes).length > 0 && { attributes }),
  }
  const { data, error, response } = await api.POST('/signals', {
    params: {
      query: { municipality },
      // The same form sent twice is one report.
      header: { 'idempotency-key': typed.once ?? '' },
    },
    body: body as never,
  })
  if (!data) {
    const { faults } = (error ?? {}) as { faults?: { path: string; message: string }[] }
    return { ok: false, ...refusalOf(response, error), ...(faults && { faults }) }
  }
  const { number, code } = data as { number: string; code?: string }
  return { ok: true, number, code }
}
