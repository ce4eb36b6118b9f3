import {
  GeolocateControl,
  Map as LibreMap,
  type LngLatLike,
  NavigationControl,
  setWorkerUrl,
} from 'maplibre-gl'
import stylesheet from 'maplibre-gl/dist/maplibre-gl.css?url'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { look } from './look.ts'
import type { MapOptions } from './map-options.ts'
import { drawMarker, MARKERS, PIXEL_RATIO } from './markers.ts'
import { onAppearance, readPalette } from './palette.ts'
import { pick, type Use } from './pick.ts'
import { baseStyle, ownLayers, ownSources } from './style.ts'

setWorkerUrl(workerUrl)

const AROUND_ONE_PLACE = 17.5
const LOADED_WITHIN_MS = 20_000

/** Draws the map into its element; `leave` closes it. Throws where the browser cannot. */
export async function openMap(element: HTMLElement, options: MapOptions): Promise<Use> {
  await loadStylesheet()
  const { words, bounds, at, mode } = options
  const frame = document.createElement('div')
  frame.className = 'map-frame'
  element.replaceChildren(frame)
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
  const isTouched = matchMedia('(pointer: coarse)').matches
  const view = at
    ? { center: [at.lon, at.lat] as LngLatLike, zoom: AROUND_ONE_PLACE }
    : { bounds, fitBoundsOptions: { padding: 24 } }
  const map = new LibreMap({
    container: frame,
    style: options.base.style ?? baseStyle(options, readPalette(element)),
    ...view,
    minZoom: 6,
    maxZoom: 20,
    maxPitch: 0,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    fadeDuration: isStill ? 0 : 200,
    // One finger scrolls the page, as everywhere on it.
    cooperativeGestures: isTouched,
    attributionControl: { compact: true },
    locale: {
      'Map.Title': words.map,
      'NavigationControl.ZoomIn': words.zoomIn,
      'NavigationControl.ZoomOut': words.zoomOut,
      'GeolocateControl.FindMyLocation': words.locate,
      'GeolocateControl.LocationNotAvailable': words.locateFailed,
      'CooperativeGesturesHandler.WindowsHelpText': words.help.windows,
      'CooperativeGesturesHandler.MacHelpText': words.help.mac,
      'CooperativeGesturesHandler.MobileHelpText': words.help.mobile,
    },
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right')
  if (mode === 'pick' && window.isSecureContext) offerLocation(map, frame, words.locate)
  dress(map, element, options)
  await styleLoaded(map, element, options)
  const use = mode === 'pick' ? pick(map, element, options) : look(map, element, options)
  const noMore = onAppearance(() => {
    if (options.base.style === undefined)
      map.setStyle(baseStyle(options, readPalette(element)), { diff: false })
    else dressAnew(map, element, options)
  })
  map.once('idle', () => {
    element.dataset.state = 'shown'
  })
  return {
    go: use.go,
    leave() {
      noMore()
      use.leave()
      map.remove()
    },
  }
}

/** A button to one's own place. It names itself only when the browser has told whether it may be asked. */
function offerLocation(map: LibreMap, frame: HTMLElement, name: string): void {
  map.addControl(
    new GeolocateControl({ positionOptions: { enableHighAccuracy: true } }),
    'top-right',
  )
  frame.querySelector('.maplibregl-ctrl-geolocate')?.setAttribute('aria-label', name)
}

/** Puts what is ours on the base, each time that it was drawn anew. */
function dress(map: LibreMap, element: HTMLElement, options: MapOptions): void {
  map.on('style.load', () => dressAnew(map, element, options))
}

function dressAnew(map: LibreMap, element: HTMLElement, options: MapOptions): void {
  const palette = readPalette(element)
  const assets = (options.assetTypes ?? []).map((type) => `asset-${type}`)
  for (const name of [...MARKERS, ...assets]) {
    const picture = drawMarker(name, palette, options.words.types)
    if (!picture) continue
    if (map.hasImage(name)) map.removeImage(name)
    map.addImage(name, picture, { pixelRatio: PIXEL_RATIO })
  }
  for (const [name, source] of Object.entries(ownSources(options)))
    if (!map.getSource(name)) map.addSource(name, source)
  for (const layer of ownLayers(options, palette)) {
    if (map.getLayer(layer.id)) map.removeLayer(layer.id)
    map.addLayer(layer)
  }
}

/** A base of somebody else that does not come is replaced by ours. */
async function styleLoaded(
  map: LibreMap,
  element: HTMLElement,
  options: MapOptions,
): Promise<void> {
  if (map.isStyleLoaded()) return
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error('the map was not drawn in time')),
      LOADED_WITHIN_MS,
    )
    const onError = () => {
      if (options.base.style !== undefined && !map.isStyleLoaded())
        map.setStyle(baseStyle(options, readPalette(element)))
    }
    map.once('error', onError)
    map.once('style.load', () => {
      clearTimeout(late)
      map.off('error', onError)
      resolve()
    })
  })
}

let sheet: Promise<void> | undefined

/** Its stylesheet is linked, not written into the page: that keeps the policy as narrow as it is. */
function loadStylesheet(): Promise<void> {
  sheet ??= new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement('link'), {
      rel: 'stylesheet',
      href: stylesheet,
    })
    link.addEventListener('load', () => resolve())
    link.addEventListener('error', () =>
      reject(new Error('the stylesheet of the map did not come')),
    )
    document.head.prepend(link)
  })
  return sheet
}
