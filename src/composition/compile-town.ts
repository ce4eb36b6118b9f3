import {
  type AgreementVersion,
  type CompiledAgreements,
  compileAgreements,
} from '#modules/agreements'
import type { Town } from './town.ts'

/** The agreements of a town as an index of their own, beside the one by which it routes. */
export function compileTown(
  { municipality, epoch, categories, areas, roles }: Town,
  agreements: readonly AgreementVersion[],
  knownAt_ms?: number,
): CompiledAgreements {
  return compileAgreements({
    municipality: municipality.id,
    epoch,
    categories: [...categories.values()],
    agreements,
    roles,
    areaSizes_m2: areas.sizes_m2,
    managementAreas: areas.managers,
    zone: 'Europe/Amsterdam',
    ...(knownAt_ms === undefined ? {} : { knownAt_ms }),
  })
}

/** Every version of every agreement of a town. */
export function versionsOf({ agreements }: Town): AgreementVersion[] {
  return [...agreements.values()].flat()
}
