import { type Asset, holds } from '#modules/places'
import { type GroundOwner, holderOfRoad, polygon, ROAD_WIDTH_M } from './ground-areas.ts'
import { PROVINCE } from './parties.ts'
import { along, beside, lengthOf, type Spot, toLonLat } from './plan/curves.ts'
import type { StreetKind } from './plan/layout.ts'
import type { Street, TownPlan } from './plan/town-plan.ts'
import type { Random } from './random.ts'

type Row = { every_m: number; beyond_m: number; share: number }

/**
 * What stands along a street: how often, how far beyond its edge, and in which share of the places.
 */
const ALONG: Record<
  'tree' | 'drain' | 'bench' | 'waste-container',
  Partial<Record<StreetKind, Row>>
> = {
  tree: {
    main: { every_m: 24, beyond_m: 2.5, share: 0.9 },
    quay: { every_m: 26, beyond_m: -1.2, share: 0.7 },
    rural: { every_m: 30, beyond_m: 2, share: 0.6 },
    provincial: { every_m: 34, beyond_m: 6, share: 0.7 },
  },
  drain: {
    main: { every_m: 45, beyond_m: -0.3, share: 1 },
    street: { every_m: 55, beyond_m: -0.3, share: 1 },
    quay: { every_m: 60, beyond_m: -0.3, share: 1 },
    lane: { every_m: 60, beyond_m: -0.3, share: 1 },
  },
  bench: {
    quay: { every_m: 210, beyond_m: 1, share: 0.8 },
    main: { every_m: 420, beyond_m: 2, share: 0.6 },
    lane: { every_m: 120, beyond_m: 0.5, share: 0.4 },
  },
  'waste-container': {
    street: { every_m: 330, beyond_m: 1.5, share: 1 },
    quay: { every_m: 450, beyond_m: 1.5, share: 1 },
    lane: { every_m: 300, beyond_m: 1, share: 0.6 },
  },
}

const NUMBER_OF = { 'waste-container': 'OC', bridge: 'BR', 'traffic-light': 'VRI', bench: 'BK' }

/**
 * Trees, drains, benches and containers along the streets, bridges over the canals, lights at the
 * crossroads.
 */
export function furnishTown(plan: TownPlan, town: GroundOwner, random: Random): Asset[] {
  const series = plan.streets[0]?.code.charAt(0) ?? '0'
  const lakes = plan.water.map((ring) => polygon([ring]))
  const counts = new Map<string, number>()
  const make = (type: string, spot: Spot, owner: string, street?: string): Asset => {
    const count = (counts.get(type) ?? 0) + 1
    counts.set(type, count)
    const number = `${series}${String(count).padStart(4, '0')}`
    const prefix = NUMBER_OF[type as keyof typeof NUMBER_OF]
    return {
      id: `${type}-${number}`,
      type,
      ...(prefix && { publicNumber: `${prefix}-${number}` }),
      place: toLonLat(spot),
      ...(street !== undefined && { street }),
      owner,
      manager: owner,
    }
  }
  const assets: Asset[] = []
  for (const street of plan.streets) {
    const owner = holderOfRoad(street, town)
    for (const [type, rows] of Object.entries(ALONG)) {
      const row = rows[street.kind]
      if (!row) continue
      for (const spot of placesAlong(street, row, random)) {
        const place = toLonLat(spot)
        if (!lakes.some((lake) => holds(lake, place)))
          assets.push(make(type, spot, owner, street.name))
      }
    }
  }
  for (const spot of plan.bridges) assets.push(make('bridge', spot, town.organisation))
  for (const [east, north] of plan.crossroads) {
    for (const [dx, dy] of [
      [9, 9],
      [-9, 9],
      [-9, -9],
      [9, -9],
    ] as const)
      assets.push(make('traffic-light', [east + dx, north + dy], PROVINCE))
  }
  return assets
}

function placesAlong(street: Street, { every_m, beyond_m, share }: Row, random: Random): Spot[] {
  const side_m = ROAD_WIDTH_M[street.kind] / 2 + beyond_m
  return street.lines.flatMap((line) => {
    const count = Math.floor(lengthOf(line) / every_m)
    return Array.from({ length: count }, (_, turn) => {
      const { spot, heading } = along(line, (turn + 0.3) * every_m + random.between(-2, 2))
      return beside(spot, heading, turn % 2 === 0 ? side_m : -side_m)
    }).filter(() => random.chance(share))
  })
}
