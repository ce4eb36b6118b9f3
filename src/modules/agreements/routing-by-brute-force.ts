import type { AgreementVersion } from './agreement.ts'
import { WEEKDAYS } from './agreement.ts'
import type { AgreementsInForce } from './compile-agreements.ts'
import type { Chosen, Refusal, RoutingDecision, SignalFacts } from './routing-decision.ts'

/**
 * The routing rule once more, as plainly as it can be said and without any index: it holds every
 * agreement against the signal, sorts, and takes the first. The tests hold `route` against it;
 * nothing else uses it.
 */

type Seen = AgreementVersion & {
  depth: number
  /** The first day on which a later version has taken over. */
  until: string | undefined
  refusal: Refusal | undefined
  /** Names this asset or none, and holds the place or names no area. */
  isLookedUp: boolean
  /** Repaired it before, and stands for it. */
  isWarrantor: boolean
  closeness: number[]
}

const LIMIT = 20

export function routeByBruteForce(
  inForce: AgreementsInForce,
  facts: SignalFacts,
  decided_ms: number,
): RoutingDecision {
  const head = { engine: 1, epoch: inForce.epoch, facts, decided_ms }
  if (!inForce.categories.some(({ id }) => id === facts.category)) {
    const outcome = { kind: 'desk', reason: 'unknown-category' } as const
    return { ...head, outcome, alternatives: [], notListed: {} }
  }
  const candidates = inForce.agreements
    .flatMap((version) =>
      isWarrantor(version, facts)
        ? seeWarrantor(version, inForce, facts)
        : see(version, inForce, facts),
    )
    .sort((a, b) => Number(b.isLookedUp) - Number(a.isLookedUp) || compare(a, b))
  const fitting = candidates.filter(({ refusal }) => !refusal)
  const able = fitting.filter(({ agreement }) => agreement.mode !== 'shadow')
  const winner = able[0]
  const shadow = fitting[0]?.agreement.mode === 'shadow' ? fitting[0] : undefined
  const equals = able
    .slice(1)
    .filter((other) => winner && String(other.closeness) === String(winner.closeness))
    .slice(0, LIMIT)
  const runnerUp = equals.length > 0 ? undefined : able[1]
  const others = candidates.filter((c) => c !== winner && c !== shadow && !equals.includes(c))
  const ordered = runnerUp ? [runnerUp, ...others.filter((c) => c !== runnerUp)] : others
  return {
    ...head,
    outcome: outcomeOf(winner),
    ...(winner && equals.length === 0 && { decidedBy: stepBetween(winner, runnerUp) }),
    ...(shadow && { shadow: chosen(shadow) }),
    ...(equals.length > 0 && { conflict: equals.map(chosen) }),
    alternatives: ordered.slice(0, LIMIT).map((candidate) => {
      return { ...chosen(candidate), reason: candidate.refusal ?? 'ranked-lower' }
    }),
    notListed: tally(ordered.slice(LIMIT), candidates, winner, facts),
  }
}

function see(source: AgreementVersion, inForce: AgreementsInForce, facts: SignalFacts): Seen[] {
  const { scope, validity, id } = source.agreement
  const knownAt_ms = inForce.knownAt_ms ?? Number.MAX_VALUE
  if (source.entered_ms > knownAt_ms) return []
  const depths = scope.categories.flatMap((category) => depthAbove(category, inForce, facts))
  if (depths.length === 0) return []
  const until = inForce.agreements
    .filter((other) => other.agreement.id === id && other.version > source.version)
    .filter((other) => other.entered_ms <= knownAt_ms)
    .map((other) => other.agreement.validity.from)
    .sort()[0]
  if (until !== undefined && until <= validity.from) return []
  const isAsset = scope.assets.length === 0 || scope.assets.includes(facts.asset?.id ?? '')
  const held = scope.areas.filter((area) => facts.areas.includes(area))
  const isLookedUp = isAsset && (scope.areas.length === 0 || held.length > 0)
  const isWarrantor = false
  const depth = Math.max(...depths)
  const seen = {
    ...source,
    depth,
    until,
    isLookedUp,
    isWarrantor,
    refusal: undefined,
    closeness: [],
  }
  const closeness = closenessOf(seen, inForce, isLookedUp ? held : scope.areas)
  return [{ ...seen, closeness, refusal: refuse(seen, inForce, facts, held) }]
}

