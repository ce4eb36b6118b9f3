import type { Random } from '../random.ts'
import { along, beside, gap, type Line, lengthOf, type Spot, surrounds } from './curves.ts'
import type { StreetKind } from './layout.ts'
import type { Theme } from './street-names.ts'
import type { TownPlan } from './town-plan.ts'

/** How a neighbourhood is built: how far from the road, how deep, in rows of how long, and with what between. */
type Manner = {
  setback_m: readonly [number, number]
  depth_m: readonly [number, number]
  front_m: readonly [number, number]
  apart_m: readonly [number, number]
}

const OLD: Manner = { setback_m: [1, 2], depth_m: [9, 13], front_m: [7, 20], apart_m: [1.5, 3] }
const ROWS: Manner = { setback_m: [4, 6], depth_m: [8, 10], front_m: [22, 42], apart_m: [4, 7] }
const VILLAS: Manner = { setback_m: [7, 10], depth_m: [9, 12], front_m: [9, 15], apart_m: [7, 12] }
const HALLS: Manner = {
  setback_m: [12, 18],
  depth_m: [24, 46],
  front_m: [36, 70],
  apart_m: [14, 26],
}
const FARMS: Manner = {
  setback_m: [14, 26],
  depth_m: [12, 18],
  front_m: [16, 30],
  apart_m: [110, 260],
}

const MANNERS: Partial<Record<Theme, Manner>> = {
  harbour: OLD,
  trees: VILLAS,
  ships: VILLAS,
  metals: HALLS,
}
/** Along which nobody has his door. */
const UNBUILT: readonly StreetKind[] = ['provincial']
/** What lies between a house and any road, water or park. */
const CLEAR_M = 2.5
const SQUARE_M = 24

type Obstacle = { spot: Spot; within_m: number }

/** The outlines of houses along the streets; none stands on a road, in the water, in a park or in another house. */
export function buildHouses(
  plan: TownPlan,
  roadWidth_m: Readonly<Record<StreetKind, number>>,
  random: Random,
): Spot[][] {
  const taken = new Ground()
  for (const { kind, lines } of plan.streets)
    for (const line of lines)
      for (const spot of spotsAlong(line, 3))
        taken.add({ spot, within_m: roadWidth_m[kind] / 2 + CLEAR_M })
  for (const ring of [...plan.water, ...plan.green])
    for (const spot of spotsAlong(ring, 4)) taken.add({ spot, within_m: CLEAR_M })
  const open = [...plan.water, ...plan.green]
  const houses: Spot[][] = []
  for (const { kind, lines } of plan.streets) {
    if (UNBUILT.includes(kind)) continue
    for (const line of lines) {
      for (const side of [1, -1]) {
        const manner = mannerAt(plan, kind, line)
        const edge_m = roadWidth_m[kind] / 2 + 2
        for (const house of rowAlong(line, side, edge_m, manner, random)) {
          const spots = spotsIn(house)
          if (!surrounds(plan.ground.boundary, house[0] as Spot)) continue
          if (spots.some((spot) => taken.isTaken(spot))) continue
          if (open.some((ring) => house.some((corner) => surrounds(ring, corner)))) continue
          for (const spot of spots) taken.add({ spot, within_m: 1.2 })
          houses.push(house)
        }
      }
    }
  }
  return houses
}

function mannerAt(plan: TownPlan, kind: StreetKind, line: Line): Manner {
  if (kind === 'rural') return FARMS
  if (kind === 'quay') return OLD
  const { spot } = along(line, lengthOf(line) / 2)
  const around = plan.neighbourhoods.find(({ cell }) => surrounds(cell.ring, spot))
  return (around && MANNERS[around.theme]) ?? ROWS
}

/** Houses side by side along one side of a line; where it bends they may meet, and then the later is left out. */
function* rowAlong(
  line: Line,
  side: number,
  edge_m: number,
  manner: Manner,
  random: Random,
): Generator<Spot[]> {
  const end_m = lengthOf(line)
  const size = ([from, to]: readonly [number, number]) => random.between(from, to)
  const setback_m = size(manner.setback_m)
  let at_m = 5 + random.between(0, 6)
  while (at_m < end_m - 5) {
    const front_m = Math.min(size(manner.front_m), end_m - 4 - at_m)
    const [from, to] = [along(line, at_m), along(line, at_m + front_m)]
    at_m += front_m + size(manner.apart_m)
    if (front_m < 5 || gap(from.spot, to.spot) < front_m * 0.9) continue
    const chord = gap(from.spot, to.spot)
    const heading: Spot = [(to.spot[0] - from.spot[0]) / chord, (to.spot[1] - from.spot[1]) / chord]
    const near_m = side * (edge_m + setback_m)
    const far_m = near_m + side * size(manner.depth_m)
    const corners = [
      beside(from.spot, heading, near_m),
      beside(to.spot, heading, near_m),
      beside(to.spot, heading, far_m),
      beside(from.spot, heading, far_m),
    ]
    yield [...corners, corners[0] as Spot]
  }
}

function* spotsAlong(line: Line, step_m: number): Generator<Spot> {
  for (let at = 1; at < line.length; at++) {
    const [from, to] = [line[at - 1] as Spot, line[at] as Spot]
    const steps = Math.max(1, Math.ceil(gap(from, to) / step_m))
    for (let step = 0; step < steps; step++) {
      const share = step / steps
      yield [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
    }
  }
  if (line.length > 0) yield line.at(-1) as Spot
}

/** Spots over a house of four corners, so near each other that nothing slips between. */
function spotsIn([a, b, c, d]: readonly Spot[]): Spot[] {
  if (!a || !b || !c || !d) return []
  const [across, down] = [gap(a, b), gap(b, c)].map((side) => Math.max(1, Math.ceil(side / 3))) as [
    number,
    number,
  ]
  const spots: Spot[] = []
  for (let i = 0; i <= across; i++) {
    for (let j = 0; j <= down; j++) {
      const [u, v] = [i / across, j / down]
      spots.push([
        a[0] + (b[0] - a[0]) * u + (d[0] - a[0]) * v,
        a[1] + (b[1] - a[1]) * u + (d[1] - a[1]) * v,
      ])
    }
  }
  return spots
}

/** What is taken, by squares as wide as the farthest that anything reaches. */
class Ground {
  readonly #squares = new Map<string, Obstacle[]>()

  add(obstacle: Obstacle): void {
    const key = this.#keyOf(obstacle.spot)
    const known = this.#squares.get(key)
    if (known) known.push(obstacle)
    else this.#squares.set(key, [obstacle])
  }

  isTaken([x, y]: Spot): boolean {
    for (const dx of [-SQUARE_M, 0, SQUARE_M])
      for (const dy of [-SQUARE_M, 0, SQUARE_M])
        for (const { spot, within_m } of this.#squares.get(this.#keyOf([x + dx, y + dy])) ?? [])
          if (gap(spot, [x, y]) < within_m) return true
    return false
  }

  #keyOf([x, y]: Spot): string {
    return `${Math.floor(x / SQUARE_M)}/${Math.floor(y / SQUARE_M)}`
  }
}
