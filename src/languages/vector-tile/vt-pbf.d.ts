declare module 'vt-pbf' {
  type Layer = { features: readonly unknown[] }
  /** Layers by name, as geojson-vt cuts them. */
  export function fromGeojsonVt(
    layers: Readonly<Record<string, Layer>>,
    options: { version: number; extent: number },
  ): Uint8Array
}
