import { distance_m } from '#kernel/geometry'

/** What somebody wants to be told of: all that is named has to hold. An empty one is everything that is public. */
export type Filter = {
  /** The id of one case. */
  case?: string
  areas?: readonly string[]
  /** Each with what is below it. */
  categories?: readonly string[]
  place?: { lon: number; lat: number; radius_m: number }
  types?: readonly string[]
}

/** What everybody may know that happened to a case. */
export type PublicChange = {
  position: number
  type: string
  caseId: string
  category: string
  /** Empty, as the place is absent, where not everybody may know where it is. */
  areas: readonly string[]
  place?: { lon: number; lat: number }
}

/** `isWithin`: whether a category is another, or below it. */
export function matches(
  filter: Filter,
  change: PublicChange,
  isWithin: (category: string, above: string) => boolean,
): boolean {
  const { areas, categories, place, types } = filter
  return (
    (filter.case === undefined || filter.case === change.caseId) &&
    (types === undefined || types.includes(change.type)) &&
    (areas === undefined || areas.some((one) => change.areas.includes(one))) &&
    (categories === undefined || categories.some((one) => isWithin(change.category, one))) &&
    (place === undefined || isNear(place, change.place))
  )
}

function isNear(of: NonNullable<Filter['place']>, at: PublicChange['place']): boolean {
  return at !== undefined && distance_m([of.lon, of.lat], [at.lon, at.lat]) <= of.radius_m
}
