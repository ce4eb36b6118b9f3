import type { Random } from '../random.ts'
import { type Spot, smooth } from './curves.ts'
import type { Cell } from './ground.ts'
import { box, type Draft, type Layout, loop, type Share, trace } from './layout.ts'

/**
 * The post-war polder extension: long loops side by side, one axis across, a park in the middle.
 */
export function layPolder(cell: Cell, random: Random): Layout {
  const isTurned = random.chance(0.4)
  const turn = (u: number, v: number): Share => (isTurned ? [v, u] : [u, v])
  const across_m = isTurned ? cell.height_m : cell.width_m
  const pairs = Math.max(2, Math.round(across_m / 132))
  const axis: Draft = { kind: 'main', lines: [trace(cell, [turn(0, 0.5), turn(1, 0.5)])] }
  const parkAt = Math.floor(pairs / 2)
  const green: Spot[][] = []
  const drafts = Array.from({ length: pairs }, (_, pair): Draft => {
    const [from, to, middle] = [0.26, 0.74, 0.5].map((share) => (pair + share) / pairs) as [
      number,
      number,
      number,
    ]
    const ring = (start: number, end: number) =>
      trace(cell, [
        turn(from, start),
        turn(to, start),
        turn(to, end),
        turn(from, end),
        turn(from, start),
      ])
    const link =
      pair % 2 === 0 ? [turn(middle, 0), turn(middle, 0.08)] : [turn(middle, 0.92), turn(middle, 1)]
    if (pair !== parkAt) return { kind: 'street', lines: [ring(0.08, 0.92), trace(cell, link)] }
    green.push(
      trace(cell, [
        turn(from - 0.02, 0.36),
        turn(to + 0.02, 0.36),
        turn(to + 0.02, 0.64),
        turn(from - 0.02, 0.64),
        turn(from - 0.02, 0.36),
      ]),
    )
    return { kind: 'street', lines: [ring(0.08, 0.34), ring(0.66, 0.92), trace(cell, link)] }
  })
  return { drafts: [axis, ...drafts], water: [], green, bridges: [] }
}

/**
 * The cauliflower of the seventies: one winding loop, and courts that branch off it on both sides.
 */
export function layCauliflower(cell: Cell, random: Random): Layout {
  const size = 0.285 * Math.min(cell.width_m, cell.height_m)
  const wobble = random.between(0, 6)
  const reach = (angle: number) =>
    (1 + 0.1 * Math.sin(2 * angle + wobble) + 0.05 * Math.sin(5 * angle)) /
    (Math.cos(angle) ** 4 + Math.sin(angle) ** 4) ** 0.2
  const at = (angle: number, share: number): Share => [
    0.5 + (share * size * reach(angle) * Math.cos(angle)) / cell.width_m,
    0.5 + (share * size * reach(angle) * Math.sin(angle)) / cell.height_m,
  ]
  const winding = loop(cell, [0.5, 0.5], 40, (angle) => [size * reach(angle), size * reach(angle)])
  const main: Draft = {
    kind: 'main',
    lines: [winding, trace(cell, [at(Math.PI, 1), [0, 0.5]]), trace(cell, [at(0, 1), [1, 0.5]])],
  }
  const count = 2 * Math.max(2, Math.round(size / 40))
  const courts = Array.from({ length: count }, (_, court): Draft => {
    const angle = (2 * Math.PI * (court + 0.5)) / count + random.between(-0.06, 0.06)
    const half = (Math.PI / count) * 0.66
    const outer = random.between(1.52, 1.62)
    const bow = (share: number) =>
      [-1, -0.5, 0, 0.5, 1].map((t) => at(angle + t * half, share + 0.05 * (1 - t * t)))
    const lines = [
      smooth(trace(cell, [at(angle, 1), at(angle + 0.05, 1.25), at(angle, outer + 0.05)]), 2),
      smooth(trace(cell, bow(outer)), 2),
      smooth(trace(cell, bow(1.28)), 2),
    ]
    if (court % 2 === 0) {
      lines.push(
        smooth(
          trace(cell, [
            at(angle, 1),
            at(angle, 0.72),
            at(angle + half, 0.55),
            at(angle + 2 * half, 0.62),
          ]),
          2,
        ),
      )
    }
    return { kind: 'street', lines }
  })
  const pond = loop(cell, [0.5, 0.5], 16, (angle) => [size * 0.22 * reach(angle), size * 0.16])
  const park = loop(cell, [0.5, 0.5], 20, (angle) => [size * 0.4 * reach(angle), size * 0.36])
  return { drafts: [main, ...paired(courts)], water: [pond], green: [park], bridges: [] }
}

/** Two courts side by side carry one name. */
function paired(courts: readonly Draft[]): Draft[] {
  return courts.flatMap(({ kind, lines }, at) => {
    if (at % 2 === 1) return []
    return { kind, lines: [...lines, ...(courts[at + 1]?.lines ?? [])] }
  })
}

