import { isGeometry, type Read, readPolygonal, readPosition } from '../bgt/coordinates.ts'
import { featuresOf, isRecord, type Reject } from '../bgt/read-features.ts'
import type { BaseFeature, BaseGeometry, BaseLayer } from './base-feature.ts'

type Properties = Readonly<Record<string, unknown>>
type File = { layer: BaseLayer; kindOf: (properties: Properties) => string | undefined }

const always = (kind: string) => () => kind

/** A word of a property begins with one of these; the first that fits counts. */
const byWord =
  (property: string, words: readonly (readonly [start: string, kind: string | undefined])[]) =>
  (properties: Properties) => {
    const text = textOf(properties[property]).toLowerCase()
    return words.find(([start]) => text.startsWith(start))?.[1]
  }

const ROADS = [
  ['rijbaan auto', 'main'],
  ['rijbaan regionale', 'main'],
  ['rijbaan', 'street'],
  ['woonerf', 'street'],
  ['ov-baan', 'street'],
  ['fietspad', 'path'],
  ['voetpad', 'path'],
  ['voetgangers', 'path'],
  ['ruiterpad', 'path'],
  ['', 'paved'],
] as const

const GREENS = [
  ['loofbos', 'wood'],
  ['gemengd bos', 'wood'],
  ['naaldbos', 'wood'],
  ['houtwal', 'wood'],
  ['groenvoorziening', 'park'],
  ['heide', 'park'],
  ['duin', 'park'],
  ['struiken', 'park'],
] as const

/** Kinds as OpenStreetMap calls roads, for files that come from there. */
const HIGHWAYS = [
  ['motorway', 'main'],
  ['trunk', 'main'],
  ['primary', 'main'],
  ['secondary', 'main'],
  ['main', 'main'],
  ['foot', 'path'],
  ['cycle', 'path'],
  ['path', 'path'],
  ['service', 'paved'],
  ['', 'street'],
] as const

/** What is read: files of the BGT by the names that it gives them, and plain GeoJSON by ours. */
export const BASE_FILES: Readonly<Record<string, File>> = {
  'begroeidterreindeel.geojson': { layer: 'green', kindOf: byWord('klasse', GREENS) },
  'ondersteunendwegdeel.geojson': { layer: 'green', kindOf: always('verge') },
  'waterdeel.geojson': {
    layer: 'water',
    kindOf: byWord('klasse', [
      ['greppel', 'ditch'],
      ['', 'water'],
    ]),
  },
  'wegdeel.geojson': { layer: 'road', kindOf: byWord('functie', ROADS) },
  'overbruggingsdeel.geojson': { layer: 'road', kindOf: always('street') },
  'pand.geojson': { layer: 'building', kindOf: always('building') },
  'straatnaamlabels.geojson': { layer: 'label', kindOf: always('street') },
  'green.geojson': { layer: 'green', kindOf: always('park') },
  'water.geojson': { layer: 'water', kindOf: always('water') },
  'roads.geojson': {
    layer: 'road',
    kindOf: (properties) => byWord(properties.kind ? 'kind' : 'highway', HIGHWAYS)(properties),
  },
  'buildings.geojson': { layer: 'building', kindOf: always('building') },
  'labels.geojson': { layer: 'label', kindOf: always('street') },
}

export type BaseRead = { features: BaseFeature[]; rejects: Reject[]; leftOut: number }

/** The drawable features of one file (see BASE_FILES); what is wrong with one does not stop the others. */
export function readBase(file: string, text: string, now_ms: number): BaseRead {
  const table = BASE_FILES[file]
  if (!table) throw new Error(`no base is read from ${file}`)
  const read: BaseRead = { features: [], rejects: [], leftOut: 0 }
  for (const [index, feature] of featuresOf(file, text).entries()) {
    if (!isRecord(feature) || !isGeometry(feature.geometry)) {
      read.rejects.push({ file, index, reason: 'not-a-feature' })
      continue
    }
    const properties = isRecord(feature.properties) ? feature.properties : {}
    const kind = table.kindOf(properties)
    if (kind === undefined || isGone(properties, now_ms)) {
      read.leftOut++
      continue
    }
    const shape = readShape(table.layer, feature.geometry)
    if ('fault' in shape) {
      read.rejects.push({ file, index, reason: shape.fault })
      continue
    }
    const name = textOf(properties.naam ?? properties.name)
    const { hoek } = properties
    const own: BaseFeature = {
      layer: table.layer,
      kind,
      ...(name === '' ? {} : { name: name.slice(0, 80) }),
      ...(typeof hoek === 'number' && Number.isFinite(hoek) ? { angle: uprightOf(-hoek) } : {}),
      geometry: shape.value,
    }
    if (table.layer === 'label' && name === '') read.leftOut++
    else read.features.push(own)
    // A road that is a line carries its name along itself.
    if (table.layer === 'road' && name !== '' && isLine(own.geometry))
      read.features.push({ ...own, layer: 'label', kind: kind === 'main' ? 'main' : 'street' })
  }
  return read
}

/** Ended by the register's own words, or not there yet. */
function isGone(properties: Properties, now_ms: number): boolean {
  const { bgtStatus, eindRegistratie, terminatie } = properties
  if (bgtStatus !== undefined && bgtStatus !== 'bestaand') return true
  return [eindRegistratie, terminatie].some(
    (end) => typeof end === 'string' && Date.parse(end) <= now_ms,
  )
}

const isLine = ({ type }: BaseGeometry) => type === 'LineString' || type === 'MultiLineString'

/** Nobody reads a name upside down. */
function uprightOf(angle: number): number {
  const turned = ((((angle + 90) % 180) + 180) % 180) - 90
  return Math.round(turned * 10) / 10
}

function readShape(
  layer: BaseLayer,
  geometry: { type: unknown; coordinates: unknown },
): Read<BaseGeometry> {
  const { type, coordinates } = geometry
  if (type === 'Polygon' || type === 'MultiPolygon')
    return layer === 'label' ? { fault: 'geometry-unreadable' } : readPolygonal(geometry)
  if (type === 'Point' && layer === 'label') {
    const place = readPosition(coordinates)
    return 'fault' in place ? place : { value: { type, coordinates: [...place.value] } }
  }
  if (layer === 'building' || layer === 'green') return { fault: 'geometry-unreadable' }
  if (type === 'LineString') {
    const line = readLine(coordinates)
    return 'fault' in line ? line : { value: { type, coordinates: line.value } }
  }
  if (type !== 'MultiLineString' || !Array.isArray(coordinates))
    return { fault: 'geometry-unreadable' }
  const lines: number[][][] = []
  for (const one of coordinates) {
    const line = readLine(one)
    if ('fault' in line) return line
    lines.push(line.value)
  }
  return lines.length > 0
    ? { value: { type, coordinates: lines } }
    : { fault: 'geometry-unreadable' }
}

function readLine(positions: unknown): Read<number[][]> {
  if (!Array.isArray(positions) || positions.length < 2) return { fault: 'geometry-unreadable' }
  const line: number[][] = []
  for (const one of positions) {
    const place = readPosition(one)
    if ('fault' in place) return place
    line.push([...place.value])
  }
  return { value: line }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}
