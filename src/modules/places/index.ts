export { type AreaIndex, indexAreas } from './area-index.ts'
export { type AssetIndex, indexAssets } from './asset-index.ts'
export { assetInWords } from './asset-words.ts'
export type { BaseFeature } from './base/base-feature.ts'
export { BASE_FILES, type BaseRead, readBase } from './base/read-base.ts'
export { BASE_TILES, BASES, type BaseImported, importBase } from './base-commands.ts'
export { degreesOf, rdOf } from './bgt/coordinates.ts'
export type { Reject } from './bgt/read-features.ts'
export { readBgtAssets, readBgtRoads } from './bgt/read-objects.ts'
export { ASSET_FILES, ROAD_FILE, STREET_NAME_FILE } from './bgt/register-tables.ts'
export { noStreetLabels, readStreetLabels } from './bgt/street-labels.ts'
export {
  checkPlace,
  type Moved,
  movedTo,
  type PlaceRefusal,
  type Surroundings,
} from './check-place.ts'
export { circuitsOf } from './circuits.ts'
export { importPlaces, type PlacesImport, type PlacesImported } from './commands.ts'
export { type AreasRead, CRS, type Crs, readAreas } from './geojson/read-areas.ts'
export { dropUnfinished, type ImportRow, listImports } from './import-state.ts'
export { holderOf, snapToAsset } from './locate-asset.ts'
export {
  type MunicipalityBoundary,
  parseMunicipalityBoundaries,
} from './municipality-boundaries.ts'
export { AREA_KINDS, type Area, type AreaKind, type Asset } from './place.ts'
export { kindsOfPlace } from './place-kinds.ts'
export { holds } from './polygon.ts'
export { PLACE_PROBLEMS } from './problems.ts'
export { listAreas, listAssets, readPlacesVersion } from './queries.ts'
export { createMatcher } from './register/match-register.ts'
export { registerRowReader } from './register/read-register-row.ts'
export { parseRegisterMapping, RegisterMapping } from './register/register-mapping.ts'
export { placeOperations } from './routes/place-operations.ts'
export { AREA_VERSIONS, ASSET_VERSIONS, restorePlacesVersion, withCell } from './transfer.ts'
export { streetOf, whereaboutsAt } from './whereabouts.ts'
