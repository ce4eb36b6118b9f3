import { distance_m } from '#kernel/geometry'
import type { Case } from './case.ts'
import type { SignalData } from './events.ts'

export type Candidate = Pick<
  Case,
  | 'id'
  | 'status'
  | 'category'
  | 'visibility'
  | 'place'
  | 'asset'
  | 'opened_ms'
  | 'closed_ms'
  | 'closedAs'
  | 'isHistory'
>

export type Joined =
  | { kind: 'joins'; caseId: string }
  | { kind: 'contests'; caseId: string }
  | { kind: 'reopens'; caseId: string }
  | { kind: 'opens'; recurrenceOf?: string }

const DAY_MS = 86_400_000
/** A new signal on the same object within these days after closing names the earlier case. */
const RECURRENCE_DAYS = 30
/** A lamp that fails each night and clears each morning, or skips one night, is one problem. */
const FLAPS_WITHIN_MS = 48 * 3_600_000

/**
 * Whether a signal is about a problem that is known: the same asset and category, or, where of neither an asset is
 * known, the same category within the category's radius, the nearest first. One with an asset never joins one without:
 * it would tie two assets together when it comes first, and not when it comes last. A case that is done and not yet
 * confirmed is contested; one that cleared by itself and is soon back opens again. Confidential signals never join: nobody's trouble is shown to another.
 */
export function joinOrOpen(
  signal: SignalData,
  radius_m: number,
  isConfidential: boolean,
  candidates: readonly Candidate[],
): Joined {
  if (isConfidential) return { kind: 'opens' }
  const same = candidates
    .filter((one) => one.category === signal.category && !one.isHistory)
    .filter((one) => one.visibility !== 'confidential' && one.asset?.id === signal.asset?.id)
    .map((one) => ({ one, distance_m: apart_m(signal, one) }))
    .filter(({ distance_m }) => distance_m <= radius_m)
    .sort((a, b) => a.distance_m - b.distance_m || a.one.opened_ms - b.one.opened_ms)
  const open = same.find(({ one }) => one.status === 'open')
  if (open) return { kind: 'joins', caseId: open.one.id }
  const done = same.find(({ one }) => one.status === 'done')
  if (done) return { kind: 'contests', caseId: done.one.id }
  const since_ms = signal.received_ms - RECURRENCE_DAYS * DAY_MS
  const recent = same
    .filter(({ one }) => one.asset && (one.closed_ms ?? 0) >= since_ms)
    .sort((a, b) => (b.one.closed_ms ?? 0) - (a.one.closed_ms ?? 0))[0]
  if (!recent) return { kind: 'opens' }
  const { id, closedAs, closed_ms = 0 } = recent.one
  const isBack = closedAs === 'cleared' && closed_ms >= signal.received_ms - FLAPS_WITHIN_MS
  return isBack ? { kind: 'reopens', caseId: id } : { kind: 'opens', recurrenceOf: id }
}

/** Metres between a signal and a case; the same asset is no distance, an unknown place is endless. */
function apart_m(signal: SignalData, one: Candidate): number {
  if (signal.asset && one.asset?.id === signal.asset.id) return 0
  if (!signal.place || !one.place) return Number.POSITIVE_INFINITY
  return distance_m([signal.place.lon, signal.place.lat], [one.place.lon, one.place.lat])
}
