import { compareEntries, type Entry } from './category-index.ts'
import type { Question } from './refusal.ts'
import { closenessOfWarrantor } from './specificity.ts'

/** Who repaired it before, as a candidate like any other: off, shadow and excluded are asked of it too. */
export function entryOfWarrantor({ facts: { asset }, warrantor }: Question): Entry | undefined {
  if (!warrantor) return undefined
  const isThisAsset = asset !== undefined && warrantor.assets?.has(asset.id) === true
  const closeness = closenessOfWarrantor(warrantor.agreement, isThisAsset)
  const live = { everywhere: [], byArea: new Map() }
  const group = { number: -1, circumstances: warrantor.circumstances, closeness, live }
  return { candidate: warrantor, depth: 0, number: -1, group, closeness, order: -1 }
}

/** The candidates in their order with the warrantor in its place, and each only once. */
export function withWarrantor(ranked: readonly Entry[], warrantor: Entry | undefined): Entry[] {
  const others = ranked.filter(({ candidate }) => candidate !== warrantor?.candidate)
  return warrantor ? [...others, warrantor].sort(compareEntries) : others
}
