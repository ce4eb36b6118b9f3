import type { Category } from '#modules/categories'
import type { CategoryIndex } from './category-index.ts'
import { GATHERING_LEVELS, type GatheringLevel } from './cluster-terms.ts'
import type { CompiledAgreements } from './compile-agreements.ts'
import { DAY_MS } from './local-time.ts'
import type { SignalFacts } from './routing-decision.ts'
import { hoursOf } from './standings.ts'

/** All places that lie in the same areas, and who holds the objects that stand there, by their type. */
export type PlaceKind = {
  areas: readonly string[]
  holders: ReadonlyMap<string, ReadonlySet<string | undefined>>
}

/** The levels at which an agreement of the category says now from how many several are one problem, also one that is off. */
export function levelsIn({ all }: CategoryIndex, at_ms: number): readonly GatheringLevel[] {
  const holding = all
    .map(({ candidate }) => candidate)
    .filter(({ validFrom_ms, validTo_ms }) => validFrom_ms <= at_ms && at_ms < validTo_ms)
  const named = holding.flatMap(({ agreement }) => agreement.clusters ?? [])
  return GATHERING_LEVELS.filter((level) => named.some((one) => one.level === level))
}

/** The signals that can be about a place: about no object, one of a type that the category is about, or several of it. */
export function* signalsAt(
  { areas, holders }: PlaceKind,
  { id: category, priority, assetTypes }: Category,
  levels: readonly GatheringLevel[],
  at_ms: number,
): Generator<SignalFacts> {
  const facts = { category, areas, priority, clusterLevel: 'single', at_ms, excluded: [] } as const
  yield facts
  for (const type of assetTypes)
    for (const manager of holders.get(type) ?? []) {
      const asset = { id: '', type, ...(manager && { manager }) }
      yield { ...facts, asset }
      for (const clusterLevel of levels) yield { ...facts, asset, clusterLevel }
    }
}

/** Between two of these wall times nothing opens or closes. */
export function hoursOfWeek(
  index: CategoryIndex,
  { clock }: CompiledAgreements,
  at_ms: number,
): number[] {
  const now_ms = clock.wall_ms(at_ms)
  const today_ms = Math.floor(now_ms / DAY_MS) * DAY_MS
  const turns = hoursOf(index).flatMap(({ from_ms, to_ms }) =>
    Array.from({ length: 7 }, (_, day) => today_ms + day * DAY_MS).flatMap((day_ms) => [
      day_ms + from_ms,
      day_ms + (to_ms % DAY_MS),
    ]),
  )
  return [...new Set([now_ms, ...turns])]
}
