import { townOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import {
  answerTile,
  TILE_ANSWER_HEADERS,
  TILE_SUCCESS,
  TILE_TYPE,
  Tile,
  TileHeaders,
  TilePath,
} from '#platform/tile-answer'
import { findBaseTile } from '../base-queries.ts'

/** Streets change once in a while, and a new base may take an hour to be seen by all. */
const MAX_AGE_S = 3_600
const NOTHING = new Uint8Array()

export const readBaseTile = ({ pool }: { pool: Pool }) =>
  townOperation({
    method: 'get',
    path: '/tiles/base/{z}/{x}/{y}',
    operationId: 'readBaseTile',
    tag: 'Map',
    summary: 'The plain base of the map as a vector tile',
    description:
      'The layers `green`, `water`, `road`, `building` and `label` of what was imported as the base, with `kind` and where it is known `name`. Other zooms than those that the map tells have nothing.',
    parameters: { path: TilePath, headers: TileHeaders },
    success: TILE_SUCCESS,
    answer: Tile,
    contentType: TILE_TYPE,
    answerHeaders: TILE_ANSWER_HEADERS,
    problems: {},
    async handle({ caller: { municipality }, path, headers }) {
      const tile = await pool.read({ tenant: municipality }, (query) =>
        findBaseTile(query, municipality, path),
      )
      return answerTile(tile ?? NOTHING, {
        isForAll: true,
        maxAge_s: MAX_AGE_S,
        ifNoneMatch: headers['if-none-match'],
      })
    },
  })
