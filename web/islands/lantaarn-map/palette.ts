/** The inks of the map: each is a class in theme/map.css, which takes it from the tokens of the town's theme. */
const INKS = [
  'ground',
  'green',
  'wood',
  'water',
  'road',
  'road-edge',
  'path',
  'building',
  'building-edge',
  'label',
  'border',
  'case',
  'case-text',
  'done',
  'asset',
  'chosen',
] as const
export type Ink = (typeof INKS)[number]
export type Palette = Record<Ink, string>

/** As the page shows them now, in the light or in the dark. */
export function readPalette(element: HTMLElement): Palette {
  const probe = document.createElement('span')
  probe.hidden = true
  element.append(probe)
  const inks = INKS.map((ink) => {
    probe.className = `map-ink--${ink}`
    return [ink, getComputedStyle(probe).color] as const
  })
  probe.remove()
  return Object.fromEntries(inks) as Palette
}

/** Calls back when the page changes between light and dark. */
export function onAppearance(changed: () => void): () => void {
  const scheme = matchMedia('(prefers-color-scheme: dark)')
  scheme.addEventListener('change', changed)
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributeFilter: ['data-appearance'] })
  return () => {
    scheme.removeEventListener('change', changed)
    observer.disconnect()
  }
}
