import type { GeoJSONSource, Map as LibreMap } from 'maplibre-gl'

export type Marked = { lon: number; lat: number; asset?: string }

/** Marks one place, or one object; nothing takes the mark away. */
export function markPlace(map: LibreMap, place: Marked | undefined): void {
  const look =
    place?.asset === undefined
      ? { image: 'spot', anchor: 'bottom' }
      : { image: 'chosen', anchor: 'center' }
  const data = {
    type: 'FeatureCollection' as const,
    features: place
      ? [
          {
            type: 'Feature' as const,
            properties: look,
            geometry: { type: 'Point' as const, coordinates: [place.lon, place.lat] },
          },
        ]
      : [],
  }
  const source = map.getSource<GeoJSONSource>('picked')
  if (source) source.setData(data)
  else map.addSource('picked', { type: 'geojson', data })
  // The layer stays: one that is taken away while its tile is being made breaks the making.
  if (!map.getLayer('picked'))
    map.addLayer({
      id: 'picked',
      type: 'symbol',
      source: 'picked',
      layout: {
        'icon-image': ['get', 'image'],
        'icon-anchor': ['get', 'anchor'],
        'icon-allow-overlap': true,
      },
    })
}
