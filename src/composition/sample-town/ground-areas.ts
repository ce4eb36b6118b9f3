import type { Polygonal } from '#kernel/geometry'
import type { Area } from '#modules/places'
import { HOUSING_CORPORATION, PROVINCE } from './parties.ts'
import { type Line, ribbon, type Spot, toLonLat } from './plan/curves.ts'
import { box, type StreetKind } from './plan/layout.ts'
import type { Street, TownPlan } from './plan/town-plan.ts'

export const ROAD_WIDTH_M: Record<StreetKind, number> = {
  provincial: 10,
  main: 8,
  street: 6,
  lane: 4,
  quay: 7,
  rural: 5,
}

/** The province manages the verges too. */
const CORRIDOR_M = 26

/** Ids of the areas that agreements speak of. */
export const AREA_IDS = {
  municipality: 'gemeente',
  north: 'perceel-noord',
  south: 'perceel-zuid',
  corridor: 'provinciale-weg',
  corporation: 'corporatiegrond',
  municipalGround: 'gemeentegrond',
  switching: 'schakelgebied',
  rural: 'buurt-buitengebied',
} as const

export type GroundOwner = { id: string; name: string; organisation: string }

/**
 * The municipality and what it is divided in: neighbourhoods that tile it, two contract zones, who
 * manages the ground.
 */
export function areasOf(plan: TownPlan, town: GroundOwner): Area[] {
  const { boundary, outline, road } = plan.ground
  const whole = polygon([boundary])
  const split = splitAlong(boundary, road)
  const manager = town.organisation
  const area = (id: string, kind: Area['kind'], name: string, geometry: Polygonal, by?: string) => {
    return { id, kind, name, geometry, ...(by !== undefined && { manager: by }) }
  }
  return [
    area(AREA_IDS.municipality, 'municipality', town.name, whole),
    ...plan.neighbourhoods.map(({ id, name, cell }) =>
      area(id, 'neighbourhood', name, polygon([cell.ring])),
    ),
    area(AREA_IDS.rural, 'neighbourhood', 'Buitengebied', polygon([boundary, outline])),
    area(AREA_IDS.north, 'contract-zone', 'Perceel Noord', polygon([split.north])),
    area(AREA_IDS.south, 'contract-zone', 'Perceel Zuid', polygon([split.south])),
    area(AREA_IDS.municipalGround, 'management-area', 'Gemeentegrond', whole, manager),
    area(
      AREA_IDS.corridor,
      'management-area',
      nameOfRoad(plan),
      polygon(ribbon(road, CORRIDOR_M)),
      PROVINCE,
    ),
    area(
      AREA_IDS.corporation,
      'management-area',
      'Corporatiegrond',
      polygon([corporationGround(plan)]),
      HOUSING_CORPORATION,
    ),
    area(AREA_IDS.switching, 'switching-area', `Schakelgebied ${town.name}`, whole),
    ...plan.streets.map((street) =>
      area(`weg-${street.code}`, 'road', street.name, roadOf(street), holderOfRoad(street, town)),
    ),
  ]
}

/** The flats at the edge of the first extension stand on the housing corporation's own ground. */
export function corporationGround({ neighbourhoods }: TownPlan): Spot[] {
  const extension = neighbourhoods[1] ?? neighbourhoods[0]
  if (!extension) throw new Error('a town without neighbourhoods')
  return box(extension.cell, 0.05, 0.05, 0.46, 0.3)
}

export function holderOfRoad({ kind }: Street, { organisation }: GroundOwner): string {
  return kind === 'provincial' ? PROVINCE : organisation
}

export function polygon(rings: readonly Line[]): Polygonal {
  return { type: 'Polygon', coordinates: rings.map(toRing) }
}

function toRing(line: Line, at: number): number[][] {
  const ring = line.map(toLonLat)
  // RFC 7946: the outside against the clock, holes with it.
  return isClockwise(line) === (at === 0) ? ring.reverse() : ring
}

function isClockwise(ring: Line): boolean {
  let sum = 0
  for (let at = 1; at < ring.length; at++) {
    const [[ax, ay], [bx, by]] = [ring[at - 1] as Spot, ring[at] as Spot]
    sum += (bx - ax) * (by + ay)
  }
  return sum > 0
}

function nameOfRoad({ streets }: TownPlan): string {
  return streets.find(({ kind }) => kind === 'provincial')?.name ?? 'Provinciale weg'
}

function roadOf(street: Street): Polygonal {
  const coordinates = street.lines.map((line) =>
    ribbon(line, ROAD_WIDTH_M[street.kind]).map(toRing),
  )
  return { type: 'MultiPolygon', coordinates }
}

/** The two parts of the municipality on either side of a road that runs from border to border. */
function splitAlong(boundary: Line, road: Line): { north: Spot[]; south: Spot[] } {
  const [west, east] = [road[0] as Spot, road.at(-1) as Spot]
  const at = (spot: Spot) => boundary.findIndex(([x, y]) => x === spot[0] && y === spot[1])
  const [fromEast, toWest] = [at(east), at(west)]
  if (fromEast === -1 || toWest < fromEast)
    throw new Error('the road does not run from border to border')
  const northern = [...boundary.slice(toWest), ...boundary.slice(1, fromEast)]
  const southern = boundary.slice(fromEast, toWest)
  return {
    north: [...northern, ...road.toReversed()],
    south: [...southern, ...road, east],
  }
}
