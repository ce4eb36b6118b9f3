import { useSetting, useWords } from '../../setting.ts'
import { DeskCaseRow } from './desk-case-row.tsx'
import type { Known } from './read-intake.ts'

/** Beside the form: whether it was reported before, what else is open there, who gets it, and who this is. */
export function KnownAlready({ known, now_ms }: { known: Known; now_ms: number }) {
  const { desk } = useWords()
  const { locale, town } = useSetting()
  const { intake } = desk
  const { preview, reporter, refusal, around } = known
  if (!preview && !reporter && !refusal && !around) return null
  return (
    <div className="panel">
      <h2>{intake.knownTitle}</h2>
      {refusal && <p>{desk.problems[refusal.problem] ?? desk.otherProblem}</p>}
      {preview?.callFirst && (
        <p className="notice notice--danger">
          <strong>
            {intake.callFirst}: {preview.callFirst.phone}
          </strong>{' '}
          {preview.callFirst.why?.[locale]}
        </p>
      )}
      {preview?.outlook && (
        <>
          <h3>{intake.outlook}</h3>
          <p>{preview.outlook.sentence}</p>
          {preview.outlook.because && <p>{preview.outlook.because[locale]}</p>}
          {preview.outlook.askAt && (
            <p>
              {intake.askAt}: {Object.values(preview.outlook.askAt).join(', ')}
            </p>
          )}
        </>
      )}
      {preview?.same && (
        <>
          <h3>{intake.same}</h3>
          <ul className="rows">
            <DeskCaseRow one={preview.same.case} now_ms={now_ms} />
          </ul>
        </>
      )}
      {preview && preview.near.length > 0 && (
        <>
          <h3>{intake.near}</h3>
          <ul className="rows">
            {preview.near.map((one) => (
              <DeskCaseRow key={one.id} one={one} now_ms={now_ms} />
            ))}
          </ul>
        </>
      )}
      {around && (
        <>
          <h3>{intake.near}</h3>
          {around.length === 0 && <p>{intake.noneAround}</p>}
          <ul className="rows">
            {around.map((one) => (
              <DeskCaseRow key={one.id} one={one} now_ms={now_ms} />
            ))}
          </ul>
        </>
      )}
      {preview && !preview.same && preview.near.length === 0 && <p>{intake.noneNear}</p>}
      {reporter && (
        <>
          <h3>
            <a href={`/${town?.id}/desk/reporters/${reporter.reporter}`}>{intake.repeat}</a>
          </h3>
          {reporter.namedContact && (
            <p>
              {desk.reporters.contact}: <strong>{reporter.namedContact.name}</strong>
              {reporter.namedContact.note && `. ${reporter.namedContact.note}`}
            </p>
          )}
          <ul className="rows">
            {reporter.cases.slice(0, 5).map((one) => (
              <DeskCaseRow key={one.id} one={one} now_ms={now_ms} />
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
