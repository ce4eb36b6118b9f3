import type { Map as LibreMap } from 'maplibre-gl'
import type { MapOptions } from './map-options.ts'

/** Whoever goes on moving the map is not told of every place on the way. */
const STILL_MS = 400
const DIGITS = 5

const TOLD = '[data-map-told]'
const LIST = '[data-map-list]'
const HEADING = '[data-map-heading]'

/**
 * Keeps the list beside the map the same as the map: each time that it comes to rest elsewhere, however it was moved,
 * the page is asked for what lies in view, and its list takes the place of the one that is there. What is in view is
 * said politely, and stands in the address.
 */
export function followView(map: LibreMap, { municipality }: MapOptions): () => void {
  const list = document.querySelector(LIST)
  const told = document.querySelector(TOLD)
  if (!list || !told) return () => undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let asking: AbortController | undefined
  let shown = viewOf(map)
  const follow = async () => {
    const view = viewOf(map)
    if (view === shown) return
    asking?.abort()
    const own = new AbortController()
    asking = own
    const address = `/${municipality}/map?view=${view}`
    const page = await readPage(address, own.signal)
    const [newList, newTold] = [page?.querySelector(LIST), page?.querySelector(TOLD)]
    // Nobody loses their place in a list that they are reading; the next rest of the map brings it.
    if (!newList || !newTold || own.signal.aborted || list.contains(document.activeElement)) return
    shown = view
    list.replaceChildren(...newList.childNodes)
    told.textContent = newTold.textContent
    const heading = document.querySelector(HEADING)
    if (heading) heading.textContent = page?.querySelector(HEADING)?.textContent ?? ''
    history.replaceState(history.state, '', address)
  }
  const onRest = () => {
    clearTimeout(timer)
    timer = setTimeout(() => void follow(), STILL_MS)
  }
  map.on('moveend', onRest)
  return () => {
    clearTimeout(timer)
    asking?.abort()
    map.off('moveend', onRest)
  }
}

function viewOf(map: LibreMap): string {
  const bounds = map.getBounds()
  const sides = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]
  return sides.map((side) => side.toFixed(DIGITS)).join(',')
}

/** Without an answer the list stays as it is: it says what it is of. */
async function readPage(address: string, signal: AbortSignal): Promise<Document | undefined> {
  const response = await fetch(address, { signal, headers: { accept: 'text/html' } }).catch(
    () => undefined,
  )
  if (!response?.ok) return undefined
  const text = await response.text().catch(() => undefined)
  return text === undefined ? undefined : new DOMParser().parseFromString(text, 'text/html')
}
