import type { LonLat } from '#kernel/geometry'
import type { AreaIndex } from './area-index.ts'
import type { AssetIndex } from './asset-index.ts'
import { typesOf } from './asset-types.ts'
import { assetInWords } from './asset-words.ts'
import type { Asset } from './place.ts'
import { isStreetName, neighbourhoodAt } from './search/street-places.ts'

/** What stands farther away does not say where something is. */
const ASSET_WITHIN_M = 60
const STREET_WITHIN_M = 120
const LOOKED_AT = 12

export type Whereabouts = {
  street: string | undefined
  /** With a number on it that somebody on the spot can look for. */
  asset: Asset | undefined
  distance_m: number | undefined
  neighbourhood: string | undefined
}

/** What is around a place that people know it by. */
export function whereaboutsOf(
  { areas, assets }: { areas: AreaIndex; assets: AssetIndex },
  types: readonly string[],
  place: LonLat,
): Whereabouts {
  const near = assets.nearest(place, { types, radius_m: ASSET_WITHIN_M, most: LOOKED_AT })
  const numbered = near.find(({ asset }) => asset.publicNumber !== undefined)
  return {
    street: streetOf({ areas, assets }, place, areas.at(place)),
    asset: numbered?.asset,
    distance_m: numbered?.distance_m,
    neighbourhood: neighbourhoodAt(areas, place),
  }
}

/** The street that a place in these areas is in, or the nearest within 120 m that an object names. */
export function streetOf(
  { areas, assets }: { areas: AreaIndex; assets: AssetIndex },
  place: LonLat,
  within: readonly string[],
): string | undefined {
  const around = within.map((id) => areas.area(id))
  const road = around.find((area) => area?.kind === 'road' && isStreetName(area.name))
  return road?.name ?? assets.nearestStreet(place, STREET_WITHIN_M)
}

/** The same for whoever has a town and a place alone. */
export function whereaboutsAt(
  places: { areas: AreaIndex; assets: AssetIndex },
  place: LonLat,
  locale: 'nl' | 'en',
): string | undefined {
  const { street, neighbourhood } = whereaboutsOf(places, typesOf(places.assets), place)
  return whereaboutsInWords(
    { street, neighbourhood, asset: undefined, distance_m: undefined },
    locale,
  )
}

/** Where it is, as one would say it; undefined where nothing around has a name. */
export function whereaboutsInWords(
  { street, asset, neighbourhood }: Whereabouts,
  locale: 'nl' | 'en',
): string | undefined {
  const near = locale === 'nl' ? 'bij' : 'near'
  const known = [street, asset && assetInWords(asset, locale)].filter((one) => one !== undefined)
  if (known.length > 0) return `${near} ${known.join(', ')}`
  if (neighbourhood === undefined) return undefined
  return `in ${neighbourhood}`
}
