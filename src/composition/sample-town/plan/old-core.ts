import type { Random } from '../random.ts'
import { along, gap, isClosed, lengthOf, type Spot, smooth } from './curves.ts'
import type { Cell } from './ground.ts'
import { box, type Draft, type Layout, loop, type Share, trace } from './layout.ts'

const CENTER: Share = [0.5, 0.47]
/**
 * Shares of the ring canal's radius: two lanes, the quay within, the water, the quay without, the
 * streets outside.
 */
const RINGS = {
  near: 0.42,
  far: 0.66,
  within: 0.9,
  from: 0.945,
  to: 1.055,
  without: 1.1,
  outside: 1.22,
}

/** Within a ring canal of this radius there is no room for lanes. */
const VILLAGE_M = 165

/**
 * The old core: a market, streets from it through the gates over a ring canal, lanes between them,
 * the nineteenth-century streets in the corners outside, and the harbour with its two moles in the
 * lake.
 */
export function layOldCore(cell: Cell, random: Random): Layout {
  const radius = 0.31 * Math.min(cell.width_m, cell.height_m)
  const wobble = random.between(0, 2 * Math.PI)
  const at = (share: number, angle: number) => {
    const reach = radius * share * (1 + 0.05 * Math.sin(3 * angle + wobble))
    return [reach * 1.12, reach] as const
  }
  const ring = (share: number) => loop(cell, CENTER, 48, (angle) => at(share, angle))
  const gates = gatesOf(random)
  const lanes = (): Draft[] => [
    { kind: 'lane', lines: [ring(RINGS.near)], name: 'Achterom' },
    ...lanesOf(ring(RINGS.far), (angle, share) => {
      const [x, y] = at(share, angle)
      const [u, v] = [(x / cell.width_m) * Math.cos(angle), (y / cell.height_m) * Math.sin(angle)]
      return cell.place(CENTER[0] + u, CENTER[1] + v)
    }),
  ]
  const drafts: Draft[] = [
    { kind: 'lane', lines: [box(cell, 0.46, 0.43, 0.54, 0.51)], name: 'Markt' },
    { kind: 'quay', lines: [ring(RINGS.within)], name: 'Binnengracht' },
    { kind: 'quay', lines: [ring(RINGS.without)], name: 'Buitensingel' },
    ...gates.map(
      ({ name, shares }): Draft => ({ kind: 'street', lines: [trace(cell, shares)], name }),
    ),
    ...(radius > VILLAGE_M ? lanes() : []),
    ...cornersOf(cell, radius * RINGS.outside, radius > VILLAGE_M ? [0.08, 0.18, 0.29] : [0.16]),
    { kind: 'quay', lines: molesOf(cell), name: 'Havenhoofd' },
  ]
  const water = [...ring(RINGS.to), ...ring(RINGS.from).toReversed()]
  const canal = ring(1)
  const bridges = gates.map(({ shares }) => crossing(trace(cell, shares), canal))
  return { drafts, water: [water], green: [], bridges }
}

/** From the market to the harbour, to the provincial road and to the neighbours on both sides. */
function gatesOf(random: Random): { name: string; shares: Share[] }[] {
  const bend = () => random.between(-0.03, 0.03)
  const gates: [name: string, from: Share, via: Share, to: Share][] = [
    ['Havenstraat', [0.49, 0.43], [0.49 + bend(), 0.2], [0.5, 0]],
    ['Zuiderpoortstraat', [0.51, 0.51], [0.51 + bend(), 0.75], [0.5, 1]],
    ['Westerpoortstraat', [0.46, 0.47], [0.25, 0.48 + bend()], [0, 0.5]],
    ['Oosterpoortstraat', [0.54, 0.47], [0.75, 0.46 + bend()], [1, 0.5]],
    ['Kerkstraat', [0.46, 0.43], [0.33, 0.29], [0.08, 0.08]],
    ['Waagstraat', [0.54, 0.51], [0.67, 0.65], [0.92, 0.92]],
  ]
  return gates.map(([name, from, via, to]) => ({ name, shares: [from, via, to] }))
}

function crossing(street: readonly Spot[], canal: readonly Spot[]): Spot {
  const off = (spot: Spot) => Math.min(...canal.map((other) => gap(spot, other)))
  const steps = Array.from({ length: 200 }, (_, step) => {
    return along(street, (lengthOf(street) * step) / 200).spot
  })
  return steps.reduce((best, spot) => (off(spot) < off(best) ? spot : best))
}

/**
 * A ring of lanes inside the canal, cut in four that each have a name and two alleys that cross
 * them.
 */
function lanesOf(ring: readonly Spot[], place: (angle: number, share: number) => Spot): Draft[] {
  const names = ['Touwslagerssteeg', 'Weversgang', 'Taanderssteeg', 'Kuipersgang']
  const quarter = Math.floor((ring.length - 1) / names.length)
  return names.map((name, at) => {
    const alleys = [0.3, 0.75].map((share) => {
      const angle = ((at + share) * Math.PI) / 2
      return [place(angle, RINGS.near), place(angle, RINGS.far), place(angle, RINGS.within)]
    })
    const lane = ring.slice(at * quarter, (at + 1) * quarter + 1)
    return { kind: 'lane' as const, lines: [lane, ...alleys], name }
  })
}

/** Two arms that leave the shore and close the harbour but for its mouth. */
function molesOf(cell: Cell): Spot[][] {
  return [
    smooth(
      trace(cell, [
        [0.3, 0],
        [0.3, -0.12],
        [0.34, -0.2],
        [0.46, -0.22],
      ]),
      2,
    ),
    smooth(
      trace(cell, [
        [0.72, 0],
        [0.72, -0.1],
        [0.67, -0.19],
        [0.56, -0.21],
      ]),
      2,
    ),
  ]
}

const CORNERS = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
] as const

/** In each corner of the cell short streets, as far as the ring. */
function cornersOf(cell: Cell, radius: number, shares: readonly number[]): Draft[] {
  const [cx, cy] = cell.place(...CENTER)
  const isOutside = ([x, y]: Spot) => Math.hypot((x - cx) / 1.12, y - cy) > radius
  return CORNERS.map(([right, low]) => {
    const mirror = (u: number, v: number): Share => [right ? 1 - u : u, low ? 1 - v : v]
    const lines = shares.flatMap((share) => [
      clip(trace(cell, [mirror(share, 0), mirror(share, 0.42)]), isOutside),
      clip(trace(cell, [mirror(0, share), mirror(0.44, share)]), isOutside),
    ])
    return { kind: 'street' as const, lines: lines.filter((line) => lengthOf(line) > 60) }
  })
}

/** The first stretch of a line on which all spots may stay. */
function clip(line: readonly Spot[], mayStay: (spot: Spot) => boolean): Spot[] {
  if (isClosed(line)) return [...line]
  const end = line.findIndex((spot) => !mayStay(spot))
  return end === -1 ? [...line] : line.slice(0, end)
}
