import { boxOf, type LonLat, M_PER_DEGREE } from '#kernel/geometry'
import { type Asset, holds } from '#modules/places'
import { type Random, seededRandom } from '../../src/composition/sample-town/random.ts'
import type { Seat } from './boundaries.ts'

const MOST_LAMPS_A_SEGMENT = 14
const SEGMENTS_A_CABINET = 9
/** Streets gather around so many places for each hundred thousand lamps. */
const VILLAGES = 40
/** A place outside the boundary is drawn again; a shape that is a thread must not hold up the country. */
const TRIES = 200

type Holder = { id: string; isOwn: boolean; every_m: number; length_m: number }
type Street = { code: string; name: string; from: LonLat; heading: number; holder: Holder }

/** The register code of the municipality as a holder of objects. */
export const holderOf = (municipality: string) => municipality.replace('GM', 'G')
/** One water board for each province. */
export const waterBoardOf = (province: string) => province.replace('P00', 'W06')

/**
 * So many lamps along streets, hung on segments, those on cabinets: street by street, each with its own seed, so that
 * it is the same every time and nothing of it is kept.
 */
export function* assetsAlongStreets(seat: Seat, lamps: number, seed: number): Generator<Asset> {
  const villages = villagesOf(seat, lamps, seededRandom(seed))
  let [left, segments, at] = [lamps, 0, 0]
  let cabinet: Asset | undefined
  for (; left > 0; at++) {
    const random = seededRandom(seed + 7919 * (at + 1))
    const street = streetOf(seat, at, villages, random)
    const own = [...lampsOf(street, random)].slice(0, left)
    left -= own.length
    for (let from = 0; from < own.length; from += MOST_LAMPS_A_SEGMENT) {
      const hung = own.slice(from, from + MOST_LAMPS_A_SEGMENT)
      const middle = hung[hung.length >> 1] as Asset
      if (segments++ % SEGMENTS_A_CABINET === 0) {
        cabinet = cabinetAt(middle, segments, seat)
        yield cabinet
      }
      const number = String(1 + from / MOST_LAMPS_A_SEGMENT).padStart(2, '0')
      const id = `seg-${street.code}-${number}`
      yield {
        id,
        type: 'segment',
        place: middle.place,
        street: street.name,
        owner: gridOperatorOf(seat.province),
        ...(cabinet && { parent: cabinet.id }),
      }
      for (const lamp of hung) yield { ...lamp, parent: id }
    }
  }
}

/** Three of them for the country, as there are. */
export function gridOperatorOf(province: string): string {
  return ['noordernet', 'middennet', 'zuidernet'][Number(province.slice(-2)) % 3] as string
}

function cabinetAt(near: Asset, segments: number, seat: Seat): Asset {
  const number = String(Math.ceil(segments / SEGMENTS_A_CABINET)).padStart(4, '0')
  return {
    id: `kast-${number}`,
    type: 'lighting-cabinet',
    publicNumber: `OV-${number}`,
    place: moved(near.place, 4, 3),
    ...(near.street !== undefined && { street: near.street }),
    owner: gridOperatorOf(seat.province),
  }
}

type Village = { middle: LonLat; reach_m: number; heading: number }

function villagesOf(seat: Seat, lamps: number, random: Random): Village[] {
  const count = Math.max(3, Math.round((lamps * VILLAGES) / 100_000))
  return Array.from({ length: count }, (_, at) => ({
    middle: somewhereIn(seat, random),
    // The first is the town itself, and has most of the lamps.
    reach_m: at === 0 ? 500 + 6 * Math.sqrt(lamps) : random.between(250, 900),
    heading: random.between(0, Math.PI / 2),
  }))
}

function somewhereIn(seat: Seat, random: Random): LonLat {
  const [west, south, east, north] = boxOf(seat.geometry)
  for (let tries = 0; tries < TRIES; tries++) {
    const point: LonLat = [random.between(west, east), random.between(south, north)]
    if (holds(seat.geometry, point)) return point
  }
  const [outside] = seat.geometry.coordinates.flat(2) as unknown as number[][]
  return (outside ?? [west, south]) as unknown as LonLat
}

function streetOf(seat: Seat, at: number, villages: readonly Village[], random: Random): Street {
  const village = random.chance(0.5) ? (villages[0] as Village) : random.pick(villages)
  const kind = random.next()
  const own = { id: holderOf(seat.id), isOwn: true, every_m: 29, length_m: 300 }
  const holder: Holder =
    kind < 0.03
      ? { id: seat.province, isOwn: false, every_m: 42, length_m: 1_200 }
      : kind < 0.045
        ? { id: waterBoardOf(seat.province), isOwn: false, every_m: 60, length_m: 900 }
        : own
  let from = village.middle
  for (let tries = 0; tries < TRIES; tries++) {
    // The sum of three is near enough to a bell.
    const spread = () => (random.next() + random.next() + random.next() - 1.5) * village.reach_m
    from = moved(village.middle, spread(), spread())
    if (holds(seat.geometry, from)) break
  }
  const code = String(at + 1).padStart(5, '0')
  const quarter = (random.index(4) * Math.PI) / 2
  const heading = village.heading + quarter + random.between(-0.1, 0.1)
  return { code, name: `${random.pick(NAMES)} ${at + 1}`, from, heading, holder }
}

/** Lamps from one end of a straight street; their number and distance are never quite the same. */
function* lampsOf(street: Street, random: Random): Generator<Asset> {
  const { code, name, holder, from, heading } = street
  const length_m = Math.min(4_000, -Math.log(1 - random.next()) * holder.length_m)
  const km = 1 + random.index(90)
  let along_m = random.between(3, 15)
  for (let n = 1; n === 1 || along_m < length_m; n++) {
    const side_m = n % 2 === 0 && !holder.isOwn ? 6 : 0
    const number = String(n).padStart(3, '0')
    const place = moved(
      from,
      Math.cos(heading) * along_m - Math.sin(heading) * side_m,
      Math.sin(heading) * along_m + Math.cos(heading) * side_m,
    )
    yield {
      id: `lamp-${code}-${number}`,
      type: 'lamp-post',
      publicNumber: holder.isOwn
        ? `${code}-${number}`
        : `${code}/${(km + along_m / 1000).toFixed(3)}`,
      place,
      street: name,
      owner: holder.id,
      manager: holder.id,
    }
    along_m += holder.every_m * random.between(0.8, 1.2)
  }
}

function moved([lon, lat]: LonLat, east_m: number, north_m: number): LonLat {
  const cosine = Math.cos((lat * Math.PI) / 180)
  const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7
  return [round(lon + east_m / (M_PER_DEGREE * cosine)), round(lat + north_m / M_PER_DEGREE)]
}

const NAMES = [
  'Dorpsstraat',
  'Kerklaan',
  'Molenweg',
  'Beatrixstraat',
  'Eikenlaan',
  'Sportlaan',
  'Havenkade',
  'Meidoornstraat',
  'Schoolstraat',
  'Industrieweg',
]
