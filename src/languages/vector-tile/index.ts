export { cutTile, type GeoFeature } from './cut-tile.ts'
export { type Drawn, encodeTile } from './encode-tile.ts'
export { type Gathered, gather, middleOf } from './gather.ts'
export {
  boxOfTile,
  EXTENT,
  FINEST_ZOOM,
  isInTile,
  onWorld,
  projectInto,
  type TileName,
} from './tile.ts'
