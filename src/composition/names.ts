import type { Town } from './town.ts'

const ASSET_WORDS: Readonly<Record<string, { nl: string; en: string }>> = {
  'lamp-post': { nl: 'lantaarnpaal', en: 'lamp post' },
  'lighting-cabinet': { nl: 'verlichtingskast', en: 'lighting cabinet' },
  cabinet: { nl: 'kast', en: 'cabinet' },
  pole: { nl: 'paal', en: 'pole' },
  'waste-container': { nl: 'container', en: 'waste container' },
  'traffic-light': { nl: 'verkeerslicht', en: 'traffic light' },
  tree: { nl: 'boom', en: 'tree' },
  bench: { nl: 'bank', en: 'bench' },
  drain: { nl: 'put', en: 'drain' },
  bridge: { nl: 'brug', en: 'bridge' },
  segment: { nl: 'lichtgroep', en: 'lighting circuit' },
}

/** How a town's things are called on screen; what has no name is called by its id. */
export function namesOf(town: Town, locale: 'nl' | 'en') {
  return {
    organisation: (id: string) => town.parties.get(id)?.name ?? id,
    agreement: (id: string, version: number) => town.rules.agreement(id, version)?.title ?? id,
    category: (id: string) => town.categories.get(id)?.name[locale] ?? id,
    area: (id: string) => town.areas.area(id)?.name ?? id,
    asset(id: string) {
      const asset = town.assets.byId(id)
      const what = asset && (ASSET_WORDS[asset.type]?.[locale] ?? asset.type)
      return what === undefined ? id : `${what} ${asset?.publicNumber ?? ''}`.trim()
    },
  }
}
