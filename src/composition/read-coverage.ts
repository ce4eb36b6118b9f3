import {
  type AgreementVersion,
  type CoverageCell,
  coverageOf,
  type PlaceKind,
} from '#modules/agreements'
import { kindsOfPlace } from '#modules/places'
import { inPieces } from '#platform/in-pieces'
import { compileTown, versionsOf } from './compile-town.ts'
import type { Town } from './town.ts'

const places = new WeakMap<Town['areas'], Promise<PlaceKind[]>>()

/** Worked out once for each version of the areas and objects. */
function placesOf({ areas, assets, municipality }: Town): Promise<PlaceKind[]> {
  const known = places.get(areas)
  if (known) return known
  const found = inPieces(kindsOfPlace(areas, assets, municipality.boundary))
  places.set(areas, found)
  return found
}

export type CoverageAsked = {
  at_ms: number
  category?: string
  area?: string
  /** Instead of the agreements that are entered. */
  agreements?: readonly AgreementVersion[]
}

/** The coverage of a town at a moment; it takes its time, and holds nobody up. */
export async function readTownCoverage(town: Town, asked: CoverageAsked): Promise<CoverageCell[]> {
  const { at_ms, category, area, agreements = versionsOf(town) } = asked
  const all = [...town.categories.values()]
  return inPieces(
    coverageOf({
      compiled: compileTown(town, agreements),
      categories: category === undefined ? all : all.filter(({ id }) => id === category),
      places: await placesOf(town),
      at_ms,
      ...(area === undefined ? {} : { area }),
    }),
  )
}
