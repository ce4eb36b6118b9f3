import { beginningsOf, holdingAt, type InTime } from '#kernel/in-time'
import type { Category } from './category.ts'

export type CategoryVersion = InTime & { category: Category }

/** The categories that hold at a moment, in the order of their ids; for one stretch of time the same list each time. */
export type CategoriesAt = (at_ms: number) => readonly Category[]

/** Asked for each signal, so a stretch of time is worked out once. */
export function categoriesInTime(versions: readonly CategoryVersion[]): CategoriesAt {
  const byId = [...Map.groupBy(versions, ({ category }) => category.id)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, own]) => own)
  const beginnings = beginningsOf(versions)
  const stretches = new Map<number, readonly Category[]>()
  const NOTHING: readonly Category[] = []
  return (at_ms) => {
    const begin_ms = beginnings.findLast((one) => one <= at_ms)
    if (begin_ms === undefined) return NOTHING
    const known = stretches.get(begin_ms)
    if (known) return known
    const found = byId.flatMap((own) => holdingAt(own, begin_ms)?.category ?? [])
    stretches.set(begin_ms, found)
    return found
  }
}
