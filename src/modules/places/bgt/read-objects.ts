import type { Area, Asset } from '../place.ts'
import { isGeometry, readPolygonal, readPosition } from './coordinates.ts'
import { type Reject, readObjects } from './read-features.ts'
import { ASSET_FILES } from './register-tables.ts'
import type { StreetLabels } from './street-labels.ts'

/** A lamp post further from any street label than this stands in no street we know. */
const STREET_WITHIN_M = 100
/** A road part further from any label is called by what it is for. */
const ROAD_WITHIN_M = 60

export type FileOptions = {
  file: string
  text: string
  labels: StreetLabels
  now_ms: number
  /** The ids of objects in the files before: one that comes again is rejected. */
  known?: Set<string>
}

export type AssetsRead = { assets: Asset[]; rejects: Reject[]; leftOut: number }
export type AreasRead = { areas: Area[]; rejects: Reject[]; leftOut: number }

/**
 * The points of one file of the register (see ASSET_FILES) as assets, owned by their register
 * holder.
 */
export function readBgtAssets({
  file,
  text,
  labels,
  now_ms,
  known = new Set(),
}: FileOptions): AssetsRead {
  const table = ASSET_FILES[file]
  if (!table) throw new Error(`no assets are read from ${file}`)
  const { objects, rejects, leftOut } = readObjects(file, text, now_ms, known)
  const assets: Asset[] = []
  for (const { index, id, holder, plusType, geometry } of objects) {
    const isPoint = isGeometry(geometry) && geometry.type === 'Point'
    const place = readPosition(isPoint ? geometry.coordinates : undefined)
    if ('fault' in place) {
      rejects.push({ file, index, reason: place.fault })
      continue
    }
    const street = labels.nearest(place.value, STREET_WITHIN_M)
    assets.push({
      id,
      type: table.types[plusType] ?? table.other,
      place: place.value,
      ...(street !== undefined && { street }),
      owner: holder,
    })
  }
  return { assets, rejects, leftOut }
}

/** The polygons of the roads as areas of kind `road`, managed by their register holder. */
export function readBgtRoads({
  file,
  text,
  labels,
  now_ms,
  known = new Set(),
}: FileOptions): AreasRead {
  const { objects, rejects, leftOut } = readObjects(file, text, now_ms, known)
  const areas: Area[] = []
  for (const { index, id, holder, functie, geometry } of objects) {
    const shape = readPolygonal(geometry)
    if ('fault' in shape) {
      rejects.push({ file, index, reason: shape.fault })
      continue
    }
    const name = labels.ofShape(shape.value, ROAD_WITHIN_M) ?? (functie || 'weg')
    areas.push({ id, kind: 'road', name, manager: holder, geometry: shape.value })
  }
  return { areas, rejects, leftOut }
}
