import { useSetting, useWords } from '../setting.ts'

/** The same for what never was and for what not everybody may see: it says what to do next. */
export function MissingPage() {
  const { errors, frame } = useWords()
  const { town } = useSetting()
  return (
    <>
      <title>{`${errors.missing.title} · Lantaarn`}</title>
      <h1>{errors.missing.title}</h1>
      <p className="lead">{errors.missing.text}</p>
      <Steps steps={errors.missing.steps} />
      <p>
        <a className="button" href={town ? `/${town.id}` : '/'}>
          {town ? errors.toTown(town.name) : frame.home}
        </a>
      </p>
    </>
  )
}

/** What we could not do now. */
export function TroublePage() {
  const { errors } = useWords()
  const { path } = useSetting()
  return (
    <>
      <title>{`${errors.trouble.title} · Lantaarn`}</title>
      <h1>{errors.trouble.title}</h1>
      <p className="lead">{errors.trouble.text}</p>
      <Steps steps={errors.trouble.steps} />
      <p>
        <a className="button" href={path}>
          {errors.again}
        </a>
      </p>
    </>
  )
}

function Steps({ steps }: { steps: readonly string[] }) {
  const { errors } = useWords()
  return (
    <>
      <h2>{errors.next}</h2>
      <ul>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
    </>
  )
}