function isWarrantor({ agreement, version }: AgreementVersion, { warranty, at_ms }: SignalFacts) {
  if (!warranty || at_ms >= warranty.until_ms) return false
  return agreement.id === warranty.agreement && version === warranty.version
}

/** Whatever it names and however long ago it ended, and closer than warranty or works of a place. */
function seeWarrantor(
  source: AgreementVersion,
  inForce: AgreementsInForce,
  facts: SignalFacts,
): Seen[] {
  const { scope, mode, party } = source.agreement
  if (source.entered_ms > (inForce.knownAt_ms ?? Number.MAX_VALUE)) return []
  const isAsset = scope.assets.includes(facts.asset?.id ?? '')
  const closeness = [isAsset ? 1 : 0, scope.clusterLevels.length > 0 ? 1 : 0, 2, 0, 0, 0, 0, 0]
  const isExcluded = facts.excluded.includes(party)
  const refusal = mode === 'off' ? 'mode-off' : isExcluded ? 'excluded' : undefined
  const seen = { ...source, depth: 0, until: undefined, isLookedUp: true, isWarrantor: true }
  return [{ ...seen, refusal, closeness }]
}

/** The depth of a category, when the signal's lies in its subtree. */
function depthAbove(category: string, { categories }: AgreementsInForce, facts: SignalFacts) {
  const find = (id: string | undefined) => categories.find((c) => c.id === id)
  const line = (id: string): string[] => {
    const found = find(id)
    if (!found) return []
    return find(found.parent) ? [id, ...line(found.parent as string)] : [id]
  }
  return line(facts.category).includes(category) ? [line(category).length - 1] : []
}

function closenessOf(seen: Seen, { areaSizes_m2 }: AgreementsInForce, areas: string[]): number[] {
  const { scope, basis, rank } = seen.agreement
  return [
    scope.assets.length > 0 ? 1 : 0,
    scope.clusterLevels.length > 0 ? 1 : 0,
    ['warranty', 'works'].includes(basis) ? 1 : 0,
    scope.managers.length > 0 ? 1 : 0,
    (scope.priorities.length > 0 ? 1 : 0) + (scope.hours ? 1 : 0),
    seen.depth,
    -Math.min(...areas.map((area) => areaSizes_m2.get(area) ?? Infinity)),
    rank,
  ]
}

function refuse(
  seen: Seen,
  inForce: AgreementsInForce,
  facts: SignalFacts,
  held: string[],
): Refusal | undefined {
  const { mode, validity, party, scope } = seen.agreement
  const { date, weekday, time } = wallOf(facts.at_ms, inForce.zone)
  const { asset } = facts
  const ends = [validity.to, seen.until].filter((day) => day !== undefined)
  if (mode === 'off') return 'mode-off'
  if (date < validity.from) return 'not-yet-valid'
  if (ends.some((end) => date >= end)) return 'no-longer-valid'
  if (facts.excluded.includes(party)) return 'excluded'
  if (scope.assets.length > 0 && !scope.assets.some((id) => id === asset?.id)) return 'other-asset'
  if (scope.assetTypes.length > 0 && asset && !scope.assetTypes.includes(asset.type)) {
    return 'other-asset-type'
  }
  if (scope.areas.length > 0 && held.length === 0) return 'other-area'
  const manager = managerOf(inForce, facts)
  if (scope.managers.length > 0 && !scope.managers.some((id) => id === manager)) {
    return 'other-manager'
  }
  if (scope.clusterLevels.length > 0 && !scope.clusterLevels.includes(facts.clusterLevel)) {
    return 'other-cluster-level'
  }
  if (scope.priorities.length > 0 && !scope.priorities.includes(facts.priority)) {
    return 'other-priority'
  }
  if (scope.hours && !isWithin(scope.hours, weekday, time)) return 'outside-hours'
  return undefined
}

