import Flatbush from 'flatbush'
import type { Box } from '#kernel/geometry'
import {
  boxOfTile,
  cutTile,
  encodeTile,
  type GeoFeature,
  onWorld,
  type TileName,
} from '#languages/vector-tile'
import { BASE_LAYERS, type BaseFeature, fromZoomOf, orderOf } from './base-feature.ts'

/** Finer than a pixel at the last of these: near by, the map enlarges its tiles. */
export const BASE_ZOOMS = { from: 8, to: 15 } as const

export type BaseTile = TileName & { tile: Uint8Array }

/** Every tile of the base that has something in it, from the coarse to the fine. */
export function* cutBase(features: readonly BaseFeature[]): Generator<BaseTile> {
  if (features.length === 0) return
  const boxes = features.map(boxOfGeometry)
  const tree = new Flatbush(features.length)
  for (const box of boxes) tree.add(...box)
  tree.finish()
  const all: Box = [tree.minX, tree.minY, tree.maxX, tree.maxY]
  for (let z: number = BASE_ZOOMS.from; z <= BASE_ZOOMS.to; z++) {
    for (const name of tilesOver(all, z)) {
      const near = tree
        .search(...boxOfTile(name, 0.02))
        .map((at) => features[at] as BaseFeature)
        .filter((one) => fromZoomOf(one) <= z)
      if (near.length === 0) continue
      const tile = drawBase(near, name)
      if (tile.length > 0) yield { ...name, tile }
    }
  }
}

function drawBase(features: readonly BaseFeature[], name: TileName): Uint8Array {
  const layers = BASE_LAYERS.map((layer) => {
    const own = features.filter((one) => one.layer === layer)
    const sorted = own.toSorted((a, b) => orderOf(a) - orderOf(b))
    return [layer, cutTile(sorted.map(drawable), name)] as const
  })
  return encodeTile(Object.fromEntries(layers))
}

function drawable({ kind, name, angle, geometry }: BaseFeature): GeoFeature {
  const properties = {
    kind,
    ...(name === undefined ? {} : { name }),
    ...(angle === undefined ? {} : { angle }),
  }
  return { type: 'Feature', properties, geometry }
}

function* tilesOver([west, south, east, north]: Box, z: number): Generator<TileName> {
  const [left, top] = onWorld([west, north])
  const [right, bottom] = onWorld([east, south])
  const index = (share: number) => Math.floor(share * 2 ** z)
  for (let x = index(left); x <= index(right); x++)
    for (let y = index(top); y <= index(bottom); y++) yield { z, x, y }
}

export function boxOfGeometry({ geometry }: Pick<BaseFeature, 'geometry'>): Box {
  const positions = (
    geometry.type === 'Point' ? [geometry.coordinates] : geometry.coordinates.flat(3)
  ) as unknown
  const flat = (positions as number[][] | number[]).flat() as number[]
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = 0; at < flat.length; at += 2) {
    const [x = 0, y = 0] = [flat[at], flat[at + 1]]
    box[0] = Math.min(box[0], x)
    box[1] = Math.min(box[1], y)
    box[2] = Math.max(box[2], x)
    box[3] = Math.max(box[3], y)
  }
  return box
}
