import type { AreaIndex } from '../area-index.ts'
import type { AssetIndex } from '../asset-index.ts'

/** The areas and objects of one municipality, as they are compiled now. */
export type PlacesOf = (municipality: string) => Promise<{ areas: AreaIndex; assets: AssetIndex }>
