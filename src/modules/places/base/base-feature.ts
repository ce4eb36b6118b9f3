import type { Polygonal } from '#kernel/geometry'

/** What the plain base is drawn from, from the ground up. */
export const BASE_LAYERS = ['green', 'water', 'road', 'building', 'label'] as const
export type BaseLayer = (typeof BASE_LAYERS)[number]

/** From which zoom a kind can be seen; those of one layer are drawn in this order. */
export const BASE_KINDS = {
  green: { wood: 8, park: 10, verge: 14 },
  water: { water: 8, ditch: 13 },
  road: { paved: 15, path: 14, street: 12, main: 8 },
  building: { building: 14 },
  label: { street: 14, main: 12 },
} as const satisfies Record<BaseLayer, Record<string, number>>

export type BaseGeometry =
  | Polygonal
  | { type: 'LineString'; coordinates: number[][] }
  | { type: 'MultiLineString'; coordinates: number[][][] }
  | { type: 'Point'; coordinates: number[] }

/** One thing of the base. A road is a surface, or a line with the width that its kind has. */
export type BaseFeature = {
  layer: BaseLayer
  kind: string
  name?: string
  /** Of a label that is a point: degrees, clockwise from the horizontal. */
  angle?: number
  geometry: BaseGeometry
}

export function fromZoomOf({ layer, kind }: BaseFeature): number {
  return (BASE_KINDS[layer] as Record<string, number>)[kind] ?? 0
}

export function orderOf({ layer, kind }: BaseFeature): number {
  return Object.keys(BASE_KINDS[layer]).indexOf(kind)
}
