import proj4 from 'proj4'
import type { LonLat, Polygonal } from '#kernel/geometry'

const RD =
  '+proj=sterea +lat_0=52.15616055555555 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 ' +
  '+y_0=463000 +ellps=bessel ' +
  '+towgs84=565.4171,50.3319,465.5524,-0.398957,0.343988,-1.87740,4.0725 +units=m'
const fromRd = proj4(RD, 'WGS84')

/** No degree is above this, and no place in the Dutch grid below it. */
const LEAST_RD_M = 1000

/** With the coastal waters. */
const [WEST, SOUTH, EAST, NORTH] = [3.2, 50.7, 7.3, 53.7]

export type CoordinateFault = 'geometry-unreadable' | 'ring-not-closed' | 'outside-netherlands'
export type Read<T> = { value: T } | { fault: CoordinateFault }

/**
 * A position in WGS84 degrees or in metres of the Dutch grid (EPSG:28992), as degrees rounded to a
 * centimetre.
 */
export function readPosition(position: unknown): Read<LonLat> {
  if (!Array.isArray(position)) return { fault: 'geometry-unreadable' }
  const [x, y] = position
  if (!Number.isFinite(x) || !Number.isFinite(y)) return { fault: 'geometry-unreadable' }
  const [lon, lat] = x > LEAST_RD_M && y > LEAST_RD_M ? degreesOf(x, y) : [x, y]
  const isHere = lon >= WEST && lon <= EAST && lat >= SOUTH && lat <= NORTH
  return isHere ? { value: [lon, lat] } : { fault: 'outside-netherlands' }
}

/** The Dutch grid (EPSG:28992, metres) in degrees, to a centimetre. */
export function degreesOf(x: number, y: number): [number, number] {
  const [lon, lat] = fromRd.forward([x, y])
  return [Math.round(lon * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7]
}

/** Degrees in the Dutch grid (EPSG:28992), to whole metres: what a crew looks up, and no survey. */
export function rdOf(lon: number, lat: number): [number, number] {
  const [x, y] = fromRd.inverse([lon, lat])
  return [Math.round(x), Math.round(y)]
}

/** A GeoJSON Polygon or MultiPolygon in degrees. */
export function readPolygonal(geometry: unknown): Read<Polygonal> {
  if (!isGeometry(geometry)) return { fault: 'geometry-unreadable' }
  if (geometry.type === 'Polygon') {
    const rings = readAll(geometry.coordinates, readRing)
    return 'fault' in rings ? rings : { value: { type: 'Polygon', coordinates: rings.value } }
  }
  if (geometry.type !== 'MultiPolygon') return { fault: 'geometry-unreadable' }
  const parts = readAll(geometry.coordinates, (part) => readAll(part, readRing))
  return 'fault' in parts ? parts : { value: { type: 'MultiPolygon', coordinates: parts.value } }
}

export function isGeometry(value: unknown): value is { type: unknown; coordinates: unknown } {
  return typeof value === 'object' && value !== null && 'type' in value && 'coordinates' in value
}

function readRing(ring: unknown): Read<number[][]> {
  const positions = readAll(ring, readPosition)
  if ('fault' in positions) return positions
  const [first, last] = [positions.value[0], positions.value.at(-1)]
  const isClosed =
    positions.value.length >= 4 && first?.[0] === last?.[0] && first?.[1] === last?.[1]
  if (!isClosed) return { fault: 'ring-not-closed' }
  return { value: positions.value.map(([lon, lat]) => [lon, lat]) }
}

function readAll<T>(list: unknown, read: (item: unknown) => Read<T>): Read<T[]> {
  if (!Array.isArray(list) || list.length === 0) return { fault: 'geometry-unreadable' }
  const all: T[] = []
  for (const item of list) {
    const one = read(item)
    if ('fault' in one) return one
    all.push(one.value)
  }
  return { value: all }
}
