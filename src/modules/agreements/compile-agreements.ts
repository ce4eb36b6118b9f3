import { type CategoriesAt, type Category, pathOf } from '#modules/categories'
import type { AgreementVersion } from './agreement.ts'
import { type AreaSizes, type CategoryIndex, indexCategory, type Scoped } from './category-index.ts'
import { startOfDate_ms, type WallClock, wallClockOf } from './local-time.ts'
import { type Candidate, candidateOf } from './refusal.ts'
import { indexRoles, type StatedAt } from './role-index.ts'
import type { RoleVersion } from './roles.ts'
import type { SignalFacts } from './routing-decision.ts'

/** What the rule is made of. Several versions of one agreement may be present, in any order. */
export type AgreementsInForce = {
  municipality: string
  epoch: number
  categories: readonly Category[]
  /** The tree by the moment that is asked about; absent: `categories` at any moment. */
  categoriesAt?: CategoriesAt
  agreements: readonly AgreementVersion[]
  /** What nobody is given on purpose; several versions of one, in any order. */
  roles?: readonly RoleVersion[]
  areaSizes_m2: AreaSizes
  /** Of each management area, the organisation that manages the ground. */
  managementAreas: ReadonlyMap<string, string>
  zone: 'Europe/Amsterdam'
  /** Compile what was known at this moment: versions entered later are left out. */
  knownAt_ms?: number
}

/** The agreements of one municipality as an index; swapped as a whole when one of them changes. */
export type CompiledAgreements = {
  municipality: string
  epoch: number
  clock: WallClock
  areaSizes_m2: AreaSizes
  managementAreas: ReadonlyMap<string, string>
  /** Undefined for a category that the municipality does not have at that moment. */
  indexOf(category: string, at_ms: number): CategoryIndex | undefined
  /** What the municipality stated for a signal that nobody gets. */
  roleFor(facts: SignalFacts): StatedAt | undefined
  /** The areas that stated roles tell apart. */
  roleAreas: ReadonlySet<string>
  /** A version by its name, also one that is no longer in force or was never. */
  versionOf(agreement: string, version: number): Candidate | undefined
}

type IndexedTree = {
  categories: ReadonlyMap<string, Category>
  indices: Map<string, CategoryIndex>
}

/**
 * Compiles the agreements of one municipality. Costs one pass; what belongs to a category is
 * indexed when the first signal about it comes, so that a changed agreement does not hold up the
 * writer with categories nobody asks for.
 */
export function compileAgreements(inForce: AgreementsInForce): CompiledAgreements {
  const { municipality, epoch, areaSizes_m2, managementAreas } = inForce
  const clock = wallClockOf(inForce.zone)
  const candidates = candidatesOf(inForce, clock)
  const byCategory = groupByCategory(candidates)
  const { categoriesAt = () => inForce.categories } = inForce
  const trees = new Map<readonly Category[], IndexedTree>()

  function treeAt(at_ms: number): IndexedTree {
    const list = categoriesAt(at_ms)
    const known = trees.get(list)
    if (known) return known
    const tree = { categories: new Map(list.map((one) => [one.id, one])), indices: new Map() }
    trees.set(list, tree)
    return tree
  }

  function indexOf(category: string, at_ms: number): CategoryIndex | undefined {
    const { categories, indices } = treeAt(at_ms)
    const known = indices.get(category)
    if (known || !categories.has(category)) return known
    const path = pathOf(categories, category) ?? [category]
    const index = indexCategory(scopedTo(path, byCategory), areaSizes_m2)
    indices.set(category, index)
    return index
  }

  function versionOf(agreement: string, version: number): Candidate | undefined {
    const isNamed = (one: AgreementVersion) =>
      one.agreement.id === agreement && one.version === version
    const source = inForce.agreements.filter((one) => isKnown(one, inForce)).find(isNamed)
    return candidates.find(isNamed) ?? (source && candidateOf(source, 0, 0))
  }

  const knownRoles = (inForce.roles ?? []).filter((one) => isKnown(one, inForce))
  const roles = indexRoles(knownRoles, clock, areaSizes_m2)
  const roleFor = (facts: SignalFacts) =>
    roles.find(facts, pathOf(treeAt(facts.at_ms).categories, facts.category) ?? [facts.category])
  const head = { municipality, epoch, clock, areaSizes_m2, managementAreas }
  return { ...head, indexOf, versionOf, roleFor, roleAreas: roles.areas }
}

function isKnown(
  { entered_ms }: { entered_ms: number },
  { knownAt_ms }: AgreementsInForce,
): boolean {
  return knownAt_ms === undefined || entered_ms <= knownAt_ms
}

/**
 * A version takes over from its own first day: from then on, no earlier version of the same
 * agreement holds, also when the new one ends sooner. Versions that never get a day are left out.
 */
function candidatesOf(inForce: AgreementsInForce, clock: WallClock): Candidate[] {
  const known = inForce.agreements.filter((one) => isKnown(one, inForce))
  const newestFirst = known.toSorted((a, b) => b.version - a.version)
  const takenOver = new Map<string, number>()
  const candidates: Candidate[] = []
  for (const source of newestFirst) {
    const { id, validity } = source.agreement
    const limit_ms = takenOver.get(id) ?? Infinity
    const from_ms = startOfDate_ms(clock, validity.from)
    if (from_ms >= limit_ms) continue
    takenOver.set(id, from_ms)
    const end_ms = validity.to === undefined ? Infinity : startOfDate_ms(clock, validity.to)
    candidates.push(candidateOf(source, from_ms, Math.min(end_ms, limit_ms)))
  }
  return candidates
}

function groupByCategory(candidates: readonly Candidate[]): Map<string, Candidate[]> {
  const byCategory = new Map<string, Candidate[]>()
  for (const candidate of candidates) {
    for (const category of new Set(candidate.agreement.scope.categories)) {
      const list = byCategory.get(category)
      if (list) list.push(candidate)
      else byCategory.set(category, [candidate])
    }
  }
  return byCategory
}

function scopedTo(
  path: readonly string[],
  byCategory: ReadonlyMap<string, readonly Candidate[]>,
): Scoped[] {
  const deepest = new Map<Candidate, number>()
  for (const [depth, category] of path.entries()) {
    for (const candidate of byCategory.get(category) ?? []) deepest.set(candidate, depth)
  }
  return [...deepest].map(([candidate, depth]) => ({ candidate, depth }))
}
