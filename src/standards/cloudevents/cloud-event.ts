import { toIso } from '#kernel/clock'
import { OWN_RULES, RULES } from './attributes.ts'

/** The `Content-Type` of an event in structured JSON mode; the body is `JSON.stringify` of it. */
export const CLOUD_EVENT_MEDIA_TYPE = 'application/cloudevents+json; charset=utf-8'

/** An event of ours, in the JSON format of CloudEvents 1.0. */
export type CloudEvent<Data = unknown> = {
  readonly specversion: '1.0'
  readonly id: string
  readonly source: string
  readonly type: string
  readonly subject: string
  readonly time: string
  readonly datacontenttype: 'application/json'
  readonly dataschema?: string
  readonly sequence?: string
  readonly traceparent?: string
  readonly data: Data
}

export type CloudEventInput<Data> = {
  /** Fixed for the event, so that whoever gets it twice can tell; with `source` it is unique. */
  id: string
  /**
   * `urn:nld:<register>:<organisation>:systeem:<system>`, such as `urn:nld:oin:…:systeem:lantaarn`.
   */
  source: string
  /** `nl.lantaarn.assignment.offered.v1`: the name of the data source, never of an organisation. */
  type: string
  /** An id that is no person's. */
  subject: string
  /** When the event was recorded (the profile wants that, not when it happened in the street). */
  time_ms: number
  data: Data
  /** Rises within `subject`; at least 0. */
  sequence?: number | bigint
  traceparent?: string
  dataschema?: string
}

/** 2^63 - 1 has nineteen digits; equal width makes the order of texts the order of numbers. */
const SEQUENCE_DIGITS = 19

/**
 * Makes an event by CloudEvents 1.0 and the NL GOV profile. Throws when an attribute is wrong: our
 * own events are named by our own code, so that is a fault and no answer.
 */
export function cloudEvent<Data>(input: CloudEventInput<Data>): CloudEvent<Data> {
  const { id, source, type, subject, time_ms, data, sequence, traceparent, dataschema } = input
  const attributes = {
    specversion: '1.0' as const,
    id,
    source,
    type,
    subject,
    time: toIso(time_ms),
    datacontenttype: 'application/json' as const,
    ...(dataschema === undefined ? {} : { dataschema }),
    ...(sequence === undefined ? {} : { sequence: sequenceText(sequence) }),
    ...(traceparent === undefined ? {} : { traceparent }),
  }
  for (const rules of [RULES, OWN_RULES]) {
    for (const [name, { isRight, rule }] of Object.entries(rules)) {
      const value = attributes[name as keyof typeof attributes]
      if (value !== undefined && !isRight(value)) throw new TypeError(`CloudEvents ${name} ${rule}`)
    }
  }
  return { ...attributes, data }
}

/** "MUST be a non-empty lexicographically-orderable string" (Sequence extension). */
function sequenceText(sequence: number | bigint): string {
  if (sequence < 0 || (typeof sequence === 'number' && !Number.isSafeInteger(sequence))) {
    throw new RangeError('CloudEvents sequence MUST be a whole number of at least 0')
  }
  return sequence.toString().padStart(SEQUENCE_DIGITS, '0')
}
