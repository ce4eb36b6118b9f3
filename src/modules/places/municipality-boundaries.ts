import type { Polygonal } from '#kernel/geometry'
import { readPolygonal } from './bgt/coordinates.ts'
import { featuresOf, isRecord } from './bgt/read-features.ts'

export type MunicipalityBoundary = { id: string; name: string; geometry: Polygonal }

/**
 * The boundaries in a GeoJSON text of Statistics Netherlands (`statcode`, `statnaam`); throws at
 * the first that is not one.
 */
export function parseMunicipalityBoundaries(file: string, text: string): MunicipalityBoundary[] {
  return featuresOf(file, text).map((feature, index) => {
    const properties = isRecord(feature) && isRecord(feature.properties) ? feature.properties : {}
    const { statcode, statnaam } = properties
    const geometry = readPolygonal(isRecord(feature) ? feature.geometry : undefined)
    if (typeof statcode !== 'string' || !/^GM\d{4}$/.test(statcode))
      throw new Error(`${file}, feature ${index}: statcode is not a municipality's code`)
    if (typeof statnaam !== 'string' || statnaam === '')
      throw new Error(`${file}, ${statcode}: statnaam is missing`)
    if ('fault' in geometry) throw new Error(`${file}, ${statcode}: ${geometry.fault}`)
    return { id: statcode, name: statnaam, geometry: geometry.value }
  })
}
