import type { Random } from '../random.ts'
import { gap, type Line, mix, type Spot, smooth } from './curves.ts'

/** A neighbourhood's ground: four sides that it shares with its neighbours, to the last vertex. */
export type Cell = {
  column: number
  row: number
  width_m: number
  height_m: number
  /** `u` from west to east, `v` from north to south, both from 0 to 1 between the sides. */
  place(u: number, v: number): Spot
  ring: Spot[]
}

export type Side = readonly [north: Spot, shore: Spot, road: Spot, south: Spot]

/**
 * A town on the shore of a lake: cells in rows going south from the water, about the first in the
 * middle of the shore. Row line 0 is the shore; row line 1 is the provincial road, which runs on to
 * the borders of the municipality.
 */
export type Ground = {
  cells: Cell[]
  rowLines: Map<number, Spot[]>
  columnLines: Map<number, Spot[]>
  /** Clockwise from the north-west corner; `west` and `east` are its sides. */
  boundary: Spot[]
  west: Side
  east: Side
  /** Around all cells. */
  outline: Spot[]
  road: Line
  shore: Line
}

export type GroundOptions = {
  cells: number
  cellWidth_m: number
  cellHeight_m: number
  /**
   * The middle of the shore of the first cell; beside a neighbour it follows from the common
   * border.
   */
  origin?: Spot
  /** How far the rows are turned against the clock, in radians. */
  tilt: number
  /** Of open land around the town. */
  margin_m: number
  /** The border with the municipality to the west, where there is one. */
  west?: Side
  random: Random
}

const STEPS_A_CELL = 8

export function makeGround(options: GroundOptions): Ground {
  const spots = nearestCells(options.cells)
  const columns = spots.map(([column]) => column)
  const rows = spots.map(([, row]) => row)
  const range = {
    from: Math.min(...columns),
    to: Math.max(...columns) + 1,
    rows: Math.max(...rows) + 1,
  }
  const corners = placeCorners(range, options)
  const border = placeBorder(range, options)

  const rowLines = new Map<number, Spot[]>()
  for (let row = 0; row <= range.rows; row++) {
    const line = corners.map((column) => column[row] as Spot)
    const ends = row === 0 ? 1 : row === 1 ? 2 : undefined
    if (ends !== undefined) line.unshift(border.west[ends])
    if (ends !== undefined) line.push(border.east[ends])
    const curved = smooth(line, STEPS_A_CELL)
    rowLines.set(row, ends ? curved.slice(STEPS_A_CELL, -STEPS_A_CELL) : curved)
    if (ends) border.lines.push(curved)
  }
  const columnLines = new Map(corners.map((column, at) => [range.from + at, column]))
  const cells = spots.map(([column, row]) => {
    const from = (column - range.from) * STEPS_A_CELL
    const side = (line: number) => rowLines.get(line)?.slice(from, from + STEPS_A_CELL + 1) ?? []
    return makeCell(column, row, side(row), side(row + 1))
  })
  const [shore, road] = border.lines as [Line, Line]
  const { west, east, boundary } = border
  return {
    cells,
    rowLines,
    columnLines,
    boundary,
    west,
    east,
    outline: outlineOf(cells),
    road,
    shore,
  }
}

/** Columns and rows of the cells nearest to the first; the town grows round. */
function nearestCells(count: number): [column: number, row: number][] {
  const reach = Math.ceil(Math.sqrt(count)) + 1
  const all: [number, number][] = []
  for (let row = 0; row <= reach; row++) {
    for (let column = -reach; column <= reach; column++) all.push([column, row])
  }
  const far = ([column, row]: [number, number]) => Math.hypot(column, 0.95 * row)
  return all.sort((a, b) => far(a) - far(b) || a[0] - b[0]).slice(0, count)
}

type Range = { from: number; to: number; rows: number }

