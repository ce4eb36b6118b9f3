import type { Known } from '#modules/agreements'
import type { Town } from './town.ts'

/** What an agreement of this town may name. Its objects are asked one by one: a town has tens of thousands. */
export function knownNames(town: Town): Known {
  const { parties, areas, assets } = town
  return {
    categories: new Set(town.categories.keys()),
    areas: new Set(areas.sizes_m2.keys()),
    assets,
    parties: new Set(parties.keys()),
    organisations: new Set([...parties.keys(), ...areas.managers.values(), ...assets.holders]),
    dutyRosters: new Set(town.dutyRosters.keys()),
  }
}
