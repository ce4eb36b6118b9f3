import { fromGeojsonVt } from 'vt-pbf'
import { EXTENT } from './tile.ts'

type Tags = Readonly<Record<string, string | number | boolean>>
type Position = readonly [number, number]

/** A feature in the units of its tile: points, lines or rings. */
export type Drawn = { tags: Tags; id?: number } & (
  | { type: 1; geometry: readonly Position[] }
  | { type: 2 | 3; geometry: readonly (readonly Position[])[] }
)

/** The bytes of a vector tile (Mapbox Vector Tile 2.1); layers without features are left out, and none gives no bytes. */
export function encodeTile(layers: Readonly<Record<string, readonly Drawn[]>>): Uint8Array {
  const filled = Object.entries(layers).filter(([, features]) => features.length > 0)
  const named = Object.fromEntries(filled.map(([name, features]) => [name, { features }]))
  return fromGeojsonVt(named, { version: 2, extent: EXTENT })
}
