import { type ComponentProps, useEffect, useState } from 'react'
import { MapWithList } from '../../components/map-with-list.tsx'
import { useWords } from '../../setting.ts'

/**
 * A map on a page that hydrates: it comes once the page runs, as the map changes what is in its own element. Its place
 * is kept from the first, so that nothing moves. Without scripts what stands around it is all there is, and enough.
 */
export function LateMap({
  title,
  ...props
}: ComponentProps<typeof MapWithList> & { title?: string }) {
  const { desk } = useWords()
  const [isRunning, setRunning] = useState(false)
  useEffect(() => setRunning(true), [])
  return (
    <div className="late-map">
      {title !== undefined && <p className="map-title">{title}</p>}
      <div className="late-map__place">
        <p className="late-map__wait">{desk.mapComes}</p>
        {isRunning && <MapWithList {...props} />}
      </div>
    </div>
  )
}
