import { type Finding, finding } from './errors.ts'
import type { Fields } from './fields.ts'
import {
  REQUEST_STATUSES,
  type RequestStatus,
  type RequestsFilter,
  type UpdatesFilter,
} from './port.ts'
import { LAST_MS, parseW3cDatetime } from './w3c-datetime.ts'

export const MOST_REQUESTS = 1000
const MOST_LISTED = 1000
const SPAN_MS = 90 * 24 * 60 * 60 * 1000

export const REQUEST_ID = /^[\w-]{1,100}$/

/**
 * Reads the arguments of GET Service Requests. `service_request_id` "overrides all other
 * arguments".
 */
export function readRequestsFilter(
  fields: Fields,
  now_ms: number,
): { filter: RequestsFilter; findings: Finding[] } {
  const findings: Finding[] = []
  const ids = readList(fields, 'service_request_id', findings)
  if (ids.length > 0) {
    const filter = { ids: ids.filter((id) => REQUEST_ID.test(id)), most: MOST_REQUESTS }
    return { filter, findings }
  }
  const filter: RequestsFilter = { ...readRange(fields, now_ms, findings), most: MOST_REQUESTS }
  const service_codes = readList(fields, 'service_code', findings)
  if (service_codes.length > 0) filter.service_codes = service_codes
  const status = readStatus(fields, findings)
  if (status.length > 0) filter.status = status
  return { filter, findings }
}

/** "can be declared multiple times, comma delimited": either way, and each value once. */
function readList(fields: Fields, name: string, findings: Finding[]): string[] {
  const given = fields.get(name) ?? []
  const items = new Set(given.flatMap((value) => value.split(',', MOST_LISTED + 1)))
  const list = [...items].map((item) => item.trim()).filter((item) => item !== '')
  if (list.length > MOST_LISTED) findings.push(finding('too-many-values', name))
  return list.slice(0, MOST_LISTED)
}

function readStatus(fields: Fields, findings: Finding[]): RequestStatus[] {
  const statuses: RequestStatus[] = []
  for (const word of readList(fields, 'status', findings)) {
    const status = REQUEST_STATUSES.find((known) => known === word.toLowerCase())
    if (status === undefined) findings.push(finding('status-unknown', word))
    else statuses.push(status)
  }
  return statuses
}

/** The most recent 90 days; with one end given, the 90 days from or up to it. */
function readRange(
  fields: Fields,
  now_ms: number,
  findings: Finding[],
): { start_ms: number; end_ms: number } {
  const start_ms = readDate(fields, 'start_date', findings)
  const end_ms = readDate(fields, 'end_date', findings)
  if (start_ms === undefined) {
    const end = end_ms ?? now_ms
    return { start_ms: end - SPAN_MS, end_ms: end }
  }
  if (end_ms === undefined) return { start_ms, end_ms: Math.min(start_ms + SPAN_MS, LAST_MS) }
  if (end_ms < start_ms) findings.push(finding('range-reversed'))
  if (end_ms - start_ms > SPAN_MS) findings.push(finding('range-too-long'))
  return { start_ms, end_ms }
}

function readDate(fields: Fields, name: string, findings: Finding[]): number | undefined {
  const [text, ...others] = fields.get(name) ?? []
  if (text === undefined) return undefined
  if (others.length > 0) findings.push(finding('given-twice', name))
  const at_ms = parseW3cDatetime(text.trim())
  if (at_ms === undefined) findings.push(finding('not-a-datetime', `${name}=${text}`))
  return at_ms
}

/**
 * Reads the arguments of GET Service Request Updates. Named requests are given with all that happened to them, unless
 * a date says otherwise.
 */
export function readUpdatesFilter(
  fields: Fields,
  now_ms: number,
): { filter: UpdatesFilter; findings: Finding[] } {
  const findings: Finding[] = []
  const ids = readList(fields, 'service_request_id', findings)
  const isDated = fields.has('start_date') || fields.has('end_date')
  const range = ids.length > 0 && !isDated ? {} : readRange(fields, now_ms, findings)
  const named = ids.length > 0 ? { ids: ids.filter((id) => REQUEST_ID.test(id)) } : {}
  return { filter: { ...named, ...range, most: MOST_REQUESTS }, findings }
}
