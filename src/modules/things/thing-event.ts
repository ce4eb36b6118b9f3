import type { Report, Seals } from '#modules/cases'
import type { Condition } from './condition-to-category.ts'
import type { RefusalReason } from './problems.ts'

/** The types of event that a thing may send, and what each tells. */
export const EVENT_KINDS = {
  'nl.lantaarn.condition.raised.v1': 'raised',
  'nl.lantaarn.condition.cleared.v1': 'cleared',
} as const
export type EventKind = (typeof EVENT_KINDS)[keyof typeof EVENT_KINDS]

/** Beyond this a clock is too far from ours to go by. */
const CLOCK_TOLERANCE_MS = 300_000

/** When it came in, and when it was by the clock of the thing. */
type Timed = { received_ms: number; seen_ms?: number }

/** What a thing told, once its form, its object and its category were found to be right. */
export type Told = {
  source: string
  id: string
  asset: string
  condition: Condition
} & Timed &
  ({ kind: 'raised'; report: Report; radius_m: number; seals: Seals } | { kind: 'cleared' })

export type Refused = { reason: RefusalReason; detail: string }

/** One event as the door hands it in. What is refused names its source where that could be read. */
export type ThingEvent = {
  /** Whose key it came with. */
  by: string
  /** The id under which it stands among the rejects, if it comes to that. */
  rejectId: string
  /** What was sent, for whoever looks at the rejects. */
  text: string
  received_ms: number
} & ({ told: Told } | { refused: Refused; source?: string; id?: string })

export type Outcome =
  /** It opened, joined, reopened or contested a case. */
  | 'reported'
  /** Its case was told that it is over. */
  | 'cleared'
  /** Older than what is known of this object: it changes nothing. */
  | 'outdated'
  /** Nothing was raised, or not any more. */
  | 'nothing-raised'

export type CaseOfEvent = { id: string; number: string }

export type EventResult =
  | {
      status: 'taken' | 'repeated'
      source: string
      id: string
      outcome: Outcome
      isTimeSuspect: boolean
      case?: CaseOfEvent
    }
  | { status: 'rejected'; refused: Refused; rejectId: string; source?: string; id?: string }

/** Whether what a thing's clock said may be gone by. */
export function isTimeSuspect({ seen_ms, received_ms }: Timed): boolean {
  return seen_ms !== undefined && Math.abs(seen_ms - received_ms) > CLOCK_TOLERANCE_MS
}

/** Where it stands among the events of its object: by its own time, but none comes from the future. */
export function orderedAt_ms({ seen_ms = Number.POSITIVE_INFINITY, received_ms }: Timed): number {
  return seen_ms > received_ms + CLOCK_TOLERANCE_MS ? received_ms : seen_ms
}
