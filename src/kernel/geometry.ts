/** A point as `[longitude, latitude]` in WGS84 degrees (GeoJSON order, CRS84). */
export type LonLat = readonly [lon: number, lat: number]

/** GeoJSON (RFC 7946) polygons: rings of positions, the first the outside, the others holes. */
export type Polygonal =
  | { type: 'Polygon'; coordinates: number[][][] }
  | { type: 'MultiPolygon'; coordinates: number[][][][] }

/** `[west, south, east, north]` in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number]

const EARTH_RADIUS_M = 6_371_008.8
const RADIANS = Math.PI / 180

/** Metres per degree of latitude on the mean sphere. */
export const M_PER_DEGREE = EARTH_RADIUS_M * RADIANS

/** Great-circle distance in metres (haversine on the mean sphere; within 0.5 % of the ellipsoid). */
export function distance_m(a: LonLat, b: LonLat): number {
  const dLat = (b[1] - a[1]) * RADIANS
  const dLon = (b[0] - a[0]) * RADIANS
  const h =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(a[1] * RADIANS) * Math.cos(b[1] * RADIANS) * Math.sin(dLon / 2) ** 2
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** The smallest box around a polygon or multipolygon. */
export function boxOf(shape: Polygonal): Box {
  const rings = shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat()
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const ring of rings) {
    for (const [x, y] of ring) {
      if (x === undefined || y === undefined) continue
      west = Math.min(west, x)
      south = Math.min(south, y)
      east = Math.max(east, x)
      north = Math.max(north, y)
    }
  }
  return [west, south, east, north]
}
