/**
 * What was found of a list that only grows at its end, found once and carried over to the list that has one more. A case
 * of hundreds is not gone through again for each report. Lists do not change; one that lost its facts gets them again.
 */
export type CarriedFacts<Item, Facts> = {
  of(list: readonly Item[]): Readonly<Facts>
  /** The list with one more. */
  add(list: readonly Item[], item: Item): readonly Item[]
}

/** `none` makes the facts of an empty list, and `take` adds those of one more to them, in place. */
export function createCarriedFacts<Item, Facts extends object>(
  none: () => Facts,
  take: (facts: Facts, item: Item) => void,
): CarriedFacts<Item, Facts> {
  const kept = new WeakMap<readonly Item[], Facts>()
  return {
    of(list) {
      const known = kept.get(list)
      if (known) return known
      const found = none()
      for (const item of list) take(found, item)
      kept.set(list, found)
      return found
    },
    add(list, item) {
      // Unlike a list that is spread, it has no room left over for more: of each case one is kept.
      const longer = list.concat([item])
      const known = kept.get(list)
      if (!known) return longer
      kept.delete(list)
      take(known, item)
      kept.set(longer, known)
      return longer
    },
  }
}
