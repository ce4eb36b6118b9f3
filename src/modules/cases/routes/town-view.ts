import type { Agreement } from '#modules/agreements'
import type { Category } from '#modules/categories'
import type { AreaIndex, AssetIndex } from '#modules/places'

/** What a case is told with: the names in one municipality, as they are now. */
export type TownView = {
  parties: ReadonlyMap<string, { name: string }>
  categories: ReadonlyMap<string, Category>
  agreements: ReadonlyMap<string, readonly { version: number; agreement: Agreement }[]>
  areas: AreaIndex
  assets: AssetIndex
}

export type TownOf = (municipality: string) => Promise<TownView>

export function confidentialIn(town: TownView): string[] {
  return [...town.categories.values()]
    .filter(({ visibility }) => visibility === 'confidential')
    .map(({ id }) => id)
}

/** What is drawn on no map for the public. */
export function notPublicIn(town: TownView): string[] {
  return [...town.categories.values()]
    .filter(({ visibility }) => visibility !== 'public')
    .map(({ id }) => id)
}

export function agreementOf(town: TownView, id: string, version: number): Agreement | undefined {
  return town.agreements.get(id)?.find((one) => one.version === version)?.agreement
}
