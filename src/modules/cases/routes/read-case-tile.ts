import { z } from '@hono/zod-openapi'
import { encodeTile } from '#languages/vector-tile'
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
import { CASE_STATUSES, type CaseStatus } from '../lifecycle.ts'
import type { MapFilter } from '../map-queries.ts'
import { readCaseTile as readTile } from '../tile-queries.ts'
import { notPublicIn, type TownOf } from './town-view.ts'

/** What is still to be seen to: an answer of done is not yet verified. */
const NOT_CLOSED: readonly CaseStatus[] = ['open', 'done']
/** Whoever has just told of something sees it on the map after so long. */
const MAX_AGE_S = 15

const Query = z.strictObject({
  status: z
    .array(z.enum(CASE_STATUSES))
    .optional()
    .openapi({ description: `Without it ${NOT_CLOSED.join(' and ')}.` }),
  category: z.array(z.string().max(64)).max(50).optional(),
})

export const readCaseTile = ({ pool, townOf }: { pool: Pool; townOf: TownOf }) =>
  townOperation({
    method: 'get',
    path: '/tiles/cases/{z}/{x}/{y}',
    operationId: 'readCaseTile',
    tag: 'Map',
    summary: 'Cases as a vector tile',
    description:
      'The layer `cases`: points with `cases` where there are several together, else with `number`, `category`, `status` and the `asset` that it is about. What shows only its status is on the map of the staff alone; what is confidential has its place sealed, and is on none.',
    parameters: { path: TilePath, query: Query, headers: TileHeaders },
    success: TILE_SUCCESS,
    answer: Tile,
    contentType: TILE_TYPE,
    answerHeaders: TILE_ANSWER_HEADERS,
    problems: {},
    async handle({ caller: { municipality, isStaff }, path: tile, query, headers }) {
      const town = await townOf(municipality)
      const { status: statuses = NOT_CLOSED, category: categories } = query
      const filter: MapFilter = {
        isStaff,
        hidden: notPublicIn(town),
        statuses,
        ...(categories && { categories }),
      }
      const cases = await pool.read({ tenant: municipality }, (run) =>
        readTile(run, municipality, tile, filter),
      )
      return answerTile(encodeTile({ cases }), {
        isForAll: !isStaff,
        maxAge_s: MAX_AGE_S,
        ifNoneMatch: headers['if-none-match'],
      })
    },
  })
