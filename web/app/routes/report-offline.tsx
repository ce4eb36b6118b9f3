import { ButtonLink } from '../components/button.tsx'
import { Island } from '../components/island.tsx'
import { DangerCall } from '../features/report/danger-call.tsx'
import { useWords } from '../setting.ts'

/** What the browser shows at a step of a report while there is no connection; the address of that step stays. */
export default function ReportOffline() {
  const { report } = useWords()
  const { offline } = report
  return (
    <div className="report">
      <title>{`${offline.title} · ${report.title} · Lantaarn`}</title>
      <h1>{offline.title}</h1>
      <p className="lead">{offline.text}</p>
      <p>{offline.next}</p>
      <DangerCall />
      <p className="actions">
        <ButtonLink href="">{offline.again}</ButtonLink>
      </p>
      <Island name="report-offline">
        <report-offline hidden />
      </Island>
    </div>
  )
}
