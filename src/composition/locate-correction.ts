import type { LocateCorrection } from '#modules/cases'
import { checkPlace, PLACE_PROBLEMS } from '#modules/places'
import { locate } from './report-signal.ts'
import type { Towns } from './town.ts'

/** Judges the facts that a party corrects as those of a report: within the municipality, at an object that is known. */
export function createLocateCorrection(towns: Towns): LocateCorrection {
  return async (municipality, { category, asset, place }) => {
    const town = await towns.get(municipality)
    const named =
      asset === undefined
        ? undefined
        : (town.assets.byId(asset) ??
          town.assets.byPublicNumber(asset, place && [place.lon, place.lat]))
    if (asset !== undefined && !named)
      return { ok: false, problem: 'asset-unknown', detail: PLACE_PROBLEMS['asset-unknown'].title }
    if (place) {
      const judged = checkPlace(place, town.surroundings)
      if (!judged.ok) return { ok: false, problem: judged.reason, detail: judged.detail.en }
    }
    const { isAssetUncertain: _, ...located } = locate(town, {
      category,
      ...(place && { place }),
      ...(named && { asset: named.id }),
    })
    return { ok: true, located }
  }
}
