import { z } from '@hono/zod-openapi'
import { townOperation } from '#modules/directory'
import { IdCursor, pageById, pageOf, pageQuery } from '#platform/page'
import { AREA_KINDS, type Area } from '../place.ts'
import type { PlacesOf } from './places-of.ts'

const AreaView = z
  .object({
    id: z.string(),
    kind: z.enum(AREA_KINDS),
    name: z.string(),
    manager: z.string().optional().openapi({ description: 'Who manages the ground.' }),
    geometry: z
      .object({ type: z.enum(['Polygon', 'MultiPolygon']), coordinates: z.array(z.unknown()) })
      .optional()
      .openapi({ description: 'GeoJSON (RFC 7946); only with `geometry=true`.' }),
  })
  .openapi('Area')

const degrees = (most: number) => z.coerce.number().min(-most).max(most)

const Query = z
  .strictObject({
    kind: z.enum(AREA_KINDS).optional(),
    lon: degrees(180).optional().openapi({ description: 'Only areas that hold this point.' }),
    lat: degrees(90).optional(),
    geometry: z.enum(['true', 'false']).default('false'),
    ...pageQuery(IdCursor),
  })
  .refine(({ lon, lat }) => (lon === undefined) === (lat === undefined), {
    path: ['lat'],
    message: 'lon and lat go together',
  })

export const listAreas = ({ placesOf }: { placesOf: PlacesOf }) =>
  townOperation({
    method: 'get',
    path: '/areas',
    operationId: 'listAreas',
    tag: 'Places',
    summary: 'Neighbourhoods, contract zones and other areas',
    parameters: { query: Query },
    success: { 200: 'Areas in the order of their ids.' },
    answer: pageOf(AreaView, 'Areas'),
    problems: {},
    async handle({ caller: { municipality }, query }) {
      const { areas } = await placesOf(municipality)
      const { lon, lat, kind } = query
      const ids =
        lon === undefined || lat === undefined ? areas.sizes_m2.keys() : areas.at([lon, lat])
      const wanted = [...ids].flatMap((id) => {
        const area = areas.area(id)
        return area && (kind === undefined || area.kind === kind) ? [area] : []
      })
      const { rows, next } = pageById(wanted, query)
      return { body: { items: rows.map((area) => viewOf(area, query.geometry)), next } }
    },
  })

function viewOf(area: Area, geometry: 'true' | 'false') {
  const { id, kind, name, manager } = area
  return { id, kind, name, manager, ...(geometry === 'true' ? { geometry: area.geometry } : {}) }
}
