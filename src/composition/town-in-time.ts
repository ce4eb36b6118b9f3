import type { IsKnown } from '#kernel/in-time'
import {
  type CategoriesAt,
  type Category,
  type CategoryVersion,
  categoriesInTime,
} from '#modules/categories'
import { boundaryAt, type KnownMunicipality, type Municipality } from '#modules/directory'
import type { Surroundings } from '#modules/places'

/** All that was entered of what changes on a moment of its own, of a municipality and of those around it. */
export type TownHistory = {
  own: KnownMunicipality
  others: readonly KnownMunicipality[]
  categoryVersions: readonly CategoryVersion[]
}

/** What holds during one stretch of time, `[since_ms, until_ms)`. */
export type TownStretch = {
  /** Its boundary is the one of this stretch. */
  municipality: Municipality
  categories: ReadonlyMap<string, Category>
  categoriesAt: CategoriesAt
  surroundings: Surroundings
  since_ms: number
  until_ms: number
}

/** What held at a moment, by all that is known now or by what was known at another moment. */
export function stretchAt(
  { own, others, categoryVersions }: TownHistory,
  at_ms: number,
  isKnown: IsKnown = () => true,
): TownStretch {
  const versions = categoryVersions.filter(isKnown)
  const boundaries = own.boundaries.filter(isKnown)
  const neighbours = others.map((one) => ({ ...one, boundaries: one.boundaries.filter(isKnown) }))
  const begins = [versions, boundaries, ...neighbours.map((one) => one.boundaries)].flatMap((all) =>
    all.map(({ from_ms }) => from_ms),
  )
  const categoriesAt = categoriesInTime(versions)
  const municipality: Municipality = { ...own, boundary: boundaryAt(boundaries, at_ms) }
  return {
    municipality,
    categories: new Map(categoriesAt(at_ms).map((one) => [one.id, one])),
    categoriesAt,
    surroundings: {
      boundary: municipality.boundary,
      before: formerOf(boundaries, at_ms),
      neighbours: neighbours.map(({ id, name, boundaries: theirs }) => ({
        id,
        name,
        boundary: boundaryAt(theirs, at_ms),
      })),
    },
    since_ms: begins.reduce((last, one) => (one <= at_ms && one > last ? one : last), -Infinity),
    until_ms: begins.reduce((next, one) => (one > at_ms && one < next ? one : next), Infinity),
  }
}

/** What belonged to the municipality before each change that has begun, the last change first. */
function formerOf(
  boundaries: KnownMunicipality['boundaries'],
  at_ms: number,
): NonNullable<Surroundings['before']> {
  const begun = new Set(boundaries.map(({ from_ms }) => from_ms))
  return [...begun]
    .filter((one) => one <= at_ms && one > -Infinity)
    .sort((a, b) => b - a)
    .map((until_ms) => ({ until_ms, boundary: boundaryAt(boundaries, until_ms - 1) }))
}

/** The town as it was at a moment; the town itself where nothing changed between then and now. */
export function townAt<T extends TownStretch & { history: TownHistory }>(
  town: T,
  at_ms: number,
): T {
  if (at_ms >= town.since_ms && at_ms < town.until_ms) return town
  return { ...town, ...stretchAt(town.history, at_ms) }
}
