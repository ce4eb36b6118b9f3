import { type Asset, holds } from '#modules/places'
import {
  corporationGround,
  type GroundOwner,
  holderOfRoad,
  polygon,
  ROAD_WIDTH_M,
} from './ground-areas.ts'
import { GRID_OPERATOR, HOUSING_CORPORATION, PROVINCE } from './parties.ts'
import { along, beside, gap, lengthOf, type Spot, toLonLat } from './plan/curves.ts'
import type { StreetKind } from './plan/layout.ts'
import type { Street, TownPlan } from './plan/town-plan.ts'
import type { Random } from './random.ts'

/** Metres from one lamp post to the next; `isPaired`: on both sides in turn. */
const LAMPS: Record<StreetKind, { every_m: number; isPaired: boolean }> = {
  provincial: { every_m: 42, isPaired: true },
  main: { every_m: 29, isPaired: true },
  street: { every_m: 29, isPaired: false },
  lane: { every_m: 23, isPaired: false },
  quay: { every_m: 28, isPaired: false },
  rural: { every_m: 85, isPaired: false },
}

const MOST_LAMPS_A_SEGMENT = 14
const SEGMENTS_A_CABINET = 9

type Lamp = { asset: Asset; spot: Spot }
type Segment = { asset: Asset; spot: Spot }

/**
 * Lamp posts along every street, hung on segments, those on cabinets, those on the switching area.
 */
export function lightTown(plan: TownPlan, town: GroundOwner, random: Random): Asset[] {
  const ground = polygon([corporationGround(plan)])
  const lamps: Asset[] = []
  const segments: Segment[] = []
  for (const street of plan.streets) {
    const ofStreet = lampsOf(street, town, random)
    for (const { asset } of ofStreet) {
      if (street.kind === 'street' && holds(ground, asset.place)) giveToCorporation(asset)
      lamps.push(asset)
    }
    segments.push(...segmentsOf(street, ofStreet, holderOfRoad(street, town)))
  }
  const series = plan.streets[0]?.code.charAt(0) ?? '0'
  const switching: Asset = {
    id: `schakelgebied-${series}`,
    type: 'switching-area',
    place: toLonLat(plan.crossroads[0] as Spot),
    owner: GRID_OPERATOR,
  }
  return [
    ...lamps,
    ...segments.map(({ asset }) => asset),
    ...cabinetsOf(segments, switching.id, series),
    switching,
  ]
}

function giveToCorporation(asset: Asset): void {
  asset.owner = HOUSING_CORPORATION
  delete asset.manager
  delete asset.maintainer
}

function lampsOf(street: Street, town: GroundOwner, random: Random): Lamp[] {
  const { every_m, isPaired } = LAMPS[street.kind]
  const lamps: Lamp[] = []
  for (const line of street.lines) {
    const length_m = lengthOf(line)
    const count = Math.max(1, Math.round(length_m / every_m))
    const side = ROAD_WIDTH_M[street.kind] / 2 + 0.8
    for (let turn = 0; turn < count; turn++) {
      const at_m = ((turn + 0.5) * length_m) / count + random.between(-2.5, 2.5)
      const { spot, heading } = along(line, at_m)
      const place = beside(spot, heading, isPaired && turn % 2 === 1 ? -side : side)
      lamps.push({ spot: place, asset: lamp(street, lamps.length + 1, at_m, place, town) })
    }
  }
  return lamps
}

function lamp(street: Street, index: number, at_m: number, spot: Spot, town: GroundOwner): Asset {
  const number = String(index).padStart(3, '0')
  const holder = holderOfRoad(street, town)
  const isProvincial = holder === PROVINCE
  return {
    id: `lamp-${street.code}-${number}`,
    type: 'lamp-post',
    // The province numbers its posts by the kilometre, the municipality by the street.
    publicNumber: isProvincial ? `N9917-${kilometre(street, at_m)}` : `${street.code}-${number}`,
    place: toLonLat(spot),
    street: street.name,
    owner: holder,
    manager: holder,
    ...(!isProvincial && { maintainer: 'lichtwerk-onderhoud' }),
  }
}

/**
 * The road's kilometres run on from the main town, whose streets are numbered first, to its
 * neighbour.
 */
function kilometre(street: Street, at_m: number): string {
  const start_km = street.code.startsWith('9') ? 20 : 10
  return (start_km + Math.max(0, at_m) / 1000).toFixed(3)
}

/** Lamps that follow one another along a street, as evenly as it goes, at most 14 on one cable. */
function segmentsOf(street: Street, lamps: readonly Lamp[], holder: string): Segment[] {
  const count = Math.ceil(lamps.length / MOST_LAMPS_A_SEGMENT)
  return Array.from({ length: count }, (_, at) => {
    const from = Math.round((at * lamps.length) / count)
    const to = Math.round(((at + 1) * lamps.length) / count)
    const hung = lamps.slice(from, to)
    const id = `seg-${street.code}-${String(at + 1).padStart(2, '0')}`
    for (const { asset } of hung) asset.parent = id
    const { spot } = hung[Math.floor(hung.length / 2)] as Lamp
    const owner = holder === PROVINCE ? PROVINCE : GRID_OPERATOR
    const asset: Asset = { id, type: 'segment', place: toLonLat(spot), street: street.name, owner }
    return { asset, spot }
  })
}

/** Segments that lie together on one cabinet; the province has its own. */
function cabinetsOf(segments: readonly Segment[], parent: string, series: string): Asset[] {
  const cabinets: Asset[] = []
  const owners = [...new Set(segments.map(({ asset }) => asset.owner))]
  for (const owner of owners) {
    const own = inStrips(segments.filter(({ asset }) => asset.owner === owner))
    const count = Math.ceil(own.length / SEGMENTS_A_CABINET)
    for (let at = 0; at < count; at++) {
      const fed = own.slice(
        Math.round((at * own.length) / count),
        Math.round(((at + 1) * own.length) / count),
      )
      const number = String(cabinets.length + 1).padStart(3, '0')
      const middle = middlemost(fed)
      const [east, north] = middle.spot
      for (const { asset } of fed) asset.parent = `kast-${series}${number}`
      cabinets.push({
        id: `kast-${series}${number}`,
        type: 'lighting-cabinet',
        publicNumber: `OV-${series}${number}`,
        place: toLonLat([east + 4, north + 3]),
        ...(middle.asset.street !== undefined && { street: middle.asset.street }),
        ...(owner !== undefined && { owner }),
        parent,
      })
    }
  }
  return cabinets
}

const STRIP_M = 450

/** To and fro in strips from north to south: those that follow one another lie near one another. */
function inStrips(segments: readonly Segment[]): Segment[] {
  const strip = ({ spot }: Segment) => Math.floor(spot[1] / STRIP_M)
  return segments.toSorted((a, b) => {
    const east = strip(a) % 2 === 0 ? a.spot[0] - b.spot[0] : b.spot[0] - a.spot[0]
    return strip(b) - strip(a) || east
  })
}

function middlemost(segments: readonly Segment[]): Segment {
  const far = ({ spot }: Segment) => segments.reduce((sum, other) => sum + gap(spot, other.spot), 0)
  return segments.reduce((best, segment) => (far(segment) < far(best) ? segment : best))
}
