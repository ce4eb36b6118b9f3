import type {
  ExpressionSpecification,
  LayerSpecification,
  SourceSpecification,
  StyleSpecification,
} from 'maplibre-gl'
import { baseLayers, FONT, kind } from './base-layers.ts'
import type { MapOptions } from './map-options.ts'
import type { Palette } from './palette.ts'

const BOLD = ['Noto Sans Bold']

/** Where our own tiles are, beside the page. */
function source(
  name: string,
  { municipality, bounds }: MapOptions,
  zooms: { from: number; to: number },
  more: { attribution?: string } = {},
): SourceSpecification {
  return {
    type: 'vector',
    tiles: [`${location.origin}/api/v1/tiles/${name}/{z}/{x}/{y}?municipality=${municipality}`],
    minzoom: zooms.from,
    maxzoom: zooms.to,
    bounds,
    ...more,
  }
}

/** The plain base, in the colours of the page. Without `glyphs`, letters are drawn by the browser itself. */
export function baseStyle(options: MapOptions, palette: Palette): StyleSpecification {
  const { zooms, attribution } = options.base
  const sources: Record<string, SourceSpecification> = zooms
    ? { base: source('base', options, zooms, attribution === undefined ? {} : { attribution }) }
    : {}
  return {
    version: 8,
    sources,
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': palette.ground } },
      ...(zooms ? baseLayers(palette) : []),
    ],
  }
}

/** What is ours on any base: areas, objects, cases. */
export function ownSources(options: MapOptions): Record<string, SourceSpecification> {
  return {
    areas: source('areas', options, { from: 8, to: 15 }),
    ...(options.mode === 'pick' ? { assets: source('assets', options, { from: 15, to: 18 }) } : {}),
    ...(options.mode === 'look' ? { cases: source('cases', options, { from: 4, to: 18 }) } : {}),
  }
}

export function ownLayers(options: MapOptions, palette: Palette): LayerSpecification[] {
  return [
    ...areaLayers(palette),
    ...(options.mode === 'look' ? caseLayers(options, palette) : assetLayers(options, palette)),
  ]
}

function areaLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'area-border',
      type: 'line',
      source: 'areas',
      'source-layer': 'areas',
      filter: kind('neighbourhood', 'municipality'),
      paint: {
        'line-color': palette.border,
        'line-dasharray': [3, 2],
        'line-width': ['match', ['get', 'kind'], 'municipality', 1.6, 0.8],
        'line-opacity': 0.7,
      },
    },
    {
      id: 'area-name',
      type: 'symbol',
      source: 'areas',
      'source-layer': 'area-names',
      maxzoom: 15.5,
      filter: kind('neighbourhood'),
      layout: {
        'text-field': ['get', 'name'],
        'text-font': BOLD,
        'text-size': 12,
        'text-letter-spacing': 0.06,
        'text-transform': 'uppercase',
        'text-max-width': 8,
      },
      paint: {
        'text-color': palette.label,
        'text-halo-color': palette.ground,
        'text-halo-width': 1.6,
      },
    },
  ]
}

/** What has a mark of its own needs no sign below it. */
const AT_MARK_M = 5

function caseLayers({ at, isMarked }: MapOptions, palette: Palette): LayerSpecification[] {
  const cases = { source: 'cases', 'source-layer': 'cases' } as const
  return [
    {
      id: 'case',
      type: 'symbol',
      ...cases,
      filter: at && isMarked ? ['all', ['has', 'number'], isAwayFrom(at)] : ['has', 'number'],
      layout: {
        'icon-image': ['concat', 'case-', ['get', 'status']],
        'icon-allow-overlap': true,
      },
    },
    {
      id: 'cluster',
      type: 'symbol',
      ...cases,
      filter: ['has', 'cases'],
      layout: {
        'icon-image': 'cluster',
        'icon-size': ['interpolate', ['linear'], ['log10', ['get', 'cases']], 0, 0.8, 2, 1, 5, 1.7],
        'icon-allow-overlap': true,
        'text-allow-overlap': true,
        'text-field': [
          'case',
          ['>=', ['get', 'cases'], 10_000],
          ['concat', ['to-string', ['floor', ['/', ['get', 'cases'], 1_000]]], 'k'],
          ['to-string', ['get', 'cases']],
        ],
        'text-font': BOLD,
        'text-size': ['interpolate', ['linear'], ['log10', ['get', 'cases']], 0, 12, 5, 16],
      },
      paint: { 'text-color': palette['case-text'] },
    },
  ]
}

function isAwayFrom({ lon, lat }: { lon: number; lat: number }): ExpressionSpecification {
  return ['>', ['distance', { type: 'Point', coordinates: [lon, lat] }], AT_MARK_M]
}

function assetLayers({ assetTypes }: MapOptions, palette: Palette): LayerSpecification[] {
  if (!assetTypes) return []
  const assets = {
    source: 'assets',
    'source-layer': 'assets',
    minzoom: 15.5,
  } as const
  return [
    {
      id: 'asset',
      type: 'symbol',
      ...assets,
      filter: ['in', ['get', 'type'], ['literal', assetTypes]],
      layout: {
        'icon-image': ['concat', 'asset-', ['get', 'type']],
        'icon-size': ['interpolate', ['linear'], ['zoom'], 15.5, 0.7, 18, 1.2],
        'icon-allow-overlap': true,
        'text-field': ['step', ['zoom'], '', 17, ['coalesce', ['get', 'publicNumber'], '']],
        'text-font': FONT,
        'text-size': 12,
        'text-offset': [0, 1.1],
        'text-anchor': 'top',
        'text-optional': true,
      },
      paint: {
        'text-color': palette.label,
        'text-halo-color': palette.ground,
        'text-halo-width': 1.4,
      },
    },
    {
      id: 'asset-reported',
      type: 'symbol',
      ...assets,
      filter: ['in', ['get', 'id'], ['literal', []]],
      layout: {
        'icon-image': 'reported',
        'icon-offset': [10, -10],
        'icon-allow-overlap': true,
      },
    },
  ]
}
