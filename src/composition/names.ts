import { assetInWords } from '#modules/places'
import type { Town } from './town.ts'

/** How a town's things are called on screen; what has no name is called by its id. */
export function namesOf(town: Town, locale: 'nl' | 'en') {
  return {
    organisation: (id: string) => town.parties.get(id)?.name ?? id,
    agreement: (id: string, version: number) => town.rules.agreement(id, version)?.title ?? id,
    category: (id: string) => town.categories.get(id)?.name[locale] ?? id,
    area: (id: string) => town.areas.area(id)?.name ?? id,
    asset(id: string) {
      const asset = town.assets.byId(id)
      return asset ? assetInWords(asset, locale) : id
    },
  }
}
