import Flatbush from 'flatbush'
import clipping, { type MultiPolygon } from 'polygon-clipping'
import type { Polygonal } from '#kernel/geometry'
import { size_m2 } from '../polygon.ts'

/** What was done to a polygon so that it holds; in the order in which it is looked for. */
export const MENDINGS = [
  'points-twice',
  'ring-closed',
  'winding-turned',
  'crossing-untied',
  'hole-dropped',
] as const
export type Mending = (typeof MENDINGS)[number]

export const MEND_REFUSALS = ['ring-too-short', 'crosses-itself', 'hole-outside', 'empty'] as const
export type MendRefusal = (typeof MEND_REFUSALS)[number]

export type Mended =
  | { shape: Polygonal; mendings: Mending[]; changed_share: number }
  | { reason: MendRefusal; changed_share?: number }

/** A mending that changes the size by more than this share is a guess at what was meant. */
const MOST_CHANGED = 0.005

type Ring = number[][]
type Polygon = Ring[]

/**
 * Mends what is unambiguous: points that stand twice in a row, a ring that is not closed, its winding (RFC 7946: the
 * outside against the clock), rings that cross themselves and holes that lie outside, as far as the size stays the same
 * within half a per cent. All else is refused. A polygon that is sound keeps every point as it was, so that neighbours
 * keep their common border.
 */
export function mendPolygon(shape: Polygonal): Mended {
  const done = new Set<Mending>()
  const given = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates
  const polygons: Polygon[] = []
  for (const rings of given) {
    const mended: Polygon = []
    for (const [at, ring] of rings.entries()) {
      const one = mendRing(ring, at === 0, done)
      if (!one) return { reason: 'ring-too-short' }
      mended.push(one)
    }
    if (mended.length > 0) polygons.push(mended)
  }
  if (polygons.length === 0) return { reason: 'empty' }
  const before = polygonal(polygons)
  const before_m2 = size_m2(before)
  const isCrossed = polygons.some((rings) => rings.some(crossesItself))
  // The halves of a knot may take each other's size away.
  if (before_m2 === 0) return { reason: isCrossed ? 'crosses-itself' : 'empty' }
  const stray = polygons.some((rings) => hasStrayHole(rings))
  if (!isCrossed && !stray) return { shape: before, mendings: inOrder(done), changed_share: 0 }
  const whole = clipping.union(polygons as MultiPolygon) as unknown as Polygon[]
  if (whole.length === 0) return { reason: 'empty' }
  const after = polygonal(whole.map(wound))
  const changed_share = Math.abs(size_m2(after) - before_m2) / before_m2
  if (changed_share > MOST_CHANGED)
    return { reason: isCrossed ? 'crosses-itself' : 'hole-outside', changed_share }
  if (isCrossed) done.add('crossing-untied')
  if (stray) done.add('hole-dropped')
  return { shape: after, mendings: inOrder(done), changed_share }
}

const inOrder = (done: ReadonlySet<Mending>) => MENDINGS.filter((one) => done.has(one))

function polygonal(polygons: Polygon[]): Polygonal {
  const [first] = polygons
  return polygons.length === 1 && first
    ? { type: 'Polygon', coordinates: first }
    : { type: 'MultiPolygon', coordinates: polygons }
}

function mendRing(ring: Ring, isOutside: boolean, done: Set<Mending>): Ring | undefined {
  const points = ring.filter((point, at) => at === 0 || !isSame(point, ring[at - 1]))
  if (points.length < ring.length) done.add('points-twice')
  if (new Set(points.map(([x, y]) => `${x} ${y}`)).size < 3) return undefined
  if (!isSame(points[0], points.at(-1))) {
    points.push([...(points[0] as number[])])
    done.add('ring-closed')
  }
  if (isAgainstClock(points) === isOutside) return points
  done.add('winding-turned')
  return points.reverse()
}

function wound(rings: Polygon): Polygon {
  return rings.map((ring, at) => (isAgainstClock(ring) === (at === 0) ? ring : ring.toReversed()))
}

function isSame(a: number[] | undefined, b: number[] | undefined): boolean {
  return a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1]
}

function isAgainstClock(ring: Ring): boolean {
  let twice = 0
  // From the first point on, so that small rings far from the origin lose no digits.
  const [ox, oy] = ring[0] as [number, number]
  for (let at = 1; at < ring.length; at++) {
    const [ax, ay] = ring[at - 1] as [number, number]
    const [bx, by] = ring[at] as [number, number]
    twice += (ax - ox) * (by - oy) - (bx - ox) * (ay - oy)
  }
  return twice > 0
}

/** Whether two edges of the ring cross each other within; that they touch in a point is no crossing. */
function crossesItself(ring: Ring): boolean {
  const edges = ring.length - 1
  const tree = new Flatbush(edges)
  for (let at = 0; at < edges; at++) {
    const [ax, ay] = ring[at] as [number, number]
    const [bx, by] = ring[at + 1] as [number, number]
    tree.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by))
  }
  tree.finish()
  for (let at = 0; at < edges; at++) {
    const [a, b] = [ring[at], ring[at + 1]] as [number[], number[]]
    const [ax, ay, bx, by] = [...a, ...b] as [number, number, number, number]
    const near = tree.search(
      Math.min(ax, bx),
      Math.min(ay, by),
      Math.max(ax, bx),
      Math.max(ay, by),
      (other) => other > at + 1,
    )
    for (const other of near)
      if (cross(a, b, ring[other] as number[], ring[other + 1] as number[])) return true
  }
  return false
}

function cross(a: number[], b: number[], c: number[], d: number[]): boolean {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}

function side(a: number[], b: number[], p: number[]): number {
  const [ax, ay, bx, by, px, py] = [...a, ...b, ...p] as number[] as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  return Math.sign((bx - ax) * (py - ay) - (by - ay) * (px - ax))
}

/** Whether a point of a hole lies outside its polygon; on its edge counts as within. */
function hasStrayHole([outside, ...holes]: Polygon): boolean {
  return holes.some((hole) => hole.some((point) => outside && !isWithin(outside, point)))
}

function isWithin(ring: Ring, point: number[]): boolean {
  const [x, y] = point as [number, number]
  let isIn = false
  for (let at = 1; at < ring.length; at++) {
    const [a, b] = [ring[at - 1], ring[at]] as [number[], number[]]
    const [ax, ay, bx, by] = [...a, ...b] as [number, number, number, number]
    const isBeside = side(a, b, point) === 0
    const isBetween = Math.min(ax, bx) <= x && x <= Math.max(ax, bx)
    if (isBeside && isBetween && Math.min(ay, by) <= y && y <= Math.max(ay, by)) return true
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isIn = !isIn
  }
  return isIn
}
