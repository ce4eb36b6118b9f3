import { boxOf, type LonLat, type Polygonal } from '#kernel/geometry'
import { holds } from './polygon.ts'

/** Lines that are tried before a shape counts as having no inside: enough for any that has an area. */
const LINES = 64

/** A point inside a shape: the middle of its widest stretch on a line from west to east. Undefined where it has no inside. */
export function pointWithin(shape: Polygonal): LonLat | undefined {
  const [, south, , north] = boxOf(shape)
  for (let line = 1; line < LINES; line++) {
    // 1/2, 1/4, 3/4, 1/8, …: the middle first.
    const depth = 2 ** Math.floor(Math.log2(line))
    const lat = south + ((north - south) * (2 * (line - depth) + 1)) / (2 * depth)
    const crossings = crossingsOf(shape, lat)
    const stretches = crossings
      .slice(1)
      .map((east, at) => [crossings[at] as number, east] as const)
      .sort((a, b) => b[1] - b[0] - (a[1] - a[0]))
    for (const [west, east] of stretches) {
      const point: LonLat = [(west + east) / 2, lat]
      if (holds(shape, point)) return point
    }
  }
  return undefined
}

function crossingsOf(shape: Polygonal, lat: number): number[] {
  const rings = shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat()
  const found: number[] = []
  for (const ring of rings)
    for (const [at, [x, y]] of (ring as [number, number][]).entries()) {
      const [px, py] = ring[(at + ring.length - 1) % ring.length] as [number, number]
      if (py <= lat === y <= lat) continue
      found.push(px + ((x - px) * (lat - py)) / (y - py))
    }
  return found.sort((a, b) => a - b)
}
