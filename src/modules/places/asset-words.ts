import type { Asset } from './place.ts'

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

/** How an object is called within a sentence: its type, and the number on it. */
export function assetInWords(
  { type, publicNumber = '' }: Pick<Asset, 'type' | 'publicNumber'>,
  locale: 'nl' | 'en',
): string {
  return `${ASSET_WORDS[type]?.[locale] ?? type} ${publicNumber}`.trim()
}
