import { type ComponentProps, useEffect, useState } from 'react'
import { MapWithList } from '../../components/map-with-list.tsx'

/**
 * A map on a page that hydrates: it comes once the page runs, as the map changes what is in its own element. Without
 * scripts what stands around it is all there is, and enough.
 */
export function LateMap({
  title,
  ...props
}: ComponentProps<typeof MapWithList> & { title?: string }) {
  const [isRunning, setRunning] = useState(false)
  useEffect(() => setRunning(true), [])
  if (!isRunning) return null
  return (
    <>
      {title !== undefined && <p className="map-title">{title}</p>}
      <MapWithList {...props} />
    </>
  )
}