function placeCorners({ from, to, rows }: Range, options: GroundOptions): Spot[][] {
  const { random, cellWidth_m: width, cellHeight_m: height } = options
  const place = placeIn(options)
  const columns: Spot[][] = []
  for (let column = from; column <= to; column++) {
    const corners: Spot[] = []
    for (let row = 0; row <= rows; row++) {
      const [dx, dy] = [random.between(-0.07, 0.07), random.between(-0.06, 0.06)]
      corners.push(place((column - 0.5 + dx) * width, (dy - row) * height))
    }
    columns.push(corners)
  }
  return columns
}

function placeBorder({ from, to, rows }: Range, options: GroundOptions) {
  const { random, cellWidth_m: width, cellHeight_m: height, margin_m: margin } = options
  const place = placeIn(options)
  const [left, right] = [(from - 0.5) * width - margin, (to - 0.5) * width + margin]
  const [top, bottom] = [0.55 * margin + 150, -rows * height - margin]
  const about = () => random.between(-0.12, 0.12) * margin
  const side = (x: number): Side => [
    place(x + about(), top + about()),
    place(x + about(), about() / 2),
    place(x + about(), -height + about()),
    place(x + about(), bottom + about()),
  ]
  const west = options.west ?? side(left)
  const east = side(right)
  const between = (a: Spot, b: Spot) => (share: number) => {
    const [x, y] = mix(a, b, share)
    return [x + about(), y + about()] as const
  }
  const north = [0.3, 0.7].map(between(west[0], east[0]))
  const south = [0.8, 0.45, 0.2].map(between(west[3], east[3]))
  const boundary = [west[0], ...north, ...east, ...south, west[3], west[2], west[1], west[0]]
  return { west, east, boundary, lines: [] as Line[] }
}

function placeIn(options: GroundOptions): (x: number, y: number) => Spot {
  const { tilt } = options
  const origin = options.origin ?? besideBorder(options)
  const [cos, sin] = [Math.cos(tilt), Math.sin(tilt)]
  return (x, y) => [origin[0] + x * cos - y * sin, origin[1] + x * sin + y * cos]
}

/**
 * So far from the border, and so far north, that the neighbour's provincial road runs straight on.
 */
function besideBorder({ west, cells, cellWidth_m, cellHeight_m, margin_m }: GroundOptions): Spot {
  const [east, north] = west?.[2] ?? [0, -cellHeight_m]
  return [east + 1.2 * margin_m + (Math.sqrt(cells) * cellWidth_m) / 2, north + cellHeight_m]
}

function makeCell(column: number, row: number, north: Line, south: Line): Cell {
  const [nw, ne] = [north[0] as Spot, north.at(-1) as Spot]
  const [sw, se] = [south[0] as Spot, south.at(-1) as Spot]
  return {
    column,
    row,
    width_m: (gap(nw, ne) + gap(sw, se)) / 2,
    height_m: (gap(nw, sw) + gap(ne, se)) / 2,
    // A Coons patch whose west and east sides are straight.
    place: (u, v) => mix(onSide(north, u), onSide(south, u), v),
    ring: [...north, ...south.toReversed(), nw],
  }
}

function onSide(side: Line, share: number): Spot {
  const at = Math.max(0, Math.min(1, share)) * (side.length - 1)
  const before = Math.min(Math.floor(at), side.length - 2)
  return mix(side[before] as Spot, side[before + 1] as Spot, at - before)
}

/** The border of the union: the edges that only one cell has, joined up. */
function outlineOf(cells: readonly Cell[]): Spot[] {
  const next = new Map<string, { to: Spot; back: string }>()
  const key = (spot: Spot) => spot.join()
  const edges = cells.flatMap(({ ring }) =>
    ring.slice(1).map((to, at) => [ring[at] as Spot, to] as const),
  )
  const all = new Set(edges.map(([from, to]) => `${key(from)} ${key(to)}`))
  for (const [from, to] of edges) {
    if (!all.has(`${key(to)} ${key(from)}`)) next.set(key(from), { to, back: key(from) })
  }
  const first = cells[0]?.ring[0] as Spot
  const outline = [first]
  for (let at = next.get(key(first)); at; at = next.get(key(at.to))) {
    outline.push(at.to)
    if (key(at.to) === key(first)) break
  }
  if (outline.length !== next.size + 1) throw new Error('the cells do not make one town')
  return outline
}
