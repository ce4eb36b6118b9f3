import { type Finding, finding } from './errors.ts'
import type { Fields, FieldsResult } from './fields.ts'
import type { SubmittedRequest } from './port.ts'
import { parseW3cDatetime } from './w3c-datetime.ts'

/** How long each parameter may be, in characters, and whether it may hold more than one line. */
const PARAMETERS = {
  api_key: { most: 500 },
  jurisdiction_id: { most: 100 },
  service_code: { most: 100 },
  lat: { most: 40 },
  long: { most: 40 },
  accuracy_m: { most: 40 },
  requested_datetime: { most: 40 },
  address_string: { most: 500, isLines: true },
  address_id: { most: 100 },
  email: { most: 254 },
  device_id: { most: 200 },
  account_id: { most: 200 },
  first_name: { most: 100 },
  last_name: { most: 100 },
  phone: { most: 50 },
  description: { most: 4000, isLines: true },
  media_url: { most: 2000 },
} as const satisfies Record<string, TextLimit>

type Parameter = keyof typeof PARAMETERS
const NAMES = Object.keys(PARAMETERS) as Parameter[]

const ATTRIBUTE = /^attribute\[([A-Za-z0-9][\w.:|-]{0,99})\](?:\[\d*\])?$/
const MOST_ATTRIBUTE_CHARACTERS = 4000
const DECIMAL = /^[+-]?\d{1,9}(?:\.\d{1,25})?$/
// biome-ignore lint/suspicious/noControlCharactersInRegex: line breaks and their kin are meant
const CONTROL = /[\x00-\x1f\x7f\x85\u2028\u2029]/

export type SubmittedForm = {
  input: SubmittedRequest
  api_key?: string
  jurisdiction_id?: string
  findings: Finding[]
}

type Texts = Partial<Record<Parameter, string>>

/**
 * Reads the arguments of POST Service Request; what is unknown is left alone, all that is wrong is
 * told.
 */
export function readSubmittedRequest({ fields, findings: before }: FieldsResult): SubmittedForm {
  const findings = [...before]
  const texts: Texts = {}
  for (const name of NAMES) {
    const text = readSingle(fields, name, findings)
    if (text !== undefined) texts[name] = text
  }
  const { api_key, jurisdiction_id, service_code, lat, long, accuracy_m, ...others } = texts
  const { requested_datetime, ...rest } = others
  if (service_code === undefined && before.length === 0)
    findings.push(finding('service-code-missing'))
  const place = readPlace(texts, before.length === 0, findings)
  if (rest.email !== undefined && !/^[^\s@]+@[^\s@]+$/.test(rest.email)) {
    findings.push(finding('not-an-email', rest.email))
  }
  if (rest.media_url !== undefined && !isWebAddress(rest.media_url)) {
    findings.push(finding('not-a-web-address', rest.media_url))
  }
  const requested_datetime_ms =
    requested_datetime === undefined ? undefined : parseW3cDatetime(requested_datetime)
  if (requested_datetime !== undefined && requested_datetime_ms === undefined)
    findings.push(finding('not-a-datetime', requested_datetime))
  const attributes = readAttributes(fields, findings)
  const form: SubmittedForm = {
    input: {
      service_code: service_code ?? '',
      ...place,
      ...rest,
      ...(requested_datetime_ms === undefined ? {} : { requested_datetime_ms }),
      attributes,
    },
    findings,
  }
  if (api_key !== undefined) form.api_key = api_key
  if (jurisdiction_id !== undefined) form.jurisdiction_id = jurisdiction_id
  return form
}

/** The one value of a parameter that may be given once; undefined when absent, blank or refused. */
export function readSingle(
  fields: Fields,
  name: Parameter,
  findings: Finding[],
): string | undefined {
  return readText(fields, name, PARAMETERS[name], findings)
}

export type TextLimit = { most: number; isLines?: true }

/** The same for a parameter of another operation, within a limit of its own. */
export function readText(
  fields: Fields,
  name: string,
  { most, isLines }: TextLimit,
  findings: Finding[],
): string | undefined {
  const values = fields.get(name)
  if (values === undefined) return undefined
  const [first = '', ...others] = values
  if (others.length > 0) {
    findings.push(finding('given-twice', name))
    return undefined
  }
  const text = isLines ? first : first.trim()
  if (text.trim() === '') return undefined
  if (isLongerThan(text, most)) {
    findings.push(finding('too-long', `${name} (${charactersIn(text)} > ${most})`))
  }
  if (!isLines && CONTROL.test(text)) findings.push(finding('one-line-only', name))
  return text
}

type Place = Pick<SubmittedRequest, 'lat' | 'long' | 'accuracy_m'>

function readPlace(texts: Texts, isRequired: boolean, findings: Finding[]): Place {
  const place: Place = {}
  const lat = readNumber(texts.lat, 90)
  const long = readNumber(texts.long, 180)
  if (lat === 'refused') findings.push(finding('not-a-coordinate', `lat=${texts.lat}`))
  else if (lat !== undefined) place.lat = lat
  if (long === 'refused') findings.push(finding('not-a-coordinate', `long=${texts.long}`))
  else if (long !== undefined) place.long = long
  if ((lat === undefined) !== (long === undefined)) {
    findings.push(finding('lat-long-incomplete', lat === undefined ? 'lat' : 'long'))
  } else if (lat === undefined && isRequired && !texts.address_string && !texts.address_id) {
    findings.push(finding('location-missing'))
  }
  const accuracy_m = readNumber(texts.accuracy_m, 1_000_000)
  if (accuracy_m === 'refused' || (accuracy_m !== undefined && accuracy_m < 0)) {
    findings.push(finding('not-a-distance', `accuracy_m=${texts.accuracy_m}`))
  } else if (accuracy_m !== undefined) place.accuracy_m = accuracy_m
  return place
}

function readNumber(text: string | undefined, most: number): number | 'refused' | undefined {
  if (text === undefined) return undefined
  const value = Number(text)
  return DECIMAL.test(text) && Math.abs(value) <= most ? value : 'refused'
}

function readAttributes(fields: Fields, findings: Finding[]): Record<string, string[]> {
  const attributes: Record<string, string[]> = {}
  for (const [name, values] of fields) {
    if (!name.startsWith('attribute[')) continue
    const code = ATTRIBUTE.exec(name)?.[1]
    if (code === undefined) continue
    if (values.some((value) => isLongerThan(value, MOST_ATTRIBUTE_CHARACTERS))) {
      findings.push(finding('too-long', `${name} > ${MOST_ATTRIBUTE_CHARACTERS}`))
    }
    const known = Object.hasOwn(attributes, code) ? attributes[code] : undefined
    attributes[code] = known === undefined ? [...values] : [...known, ...values]
  }
  return attributes
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text)
}

/** In characters, not in UTF-16 units: an emoji is one. */
function charactersIn(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}

function isLongerThan(text: string, most: number): boolean {
  return text.length > most && charactersIn(text) > most
}
