import type { Box, LonLat, Polygonal } from '#kernel/geometry'
import { holds } from './polygon.ts'

/** As it came in; a form sends text. */
export type IncomingPlace = { lon?: unknown; lat?: unknown }

export type Surroundings = {
  /** Of this municipality. */
  boundary: Polygonal
  /** What it was before each change of it, the last change first. */
  before?: readonly { until_ms: number; boundary: Polygonal }[]
  neighbours: readonly { id: string; name: string; boundary: Polygonal }[]
}

export const PLACE_REFUSALS = [
  'place-missing',
  'place-not-a-number',
  'place-at-zero',
  'place-swapped',
  'place-outside-municipality',
  'place-outside-netherlands',
] as const
export type PlaceRefusal = (typeof PLACE_REFUSALS)[number]

export type PlaceJudgement =
  | { ok: true; point: LonLat }
  | {
      ok: false
      reason: PlaceRefusal
      detail: { nl: string; en: string }
      /** The municipality that holds the place. */
      neighbour?: { id: string; name: string }
    }

/** The European part, with the coastal waters. */
const NETHERLANDS: Box = [3.2, 50.7, 7.3, 53.7]
/** Within about 100 m of nothing: what a device without a fix sends. */
const AT_ZERO_DEGREES = 0.001

/** Judges the place of a report: a number, not swapped, and within this municipality. */
export function checkPlace(place: IncomingPlace, around: Surroundings): PlaceJudgement {
  if (isAbsent(place.lon) || isAbsent(place.lat)) return refuse('place-missing', MISSING)
  const [lon, lat] = [toNumber(place.lon), toNumber(place.lat)]
  if (!Number.isFinite(lon) || !Number.isFinite(lat)) return refuse('place-not-a-number', NO_NUMBER)
  if (Math.abs(lon) < AT_ZERO_DEGREES && Math.abs(lat) < AT_ZERO_DEGREES)
    return refuse('place-at-zero', AT_ZERO)
  if (holds(around.boundary, [lon, lat])) return { ok: true, point: [lon, lat] }
  // Exchanged, a point of the Netherlands lies in the sea off Somalia, so nothing else can be
  // meant.
  if (isInNetherlands([lat, lon])) return refuse('place-swapped', swapped(lon, lat))
  if (isInRd(lon, lat)) return refuse('place-outside-netherlands', IN_RD)
  if (!isInNetherlands([lon, lat])) return refuse('place-outside-netherlands', ABROAD)

  const neighbour = holderOf([lon, lat], around)
  if (!neighbour) return refuse('place-outside-municipality', OUTSIDE)
  const moved = movedTo([lon, lat], around)
  const { name } = neighbour
  const detail = moved ? nowInNeighbour(name, moved.since_ms) : inNeighbour(name)
  return { ...refuse('place-outside-municipality', detail), neighbour }
}

function holderOf(point: LonLat, { neighbours }: Surroundings): Moved['neighbour'] {
  const holder = neighbours.find(({ boundary }) => holds(boundary, point))
  return holder && { id: holder.id, name: holder.name }
}

export type Moved = { since_ms: number; neighbour: { id: string; name: string } | undefined }

/** Since when a place that belonged to the municipality does no longer, and whose it is now; undefined of any other place. */
export function movedTo(point: LonLat, around: Surroundings): Moved | undefined {
  if (holds(around.boundary, point)) return undefined
  const left = around.before?.find((former) => holds(former.boundary, point))
  return left && { since_ms: left.until_ms, neighbour: holderOf(point, around) }
}

function refuse(reason: PlaceRefusal, detail: { nl: string; en: string }) {
  return { ok: false as const, reason, detail }
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
}

function toNumber(value: unknown): number {
  if (typeof value === 'number') return value
  return typeof value === 'string' ? Number(value) : Number.NaN
}

function isInNetherlands([lon, lat]: LonLat): boolean {
  const [west, south, east, north] = NETHERLANDS
  return lon >= west && lon <= east && lat >= south && lat <= north
}

/** The range of the Dutch grid (EPSG:28992), in metres. */
function isInRd(x: number, y: number): boolean {
  return x > 0 && x < 300_000 && y > 300_000 && y < 630_000
}

const MISSING = {
  nl: 'De plaats ontbreekt. Geef de lengtegraad en de breedtegraad.',
  en: 'The place is missing. Give the longitude and the latitude.',
}

const NO_NUMBER = {
  nl: 'De plaats is geen getal. Schrijf graden met een punt, zoals 5.23 en 52.53.',
  en: 'The place is not a number. Write degrees with a point, such as 5.23 and 52.53.',
}

const AT_ZERO = {
  nl: 'De plaats is 0, 0. Zo’n punt komt van een toestel dat nog niet weet waar het is.',
  en: 'The place is 0, 0. A device that does not know yet where it is sends such a point.',
}

const IN_RD = {
  nl: 'De plaats lijkt in meters van het RD-stelsel te staan. Geef graden (WGS84).',
  en: 'The place seems to be in metres of the Dutch grid (RD). Give degrees (WGS84).',
}

const ABROAD = {
  nl: 'De plaats ligt buiten Nederland.',
  en: 'The place is outside the Netherlands.',
}

const OUTSIDE = {
  nl: 'De plaats ligt buiten deze gemeente.',
  en: 'The place is outside this municipality.',
}

function inNeighbour(name: string) {
  return {
    nl: `De plaats ligt in de gemeente ${name}. Meld het daar.`,
    en: `The place is in the municipality of ${name}. Report it there.`,
  }
}

function nowInNeighbour(name: string, since_ms: number) {
  const since = (locale: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'Europe/Amsterdam' }).format(
      since_ms,
    )
  return {
    nl: `De plaats ligt sinds ${since('nl')} in de gemeente ${name}. Meld het daar.`,
    en: `Since ${since('en-GB')} the place is in the municipality of ${name}. Report it there.`,
  }
}

function swapped(lon: number, lat: number) {
  return {
    nl: `Lengte en breedte zijn verwisseld: bedoeld is vast lengte ${lat}, breedte ${lon}.`,
    en: `Longitude and latitude are swapped: longitude ${lat}, latitude ${lon} must be meant.`,
  }
}
