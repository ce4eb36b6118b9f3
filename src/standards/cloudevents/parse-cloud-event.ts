import { isCloudEventString, RULES } from './attributes.ts'

/**
 * An event from elsewhere. `extensions` are the attributes that CloudEvents 1.0 does not name
 * itself.
 */
export type ReceivedCloudEvent = {
  id: string
  source: string
  type: string
  subject?: string
  time_ms?: number
  datacontenttype?: string
  dataschema?: string
  data?: unknown
  extensions: Readonly<Record<string, string | number | boolean>>
}

export type AttributeProblem = { attribute: string; rule: string }

export type ParseResult =
  | { ok: true; event: ReceivedCloudEvent }
  | { ok: false; problems: readonly AttributeProblem[] }

const REQUIRED = ['specversion', 'id', 'source', 'type'] as const
const NAMED = new Set<string>([...REQUIRED, 'subject', 'time', 'datacontenttype', 'dataschema'])
const OPTIONAL_TEXTS = ['subject', 'datacontenttype', 'dataschema'] as const
const MOST_ATTRIBUTES = 50

/**
 * Reads one event in structured JSON mode. Tells all that is wrong with it by the MUSTs of
 * CloudEvents 1.0 and of the NL GOV profile; its SHOULDs bind us and not the sender. An attribute
 * that is null counts as absent.
 */
export function parseCloudEvent(json: string): ParseResult {
  return parseCloudEventObject(readJson(json))
}

/** The same of JSON that was read before, such as one event of a batch. */
export function parseCloudEventObject(value: unknown): ParseResult {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  const object = isObject ? (value as Record<string, unknown>) : undefined
  if (object === undefined) {
    return { ok: false, problems: [{ attribute: '', rule: 'MUST be one JSON object' }] }
  }
  const { data, data_base64, ...context } = object
  const attributes = Object.entries(context).filter(([, value]) => value !== null)
  const problems = [...findMissing(context), ...attributes.flatMap(findProblems)]
  if (attributes.length > MOST_ATTRIBUTES) {
    problems.push({ attribute: '', rule: `at most ${MOST_ATTRIBUTES} attributes are read` })
  }
  if (data_base64 !== undefined && data_base64 !== null) problems.push(...findDataProblems(object))
  if (problems.length > 0) return { ok: false, problems }
  const texts = context as Record<string, string>
  const event: ReceivedCloudEvent = {
    id: texts.id ?? '',
    source: texts.source ?? '',
    type: texts.type ?? '',
    extensions: Object.fromEntries(attributes.filter(([name]) => !NAMED.has(name))) as Record<
      string,
      string | number | boolean
    >,
  }
  for (const name of OPTIONAL_TEXTS) {
    const text = texts[name]
    if (typeof text === 'string') event[name] = text
  }
  if (typeof texts.time === 'string') event.time_ms = Date.parse(texts.time)
  if (typeof data_base64 === 'string') event.data = Buffer.from(data_base64, 'base64')
  else if (data !== undefined) event.data = data
  return { ok: true, event }
}

/** Undefined for what is not JSON, which no JSON is. */
export function readJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function findMissing(context: Record<string, unknown>): AttributeProblem[] {
  return REQUIRED.filter((name) => (context[name] ?? null) === null).map((attribute) => ({
    attribute,
    rule: 'REQUIRED',
  }))
}

function findProblems([attribute, value]: [string, unknown]): AttributeProblem[] {
  if (!/^[a-z0-9]{1,50}$/.test(attribute)) {
    const rule = 'names MUST consist of lower-case letters or digits'
    return [{ attribute: attribute.slice(0, 50), rule }]
  }
  if (Object.hasOwn(RULES, attribute)) {
    const { isRight, rule } = RULES[attribute as keyof typeof RULES]
    return typeof value === 'string' && isRight(value) ? [] : [{ attribute, rule }]
  }
  const isOfType =
    typeof value === 'boolean' ||
    (typeof value === 'number' && (value | 0) === value) ||
    (typeof value === 'string' && (value === '' || isCloudEventString(value)))
  return isOfType ? [] : [{ attribute, rule: 'MUST be a Boolean, a 32-bit Integer or a String' }]
}

/** JSON Event Format 1.0, 3.1: binary data stands alone, in Base64. */
function findDataProblems({ data, data_base64 }: Record<string, unknown>): AttributeProblem[] {
  const problems: AttributeProblem[] = []
  const attribute = 'data_base64'
  if (data !== undefined) {
    problems.push({ attribute, rule: 'data and data_base64 MUST NOT both be present' })
  }
  const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/
  if (typeof data_base64 !== 'string' || !base64.test(data_base64)) {
    problems.push({ attribute, rule: 'MUST be a Base64 string (RFC 4648)' })
  }
  return problems
}
