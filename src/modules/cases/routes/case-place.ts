import { z } from '@hono/zod-openapi'
import { streetOf } from '#modules/places'
import { hrefOf } from '#platform/operation'
import type { CaseRow } from '../case-queries.ts'
import type { TownView } from './town-view.ts'

export const Place = z
  .object({ lon: z.number(), lat: z.number() })
  .openapi('Place', { description: 'WGS84, in degrees (CRS84).' })

export const AssetOfCase = z
  .object({
    href: z.string(),
    id: z.string(),
    type: z.string().optional(),
    publicNumber: z.string().optional(),
  })
  .openapi('AssetOfCase')

/** Where a case is, to whoever may know. */
export function whereIs(municipality: string, row: CaseRow, town: TownView) {
  const { lon, lat, areas } = row
  return {
    ...(lon === null || lat === null ? {} : { place: { lon, lat } }),
    areas,
    ...addressOf(row, town),
    ...assetOf(municipality, row, town),
    ...(row.is_asset_uncertain ? { isAssetUncertain: true } : {}),
  }
}

/**
 * As people call it, found in what is in memory: a list costs no statement a row. A place that is sealed has no degrees
 * here, and so no street near it.
 */
function addressOf({ asset_id, areas, lon, lat }: CaseRow, town: TownView) {
  const own = asset_id === null ? undefined : town.assets.byId(asset_id)?.street
  const street =
    own ?? (lon === null || lat === null ? undefined : streetOf(town, [lon, lat], areas))
  return { ...(street === undefined ? {} : { street }), ...neighbourhoodOf(areas, town) }
}

/** By the areas that it was found in when it was opened. */
export function neighbourhoodOf(areas: readonly string[], town: TownView) {
  const within = areas.map((id) => town.areas.area(id))
  const neighbourhood = within.find((one) => one?.kind === 'neighbourhood')?.name
  return neighbourhood === undefined ? {} : { neighbourhood }
}

export function assetOf(municipality: string, { asset_id: id }: CaseRow, town: TownView) {
  if (id === null) return {}
  const known = town.assets.byId(id)
  return {
    asset: {
      href: hrefOf(['assets', id], { municipality }),
      id,
      type: known?.type,
      publicNumber: known?.publicNumber,
    },
  }
}