/** The garden village: an oval green, a square ring about it, avenues from it to all sides. */
export function layGardenVillage(cell: Cell, random: Random): Layout {
  const [x, y] = [cell.width_m, cell.height_m]
  const oval = loop(cell, [0.5, 0.5], 28, () => [0.13 * x, 0.1 * y])
  const green = loop(cell, [0.5, 0.5], 24, () => [0.1 * x, 0.075 * y])
  const diagonals = (
    [
      [-1, -1],
      [1, 1],
      [-1, 1],
      [1, -1],
    ] as const
  ).map(([right, low]) =>
    trace(cell, [
      [0.5 + right * 0.092, 0.5 + low * 0.07],
      [0.5 + right * 0.36, 0.5 + low * 0.36],
    ]),
  )
  const bend = random.between(-0.02, 0.02)
  const drafts: Draft[] = [
    { kind: 'street', lines: [oval] },
    {
      kind: 'main',
      lines: [
        trace(cell, [
          [0.5, 0],
          [0.5 + bend, 0.2],
          [0.5, 0.4],
        ]),
        trace(cell, [
          [0.5, 0.6],
          [0.5 - bend, 0.8],
          [0.5, 1],
        ]),
      ],
    },
    {
      kind: 'main',
      lines: [
        trace(cell, [
          [0, 0.5],
          [0.37, 0.5],
        ]),
        trace(cell, [
          [0.63, 0.5],
          [1, 0.5],
        ]),
      ],
    },
    { kind: 'street', lines: [halfRing(cell, 0.28, 1)] },
    { kind: 'street', lines: [halfRing(cell, 0.28, -1)] },
    { kind: 'street', lines: [halfRing(cell, 0.42, 1)] },
    { kind: 'street', lines: [halfRing(cell, 0.42, -1)] },
    { kind: 'street', lines: diagonals.slice(0, 2) },
    { kind: 'street', lines: diagonals.slice(2) },
  ]
  return { drafts, water: [], green: [green], bridges: [] }
}

/** The northern or southern half of a square ring with its corners cut off. */
function halfRing(cell: Cell, share: number, side: 1 | -1): Spot[] {
  const corner = share * 0.72
  const [near, far] = [0.5 - side * share, 0.5 - side * corner]
  return smooth(
    trace(cell, [
      [0.5 - share, 0.5],
      [0.5 - share, far],
      [0.5 - corner, near],
      [0.5 + corner, near],
      [0.5 + share, far],
      [0.5 + share, 0.5],
    ]),
    2,
  )
}

/**
 * The water quarter: canals that swing from side to side with a quay along either bank, and two
 * streets over them.
 */
export function layWaterQuarter(cell: Cell, random: Random): Layout {
  const canals = Math.max(2, Math.round(cell.height_m / 140))
  const phase = random.between(0, 6)
  const swing = (canal: number, by_m: number, from: number, to: number): Share[] =>
    Array.from({ length: 13 }, (_, step) => {
      const u = from + ((to - from) * step) / 12
      const v = (canal + 0.5) / canals + 0.028 * Math.sin(5.5 * u + phase) + by_m / cell.height_m
      return [u, v]
    })
  const water: Spot[][] = []
  const quays = Array.from({ length: canals }, (_, canal): Draft => {
    const bank = trace(cell, swing(canal, -9, 0.05, 0.95))
    water.push([...bank, ...trace(cell, swing(canal, 9, 0.05, 0.95)).reverse(), bank[0] as Spot])
    return {
      kind: 'quay',
      lines: [trace(cell, swing(canal, -19, 0, 1)), trace(cell, swing(canal, 19, 0, 1))],
    }
  })
  const crossings = [0.24, 0.76]
  const bridges = crossings.flatMap((u) =>
    quays.map((_, canal) =>
      cell.place(u, (canal + 0.5) / canals + 0.028 * Math.sin(5.5 * u + phase)),
    ),
  )
  const drafts = [
    ...crossings.map(
      (u): Draft => ({
        kind: 'street',
        lines: [
          trace(cell, [
            [u, 0],
            [u, 1],
          ]),
        ],
      }),
    ),
    ...quays,
  ]
  return { drafts, water, green: [], bridges }
}

/** The business park: wide roads far apart. */
export function layBusinessPark(cell: Cell, random: Random): Layout {
  const down = [0.24, 0.74].map((u) => u + random.between(-0.03, 0.03))
  const across = [0.22, 0.5, 0.78]
  const [left, right] = down as [number, number]
  const drafts: Draft[] = [
    ...down.map(
      (u): Draft => ({
        kind: 'main',
        lines: [
          trace(cell, [
            [u, 0.07],
            [u, 1],
          ]),
        ],
      }),
    ),
    ...across.map(
      (v, at): Draft => ({
        kind: 'street',
        lines: [
          trace(
            cell,
            at === 1
              ? [
                  [0, v],
                  [1, v],
                ]
              : [
                  [left - 0.14, v],
                  [right + 0.14, v],
                ],
          ),
        ],
      }),
    ),
  ]
  return { drafts, water: [box(cell, 0.42, 0.82, 0.62, 0.9)], green: [], bridges: [] }
}
