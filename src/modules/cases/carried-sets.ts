/**
 * The set of what is in a list that only grows at its end, found once and carried over to the list that has one more. A
 * case of hundreds is not gone through again for each report. Lists do not change; one that lost its set gets it again.
 */
export type CarriedSets<Item> = {
  of(list: readonly Item[]): ReadonlySet<string>
  /** The list with one more. */
  add(list: readonly Item[], item: Item): readonly Item[]
}

export function createCarriedSets<Item>(nameOf: (item: Item) => string): CarriedSets<Item> {
  const sets = new WeakMap<readonly Item[], Set<string>>()
  return {
    of(list) {
      const known = sets.get(list)
      if (known) return known
      const found = new Set(list.map(nameOf))
      sets.set(list, found)
      return found
    },
    add(list, item) {
      const longer = [...list, item]
      const known = sets.get(list)
      if (!known) return longer
      sets.delete(list)
      sets.set(longer, known.add(nameOf(item)))
      return longer
    },
  }
}
