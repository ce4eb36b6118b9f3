import type { LonLat } from '#kernel/geometry'
import type { AssetIndex } from './asset-index.ts'
import type { Asset } from './place.ts'

/** Coordinates in the registers are rounded to a centimetre. */
const EPSILON_M = 0.01
/** As many as a person can be asked to choose from. */
const MOST_RIVALS = 10

export type SnapOptions = {
  types: readonly string[]
  /** How far off the point itself may be. */
  accuracy_m?: number
  searchRadius_m?: number
}

export type Snap = {
  asset?: Asset
  distance_m?: number
  isUncertain: boolean
  /** What may be meant as well and is another organisation's, nearest first. */
  rivals: Asset[]
}

/** Who answers for an asset: its manager, else its owner. */
export function holderOf(asset: Asset): string | undefined {
  return asset.manager ?? asset.owner
}

/**
 * The nearest asset of the types, and whether the point could mean an asset of another organisation
 * as well: one within the point's accuracy, or as near as the nearest.
 */
export function snapToAsset(index: AssetIndex, point: LonLat, options: SnapOptions): Snap {
  const { types, accuracy_m = 15, searchRadius_m = 30 } = options
  const radius_m = Math.max(accuracy_m, searchRadius_m)
  const [nearest] = index.nearest(point, { types, radius_m, most: 1 })
  if (!nearest) return { isUncertain: false, rivals: [] }

  const doubt_m = Math.max(accuracy_m, nearest.distance_m) + EPSILON_M
  const rivals = index
    .nearest(point, { types, radius_m: doubt_m, most: Infinity })
    .filter(({ asset }) => holderOf(asset) !== holderOf(nearest.asset))
    .map(({ asset }) => asset)
  return { ...nearest, isUncertain: rivals.length > 0, rivals: rivals.slice(0, MOST_RIVALS) }
}
