import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'

export type ToldFeature = Record<string, unknown> & { at: readonly [number, number] }

/** What a tile holds by a decoder that is not ours: of each feature its properties and its first corner. */
export function readTile(bytes: Uint8Array): Record<string, ToldFeature[]> {
  const { layers } = new VectorTile(new PbfReader(bytes))
  return Object.fromEntries(
    Object.entries(layers).map(([name, layer]) => [
      name,
      Array.from({ length: layer.length }, (_, index) => {
        const feature = layer.feature(index)
        const [first] = feature.loadGeometry().flat()
        return { ...feature.properties, at: [first?.x ?? Number.NaN, first?.y ?? Number.NaN] }
      }),
    ]),
  )
}
