import type { AnyOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { listAreas } from './list-areas.ts'
import { listAssets } from './list-assets.ts'
import type { PlacesOf } from './places-of.ts'
import { readAreaTile } from './read-area-tile.ts'
import { readAsset } from './read-asset.ts'
import { readAssetTile } from './read-asset-tile.ts'
import { readBaseTile } from './read-base-tile.ts'
import { type BoundaryOf, readMap } from './read-map.ts'
import { readWhereabouts } from './read-whereabouts.ts'
import { type FindAddresses, searchPlaces } from './search-places.ts'

export function placeOperations(needs: {
  pool: Pool
  placesOf: PlacesOf
  boundaryOf: BoundaryOf
  findAddresses: FindAddresses
  mapStyleUrl: string | undefined
}): AnyOperation[] {
  return [
    listAreas(needs),
    listAssets(needs),
    readAsset(needs),
    searchPlaces(needs),
    readWhereabouts(needs),
    readMap(needs),
    readAssetTile(needs),
    readAreaTile(needs),
    readBaseTile(needs),
  ]
}
