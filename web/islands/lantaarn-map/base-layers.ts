import type { LayerSpecification } from 'maplibre-gl'
import type { Palette } from './palette.ts'

export const FONT = ['Noto Sans']

const ofBase = (layer: string) => ({ source: 'base', 'source-layer': layer })
/** What is one of these kinds. */
export const kind = (...kinds: string[]): ['in', ['get', 'kind'], ['literal', string[]]] => [
  'in',
  ['get', 'kind'],
  ['literal', kinds],
]
const isLine = ['==', ['geometry-type'], 'LineString'] as ['==', ['geometry-type'], string]

/** The ground, what grows, flows and stands on it, and the names of its streets. */
export function baseLayers(palette: Palette): LayerSpecification[] {
  const roadWidth = (metres: number) =>
    [
      'interpolate',
      ['exponential', 2],
      ['zoom'],
      10,
      Math.max(0.5, (metres / 47) * 1),
      20,
      metres * 21.8,
    ] as never
  return [
    {
      id: 'green',
      type: 'fill',
      ...ofBase('green'),
      paint: {
        'fill-color': ['match', ['get', 'kind'], 'wood', palette.wood, palette.green],
        'fill-antialias': false,
      },
    },
    { id: 'water', type: 'fill', ...ofBase('water'), paint: { 'fill-color': palette.water } },
    {
      id: 'water-line',
      type: 'line',
      ...ofBase('water'),
      filter: isLine,
      paint: { 'line-color': palette.water, 'line-width': 1.5 },
    },
    {
      id: 'road-edge',
      type: 'line',
      ...ofBase('road'),
      minzoom: 13,
      filter: ['all', kind('street', 'main'), ['!', isLine]],
      paint: {
        'line-color': palette['road-edge'],
        'line-width': ['interpolate', ['linear'], ['zoom'], 13, 0.6, 18, 2.4],
      },
    },
    {
      id: 'path',
      type: 'fill',
      ...ofBase('road'),
      filter: kind('path', 'paved'),
      paint: { 'fill-color': palette.path },
    },
    {
      id: 'road',
      type: 'fill',
      ...ofBase('road'),
      filter: kind('street', 'main'),
      paint: { 'fill-color': palette.road },
    },
    {
      id: 'road-line-edge',
      type: 'line',
      ...ofBase('road'),
      filter: isLine,
      minzoom: 13,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': palette['road-edge'], 'line-width': roadWidth(8) },
    },
    {
      id: 'road-line',
      type: 'line',
      ...ofBase('road'),
      filter: isLine,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': palette.road, 'line-width': roadWidth(7) },
    },
    {
      id: 'road-far',
      type: 'line',
      ...ofBase('road'),
      maxzoom: 14,
      filter: ['all', kind('main'), ['!', isLine]],
      paint: { 'line-color': palette.road, 'line-width': 1.2 },
    },
    {
      id: 'building',
      type: 'fill',
      ...ofBase('building'),
      paint: { 'fill-color': palette.building, 'fill-outline-color': palette['building-edge'] },
    },
    ...labelLayers(palette),
  ]
}

function labelLayers(palette: Palette): LayerSpecification[] {
  const paint = {
    'text-color': palette.label,
    'text-halo-color': palette.ground,
    'text-halo-width': 1.4,
  }
  return [
    {
      id: 'street-name',
      type: 'symbol',
      ...ofBase('label'),
      filter: isLine,
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 320,
        'text-field': ['get', 'name'],
        'text-font': FONT,
        'text-size': ['interpolate', ['linear'], ['zoom'], 13, 11, 18, 14],
      },
      paint,
    },
    {
      id: 'street-name-at',
      type: 'symbol',
      ...ofBase('label'),
      filter: ['==', ['geometry-type'], 'Point'],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': FONT,
        'text-size': ['interpolate', ['linear'], ['zoom'], 14, 11, 18, 14],
        'text-rotate': ['coalesce', ['get', 'angle'], 0],
        'text-rotation-alignment': 'map',
        'text-padding': 8,
      },
      paint,
    },
  ]
}
