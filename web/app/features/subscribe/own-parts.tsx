import { Notice } from '../../components/notice.tsx'
import { useWords } from '../../setting.ts'
import { ownAddress, type Subscription } from './own.ts'

type Props = {
  town: string
  token: string
  items: readonly Subscription[]
  told: string | undefined
  /** Only how to stop is asked. */
  isStop?: boolean
}

/** What somebody follows, with what they can do about it. Looking at it changes nothing. */
export function OwnSubscriptions({ town, token, items, told, isStop = false }: Props) {
  const { own } = useWords().subscribe
  const at = ownAddress(town, token)
  const asked = isStop ? undefined : items.find((one) => one.isAsked && one.status === 'awaiting')
  const awaiting = items.filter((one) => one !== asked && one.status === 'awaiting')
  const confirmed = items.filter((one) => one.status !== 'awaiting')
  const said = told !== undefined && Object.hasOwn(own.told, told) ? own.told[told] : undefined
  const title = asked ? own.ask : isStop && items.length > 0 ? own.stopTitle : own.title
  return (
    <div className="report">
      <title>{`${title} · Lantaarn`}</title>
      <meta name="robots" content="noindex" />
      <h1>{title}</h1>
      {said && <Notice title={said} />}
      {items.length === 0 && <p className="lead">{own.none}</p>}
      {asked && (
        <form method="post" action={at} className="panel asked">
          <p>
            <strong>{firstUpper(asked.about)}</strong>
          </p>
          <p className="actions">
            <button type="submit" className="button" name="do" value="confirm">
              {own.yes}
            </button>
          </p>
        </form>
      )}
      {confirmed.length > 0 && (
        <section aria-labelledby="yours">
          <h2 id="yours">{own.yours}</h2>
          <Rows at={at} items={confirmed} />
        </section>
      )}
      {awaiting.length > 0 && (
        <section aria-labelledby="awaiting">
          <h2 id="awaiting">{own.awaiting}</h2>
          <p>{own.awaitingText}</p>
          <Rows at={at} items={awaiting} />
        </section>
      )}
      {items.length > 0 && !asked && (
        <form method="post" action={`${at}/stop`} className="panel asked">
          <p>{own.stopText}</p>
          <p className="actions">
            <button type="submit" className={isStop ? 'button' : 'button button--quiet'}>
              {own.stopAll}
            </button>
          </p>
        </form>
      )}
    </div>
  )
}

function Rows({ at, items }: { at: string; items: readonly Subscription[] }) {
  const { own } = useWords().subscribe
  return (
    <ul className="rows">
      {items.map(({ number, about }) => (
        <li className="row" key={number}>
          <div>{firstUpper(about)}</div>
          <form method="post" action={at} className="actions">
            <button
              type="submit"
              className="button button--quiet"
              name="stop"
              value={number}
              aria-label={`${own.stopOne}: ${about}`}
            >
              {own.stopOne}
            </button>
          </form>
        </li>
      ))}
    </ul>
  )
}

const firstUpper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** A link that has ended, or that we never gave. */
export function DeadLink({ town, isExpired }: { town: string; isExpired: boolean }) {
  const { dead } = useWords().subscribe
  const title = isExpired ? dead.expiredTitle : dead.forgedTitle
  return (
    <div className="report">
      <title>{`${title} · Lantaarn`}</title>
      <h1>{title}</h1>
      <p className="lead">{isExpired ? dead.expiredText : dead.forgedText}</p>
      <p className="actions">
        <a className="button" href={`/${town}`}>
          {dead.go}
        </a>
      </p>
    </div>
  )
}
