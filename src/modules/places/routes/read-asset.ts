import { z } from '@hono/zod-openapi'
import { townOperation } from '#modules/directory'
import { among } from '#platform/operation'
import { PLACE_PROBLEMS } from '../problems.ts'
import { AssetView, assetView } from './asset-view.ts'
import type { PlacesOf } from './places-of.ts'

export const readAsset = ({ placesOf }: { placesOf: PlacesOf }) =>
  townOperation({
    method: 'get',
    path: '/assets/{asset}',
    operationId: 'readAsset',
    tag: 'Places',
    summary: 'One object',
    parameters: { path: z.strictObject({ asset: z.string().min(1).max(80) }) },
    success: { 200: 'The object.' },
    answer: AssetView,
    problems: among(PLACE_PROBLEMS, 'asset-not-found'),
    async handle({ caller: { municipality }, path }, refuse) {
      const { assets } = await placesOf(municipality)
      const asset = assets.byId(path.asset)
      return asset ? { body: assetView(municipality, asset) } : refuse('asset-not-found')
    },
  })
