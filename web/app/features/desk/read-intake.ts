import type { Api, Told } from '../../api/client.ts'
import { type Refusal, refusalOf, type Typed } from './desk-visit.ts'
import { readAround } from './read-around.ts'

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
/** One letter finds half the town. */
const LEAST_SEARCHED = 2
const MOST_SEARCHED = 100
const MOST_FOUND = 6

/** `52.0121, 5.0113`, latitude first, as people copy it from a map; undefined where it is none. */
function pointIn(text: string): { lon: number; lat: number } | undefined {
  const [lat, lon, ...more] = text.split(/[,;\s]+/).map(Number)
  if (lon === undefined || lat === undefined || more.length > 0) return undefined
  return Number.isFinite(lon) && Number.isFinite(lat) ? { lon, lat } : undefined
}

/** A place that was found or pointed at, as the fields of the form have it. */
export type Chosen = { lon: number; lat: number; asset?: string; address?: string }

export const chosenText = ({ lon, lat, asset, address }: Chosen): string =>
  new URLSearchParams({
    ...{ lon: `${lon}`, lat: `${lat}` },
    ...(asset !== undefined && { asset }),
    ...(address !== undefined && { address }),
  }).toString()

export function chosenIn(text: string): Chosen | undefined {
  const said = new URLSearchParams(text)
  const point = pointIn(`${said.get('lat')}, ${said.get('lon')}`)
  if (!point) return undefined
  const [asset, address] = [said.get('asset'), said.get('address')]
  return { ...point, ...(asset !== null && { asset }), ...(address !== null && { address }) }
}

/** A place that was chosen among those found stands for what the fields say of it. */
export function withChosen(typed: Typed): Typed {
  const chosen = chosenIn(typed.found ?? '')
  return chosen ? { ...typed, ...fieldsOf(chosen, typed.address) } : typed
}

/** What a chosen place puts into the fields; the description of a place that somebody typed stays. */
export function fieldsOf({ lon, lat, asset = '', address }: Chosen, typed = '') {
  return { asset, place: `${lat}, ${lon}`, address: address ?? typed }
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
  found?: readonly Told['FoundPlace'][]
  /** Where the place that was chosen is, in words. */
  where?: string
  /** What is open around it, where it is not told yet of which kind it is. */
  around?: readonly Told['Case'][]
  preview?: Told['SignalPreview']
  reporter?: Told['Reporter']
  refusal?: Refusal
}

/** What is known of what is typed so far: which place is meant, where it would go, what is open nearby, who this is. */
export async function readKnown(api: Api, municipality: string, told: Typed): Promise<Known> {
  const typed = withChosen(told)
  const { category = '', asset = '', q = '' } = typed
  const at = placeIn(typed)
  if (!at.ok) return { refusal: at }
  const search = q.trim().slice(0, MOST_SEARCHED)
  const [found, preview, reporter, where, around] = await Promise.all([
    search.length >= LEAST_SEARCHED
      ? api.GET('/places/search', {
          params: { query: { municipality, q: search, limit: MOST_FOUND } },
        })
      : undefined,
    category && (at.place || asset)
      ? api.GET('/signal-previews', {
          params: {
            query: { municipality, category, ...(asset ? { asset: asset.trim() } : at.place) },
          },
        })
      : undefined,
    readReporter(api, typed),
    at.place &&
      api.GET('/places/whereabouts', { params: { query: { municipality, ...at.place } } }),
    at.place && !category ? readAround(api, municipality, at.place) : undefined,
  ])
  const isRefused = preview !== undefined && !preview.response.ok
  return {
    ...(found?.data && { found: found.data.items }),
    ...(preview?.data && { preview: preview.data }),
    ...(reporter?.data && { reporter: reporter.data }),
    ...(where?.data?.text !== undefined && { where: where.data.text }),
    ...(around && { around }),
    ...(isRefused && { refusal: refusalOf(preview.response, preview.error) }),
  }
}

function readReporter(api: Api, { phone = '', email = '' }: Typed) {
  const way = email.trim() ? { email: email.trim() } : phone.trim() ? { phone: phone.trim() } : {}
  return Object.keys(way).length > 0 ? api.POST('/reporter-lookups', { body: way }) : undefined
}

type Taken =
  | { ok: true; number: string; code: string | undefined }
  | ({ ok: false; faults?: readonly { path: string; message: string }[] } & Refusal)

/** Takes the report in on behalf of whoever tells it. */
export async function takeIn(api: Api, municipality: string, told: Typed): Promise<Taken> {
  const typed = withChosen(told)
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
