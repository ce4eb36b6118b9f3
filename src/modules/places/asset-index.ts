import Flatbush from 'flatbush'
import { distance_m, type LonLat, M_PER_DEGREE } from '#kernel/geometry'
import type { Asset } from './place.ts'

/** What the plane and the sphere may differ by where they should not. */
const ROUNDING_M = 0.001

export type NearbyAsset = { asset: Asset; distance_m: number }

export type NearestQuery = {
  /** None are found where the list is empty. */
  types: readonly string[]
  radius_m: number
  most: number
}

/** Every asset of one municipality by place, id and the number on it. Not altered once made. */
export type AssetIndex = {
  /** Nearest first, by great-circle distance; exact up to 50 km from the assets. */
  nearest(point: LonLat, query: NearestQuery): NearbyAsset[]
  all(): Iterable<Asset>
  byId(id: string): Asset | undefined
  /**
   * By the number as people read it off the pole: case, blanks and the kind of dash are nothing.
   * Where more than one owner uses the number, the one nearest to `near`; undefined where that is
   * not given.
   */
  byPublicNumber(number: string, near?: LonLat): Asset | undefined
  /** All that carry the number, read in the same way. */
  allByPublicNumber(number: string): readonly Asset[]
}

/** Throws where two assets have one id. */
export function indexAssets(assets: readonly Asset[]): AssetIndex {
  const byId = new Map<string, Asset>()
  const byNumber = new Map<string, Asset[]>()
  for (const asset of assets) {
    if (byId.has(asset.id)) throw new Error(`two assets have one id: ${asset.id}`)
    byId.set(asset.id, asset)
    if (asset.publicNumber === undefined) continue
    const number = normalNumber(asset.publicNumber)
    const others = byNumber.get(number)
    if (others) others.push(asset)
    else byNumber.set(number, [asset])
  }
  return {
    nearest: nearestOf(assets),
    all: () => byId.values(),
    byId: (id) => byId.get(id),
    byPublicNumber: (number, near) => oneOf(byNumber.get(normalNumber(number)) ?? [], near),
    allByPublicNumber: (number) => byNumber.get(normalNumber(number)) ?? [],
  }
}

function oneOf([first, ...others]: readonly Asset[], near?: LonLat): Asset | undefined {
  if (!first || others.length === 0) return first
  if (!near) return undefined
  const far = ({ place }: Asset) => distance_m(near, place)
  return others.reduce((best, asset) => (far(asset) < far(best) ? asset : best), first)
}

function normalNumber(number: string): string {
  return number
    .replace(/\s+/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .toUpperCase()
}

function nearestOf(assets: readonly Asset[]): AssetIndex['nearest'] {
  if (assets.length === 0) return () => []
  const plane = planeOf(assets)
  const tree = new Flatbush(assets.length)
  for (const { place } of assets) tree.add(plane.x(place[0]), plane.y(place[1]))
  tree.finish()

  const codes = new Map<string, number>()
  const codeOf = Uint16Array.from(assets, ({ type }) => {
    const code = codes.get(type) ?? codes.size
    codes.set(type, code)
    return code
  })
  // One mark a type, set for the time of a query: nothing is allocated for the assets that are
  // passed over.
  const isAsked = new Uint8Array(codes.size)
  const isWanted = (index: number) => isAsked[codeOf[index] as number] === 1

  function search(point: LonLat, radius_m: number, most: number): number[] {
    const reach = radius_m * plane.stretch + ROUNDING_M
    return tree.neighbors(plane.x(point[0]), plane.y(point[1]), most, reach, isWanted)
  }

  return (point, { types, radius_m, most }) => {
    let isAny = false
    for (const type of types) {
      const code = codes.get(type)
      if (code !== undefined) isAny = true
      if (code !== undefined) isAsked[code] = 1
    }
    if (!isAny || most < 1) return []
    let found = search(point, radius_m, most).map((index) => measured(assets, index, point))
    // The plane may put two that are as good as equally far in the wrong order: look once more, as
    // far as the last.
    if (found.length === most) {
      const last_m = Math.min(radius_m, Math.max(...found.map((near) => near.distance_m)))
      found = search(point, last_m, Infinity).map((index) => measured(assets, index, point))
    }
    isAsked.fill(0)
    const within = found.filter((near) => near.distance_m <= radius_m)
    return within.sort((a, b) => a.distance_m - b.distance_m).slice(0, most)
  }
}

function measured(assets: readonly Asset[], index: number, point: LonLat): NearbyAsset {
  const asset = assets[index] as Asset
  return { asset, distance_m: distance_m(point, asset.place) }
}

/**
 * Metres east and north on an equirectangular plane that is true at the middle latitude of the
 * assets. `stretch` is how many times longer than true a distance on it may be, to a point half a
 * degree (55 km) outside.
 */
function planeOf(assets: readonly Asset[]) {
  let [south, north] = [90, -90]
  for (const { place } of assets) {
    south = Math.min(south, place[1])
    north = Math.max(north, place[1])
  }
  const cosine = (lat: number) => Math.cos((lat * Math.PI) / 180)
  const middle = cosine((south + north) / 2)
  return {
    stretch: Math.max(cosine(south - 0.5) / middle, middle / cosine(north + 0.5)),
    x: (lon: number) => lon * M_PER_DEGREE * middle,
    y: (lat: number) => lat * M_PER_DEGREE,
  }
}
