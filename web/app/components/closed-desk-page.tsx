import { useSetting, useWords } from '../setting.ts'

/** Which parts of the desk are open to an account that came to another, and what it lacks. */
export type ClosedDesk = {
  closedDesk: readonly (
    | 'today'
    | 'intake'
    | 'cases'
    | 'moderation'
    | 'reporters'
    | 'duty'
    | 'templates'
    | 'wrongful'
  )[]
  lacksSecondFactor: boolean
}

export function isClosedDesk(value: unknown): value is ClosedDesk {
  return Array.isArray((value as { closedDesk?: unknown } | null)?.closedDesk)
}

/** To whoever has signed in and may not see this part of the desk: what they may, and whom to ask. */
export function ClosedDeskPage({ closed }: { closed: ClosedDesk }) {
  const { desk } = useWords()
  const { town } = useSetting()
  const { closed: words } = desk
  const { closedDesk: open, lacksSecondFactor } = closed
  const base = `/${town?.id}/desk`
  return (
    <div className="narrow">
      <title>{`${words.title} · Lantaarn`}</title>
      <h1>{words.title}</h1>
      <p className="lead">{open.length > 0 ? words.part : words.nothing(town?.name ?? '')}</p>
      <h2>{words.next}</h2>
      <ul>
        {lacksSecondFactor && (
          <li>
            <a href="/account/second-factor">{words.secondFactor}</a>
          </li>
        )}
        {open.map((one) => (
          <li key={one}>
            <a href={`${base}/${one}`}>{desk.nav[one === 'cases' ? 'list' : (one as 'today')]}</a>
          </li>
        ))}
        {open.length === 0 && !lacksSecondFactor && (
          <li>
            <a href={`${base}/key`}>{words.key}</a>
          </li>
        )}
        <li>{words.ask}</li>
        <li>
          <a href="/account">{words.account}</a>
        </li>
        <li>
          <a href="/sign-out">{words.other}</a>
        </li>
      </ul>
    </div>
  )
}
