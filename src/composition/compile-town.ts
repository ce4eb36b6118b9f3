import {
  type AgreementVersion,
  type CompiledAgreements,
  compileAgreements,
  type RoleVersion,
} from '#modules/agreements'
import type { CategoriesAt, Category } from '#modules/categories'
import type { AreaIndex } from '#modules/places'

/** What of a town the rule is made of, beside its agreements. */
export type TownRules = {
  municipality: { id: string }
  epoch: number
  categories: ReadonlyMap<string, Category>
  categoriesAt: CategoriesAt
  areas: AreaIndex
  roles: readonly RoleVersion[]
}

/** The agreements of a town as an index of their own, beside the one by which it routes. */
export function compileTown(
  { municipality, epoch, categories, categoriesAt, areas, roles }: TownRules,
  agreements: readonly AgreementVersion[],
  knownAt_ms?: number,
): CompiledAgreements {
  return compileAgreements({
    municipality: municipality.id,
    epoch,
    categories: [...categories.values()],
    categoriesAt,
    agreements,
    roles,
    areaSizes_m2: areas.sizes_m2,
    managementAreas: areas.managers,
    zone: 'Europe/Amsterdam',
    ...(knownAt_ms === undefined ? {} : { knownAt_ms }),
  })
}

/** Every version of every agreement of a town. */
export function versionsOf({
  agreements,
}: {
  agreements: ReadonlyMap<string, readonly AgreementVersion[]>
}): AgreementVersion[] {
  return [...agreements.values()].flat()
}
