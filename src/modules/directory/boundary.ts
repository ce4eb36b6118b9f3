import type { Polygonal } from '#kernel/geometry'
import { holdingAt, type InTime } from '#kernel/in-time'

export type BoundaryVersion = InTime & { geometry: Polygonal }

/** What a municipality that is no more has, or one that is not yet. */
export const NO_LAND: Polygonal = { type: 'MultiPolygon', coordinates: [] }

/** What belongs to the municipality at a moment. */
export function boundaryAt(versions: readonly BoundaryVersion[], at_ms: number): Polygonal {
  return holdingAt(versions, at_ms)?.geometry ?? NO_LAND
}
