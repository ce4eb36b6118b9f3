import { leadingTo } from '../own-path.ts'
import type { EndedForm } from '../session.ts'
import { useWords } from '../setting.ts'

export function isEndedForm(value: unknown): value is EndedForm {
  return (value as { ended?: unknown } | null)?.ended === true
}

/** To whoever sent a form after their session had ended: nothing was done, and nothing that they wrote is lost. */
export function EndedPage({ form }: { form: EndedForm }) {
  const { ended } = useWords().signIn
  return (
    <div className="narrow">
      <title>{`${ended.title} · Lantaarn`}</title>
      <h1>{ended.title}</h1>
      <p className="lead">{ended.text}</p>
      {form.kept.length > 0 && (
        <>
          <h2>{ended.kept}</h2>
          {form.kept.map((text, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what was typed has no other name, and stays in its order.
            <blockquote key={at} className="kept">
              {text}
            </blockquote>
          ))}
        </>
      )}
      <p className="actions">
        <a className="button" href={leadingTo('/sign-in', form.next)}>
          {ended.again}
        </a>
      </p>
    </div>
  )
}
