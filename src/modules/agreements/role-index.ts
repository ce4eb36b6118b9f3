import type { AreaSizes } from './category-index.ts'
import { startOfDate_ms, type WallClock } from './local-time.ts'
import type { RoleVersion } from './roles.ts'
import type { SignalFacts } from './routing-decision.ts'

/** A stated role as it was found for a signal. */
export type StatedAt = RoleVersion & { until_ms: number }

/** The closest stated role for a signal's category, place and moment. */
export type RoleIndex = {
  find(facts: Pick<SignalFacts, 'areas' | 'at_ms'>, path: readonly string[]): StatedAt | undefined
  /** All areas that a stated role names. */
  areas: ReadonlySet<string>
}

type Entry = StatedAt & { from_ms: number }

/**
 * @param path the category of the signal and those above it, in either order given as `pathOf` gives it: root first
 */
export function indexRoles(
  versions: readonly RoleVersion[],
  clock: WallClock,
  sizes_m2: AreaSizes,
): RoleIndex {
  const entries = entriesOf(versions, clock)
  return {
    areas: new Set(entries.flatMap(({ role }) => role.areas)),
    find({ areas, at_ms }, path) {
      const fitting = entries.flatMap((entry) => {
        if (at_ms < entry.from_ms || at_ms >= entry.until_ms) return []
        const depth = Math.max(...entry.role.categories.map((id) => path.indexOf(id)))
        const held = entry.role.areas.filter((id) => areas.includes(id))
        if (depth < 0 || (entry.role.areas.length > 0 && held.length === 0)) return []
        const zone_m2 = Math.min(Infinity, ...held.map((id) => sizes_m2.get(id) ?? Infinity))
        return [{ entry, depth, zone_m2: held.length === 0 ? Infinity : zone_m2 }]
      })
      return fitting.sort(byCloseness)[0]?.entry
    },
  }
}

/** As with agreements: a version takes over from its own first day, and ends the earlier one. */
function entriesOf(versions: readonly RoleVersion[], clock: WallClock): Entry[] {
  const limits = new Map<string, number>()
  return versions
    .toSorted((a, b) => b.version - a.version)
    .flatMap((source) => {
      const { id, validity } = source.role
      const limit_ms = limits.get(id) ?? Infinity
      const from_ms = startOfDate_ms(clock, validity.from)
      if (from_ms >= limit_ms) return []
      limits.set(id, from_ms)
      const end_ms = validity.to === undefined ? Infinity : startOfDate_ms(clock, validity.to)
      return [{ ...source, from_ms, until_ms: Math.min(end_ms, limit_ms) }]
    })
}

type Fitting = { entry: Entry; depth: number; zone_m2: number }

/** The deepest category, then the smallest area, then the newest; the id leaves nothing to chance. */
function byCloseness(a: Fitting, b: Fitting): number {
  if (a.depth !== b.depth) return b.depth - a.depth
  if (a.zone_m2 !== b.zone_m2) return a.zone_m2 - b.zone_m2
  const [x, y] = [a.entry, b.entry]
  return y.from_ms - x.from_ms || y.entered_ms - x.entered_ms || (x.role.id < y.role.id ? -1 : 1)
}
