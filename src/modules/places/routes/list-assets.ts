import { z } from '@hono/zod-openapi'
import { townOperation } from '#modules/directory'
import { IdCursor, pageById, pageOf, pageQuery } from '#platform/page'
import type { AssetIndex } from '../asset-index.ts'
import { typesOf } from '../asset-types.ts'
import type { Asset } from '../place.ts'
import { AssetView, assetView } from './asset-view.ts'
import type { PlacesOf } from './places-of.ts'

const MOST_RADIUS_M = 1_000

const Query = z
  .strictObject({
    type: z.string().max(40).optional(),
    publicNumber: z.string().max(40).optional().openapi({
      description: 'The number on it; case, blanks and the kind of dash are nothing.',
    }),
    lon: z.coerce.number().min(-180).max(180).optional(),
    lat: z.coerce.number().min(-90).max(90).optional(),
    radius: z.coerce.number().min(1).max(MOST_RADIUS_M).default(100).openapi({
      description: 'In metres, with lon and lat: the nearest first, on one page.',
    }),
    ...pageQuery(IdCursor),
  })
  .refine(({ lon, lat }) => (lon === undefined) === (lat === undefined), {
    path: ['lat'],
    message: 'lon and lat go together',
  })

export const listAssets = ({ placesOf }: { placesOf: PlacesOf }) =>
  townOperation({
    method: 'get',
    path: '/assets',
    operationId: 'listAssets',
    tag: 'Places',
    summary: 'Lamp posts, containers and other objects in public space',
    parameters: { query: Query },
    success: { 200: 'Objects in the order of their ids, or the nearest first.' },
    answer: pageOf(AssetView, 'Assets'),
    problems: {},
    async handle({ caller: { municipality }, query }) {
      const { assets } = await placesOf(municipality)
      const { lon, lat, radius: radius_m, type, publicNumber, limit } = query
      if (lon !== undefined && lat !== undefined) {
        const types = type === undefined ? typesOf(assets) : [type]
        const near = assets.nearest([lon, lat], { types, radius_m, most: limit })
        const named =
          publicNumber === undefined
            ? undefined
            : new Set(namedBy(assets, publicNumber).map(({ id }) => id))
        const items = near
          .filter(({ asset }) => named === undefined || named.has(asset.id))
          .map((one) => assetView(municipality, one.asset, one.distance_m))
        return { body: { items } }
      }
      const among = publicNumber === undefined ? assets.all() : namedBy(assets, publicNumber)
      const { rows, next } = pageById(ofType(among, type), query)
      return { body: { items: rows.map((asset) => assetView(municipality, asset)), next } }
    },
  })

const namedBy = (assets: AssetIndex, publicNumber: string) =>
  assets.allByPublicNumber(publicNumber).toSorted((a, b) => (a.id < b.id ? -1 : 1))

function* ofType(assets: Iterable<Asset>, type: string | undefined): Generator<Asset> {
  for (const asset of assets) if (type === undefined || asset.type === type) yield asset
}
