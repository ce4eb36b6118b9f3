import { PRIORITIES, type Priority } from '#modules/categories'
import type { Agreement, AgreementVersion } from './agreement.ts'
import { CLUSTER_LEVELS } from './cluster-levels.ts'
import { isOpenAt, type OpeningHours, openingHours } from './opening-hours.ts'
import type { ClusterLevel, Refusal, SignalFacts } from './routing-decision.ts'

/**
 * What an agreement asks of a signal besides its own validity and place; undefined and full masks
 * mean: any. Many agreements share the same, so that it is held against a signal once for all of
 * them.
 */
export type Circumstances = {
  assetTypes: ReadonlySet<string> | undefined
  managers: ReadonlySet<string> | undefined
  clusterLevels: number
  priorities: number
  hours: OpeningHours | undefined
}

/** A version of an agreement ready to be held against signals. */
export type Candidate = AgreementVersion & {
  isOff: boolean
  validFrom_ms: number
  validTo_ms: number
  assets: ReadonlySet<string> | undefined
  areas: ReadonlySet<string> | undefined
  circumstances: Circumstances
}

/** What the rule asks about a signal, worked out once for all candidates. */
export type Question = {
  facts: SignalFacts
  manager: string | undefined
  clusterLevel: number
  priority: number
  wall_ms: number
  /** Who repaired it before and stands for it: asked only whether it is off or its party excluded. */
  warrantor: Candidate | undefined
}

export function candidateOf(
  source: AgreementVersion,
  validFrom_ms: number,
  validTo_ms: number,
): Candidate {
  const { scope, mode } = source.agreement
  return {
    ...source,
    isOff: mode === 'off',
    validFrom_ms,
    validTo_ms,
    assets: setOrAny(scope.assets),
    areas: setOrAny(scope.areas),
    circumstances: {
      assetTypes: setOrAny(scope.assetTypes),
      managers: setOrAny(scope.managers),
      clusterLevels: maskOf(CLUSTER_LEVELS, scope.clusterLevels),
      priorities: maskOf(PRIORITIES, scope.priorities),
      hours: scope.hours && openingHours(scope.hours),
    },
  }
}

/**
 * @param grounds the manager of each management area
 * @param areaSizes_m2 where management areas overlap, the smallest says who manages the ground
 */
export function questionOf(
  facts: SignalFacts,
  wall_ms: number,
  grounds: ReadonlyMap<string, string>,
  areaSizes_m2: ReadonlyMap<string, number>,
  warrantor?: Candidate,
): Question {
  return {
    facts,
    warrantor,
    manager: managerOf(facts, grounds, areaSizes_m2),
    clusterLevel: bitOf(CLUSTER_LEVELS, facts.clusterLevel),
    priority: bitOf(PRIORITIES, facts.priority),
    wall_ms,
  }
}

/**
 * The first test that an agreement fails; undefined when it fits. The order: its mode and validity,
 * the party, the asset, its type, the area, the manager, cluster level, priority and hours.
 */
export function refusalOf(candidate: Candidate, question: Question): Refusal | undefined {
  const { assets, areas, circumstances } = candidate
  const { asset } = question.facts
  const own = refusalOfItself(candidate, question)
  if (own || candidate === question.warrantor) return own
  if (assets && !(asset && assets.has(asset.id))) return 'other-asset'
  const refusal = refusalOfCircumstances(circumstances, question)
  if (refusal === 'other-asset-type') return refusal
  return areas && !holdsPlace(areas, question.facts.areas) ? 'other-area' : refusal
}

/** What stands in the way whatever the signal is about and wherever it is. A warranty outlives its agreement. */
export function refusalOfItself(
  candidate: Candidate,
  { facts, warrantor }: Question,
): Refusal | undefined {
  if (candidate.isOff) return 'mode-off'
  if (candidate === warrantor)
    return isExcluded(candidate.agreement, facts) ? 'excluded' : undefined
  if (facts.at_ms < candidate.validFrom_ms) return 'not-yet-valid'
  if (facts.at_ms >= candidate.validTo_ms) return 'no-longer-valid'
  return isExcluded(candidate.agreement, facts) ? 'excluded' : undefined
}

/**
 * A signal without an asset fits any asset type: its category already says what it is about, and a
 * neighbour who cannot tell which lamp it is must reach the party that looks after the lamps.
 */
export function refusalOfCircumstances(
  asked: Circumstances,
  { facts: { asset }, manager, clusterLevel, priority, wall_ms }: Question,
): Refusal | undefined {
  if (asked.assetTypes && asset && !asked.assetTypes.has(asset.type)) return 'other-asset-type'
  if (asked.managers && !(manager && asked.managers.has(manager))) return 'other-manager'
  if ((asked.clusterLevels & clusterLevel) === 0) return 'other-cluster-level'
  if ((asked.priorities & priority) === 0) return 'other-priority'
  return asked.hours && !isOpenAt(asked.hours, wall_ms) ? 'outside-hours' : undefined
}

function isExcluded({ party }: Agreement, { excluded }: SignalFacts): boolean {
  return excluded.length > 0 && excluded.includes(party)
}

function holdsPlace(areas: ReadonlySet<string>, place: readonly string[]): boolean {
  for (const area of place) if (areas.has(area)) return true
  return false
}

/**
 * The ground's manager counts only where no asset is known: a lamp of the province stays the
 * province's.
 */
function managerOf(
  { asset, areas }: SignalFacts,
  grounds: ReadonlyMap<string, string>,
  areaSizes_m2: ReadonlyMap<string, number>,
): string | undefined {
  if (asset) return asset.manager ?? asset.owner
  let smallest: { area: string; manager: string; size_m2: number } | undefined
  for (const area of areas) {
    const manager = grounds.get(area)
    if (manager === undefined) continue
    const size_m2 = areaSizes_m2.get(area) ?? Infinity
    const isSmaller =
      !smallest ||
      size_m2 < smallest.size_m2 ||
      (size_m2 === smallest.size_m2 && area < smallest.area)
    if (isSmaller) smallest = { area, manager, size_m2 }
  }
  return smallest?.manager
}

function setOrAny(values: readonly string[]): ReadonlySet<string> | undefined {
  return values.length > 0 ? new Set(values) : undefined
}

function maskOf<T extends ClusterLevel | Priority>(all: readonly T[], named: readonly T[]): number {
  return (named.length > 0 ? named : all).reduce((mask, value) => mask | bitOf(all, value), 0)
}

function bitOf<T>(all: readonly T[], value: T): number {
  return 1 << all.indexOf(value)
}
