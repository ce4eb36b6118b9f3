import GeoJSONVT from 'geojson-vt'
import type { Drawn } from './encode-tile.ts'
import { EXTENT, type TileName } from './tile.ts'

export type GeoFeature = {
  type: 'Feature'
  properties: Record<string, string | number | boolean>
  geometry: GeoJSON.Geometry
}

/** So far beyond its border a tile is drawn, in its units, that no seam is seen. */
const BUFFER = 64

/** Lines and polygons as one tile shows them: clipped to it, and simplified to what can be seen at its zoom. */
export function cutTile(features: readonly GeoFeature[], { z, x, y }: TileName): Drawn[] {
  const cutter = new GeoJSONVT(
    { type: 'FeatureCollection', features: [...features] },
    // At its own greatest zoom the cutter simplifies nothing.
    { maxZoom: z + 1, indexMaxZoom: 0, indexMaxPoints: 0, extent: EXTENT, buffer: BUFFER },
  )
  return (cutter.getTile(z, x, y)?.features ?? []) as Drawn[]
}
