export { type AreaIndex, indexAreas } from './area-index.ts'
export { type AssetIndex, indexAssets, type NearbyAsset, type NearestQuery } from './asset-index.ts'
export {
  checkPlace,
  type IncomingPlace,
  PLACE_REFUSALS,
  type PlaceJudgement,
  type PlaceRefusal,
  type Surroundings,
} from './check-place.ts'
export { holderOf, type Snap, type SnapOptions, snapToAsset } from './locate-asset.ts'
export { AREA_KINDS, type Area, type AreaKind, type Asset } from './place.ts'
export { holds, size_m2 } from './polygon.ts'
export { cellOf, importPlaces, type PlacesImport, type PlacesImported } from './commands.ts'
export { listAreas, listAssets, readPlacesVersion } from './queries.ts'
