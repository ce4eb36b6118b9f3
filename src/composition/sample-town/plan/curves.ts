import { type LonLat, M_PER_DEGREE } from '#kernel/geometry'

/** Metres east and north of the middle of the sample region. */
export type Spot = readonly [east_m: number, north_m: number]
/** Closed where it ends in the very spot that it starts from. */
export type Line = readonly Spot[]

/** In the open water of the Markermeer, so that no real town is meant. */
const ORIGIN: LonLat = [5.23, 52.53]
const M_PER_DEGREE_EAST = M_PER_DEGREE * Math.cos((ORIGIN[1] * Math.PI) / 180)

export function toLonLat([east, north]: Spot): [number, number] {
  return [round7(ORIGIN[0] + east / M_PER_DEGREE_EAST), round7(ORIGIN[1] + north / M_PER_DEGREE)]
}

/** Registers write seven decimals: a centimetre. */
function round7(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7
}

export function gap(a: Spot, b: Spot): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1])
}

export function mix(a: Spot, b: Spot, share: number): Spot {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
}

export function isClosed(line: Line): boolean {
  const [first, last] = [line[0], line.at(-1)]
  return line.length > 2 && first !== undefined && first[0] === last?.[0] && first[1] === last[1]
}

export function lengthOf(line: Line): number {
  let sum = 0
  for (let at = 1; at < line.length; at++) sum += gap(line[at - 1] as Spot, line[at] as Spot)
  return sum
}

/** The spot so many metres along a line, and which way the line goes there (a unit vector). */
export function along(line: Line, distance: number): { spot: Spot; heading: Spot } {
  let left = distance
  for (let at = 1; at < line.length; at++) {
    const [from, to] = [line[at - 1] as Spot, line[at] as Spot]
    const step = gap(from, to)
    if (step > 0 && (left <= step || at === line.length - 1)) {
      const heading: Spot = [(to[0] - from[0]) / step, (to[1] - from[1]) / step]
      return { spot: mix(from, to, Math.min(1, left / step)), heading }
    }
    left -= step
  }
  return { spot: line[0] as Spot, heading: [1, 0] }
}

/** To the left of the heading where `by` is positive. */
export function beside(spot: Spot, heading: Spot, by: number): Spot {
  return [spot[0] - heading[1] * by, spot[1] + heading[0] * by]
}

/** A smooth line through the points (Catmull-Rom), in `steps` pieces from each to the next. */
export function smooth(points: Line, steps: number): Spot[] {
  const closed = isClosed(points)
  const last = points.length - 1
  const point = (at: number): Spot => {
    if (closed) return points[(at + last) % last] as Spot
    return points[Math.max(0, Math.min(last, at))] as Spot
  }
  const line: Spot[] = []
  for (let at = 0; at < last; at++) {
    const [a, b, c, d] = [point(at - 1), point(at), point(at + 1), point(at + 2)]
    for (let step = 0; step < steps; step++) {
      const t = step / steps
      line.push(
        t === 0 ? b : [spline(a[0], b[0], c[0], d[0], t), spline(a[1], b[1], c[1], d[1], t)],
      )
    }
  }
  line.push(point(last))
  return line
}

function spline(a: number, b: number, c: number, d: number, t: number): number {
  return (
    0.5 *
    (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t ** 2 + (3 * b - a - 3 * c + d) * t ** 3)
  )
}

/** The line moved sideways, to the left where `by` is positive; corners stay corners. */
export function offset(line: Line, by: number): Spot[] {
  const closed = isClosed(line)
  const count = line.length
  const moved = line.map((spot, at): Spot => {
    const before = line[at > 0 ? at - 1 : closed ? count - 2 : 0] as Spot
    const after = line[at < count - 1 ? at + 1 : closed ? 1 : count - 1] as Spot
    const [a, b] = [direction(before, spot), direction(spot, after)]
    const [ux, uy] = a ?? b ?? [1, 0]
    const [vx, vy] = b ?? a ?? [1, 0]
    const [sx, sy] = [ux + vx, uy + vy]
    // A mitre, cut short where the line turns so sharply that it would shoot out.
    const scale = by / Math.max(0.5, (sx * sx + sy * sy) / 2)
    return [spot[0] - sy * scale, spot[1] + sx * scale]
  })
  if (closed) moved[count - 1] = moved[0] as Spot
  return moved
}

function direction(from: Spot, to: Spot): Spot | undefined {
  const step = gap(from, to)
  return step > 0 ? [(to[0] - from[0]) / step, (to[1] - from[1]) / step] : undefined
}

/** The polygon that a line of some width covers, as rings. */
export function ribbon(line: Line, width: number): Spot[][] {
  const [left, right] = [offset(line, width / 2), offset(line, -width / 2)]
  if (isClosed(line)) {
    const isWider = Math.abs(signedSize(left)) > Math.abs(signedSize(right))
    return isWider ? [left, right] : [right, left]
  }
  return [[...left, ...right.reverse(), left[0] as Spot]]
}

function signedSize(ring: Line): number {
  let sum = 0
  for (let at = 1; at < ring.length; at++) {
    const [[ax, ay], [bx, by]] = [ring[at - 1] as Spot, ring[at] as Spot]
    sum += (ax * by - bx * ay) / 2
  }
  return sum
}

/** Whether a closed ring has the spot inside (even-odd). */
export function surrounds(ring: Line, [x, y]: Spot): boolean {
  let isIn = false
  for (let at = 1; at < ring.length; at++) {
    const [[ax, ay], [bx, by]] = [ring[at - 1] as Spot, ring[at] as Spot]
    if (ay > y !== by > y && x < ax + ((y - ay) * (bx - ax)) / (by - ay)) isIn = !isIn
  }
  return isIn
}
