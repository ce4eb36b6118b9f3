import type { HonoRequest } from 'hono'
import type { Clock } from '#kernel/clock'
import type { Uploads } from '#platform/uploads'
import type { Document } from './document.ts'
import type { Finding } from './errors.ts'
import type { Fields } from './fields.ts'
import type { Locale, Open311Municipality, Open311Port, Problem } from './port.ts'

/**
 * One call of one operation, after what is the same for all of them has been read and found right.
 */
export type Call = {
  port: Open311Port
  municipality: Open311Municipality
  locale: Locale
  /** The last part of the path without its extension; empty for a whole collection. */
  id: string
  query: Fields
  request: HonoRequest
  clientAddress: string
  /** The address of this municipality's endpoint, without a slash at the end. */
  endpoint: () => string
  endpointType: 'production' | 'test'
  started_ms: number
  clock: Clock
  uploads: Uploads
  /** How many seconds whoever shows this `api_key` has to wait; it counts, so it is asked once a POST. */
  waitOf: (apiKey: string | undefined) => Promise<number | undefined>
}

export type Answer =
  | { document: Document }
  | { findings: readonly Finding[] }
  | { problems: readonly Problem[] }

export type Operation = (call: Call) => Answer | Promise<Answer>

/** Whether a `jurisdiction_id`, where one is given, names the municipality of the path. */
export function isJurisdiction(
  municipality: Open311Municipality,
  jurisdiction_id: string,
): boolean {
  return jurisdiction_id.trim().toLowerCase() === municipality.id.toLowerCase()
}
