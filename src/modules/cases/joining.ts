import { distance_m } from '#kernel/geometry'
import type { WarrantyFacts } from '#modules/agreements'
import type { Case } from './case.ts'
import type { Cluster } from './clusters.ts'
import type { SignalData } from './events.ts'
import { officeKindOf } from './kinds.ts'
import type { Rules } from './rules.ts'
import { verificationOf, type Work, workOf } from './work.ts'

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
  | 'kind'
  | 'joinedInto'
> & { work?: Work; clusterUnit?: string }

/** A case as a new signal looks at it. */
export function candidateOf(one: Case): Candidate {
  const work = workOf(one)
  const { cluster } = one
  return { ...one, ...(work && { work }), ...(cluster && { clusterUnit: cluster.unit }) }
}

/** What of a signal decides to which case it belongs. */
export type Joining = Pick<SignalData, 'category' | 'place' | 'asset' | 'received_ms' | 'kind'>

export type Joined =
  | { kind: 'joins'; caseId: string; clusterSince_ms?: number }
  | { kind: 'contests'; caseId: string; clusterSince_ms?: number }
  | { kind: 'reopens'; caseId: string; clusterSince_ms?: number }
  | { kind: 'opens'; recurrenceOf?: string; warranty?: WarrantyFacts; cluster?: Cluster }

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

/**
 * Whether a signal is about a problem that is known: the same asset and category, or, where of neither an asset is
 * known, the same category within the category's radius, the nearest first. One with an asset never joins one without:
 * it would tie two assets together when it comes first, and not when it comes last. A case that is done and not yet
 * confirmed is contested; one that cleared by itself and is soon back opens again. Only of the same asset a new case is
 * a recurrence: litter in one place twice is no repair that failed. Confidential signals never join: nobody's trouble is shown to another.
 * What is no fault joins nothing either, and nothing joins it: each has an answer of its own.
 */
export function joinOrOpen(
  signal: Joining,
  radius_m: number,
  isConfidential: boolean,
  candidates: readonly Candidate[],
  rules: Pick<Rules, 'agreement'>,
): Joined {
  if (isConfidential || officeKindOf(signal.kind)) return { kind: 'opens' }
  const same = candidates
    .filter((one) => one.category === signal.category && !one.isHistory && !one.kind)
    .filter((one) => one.joinedInto === undefined)
    .filter((one) => one.visibility !== 'confidential' && one.asset?.id === signal.asset?.id)
    .map((one) => ({ one, distance_m: apart_m(signal, one) }))
    .filter(({ distance_m }) => distance_m <= radius_m)
    .sort((a, b) => a.distance_m - b.distance_m || a.one.opened_ms - b.one.opened_ms)
  const open = same.find(({ one }) => one.status === 'open')
  if (open) return { kind: 'joins', caseId: open.one.id }
  const done = same.find(({ one }) => one.status === 'done')
  if (done) return { kind: 'contests', caseId: done.one.id }
  const closed = same
    .flatMap(({ one }) => (one.asset && one.closed_ms !== undefined ? [one] : []))
    .sort((a, b) => (b.closed_ms ?? 0) - (a.closed_ms ?? 0))
  return afterClosing(signal, closed, rules)
}

/** What several reports are to the earlier cases of what their objects hang from. */
export function afterSeveral(
  signal: Joining,
  earlier: readonly Candidate[],
  rules: Pick<Rules, 'agreement'>,
): Exclude<Joined, { kind: 'joins' }> {
  const done = earlier.find((one) => one.status === 'done')
  if (done) return { kind: 'contests', caseId: done.id }
  const closed = earlier
    .filter((one) => one.closed_ms !== undefined && one.joinedInto === undefined)
    .sort((a, b) => (b.closed_ms ?? 0) - (a.closed_ms ?? 0))
  return afterClosing(signal, closed, rules)
}

/** What a signal is to the cases of its asset that are closed, the last closed first. */
function afterClosing(
  { received_ms }: Joining,
  closed: readonly Candidate[],
  rules: Pick<Rules, 'agreement'>,
): Extract<Joined, { kind: 'opens' | 'reopens' }> {
  const warranty = closed
    .map((one) => warrantyOf(one, rules))
    .find((one) => one && received_ms < one.until_ms)
  const earlier = closed.find((one) => {
    const { recurrenceDays } = verificationOf(one.work, rules)
    const isRecent = (one.closed_ms ?? 0) >= received_ms - recurrenceDays * DAY_MS
    return isRecent || one.id === warranty?.caseId
  })
  // Whoever asks for no recurrences may still have things that flap.
  const [last] = closed
  const flaps_ms = verificationOf(last?.work, rules).flapsWithinHours * HOUR_MS
  if (last?.closedAs === 'cleared' && (last.closed_ms ?? 0) >= received_ms - flaps_ms)
    return { kind: 'reopens', caseId: last.id }
  return {
    kind: 'opens',
    ...(earlier && { recurrenceOf: earlier.id }),
    ...(warranty && { warranty }),
  }
}

/** Whoever did the work stands for it once it was confirmed, or nobody contradicted it. */
function warrantyOf(
  { id: caseId, closedAs, closed_ms = 0, work }: Candidate,
  rules: Pick<Rules, 'agreement'>,
): WarrantyFacts | undefined {
  if (closedAs !== 'confirmed' && closedAs !== 'unchallenged') return undefined
  if (work?.status !== 'done') return undefined
  const { party, agreement, version } = work
  const { warrantyDays = 0 } = rules.agreement(agreement, version) ?? {}
  if (warrantyDays === 0) return undefined
  return { party, agreement, version, caseId, until_ms: closed_ms + warrantyDays * DAY_MS }
}

/** Metres between a signal and a case; the same asset is no distance, an unknown place is endless. */
function apart_m(signal: Joining, one: Candidate): number {
  if (signal.asset && one.asset?.id === signal.asset.id) return 0
  if (!signal.place || !one.place) return Number.POSITIVE_INFINITY
  return distance_m([signal.place.lon, signal.place.lat], [one.place.lon, one.place.lat])
}
