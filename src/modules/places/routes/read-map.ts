import { z } from '@hono/zod-openapi'
import { boxOf, type Polygonal } from '#kernel/geometry'
import { townOperation } from '#modules/directory'
import type { Pool } from '#platform/database'
import { READABLE_ZOOM } from '../asset-clusters.ts'
import { BASE_ZOOMS } from '../base/cut-base.ts'
import { readBaseInfo } from '../base-queries.ts'

/** The boundary of a municipality as it is compiled now. */
export type BoundaryOf = (municipality: string) => Promise<Polygonal>

const MapView = z
  .object({
    bounds: z.array(z.number()).length(4).openapi({
      description: 'Of the municipality: west, south, east, north in degrees (WGS84).',
    }),
    base: z
      .object({
        style: z.string().optional().openapi({
          description: 'Where the installation uses a base map of somebody else: its style.',
        }),
        zooms: z
          .object({ from: z.int(), to: z.int() })
          .optional()
          .openapi({ description: 'Of the tiles of the plain base, where one was imported.' }),
        version: z.int().optional(),
        source: z.string().optional(),
      })
      .openapi({ description: 'What is drawn below; empty where there is nothing.' }),
    assetsFrom: z.int().openapi({ description: 'The zoom from which objects stand one by one.' }),
  })
  .openapi('Map')

export const readMap = ({
  pool,
  boundaryOf,
  mapStyleUrl,
}: {
  pool: Pool
  boundaryOf: BoundaryOf
  mapStyleUrl: string | undefined
}) =>
  townOperation({
    method: 'get',
    path: '/map',
    operationId: 'readMap',
    tag: 'Map',
    summary: 'What a map of this municipality begins with',
    success: { 200: 'Its bounds, and what is drawn below.' },
    answer: MapView,
    problems: {},
    async handle({ caller: { municipality } }) {
      const bounds = [...boxOf(await boundaryOf(municipality))]
      const base = await pool.read({ tenant: municipality }, (query) =>
        readBaseInfo(query, municipality),
      )
      return {
        body: {
          bounds,
          base: {
            ...(mapStyleUrl === undefined ? {} : { style: mapStyleUrl }),
            ...(base && { zooms: { ...BASE_ZOOMS }, version: base.version, source: base.source }),
          },
          assetsFrom: READABLE_ZOOM,
        },
      }
    },
  })
