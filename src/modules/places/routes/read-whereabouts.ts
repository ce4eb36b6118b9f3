import { z } from '@hono/zod-openapi'
import { townOperation } from '#modules/directory'
import { typesOf } from '../asset-types.ts'
import { whereaboutsInWords, whereaboutsOf } from '../whereabouts.ts'
import type { PlacesOf } from './places-of.ts'

const WhereaboutsView = z
  .object({
    text: z.string().optional().openapi({
      description: 'Where it is, within a sentence; absent where nothing around has a name.',
      example: 'bij Dorpsstraat, lantaarnpaal 4711',
    }),
    street: z.string().optional(),
    neighbourhood: z.string().optional(),
    asset: z
      .object({
        id: z.string(),
        type: z.string(),
        publicNumber: z.string().optional(),
        distance: z.number().openapi({ description: 'In metres.' }),
      })
      .optional()
      .openapi({ description: 'The nearest with a number on it.' }),
  })
  .openapi('Whereabouts')

export const readWhereabouts = ({ placesOf }: { placesOf: PlacesOf }) =>
  townOperation({
    method: 'get',
    path: '/places/whereabouts',
    operationId: 'readWhereabouts',
    tag: 'Places',
    summary: 'Where a point is, in words',
    parameters: {
      query: z.strictObject({
        lon: z.coerce.number().min(-180).max(180),
        lat: z.coerce.number().min(-90).max(90),
      }),
    },
    success: { 200: 'What is around it.' },
    answer: WhereaboutsView,
    problems: {},
    async handle({ caller: { municipality }, query: { lon, lat }, locale }) {
      const places = await placesOf(municipality)
      const found = whereaboutsOf(places, typesOf(places.assets), [lon, lat])
      const { street, neighbourhood, asset, distance_m } = found
      const text = whereaboutsInWords(found, locale)
      return {
        body: {
          ...(text === undefined ? {} : { text }),
          ...(street === undefined ? {} : { street }),
          ...(neighbourhood === undefined ? {} : { neighbourhood }),
          ...(asset === undefined
            ? {}
            : {
                asset: {
                  id: asset.id,
                  type: asset.type,
                  ...(asset.publicNumber === undefined ? {} : { publicNumber: asset.publicNumber }),
                  distance: Math.round((distance_m ?? 0) * 10) / 10,
                },
              }),
        },
      }
    },
  })