function isWithin(
  { days, from, to }: NonNullable<AgreementVersion['agreement']['scope']['hours']>,
  weekday: number,
  time: string,
): boolean {
  const opens = (day: number) => days.some((name) => name === WEEKDAYS[(day + 7) % 7])
  if (from < to) return opens(weekday) && time >= from && time < to
  return (opens(weekday) && time >= from) || (opens(weekday - 1) && time < to)
}

function managerOf({ managementAreas, areaSizes_m2 }: AgreementsInForce, facts: SignalFacts) {
  if (facts.asset) return facts.asset.manager ?? facts.asset.owner
  const size_m2 = (area: string) => areaSizes_m2.get(area) ?? Number.MAX_VALUE
  const grounds = facts.areas.filter((area) => managementAreas.has(area)).sort()
  const smallest = grounds.sort((a, b) => size_m2(a) - size_m2(b))[0]
  return smallest === undefined ? undefined : managementAreas.get(smallest)
}

/** What the calendar and the clock in that zone show, as text. */
function wallOf(at_ms: number, timeZone: string) {
  const date = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short' }).format(at_ms)
  const time = new Intl.DateTimeFormat('sv', { timeZone, timeStyle: 'short' }).format(at_ms)
  const day = new Intl.DateTimeFormat('en', { timeZone, weekday: 'short' }).format(at_ms)
  return { date, time, weekday: (WEEKDAYS as readonly string[]).indexOf(day.toLowerCase()) }
}

function compare(a: Seen, b: Seen): number {
  for (const [step, value] of a.closeness.entries()) {
    const other = b.closeness[step] as number
    if (value !== other) return other > value ? 1 : -1
  }
  const keys = (seen: Seen) => [seen.agreement.validity.from, seen.entered_ms] as const
  const [[fromA, enteredA], [fromB, enteredB]] = [keys(a), keys(b)]
  if (fromA !== fromB) return fromA < fromB ? 1 : -1
  if (enteredA !== enteredB) return enteredB - enteredA
  if (a.agreement.id !== b.agreement.id) return a.agreement.id < b.agreement.id ? -1 : 1
  return b.version - a.version
}

function stepBetween(winner: Seen, runnerUp: Seen | undefined) {
  const steps = [
    'asset',
    'cluster-level',
    'warranty-or-works',
    'manager',
    'priority-and-hour',
    'category-depth',
    'zone-size',
    'rank',
  ] as const
  const step = runnerUp && steps.find((_, at) => winner.closeness[at] !== runnerUp.closeness[at])
  return step ?? 'only-candidate'
}

function tally(rest: Seen[], candidates: Seen[], winner: Seen | undefined, facts: SignalFacts) {
  const counts: Partial<Record<Refusal, number>> = {}
  for (const seen of rest) {
    const reason = coarseReason(seen, candidates, winner, facts)
    counts[reason] = (counts[reason] ?? 0) + 1
  }
  return counts
}

function coarseReason(
  seen: Seen,
  candidates: Seen[],
  winner: Seen | undefined,
  facts: SignalFacts,
): Refusal {
  const { assets } = seen.agreement.scope
  if (!seen.isWarrantor && assets.length > 0 && !assets.includes(facts.asset?.id ?? ''))
    return 'other-asset'
  if (!seen.isLookedUp) return 'other-area'
  const isAfter = winner && candidates.indexOf(seen) > candidates.indexOf(winner)
  return isAfter ? 'ranked-lower' : (seen.refusal ?? 'ranked-lower')
}

function outcomeOf(winner: Seen | undefined): RoutingDecision['outcome'] {
  if (!winner) return { kind: 'desk', reason: 'no-agreement' }
  const { basis, mode, informed } = winner.agreement
  if (basis === 'owner-only') return { kind: 'owner-only', ...chosen(winner) }
  if (mode === 'off' || mode === 'shadow') throw new Error('cannot win')
  const because = winner.isWarrantor ? { because: 'warranty' as const } : {}
  return { kind: 'party', ...chosen(winner), mode, basis, informed, ...because }
}

function chosen({ agreement, version }: Seen): Chosen {
  return { agreement: agreement.id, version, party: agreement.party }
}
