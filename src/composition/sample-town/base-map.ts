import type { BaseFeature } from '#modules/places'
import { polygon, ROAD_WIDTH_M } from './ground-areas.ts'
import { ribbon, toLonLat } from './plan/curves.ts'
import { buildHouses } from './plan/houses.ts'
import type { StreetKind } from './plan/layout.ts'
import type { Street, TownPlan } from './plan/town-plan.ts'
import type { Random } from './random.ts'

const ROAD_KINDS: Record<StreetKind, string> = {
  provincial: 'main',
  main: 'main',
  street: 'street',
  lane: 'street',
  quay: 'street',
  rural: 'street',
}

/** The town as its map draws it: ground, water, roads with their names, and houses along them. */
export function baseOf(plan: TownPlan, random: Random): BaseFeature[] {
  const ground = (layer: 'green' | 'water', kind: string, rings: TownPlan['water']) =>
    rings.map((ring): BaseFeature => ({ layer, kind, geometry: polygon([ring]) }))
  return [
    ...ground('green', 'park', plan.green),
    ...ground('water', 'water', plan.water),
    ...plan.streets.flatMap(roadsOf),
    ...plan.streets.flatMap(labelsOf),
    ...buildHouses(plan, ROAD_WIDTH_M, random).map(
      (ring): BaseFeature => ({ layer: 'building', kind: 'building', geometry: polygon([ring]) }),
    ),
  ]
}

function roadsOf({ kind, name, lines }: Street): BaseFeature[] {
  return lines.map((line) => ({
    layer: 'road',
    kind: ROAD_KINDS[kind],
    name,
    geometry: polygon(ribbon(line, ROAD_WIDTH_M[kind])),
  }))
}

function labelsOf({ kind, name, lines }: Street): BaseFeature[] {
  const label = ROAD_KINDS[kind] === 'main' ? 'main' : 'street'
  return lines.map((line) => ({
    layer: 'label',
    kind: label,
    name,
    geometry: { type: 'LineString', coordinates: line.map(toLonLat) },
  }))
}
