import { type Box, boxOf, type LonLat, M_PER_DEGREE, type Polygonal } from '#kernel/geometry'

/**
 * Four numbers an edge: the lower latitude, the higher, the longitude at the lower, degrees east
 * per degree north.
 */
const EDGE = 4

type Prepared = { box: Box; polygons: readonly Float64Array[] }

// A register's polygons do not change once read, and are asked of millions of times; the entry goes
// with its polygon.
const prepared = new WeakMap<Polygonal, Prepared>()

/**
 * Whether the polygon holds the point. A border belongs to the area on its east or north side only,
 * so that of areas that tile a town with the same vertices exactly one holds a point on their
 * common border. Even-odd within one polygon, so that rings that touch themselves (seen in BGT)
 * need no repair.
 */
export function holds(shape: Polygonal, point: LonLat): boolean {
  const { box, polygons } = prepare(shape)
  const [x, y] = point
  if (!(x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3])) return false
  for (const edges of polygons) if (isInside(edges, x, y)) return true
  return false
}

function isInside(edges: Float64Array, x: number, y: number): boolean {
  let isIn = false
  for (let at = 0; at < edges.length; at += EDGE) {
    const low = edges[at] as number
    if (y < low || y >= (edges[at + 1] as number)) continue
    const crossing = (edges[at + 2] as number) + (y - low) * (edges[at + 3] as number)
    if (crossing <= x) isIn = !isIn
  }
  return isIn
}

function prepare(shape: Polygonal): Prepared {
  let known = prepared.get(shape)
  if (!known) {
    const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates
    known = { box: boxOf(shape), polygons: polygons.map(edgesOf) }
    prepared.set(shape, known)
  }
  return known
}

function edgesOf(rings: readonly number[][][]): Float64Array {
  const edges: number[] = []
  for (const ring of rings) {
    let [ax, ay] = ring[ring.length - 1] as [number, number]
    for (const [bx, by] of ring as [number, number][]) {
      // Lower end first: both neighbours of a border then compute the same crossing, to the last
      // bit.
      if (ay < by) edges.push(ay, by, ax, (bx - ax) / (by - ay))
      if (by < ay) edges.push(by, ay, bx, (ax - bx) / (ay - by))
      ax = bx
      ay = by
    }
  }
  return Float64Array.from(edges)
}

const RADIANS = Math.PI / 180
const EARTH_RADIUS_M = M_PER_DEGREE / RADIANS

/**
 * Area in square metres on the mean sphere (Chamberlain and Duquette 2007, eq. 3), holes taken off.
 */
export function size_m2(shape: Polygonal): number {
  const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates
  let total = 0
  for (const [outside, ...holes] of polygons) {
    if (!outside) continue
    total += ringSize_m2(outside)
    for (const hole of holes) total -= ringSize_m2(hole)
  }
  return total
}

function ringSize_m2(ring: readonly number[][]): number {
  let sum = 0
  let [ax, ay] = ring[ring.length - 1] as [number, number]
  for (const [bx, by] of ring as [number, number][]) {
    sum += (bx - ax) * RADIANS * (2 + Math.sin(ay * RADIANS) + Math.sin(by * RADIANS))
    ax = bx
    ay = by
  }
  return (Math.abs(sum) * EARTH_RADIUS_M ** 2) / 2
}
