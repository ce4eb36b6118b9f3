import type { Gathering, GatheringLevel, SignalFacts } from '#modules/agreements'
import { createCarriedFacts } from './carried-facts.ts'

/** What an object hangs from, and by which agreement a fault of it counts there. */
export type Membership = { level: GatheringLevel; unit: string; agreement: string; version: number }

/** A report of an object that has not been cleared since. */
export type Dark = {
  asset: string
  publicNumber?: string
  signalId: string
  at_ms: number
  of: readonly Membership[]
}

/** What is asked of the reports of a case again and again. */
export type DarkFacts = {
  /** Which objects they are. */
  assets: Set<string>
  /**
   * What they hang from, once for each that follows another of the same: one report after another shares the list of
   * the one before it, so that a case of hundreds on one cable has it once.
   */
  circuits: Dark['of'][]
  earliest_ms: number
}

export const DARK = createCarriedFacts<Dark, DarkFacts>(
  () => ({ assets: new Set(), circuits: [], earliest_ms: Number.POSITIVE_INFINITY }),
  (facts, { asset, of, at_ms }) => {
    facts.assets.add(asset)
    if (of !== facts.circuits.at(-1)) facts.circuits.push(of)
    facts.earliest_ms = Math.min(facts.earliest_ms, at_ms)
  },
)

/** The list of the one before, where it says the same. */
export function sharedCircuit(of: Dark['of'], before: Dark['of'] | undefined): Dark['of'] {
  if (before?.length !== of.length) return of
  const isSame = of.every((one, at) => {
    const { level, unit, agreement, version } = before[at] as Membership
    return (
      one.unit === unit &&
      one.level === level &&
      one.agreement === agreement &&
      one.version === version
    )
  })
  return isSame ? before : of
}

type AssetFacts = NonNullable<SignalFacts['asset']>

/** What makes a case one of several objects: what they hang from, and by which terms it was found. */
export type Cluster = Membership & {
  /** The beginning of the stretch in which enough of them were reported. */
  since_ms: number
  from: number
  withinMinutes: number
  /** How many they were when it was found. */
  members: number
  /** The one whose report made them enough: by it the rule is asked, as agreements are about such objects. */
  member?: AssetFacts
  /** Absent of a row in a street. */
  asset?: AssetFacts
  street?: string
  place?: { lon: number; lat: number }
}

/** A report as the counting looks at it. */
export type Seen = Pick<Dark, 'asset' | 'at_ms'>

export type Terms = {
  from: number
  within_ms: number
  /** Of a row: the objects next to one. Absent: all members are alike. */
  nextTo?: (asset: string) => readonly string[]
}

const MINUTE_MS = 60_000

export function termsOf(
  { from, withinMinutes }: Gathering['terms'],
  nextTo?: Terms['nextTo'],
): Terms {
  return { from, within_ms: withinMinutes * MINUTE_MS, ...(nextTo && { nextTo }) }
}

/**
 * The beginning of the first stretch of `within_ms` in which enough different objects were reported; undefined where there
 * is none. A function of the set of reports alone: more of them never make it later, so that the order in which they come
 * in, and how often, decides nothing.
 */
export function gatheredSince(seen: readonly Seen[], terms: Terms): number | undefined {
  const inTime = seen.toSorted((a, b) => a.at_ms - b.at_ms)
  const within = new Map<string, number>()
  let next = 0
  for (const { asset, at_ms } of inTime) {
    for (; next < inTime.length; next++) {
      const one = inTime[next]
      if (!one || one.at_ms > at_ms + terms.within_ms) break
      within.set(one.asset, (within.get(one.asset) ?? 0) + 1)
    }
    if (isEnough(asset, within, terms)) return at_ms
    const left = (within.get(asset) ?? 0) - 1
    if (left > 0) within.set(asset, left)
    else within.delete(asset)
  }
  return undefined
}

/** Of a row, only the one of the first object counts: others begin with an object of their own. */
function isEnough(first: string, within: ReadonlyMap<string, number>, terms: Terms): boolean {
  if (within.size < terms.from) return false
  return !terms.nextTo || rowOf(first, new Set(within.keys()), terms.nextTo).length >= terms.from
}

/** The objects that are one problem, given since when: all reported since, or of a row those that stand in one. */
export function membersSince(
  seen: readonly Seen[],
  since_ms: number,
  { from, nextTo }: Terms,
): ReadonlySet<string> {
  const since = new Set(seen.flatMap(({ asset, at_ms }) => (at_ms >= since_ms ? [asset] : [])))
  if (!nextTo) return since
  return new Set(
    rowsIn(since, nextTo)
      .filter((row) => row.length >= from)
      .flat(),
  )
}

/** Which of them stand next to each other without a gap. */
function rowsIn(
  assets: ReadonlySet<string>,
  nextTo: (asset: string) => readonly string[],
): string[][] {
  const left = new Set(assets)
  const rows: string[][] = []
  for (const first of assets) if (left.has(first)) rows.push(rowOf(first, left, nextTo))
  return rows
}

/** The row of one of them; those in it are taken out of `left`. */
function rowOf(
  first: string,
  left: Set<string>,
  nextTo: (asset: string) => readonly string[],
): string[] {
  const row = [first]
  left.delete(first)
  for (const one of row) for (const next of nextTo(one)) if (left.delete(next)) row.push(next)
  return row
}
