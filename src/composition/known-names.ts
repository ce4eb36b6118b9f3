import type { Known } from '#modules/agreements'
import type { Town } from './town.ts'

/** What an agreement of this town may name. */
export function knownNames(town: Town): Known {
  const assets = [...town.assets.all()]
  const holders = assets.flatMap(({ owner, manager }) => [owner, manager])
  const organisations = new Set([...town.parties.keys(), ...town.areas.managers.values()])
  for (const holder of holders) if (holder !== undefined) organisations.add(holder)
  return {
    categories: new Set(town.categories.keys()),
    areas: new Set(town.areas.sizes_m2.keys()),
    assets: new Set(assets.map(({ id }) => id)),
    parties: new Set(town.parties.keys()),
    organisations,
    dutyRosters: new Set(town.dutyRosters.keys()),
  }
}
