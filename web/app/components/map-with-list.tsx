import type { ReactNode } from 'react'
import type { MapOptions } from '../../islands/lantaarn-map/map-options.ts'
import type { Told } from '../api/client.ts'
import type { Words } from '../messages/nl.ts'
import { useWords } from '../setting.ts'
import { Island } from './island.tsx'

type Props = Pick<
  MapOptions,
  'mode' | 'municipality' | 'at' | 'assetTypes' | 'isMarked' | 'casesAt'
> & {
  /** As the API tells it. */
  map: Told['Map']
  /** The same as the map shows, for whoever reads it by keyboard or without a script. */
  children?: ReactNode
}

/**
 * A map with a list beside it that gives the same. To pick a place, it stands in a form with hidden fields
 * `data-map-field` (lon, lat, asset), and its list has an element `data-map-near`.
 */
export function MapWithList({ map, children, ...own }: Props) {
  const words = useWords().map
  const options = optionsOf(map, words, own)
  return (
    <div className="map-with-list">
      <div>
        <Island name="lantaarn-map" comesLate>
          <lantaarn-map hidden data-options={JSON.stringify(options)} />
        </Island>
        {own.mode === 'look' && !own.isMarked && <Legend words={words} />}
      </div>
      {children !== undefined && <div className="map-with-list__list">{children}</div>}
    </div>
  )
}

function optionsOf(
  { bounds, base }: Told['Map'],
  words: Words['map'],
  { mode, municipality, at, assetTypes, isMarked, casesAt }: Omit<Props, 'map' | 'children'>,
): MapOptions {
  const { map, noMap, types, status, cases, here, chosen, nothingNear, near, alreadyReported } =
    words
  const { metres, zoomIn, zoomOut, locate, locateFailed, help } = words
  const source = base.source === 'bgt' ? 'BGT: Kadaster, bronhouders (CC BY 4.0)' : undefined
  return {
    mode,
    municipality,
    bounds: bounds as MapOptions['bounds'],
    base: {
      ...(base.style !== undefined && { style: base.style }),
      ...(base.zooms && { zooms: base.zooms }),
      ...(source !== undefined && { attribution: source }),
    },
    ...(at && { at }),
    ...(assetTypes && { assetTypes }),
    ...(isMarked && { isMarked }),
    ...(casesAt !== undefined && { casesAt }),
    words: {
      ...{ map, noMap, types, status, cases, here, chosen, nothingNear, near, alreadyReported },
      ...{ metres, zoomIn, zoomOut, locate, locateFailed, help },
    },
  }
}

/** The shapes and signs that islands/lantaarn-map/markers.ts draws. */
function Legend({ words }: { words: Words['map'] }) {
  return (
    <ul className="map-legend" aria-label={words.legend}>
      <li>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <circle className="map-legend__open" cx="12" cy="12" r="10" />
          <text x="12" y="17">
            !
          </text>
        </svg>
        {words.status.open}
      </li>
      <li>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <rect className="map-legend__done" x="3" y="3" width="18" height="18" rx="4" />
          <text x="12" y="17">
            ✓
          </text>
        </svg>
        {words.status.done}
      </li>
      <li>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <circle className="map-legend__open" cx="12" cy="12" r="12" />
          <text x="12" y="17">
            5
          </text>
        </svg>
        {words.cluster}
      </li>
    </ul>
  )
}
