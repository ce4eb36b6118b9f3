import { boxOf, distance_m, type LonLat, type Polygonal } from '#kernel/geometry'
import { indexAssets } from '../asset-index.ts'
import { holds } from '../polygon.ts'
import { isGeometry, readPosition } from './coordinates.ts'
import { featuresOf, isRecord } from './read-features.ts'

/** How streets are called, by the labels on the map. */
export type StreetLabels = {
  /** The name on the nearest label within `radius_m`. */
  nearest(point: LonLat, radius_m: number): string | undefined
  /**
   * The name on a label that lies on the polygon, else on the one nearest to a corner of it, within
   * `radius_m`.
   */
  ofShape(shape: Polygonal, radius_m: number): string | undefined
}

const LABEL = 'street-label'

/** Labels that cannot be read are passed over: a street without a name is still a street. */
export function readStreetLabels(file: string, text: string): StreetLabels {
  const labels = featuresOf(file, text).flatMap((feature, at) => {
    if (!isRecord(feature) || !isRecord(feature.properties) || !isGeometry(feature.geometry))
      return []
    const { naam } = feature.properties
    const place = readPosition(feature.geometry.coordinates)
    if ('fault' in place || typeof naam !== 'string' || naam === '') return []
    return [{ id: String(at), type: LABEL, place: place.value, street: naam }]
  })
  const index = indexAssets(labels)
  const near = (point: LonLat, radius_m: number, most: number) =>
    index.nearest(point, { types: [LABEL], radius_m, most })
  return {
    nearest: (point, radius_m) => near(point, radius_m, 1)[0]?.asset.street,
    ofShape(shape, radius_m) {
      const [west, south, east, north] = boxOf(shape)
      const middle: LonLat = [(west + east) / 2, (south + north) / 2]
      const reach_m = distance_m(middle, [east, north]) + radius_m
      const around = near(middle, reach_m, Infinity).map(({ asset }) => asset)
      const on = around.find(({ place }) => holds(shape, place))
      if (on) return on.street
      const rings = shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat()
      let best: { street: string | undefined; far_m: number } | undefined
      for (const { place, street } of around) {
        for (const [lon, lat] of rings.flat() as [number, number][]) {
          const far_m = distance_m(place, [lon, lat])
          if (far_m <= radius_m && (!best || far_m < best.far_m)) best = { street, far_m }
        }
      }
      return best?.street
    },
  }
}

/** Where the register came without a file of labels. */
export const noStreetLabels: StreetLabels = {
  nearest: () => undefined,
  ofShape: () => undefined,
}
