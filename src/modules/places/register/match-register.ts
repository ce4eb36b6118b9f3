import { type Box, distance_m, type LonLat } from '#kernel/geometry'
import type { AssetIndex } from '../asset-index.ts'
import type { Asset } from '../place.ts'
import { type Hung, hangAssets } from './hang-assets.ts'
import type { RegisterRow } from './read-register-row.ts'

export const MATCH_REFUSALS = [
  'place-outside-municipality',
  'place-missing',
  'number-of-several',
  'number-far-away',
  'number-of-another-type',
  'number-twice',
  'object-twice',
  'two-candidates',
] as const
export type MatchRefusal = (typeof MATCH_REFUSALS)[number]

export type MatchOptions = {
  known: AssetIndex
  /** Around the municipality. */
  box: Box
  within_m: number
  mostMoved_m: number
}

export type RowMatch = 'known' | 'on-place' | 'new' | { reason: MatchRefusal; detail: string }

export type Matcher = {
  /** What a row is about. Of two rows about one object the second is refused. */
  take(row: RegisterRow): RowMatch
  /** All objects that the rows make or change, with what they hang from. */
  finish(): { assets: Asset[]; cabinetsMade: number }
}

/**
 * Finds for each row of a register the object it is about: by its number, else, where the number is not known, the one
 * object of its type without a number within the distance, else a new one. What a row leaves open stays as it is known.
 */
export function createMatcher(options: MatchOptions): Matcher {
  const { known } = options
  const taken = new Map<string, Hung>()
  const numbers = new Set<string>()

  return {
    take(row) {
      const { number, place } = row
      if (place && !isWithin(options.box, place))
        return { reason: 'place-outside-municipality', detail: place.join(' ') }
      const mark = number === undefined ? undefined : `${row.type}/${normal(number)}`
      if (mark !== undefined && numbers.has(mark))
        return { reason: 'number-twice', detail: number ?? '' }
      const found = find(row, options)
      if ('reason' in found) return found
      const at = found.asset?.place ?? place
      if (!at) return { reason: 'place-missing', detail: `${number} is not known here` }
      const id = found.asset?.id ?? newId(row, at, known)
      if (taken.has(id)) return { reason: 'object-twice', detail: id }
      if (mark !== undefined) numbers.add(mark)
      const { cabinet, circuit } = row
      taken.set(id, { asset: merged(id, found.asset, row, place ?? at), cabinet, circuit })
      return found.how
    },
    finish: () => hangAssets([...taken.values()], known),
  }
}

type Found =
  | { how: 'known' | 'on-place' | 'new'; asset?: Asset }
  | { reason: MatchRefusal; detail: string }

function find(row: RegisterRow, options: MatchOptions): Found {
  const { number, place, type } = row
  const { known, within_m, mostMoved_m } = options
  if (number !== undefined) {
    const all = known.allByPublicNumber(number)
    const same = all.filter((one) => one.type === type)
    if (same.length === 0 && all.length > 0)
      return { reason: 'number-of-another-type', detail: `${all[0]?.id} is a ${all[0]?.type}` }
    const near = place ? same.filter((one) => distance_m(one.place, place) <= mostMoved_m) : same
    if (near.length > 1)
      return { reason: 'number-of-several', detail: near.map(({ id }) => id).join(' ') }
    if (near[0]) return { how: 'known', asset: near[0] }
    if (same.length > 0)
      return { reason: 'number-far-away', detail: `${same[0]?.id} is not within ${mostMoved_m} m` }
  }
  if (!place) return { how: 'new' }
  const around = known.nearest(place, { types: [type], radius_m: within_m, most: Infinity })
  // An object with another number is another object.
  const free = around.filter(
    ({ asset }) => number === undefined || asset.publicNumber === undefined,
  )
  if (free.length > 1)
    return { reason: 'two-candidates', detail: free.map(({ asset }) => asset.id).join(' ') }
  return free[0] ? { how: 'on-place', asset: free[0].asset } : { how: 'new' }
}

function merged(id: string, before: Asset | undefined, row: RegisterRow, place: LonLat): Asset {
  const { type, number, cabinet: _, circuit: __, ...said } = row
  return { ...before, ...said, id, type, place, ...(number && { publicNumber: number }) }
}

function normal(number: string): string {
  return number.replace(/\s+/g, '').toUpperCase()
}

/** Its number as others may name it, else its type and place: the same in every run. */
function newId(row: RegisterRow, [lon, lat]: LonLat, known: AssetIndex): string {
  const micro = (degrees: number) => String(Math.round(degrees * 1e6)).replace('-', 'm')
  const byPlace = `${row.type}-${micro(lon)}-${micro(lat)}`
  if (row.number === undefined) return byPlace
  const name = nameOf(row.number)
  if (name === undefined) return byPlace
  return known.byId(name) ? `${row.type}-${name}`.slice(0, 80) : name
}

/** As agreements can name it: other characters become an underscore. */
export function nameOf(text: string): string | undefined {
  const name = text.trim().replace(/[^\w.-]/g, '_')
  return /^[A-Za-z0-9][\w.-]{0,79}$/.test(name) ? name : undefined
}

function isWithin([west, south, east, north]: Box, [lon, lat]: LonLat): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north
}
