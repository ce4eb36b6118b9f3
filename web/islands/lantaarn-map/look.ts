import type { Map as LibreMap, MapGeoJSONFeature } from 'maplibre-gl'
import { followView } from './follow-view.ts'
import type { MapOptions } from './map-options.ts'
import { markPlace } from './mark-place.ts'
import type { Use } from './pick.ts'

const REACH_PX = 14
const CLOSER = 2

/** Looking at cases: a cluster comes nearer, a case tells what it is and leads to its page. */
export function look(map: LibreMap, element: HTMLElement, options: MapOptions): Use {
  const card = document.createElement('div')
  card.className = 'map-card'
  card.setAttribute('role', 'status')
  element.append(card)
  const open = (point: { x: number; y: number }) => {
    const around: [[number, number], [number, number]] = [
      [point.x - REACH_PX, point.y - REACH_PX],
      [point.x + REACH_PX, point.y + REACH_PX],
    ]
    const [found] = map.queryRenderedFeatures(around, { layers: ['cluster', 'case'] })
    if (found) show(found)
    else card.replaceChildren()
  }
  const show = (found: MapGeoJSONFeature) => {
    if (found.geometry.type !== 'Point') return
    const [lon = 0, lat = 0] = found.geometry.coordinates
    const { number } = found.properties
    if (typeof number === 'string') void tell(card, options, number)
    else
      map.easeTo({ center: [lon, lat], zoom: Math.min(map.getZoom() + CLOSER, map.getMaxZoom()) })
  }
  map.on('click', ({ point }) => open(point))
  for (const layer of ['cluster', 'case']) {
    map.on('mouseenter', layer, () => map.getCanvas().classList.add('map-pointing'))
    map.on('mouseleave', layer, () => map.getCanvas().classList.remove('map-pointing'))
  }
  const canvas = map.getCanvas()
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    open(map.project(map.getCenter()))
  }
  canvas.addEventListener('keydown', onKey)
  const onEscape = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape' || card.childElementCount === 0) return
    // Whoever was in the card is back at the map, and not at the head of the page.
    if (card.contains(document.activeElement)) canvas.focus()
    card.replaceChildren()
  }
  element.addEventListener('keydown', onEscape)
  const mark = () => markPlace(map, options.at)
  if (options.isMarked) {
    map.on('style.load', mark)
    mark()
  }
  const noMore = followView(map, options)
  return {
    leave() {
      noMore()
      canvas.removeEventListener('keydown', onKey)
      element.removeEventListener('keydown', onEscape)
    },
    go: ({ lon, lat }) => map.easeTo({ center: [lon, lat] }),
  }
}

type Told = { number: string; line: string; category?: { name?: Record<string, string> } }

async function tell(
  card: HTMLElement,
  { municipality, words, casesAt = `/${municipality}/cases` }: MapOptions,
  number: string,
): Promise<void> {
  const link = Object.assign(document.createElement('a'), {
    href: `${casesAt}/${encodeURIComponent(number)}`,
    textContent: number,
  })
  card.replaceChildren(link)
  const language = document.documentElement.lang
  const response = await fetch(
    `/api/v1/cases/${encodeURIComponent(number)}?municipality=${municipality}`,
    { headers: { 'accept-language': language } },
  ).catch(() => undefined)
  // The link stands in any case: what it leads to says the same.
  if (!response?.ok || !link.isConnected) return
  const told = (await response.json()) as Told
  link.textContent = told.category?.name?.[language] ?? words.cases
  const line = Object.assign(document.createElement('p'), { textContent: told.line })
  const small = Object.assign(document.createElement('p'), {
    className: 'quiet',
    textContent: number,
  })
  card.replaceChildren(link, line, small)
}
