/**
 * A report on its way, as the address of each page has it: nothing is kept of it before it is sent, the way back works,
 * and what somebody writes or who they are never stands in an address.
 */
export type Draft = {
  category?: string
  asset?: string
  lon?: string
  lat?: string
  accuracy?: string
  /** Whoever reports has read what is known there. */
  seen?: true
  /** What was chosen, by the code of the question. */
  answers: Readonly<Record<string, readonly string[]>>
}

const PLAIN = ['category', 'asset', 'lon', 'lat', 'accuracy'] as const
const ANSWER = 'a.'
const LONGEST = 200
const MOST_ANSWERS = 20

export function draftIn(values: URLSearchParams | FormData): Draft {
  const draft: Record<string, string> = {}
  for (const name of PLAIN) {
    const value = values.get(name)
    if (typeof value === 'string' && value.trim() !== '')
      draft[name] = value.trim().slice(0, LONGEST)
  }
  const answers: Record<string, string[]> = Object.create(null)
  for (const [name, value] of values.entries()) {
    if (!name.startsWith(ANSWER) || typeof value !== 'string' || value.trim() === '') continue
    if (Object.keys(answers).length >= MOST_ANSWERS) break
    const code = name.slice(ANSWER.length)
    answers[code] = [...(answers[code] ?? []), value.trim()]
  }
  return { ...draft, ...(values.get('seen') === 'yes' && { seen: true as const }), answers }
}

export const answerField = (code: string) => `${ANSWER}${code}`

/** Every field of a draft with its value, for an address or for hidden fields. */
export function fieldsOf({ answers, seen, ...plain }: Draft): [name: string, value: string][] {
  return [
    ...Object.entries(plain),
    ...(seen ? [['seen', 'yes'] as [string, string]] : []),
    ...Object.entries(answers).flatMap(([code, all]) =>
      all.map((one): [string, string] => [answerField(code), one]),
    ),
  ]
}

export const STEPS = ['', '/waar', '/bekend', '/vragen', '/versturen'] as const
export type Step = (typeof STEPS)[number]

export function addressOf(town: string, step: Step, draft: Draft): string {
  const search = new URLSearchParams(fieldsOf(draft)).toString()
  return `/${town}/melden${step}${search === '' ? '' : `?${search}`}`
}

/** Where it is, as the API asks for it; undefined before that is known. */
export function placeQuery({ asset, lon, lat, accuracy }: Draft) {
  if (asset !== undefined) return { asset, ...pointOf(lon, lat) }
  const point = pointOf(lon, lat)
  return point && { ...point, ...(accuracy === undefined ? {} : { accuracy: Number(accuracy) }) }
}

function pointOf(lon: string | undefined, lat: string | undefined) {
  const point = { lon: Number(lon ?? 'x'), lat: Number(lat ?? 'x') }
  return Number.isFinite(point.lon) && Number.isFinite(point.lat) ? point : undefined
}
