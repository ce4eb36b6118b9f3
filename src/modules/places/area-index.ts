import Flatbush from 'flatbush'
import { type Box, boxOf, type LonLat } from '#kernel/geometry'
import type { Area } from './place.ts'
import { holds, size_m2 } from './polygon.ts'

/**
 * Every area of one municipality, to be asked which of them hold a point. Not altered once made.
 */
export type AreaIndex = {
  /**
   * Ids of all areas that hold the point, in the order of their ids; a border is in its east or
   * north side only.
   */
  at(point: LonLat): string[]
  area(id: string): Area | undefined
  /** Those whose box touches this one, in the order of their ids. */
  around(box: Box): Area[]
  readonly sizes_m2: ReadonlyMap<string, number>
  /** The manager of each management area that names one. */
  readonly managers: ReadonlyMap<string, string>
}

/** Throws where two areas have one id. */
export function indexAreas(areas: readonly Area[]): AreaIndex {
  // By id, so that the same place gives the same list in whatever order the areas were read.
  const sorted = areas.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const byId = new Map(sorted.map((area) => [area.id, area]))
  if (byId.size < sorted.length) throw new Error(`two areas have one id: ${firstDouble(sorted)}`)

  const tree = sorted.length > 0 ? new Flatbush(sorted.length) : undefined
  for (const area of sorted) tree?.add(...boxOf(area.geometry))
  tree?.finish()

  return {
    at(point) {
      const [x, y] = point
      const found = tree?.search(x, y, x, y) ?? []
      const ids: string[] = []
      for (const index of found.sort(ascending)) {
        const area = sorted[index] as Area
        if (holds(area.geometry, point)) ids.push(area.id)
      }
      return ids
    },
    area: (id) => byId.get(id),
    around(box) {
      const found = tree?.search(...box) ?? []
      return found.sort(ascending).map((index) => sorted[index] as Area)
    },
    sizes_m2: new Map(sorted.map((area) => [area.id, size_m2(area.geometry)])),
    managers: new Map(
      sorted.flatMap(({ id, kind, manager }) =>
        kind === 'management-area' && manager !== undefined ? [[id, manager]] : [],
      ),
    ),
  }
}

function ascending(a: number, b: number): number {
  return a - b
}

function firstDouble(sorted: readonly Area[]): string | undefined {
  return sorted.find((area, at) => area.id === sorted[at + 1]?.id)?.id
}
