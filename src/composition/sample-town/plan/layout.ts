import type { Spot } from './curves.ts'
import type { Cell } from './ground.ts'

export const STREET_KINDS = ['provincial', 'main', 'street', 'lane', 'quay', 'rural'] as const
export type StreetKind = (typeof STREET_KINDS)[number]

/** A street not yet named: the lines that carry one name. */
export type Draft = { kind: StreetKind; lines: Spot[][]; name?: string }

/** What lies within one neighbourhood. Water and green are closed rings. */
export type Layout = { drafts: Draft[]; water: Spot[][]; green: Spot[][]; bridges: Spot[] }

/** Place within a cell, as `[u, v]` from 0 to 1 (see Cell). */
export type Share = readonly [u: number, v: number]

/** How long a straight piece may be before it follows the bend of the cell's sides. */
const PIECE_M = 60

/** A line through places in a cell, as straight as the cell is. */
export function trace(cell: Cell, shares: readonly Share[]): Spot[] {
  const line: Spot[] = []
  for (let at = 1; at < shares.length; at++) {
    const [[u1, v1], [u2, v2]] = [shares[at - 1] as Share, shares[at] as Share]
    const length_m = Math.hypot((u2 - u1) * cell.width_m, (v2 - v1) * cell.height_m)
    const pieces = Math.max(1, Math.round(length_m / PIECE_M))
    for (let piece = 0; piece < pieces; piece++) {
      const share = piece / pieces
      line.push(cell.place(u1 + (u2 - u1) * share, v1 + (v2 - v1) * share))
    }
  }
  const [u, v] = shares.at(-1) as Share
  const first = shares[0] as Share
  line.push(line[0] && first[0] === u && first[1] === v ? line[0] : cell.place(u, v))
  return line
}

/** A closed line about a place in the cell; `radius` gives both half-axes in metres at an angle. */
export function loop(
  cell: Cell,
  [u, v]: Share,
  steps: number,
  radius: (angle: number) => readonly [x_m: number, y_m: number],
): Spot[] {
  const line = Array.from({ length: steps }, (_, step) => {
    const angle = (2 * Math.PI * step) / steps
    const [x, y] = radius(angle)
    return cell.place(
      u + (x / cell.width_m) * Math.cos(angle),
      v + (y / cell.height_m) * Math.sin(angle),
    )
  })
  return [...line, line[0] as Spot]
}

export function box(cell: Cell, west: number, north: number, east: number, south: number): Spot[] {
  return trace(cell, [
    [west, north],
    [east, north],
    [east, south],
    [west, south],
    [west, north],
  ])
}
