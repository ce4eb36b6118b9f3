import { z } from '@hono/zod-openapi'
import { hrefOf } from '#platform/operation'
import type { Asset } from '../place.ts'

export const AssetView = z
  .object({
    href: z.string(),
    id: z.string(),
    type: z.string(),
    publicNumber: z.string().optional().openapi({ description: 'The number on it.' }),
    place: z.object({ lon: z.number(), lat: z.number() }),
    street: z.string().optional(),
    owner: z.string().optional().openapi({ description: 'An organisation (eigenaar).' }),
    manager: z.string().optional().openapi({ description: 'An organisation (beheerder).' }),
    maintainer: z.string().optional().openapi({ description: 'An organisation (onderhouder).' }),
    warrantyUntil: z.iso.date().optional().openapi({
      description: 'The date until which whoever placed it answers for it.',
    }),
    parent: z.string().optional().openapi({ description: 'The object that it hangs from.' }),
    distance: z
      .number()
      .optional()
      .openapi({ description: 'In metres, from the point that was asked.' }),
    cases: z.string().openapi({ description: 'Where its cases are.' }),
  })
  .openapi('Asset')

export function assetView(municipality: string, asset: Asset, distance_m?: number) {
  const { id, type, publicNumber, street, owner, manager, maintainer } = asset
  const [lon, lat] = asset.place
  return {
    href: hrefOf(['assets', id], { municipality }),
    id,
    type,
    publicNumber,
    place: { lon, lat },
    street,
    owner,
    manager,
    maintainer,
    warrantyUntil: asset.warrantyUntil,
    parent: asset.parent,
    ...(distance_m === undefined ? {} : { distance: Math.round(distance_m * 10) / 10 }),
    cases: hrefOf(['cases'], { municipality, asset: id }),
  }
}
