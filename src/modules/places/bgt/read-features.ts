export const REJECT_REASONS = [
  'not-a-feature',
  'id-unusable',
  'id-twice',
  'holder-missing',
  'date-unreadable',
  'geometry-unreadable',
  'ring-not-closed',
  'outside-netherlands',
] as const
export type RejectReason = (typeof REJECT_REASONS)[number]

/** Which feature of which file could not be used, counted from 0, and why. */
export type Reject = { file: string; index: number; reason: RejectReason }

/** One object of the register, its words still the register's. */
export type RegisterObject = {
  index: number
  id: string
  holder: string
  plusType: string
  functie: string
  geometry: unknown
}

export type ObjectsRead = {
  objects: RegisterObject[]
  rejects: Reject[]
  /** Ended, or not there yet. */
  leftOut: number
}

/**
 * The `features` of a GeoJSON text; throws where it is not a FeatureCollection: then it is the
 * wrong file.
 */
export function featuresOf(file: string, text: string): unknown[] {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    throw new Error(`${file} is not JSON`)
  }
  if (!isRecord(parsed) || parsed.type !== 'FeatureCollection' || !Array.isArray(parsed.features))
    throw new Error(`${file} is not a GeoJSON FeatureCollection`)
  return parsed.features
}

/**
 * The objects of one file that are there at `now_ms`; what is wrong with one does not stop the
 * others. `known` has the ids of the files before, and those of this one are added to it.
 */
export function readObjects(
  file: string,
  text: string,
  now_ms: number,
  known: Set<string>,
): ObjectsRead {
  const read: ObjectsRead = { objects: [], rejects: [], leftOut: 0 }
  for (const [index, feature] of featuresOf(file, text).entries()) {
    const one = readObject(feature, index, now_ms)
    const object = 'id' in one ? one : undefined
    if ('leftOut' in one) read.leftOut++
    else if ('reason' in one) read.rejects.push({ file, index, reason: one.reason })
    else if (object && known.has(object.id)) read.rejects.push({ file, index, reason: 'id-twice' })
    else if (object) read.objects.push(object)
    if (object) known.add(object.id)
  }
  return read
}

function readObject(
  feature: unknown,
  index: number,
  now_ms: number,
): RegisterObject | { reason: RejectReason } | { leftOut: true } {
  if (!isRecord(feature) || !isRecord(feature.properties)) return { reason: 'not-a-feature' }
  const { properties, geometry } = feature
  const ends = [properties.eindRegistratie, properties.terminatie].map(endOf)
  if (ends.some(Number.isNaN)) return { reason: 'date-unreadable' }
  if (ends.some((end_ms) => end_ms <= now_ms)) return { leftOut: true }
  if (properties.bgtStatus !== 'bestaand') return { leftOut: true }
  const id = safeId(properties.lokaalID)
  if (id === undefined) return { reason: 'id-unusable' }
  const holder = safeId(properties.bronhouder)
  if (holder === undefined) return { reason: 'holder-missing' }
  const [plusType, functie] = [wordOf(properties.plusType), wordOf(properties.functie)]
  return { index, id, holder, plusType, functie, geometry }
}

/**
 * When it ends; never where nothing is said, NaN where that cannot be read. Local times count as
 * UTC: hours do not matter.
 */
function endOf(value: unknown): number {
  if (value === undefined || value === null || value === '') return Infinity
  if (typeof value !== 'string') return Number.NaN
  return Date.parse(/T[\d:.]+$/.test(value) ? `${value}Z` : value)
}

/** As agreements can name it: other characters become an underscore. */
function safeId(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const id = value.trim().replace(/[^\w.-]/g, '_')
  return /^[A-Za-z0-9][\w.-]{0,79}$/.test(id) ? id : undefined
}

function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
