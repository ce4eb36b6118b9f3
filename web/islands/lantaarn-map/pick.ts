import type { Map as LibreMap } from 'maplibre-gl'
import type { MapOptions } from './map-options.ts'
import { markPlace } from './mark-place.ts'
import { type NearAsset, readNear, readReported } from './near.ts'

const REACH_PX = 16
const NEAR_ZOOM = 17.5
const ASSET_ZOOM = 15.5

export type Picked = { lon: number; lat: number; asset?: string }

/** What is done with a map: `go` has it follow what was told elsewhere. */
export type Use = { go(to: Picked): void; leave(): void }

/**
 * Picking a place: on the map, by the middle of it with Enter, or from the list of what stands near it. What is picked
 * stands in the fields `data-map-field` of the same form, and is told by the event `lantaarn-place`. What was found
 * elsewhere in the form is marked by `go`, and told to nobody.
 */
export function pick(map: LibreMap, element: HTMLElement, options: MapOptions): Use {
  const scope = element.closest('form') ?? element.parentElement ?? element
  const list = scope.querySelector<HTMLElement>('[data-map-near]')
  let reported: ReadonlySet<string> = new Set()
  let picked: Picked | undefined = options.at && { ...options.at }
  let asked = 0

  const mark = () => {
    markPlace(map, picked)
    if (map.getLayer('asset-reported'))
      map.setFilter('asset-reported', ['in', ['get', 'id'], ['literal', [...reported]]])
  }
  const tell = (next: Picked) => {
    picked = next
    for (const name of ['lon', 'lat', 'asset'] as const) {
      const field = scope.querySelector<HTMLInputElement>(`input[data-map-field="${name}"]`)
      if (field) field.value = String(next[name] ?? '')
    }
    mark()
    element.dispatchEvent(
      new CustomEvent<Picked>('lantaarn-place', { detail: next, bubbles: true }),
    )
  }
  const settle = async (next: Picked) => {
    tell(next)
    const turn = ++asked
    const [near] = await Promise.all([readNear(options, next), isKnown])
    if (turn !== asked) return
    // A tile knows the place of an object to some centimetres, its register exactly.
    const own = near.find(({ id }) => id === next.asset)
    if (own) tell({ ...own.place, asset: own.id })
    if (list && picked) fillList(list, options, near, { reported, picked, tell: choose })
  }
  /** What the page says itself is marked and listed, and not told back to it. */
  const mention = (said: Picked) => {
    const turn = ++asked
    picked = said
    mark()
    void Promise.all([readNear(options, said), isKnown]).then(([near]) => {
      if (turn === asked && list)
        fillList(list, options, near, { reported, picked: said, tell: choose })
    })
  }
  /** What is chosen in the list: an answer that is still under way says nothing any more. */
  const choose = (next: Picked) => {
    asked++
    tell(next)
  }
  const open = (point: { x: number; y: number }) => {
    const { lng, lat } = map.unproject([point.x, point.y])
    const around: [[number, number], [number, number]] = [
      [point.x - REACH_PX, point.y - REACH_PX],
      [point.x + REACH_PX, point.y + REACH_PX],
    ]
    const [found] = map.getLayer('asset')
      ? map.queryRenderedFeatures(around, { layers: ['asset'] })
      : []
    if (found?.geometry.type === 'Point') {
      const [lon = lng, atLat = lat] = found.geometry.coordinates
      void settle({ lon: round(lon), lat: round(atLat), asset: String(found.properties.id) })
    } else void settle({ lon: round(lng), lat: round(lat) })
    if (map.getZoom() < ASSET_ZOOM) map.easeTo({ center: [lng, lat], zoom: NEAR_ZOOM })
  }
  const look = async () => {
    if (map.getZoom() < ASSET_ZOOM) return
    reported = await readReported(options, map.getBounds().toArray().flat() as number[])
    mark()
  }
  const canvas = map.getCanvas()
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    open(map.project(map.getCenter()))
  }
  canvas.addEventListener('keydown', onKey)
  map.on('click', ({ point }) => open(point))
  map.on('moveend', () => void look())
  map.on('style.load', mark)
  mark()
  // Which were reported is told with every list: what was picked meanwhile waits for it, and is not taken back.
  const isKnown = look()
  if (picked) mention(picked)
  return {
    leave: () => canvas.removeEventListener('keydown', onKey),
    go(to) {
      if (picked?.lon === to.lon && picked.lat === to.lat && picked.asset === to.asset) return
      mention(to)
      map.easeTo({ center: [to.lon, to.lat], zoom: Math.max(map.getZoom(), NEAR_ZOOM) })
    },
  }
}

/** A centimetre. */
const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7

type Choice = {
  reported: ReadonlySet<string>
  picked: Picked
  tell: (next: Picked) => void
}

/** The same by keyboard: what stands near the place, the nearest first, and the place itself. */
function fillList(
  list: HTMLElement,
  { words }: MapOptions,
  near: readonly NearAsset[],
  { reported, picked, tell }: Choice,
): void {
  const legend = Object.assign(document.createElement('legend'), {
    textContent: near.length > 0 ? words.near : words.nothingNear,
  })
  const options = near.map((asset) => {
    const { id, type, publicNumber, distance, place } = asset
    const what = `${words.types[type] ?? type} ${publicNumber ?? ''}`.trim()
    const far = `${Math.round(distance ?? 0)} ${words.metres}`
    const known = reported.has(id) ? ` · ${words.alreadyReported}` : ''
    return choiceOf(`${what} · ${far}${known}`, picked.asset === id, () =>
      tell({ ...place, asset: id }),
    )
  })
  const here = choiceOf(words.here, picked.asset === undefined, () =>
    tell({ lon: picked.lon, lat: picked.lat }),
  )
  const fieldset = document.createElement('fieldset')
  fieldset.append(legend, ...options, here)
  const isUsed = list.contains(document.activeElement)
  list.replaceChildren(fieldset)
  // Whoever was in it by keyboard stays there.
  if (isUsed) list.querySelector<HTMLInputElement>('input:checked')?.focus()
}

function choiceOf(text: string, isChosen: boolean, choose: () => void): HTMLElement {
  const input = Object.assign(document.createElement('input'), {
    type: 'radio',
    name: 'map-near',
    checked: isChosen,
  })
  input.addEventListener('change', choose)
  const label = document.createElement('label')
  label.className = 'map-choice'
  label.append(input, ` ${text}`)
  return label
}
