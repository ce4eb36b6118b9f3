import { useWords } from '../../setting.ts'
import { KeptForOffline } from './kept-for-offline.tsx'

type Props = { title: string; step: number; of: number; back?: string }

/** The head of a page of the report: the way back, how far it is, and what is asked. */
export function StepHead({ title, step, of, back }: Props) {
  const { report } = useWords()
  return (
    <>
      <title>{`${title} · ${report.title} · Lantaarn`}</title>
      {back !== undefined && (
        <p className="step-back">
          <a href={back}>{report.back}</a>
        </p>
      )}
      <p className="quiet">{report.step(step, of)}</p>
      <h1>{title}</h1>
      <KeptForOffline />
    </>
  )
}

/** Of all that the pages of a report count: choosing what, where, and looking it over before it goes. */
export const ALL_STEPS = 3
