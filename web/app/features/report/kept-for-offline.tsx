import { Island } from '../../components/island.tsx'
import { useIsland, useSetting } from '../../setting.ts'

/** Has the browser keep what a step shows without a connection; see `web/islands/report-worker.ts`. */
export function KeptForOffline() {
  const { town, locale } = useSetting()
  const worker = useIsland('report-worker')
  if (town === undefined || worker === undefined) return null
  return (
    <Island name="report-offline">
      <report-offline
        hidden
        data-worker={`${worker}&language=${locale}`}
        data-scope={`/${town.id}/melden`}
      />
    </Island>
  )
}
