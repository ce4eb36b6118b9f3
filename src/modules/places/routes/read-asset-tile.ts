import { setImmediate } from 'node:timers/promises'
import { encodeTile } from '#languages/vector-tile'
import { townOperation } from '#modules/directory'
import {
  answerTile,
  TILE_ANSWER_HEADERS,
  TILE_SUCCESS,
  TILE_TYPE,
  Tile,
  TileHeaders,
  TilePath,
} from '#platform/tile-answer'
import { type AssetClusters, countAssets, READABLE_ZOOM } from '../asset-clusters.ts'
import type { AssetIndex } from '../asset-index.ts'
import { drawAssets } from '../place-tiles.ts'
import type { PlacesOf } from './places-of.ts'

/** After an import the map follows within five minutes. */
export const PLACES_MAX_AGE_S = 300

// The counts go with the objects that were counted.
const counted = new WeakMap<AssetIndex, Promise<AssetClusters>>()

function clustersOf(assets: AssetIndex): Promise<AssetClusters> {
  let clusters = counted.get(assets)
  if (!clusters) {
    clusters = countAssets(assets, () => setImmediate())
    counted.set(assets, clusters)
  }
  return clusters
}

export const readAssetTile = ({ placesOf }: { placesOf: PlacesOf }) =>
  townOperation({
    method: 'get',
    path: '/tiles/assets/{z}/{x}/{y}',
    operationId: 'readAssetTile',
    tag: 'Map',
    summary: 'Objects in public space as a vector tile',
    description: `The layer \`assets\`: from zoom ${READABLE_ZOOM} points with \`id\`, \`type\` and \`publicNumber\`, below it points with \`assets\`, how many there are around.`,
    parameters: { path: TilePath, headers: TileHeaders },
    success: TILE_SUCCESS,
    answer: Tile,
    contentType: TILE_TYPE,
    answerHeaders: TILE_ANSWER_HEADERS,
    problems: {},
    async handle({ caller: { municipality }, path: tile, headers }) {
      const { assets } = await placesOf(municipality)
      const clusters = await clustersOf(assets)
      return answerTile(encodeTile({ assets: drawAssets({ assets, clusters }, tile) }), {
        isForAll: true,
        maxAge_s: PLACES_MAX_AGE_S,
        ifNoneMatch: headers['if-none-match'],
      })
    },
  })
