import { type Box, boxOf, type LonLat, type Polygonal } from '#kernel/geometry'
import { degreesOf } from '../bgt/coordinates.ts'
import { featuresOf, isRecord } from '../bgt/read-features.ts'
import type { Area, AreaKind } from '../place.ts'
import { nameOf } from '../register/match-register.ts'
import { type Mending, type MendRefusal, mendPolygon } from './mend-polygon.ts'

export const AREA_REFUSALS = [
  'not-a-feature',
  'geometry-missing',
  'geometry-collection',
  'geometry-no-polygon',
  'position-unreadable',
  'id-missing',
  'id-unusable',
  'id-twice',
  'id-of-another-kind',
  'area-outside-municipality',
] as const
export type AreaRefusal = (typeof AREA_REFUSALS)[number] | MendRefusal

/** What is known of the coordinates: degrees of the world, or metres of the Dutch grid. */
export const CRS = ['EPSG:4326', 'EPSG:28992'] as const
export type Crs = (typeof CRS)[number]

export type AreasOptions = {
  kind: AreaKind
  /** The property that holds the id; absent: the `id` of the feature. */
  id?: string
  /** The property that holds the name; absent: the id is its name. */
  name?: string
  /** Overrules the `crs` member of the file. */
  crs?: Crs
  /** Around the municipality: an area that does not reach it is of another one, or in other coordinates. */
  box: Box
  /** The kinds of the areas that are known, by id. */
  kinds: ReadonlyMap<string, AreaKind>
}

export type AreaReject = { index: number; reason: AreaRefusal; detail: string }
export type AreasRead = {
  areas: Area[]
  rejects: AreaReject[]
  mended: { id: string; mendings: Mending[]; changed_share: number }[]
}

/** Throws where the text is no FeatureCollection, or is in coordinates that are not known here. */
export function readAreas(file: string, text: string, options: AreasOptions): AreasRead {
  const features = featuresOf(file, text)
  const crs = options.crs ?? crsOf(file, text)
  const read: AreasRead = { areas: [], rejects: [], mended: [] }
  const seen = new Set<string>()
  for (const [index, feature] of features.entries()) {
    const one = readArea(feature, crs, options)
    if ('reason' in one) {
      read.rejects.push({ index, ...one })
      continue
    }
    const { area, mendings, changed_share } = one
    if (seen.has(area.id)) {
      read.rejects.push({ index, reason: 'id-twice', detail: area.id })
      continue
    }
    seen.add(area.id)
    read.areas.push(area)
    if (mendings.length > 0) read.mended.push({ id: area.id, mendings, changed_share })
  }
  return read
}

/** The `crs` member of the older GeoJSON (2008); without one it is degrees (RFC 7946). */
function crsOf(file: string, text: string): Crs {
  const { crs } = JSON.parse(text) as { crs?: unknown }
  if (crs === undefined || crs === null) return 'EPSG:4326'
  const properties = isRecord(crs) && isRecord(crs.properties) ? crs.properties : {}
  const name = String(properties.name ?? '')
  if (/(EPSG:+28992|RD_?New)$/i.test(name)) return 'EPSG:28992'
  if (/(EPSG:+(4326|4258)|CRS:?84)$/i.test(name)) return 'EPSG:4326'
  throw new Error(`${file} is in ${name || 'unknown coordinates'}: give it in EPSG:28992 or WGS84`)
}

type One =
  | { area: Area; mendings: Mending[]; changed_share: number }
  | { reason: AreaRefusal; detail: string }

function readArea(feature: unknown, crs: Crs, options: AreasOptions): One {
  if (!isRecord(feature)) return { reason: 'not-a-feature', detail: '' }
  const properties = isRecord(feature.properties) ? feature.properties : {}
  const said = options.id === undefined ? feature.id : properties[options.id]
  if (said === undefined || said === null || said === '')
    return { reason: 'id-missing', detail: options.id ?? 'the id of the feature' }
  const id = nameOf(String(said))
  if (id === undefined) return { reason: 'id-unusable', detail: String(said).slice(0, 100) }
  const refuse = (reason: AreaRefusal, more = '') => ({ reason, detail: `${id} ${more}`.trim() })
  const other = options.kinds.get(id)
  if (other !== undefined && other !== options.kind) return refuse('id-of-another-kind', other)

  const shape = shapeOf(feature.geometry, crs)
  if (typeof shape === 'string') return refuse(shape)
  const mended = mendPolygon(shape)
  if ('reason' in mended) {
    const { reason, changed_share: share } = mended
    return refuse(reason, share === undefined ? '' : `mending would change ${percent(share)}`)
  }
  if (!touches(boxOf(mended.shape), options.box)) return refuse('area-outside-municipality')
  const named = options.name === undefined ? undefined : properties[options.name]
  const name = (typeof named === 'string' && named.trim().slice(0, 200)) || id
  const { mendings, changed_share } = mended
  return { area: { id, kind: options.kind, name, geometry: mended.shape }, mendings, changed_share }
}

const percent = (share: number) => `${Math.round(share * 1000) / 10} %`

function touches(a: Box, b: Box): boolean {
  return a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1]
}

function shapeOf(geometry: unknown, crs: Crs): Polygonal | AreaRefusal {
  if (geometry === null || geometry === undefined) return 'geometry-missing'
  if (!isRecord(geometry)) return 'geometry-no-polygon'
  if (geometry.type === 'GeometryCollection') return 'geometry-collection'
  const isMany = geometry.type === 'MultiPolygon'
  if (!isMany && geometry.type !== 'Polygon') return 'geometry-no-polygon'
  const { coordinates } = geometry
  const parts = isMany ? coordinates : [coordinates]
  if (!Array.isArray(parts)) return 'position-unreadable'
  const polygons: number[][][][] = []
  for (const part of parts) {
    if (!Array.isArray(part)) return 'position-unreadable'
    const rings: number[][][] = []
    for (const ring of part) {
      const points = Array.isArray(ring) ? ring.map((point) => positionOf(point, crs)) : [undefined]
      if (points.includes(undefined)) return 'position-unreadable'
      rings.push(points.map((point) => [...(point as LonLat)]))
    }
    polygons.push(rings)
  }
  return isMany
    ? { type: 'MultiPolygon', coordinates: polygons }
    : { type: 'Polygon', coordinates: polygons[0] ?? [] }
}

function positionOf(position: unknown, crs: Crs): LonLat | undefined {
  if (!Array.isArray(position)) return undefined
  const [x, y] = position
  if (typeof x !== 'number' || typeof y !== 'number') return undefined
  if (!Number.isFinite(x) || !Number.isFinite(y)) return undefined
  const [lon, lat] = crs === 'EPSG:28992' ? degreesOf(x, y) : [x, y]
  const isOnEarth = Math.abs(lon) <= 180 && Math.abs(lat) <= 90
  return isOnEarth ? [lon, lat] : undefined
}
