import type { AnyOperation } from '#modules/directory'
import { listAreas } from './list-areas.ts'
import { listAssets } from './list-assets.ts'
import type { PlacesOf } from './places-of.ts'
import { readAsset } from './read-asset.ts'

export function placeOperations(needs: { placesOf: PlacesOf }): AnyOperation[] {
  return [listAreas(needs), listAssets(needs), readAsset(needs)]
}
