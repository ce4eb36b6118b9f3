import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { sentIn } from '../features/report/sent-cookie.ts'
import { unbroken } from '../moments.ts'
import { cookiesOf } from '../preferences.ts'
import { useWords } from '../setting.ts'
import { townOf, visitContext } from '../visit.ts'

export function loader({ context, request }: LoaderFunctionArgs) {
  const town = townOf(context.get(visitContext))
  return { town, sent: sentIn(cookiesOf(request.headers.get('cookie'))) }
}

/** What became of it: who has it and by when, and with what its sender follows it. */
export default function ReportSent() {
  const { sent: words, title } = useWords().report
  const { town, sent } = useLoaderData<typeof loader>()
  const received = sent?.isMeToo ? words.joinedTitle : words.title
  const heading = sent ? received : words.goneTitle
  const follow = `/${town.id}/follow`
  return (
    <div className="report">
      <title>{`${heading} · ${title} · Lantaarn`}</title>
      <meta name="robots" content="noindex" />
      <h1>{heading}</h1>
      {sent ? (
        <>
          <p className="lead">{unbroken(sent.sentence)}</p>
          {sent.isMeToo && <p>{words.joined}</p>}
          <dl className="ticket">
            <div>
              <dt>{words.number}</dt>
              <dd className="number">{sent.number}</dd>
            </div>
            <div>
              <dt>{words.code}</dt>
              <dd className="number">{sent.code}</dd>
            </div>
          </dl>
          <p>{words.keep}</p>
        </>
      ) : (
        <>
          <p className="lead">{words.gone}</p>
          <p>{words.lost}</p>
        </>
      )}
      <p className="actions">
        <a
          className="button"
          href={sent ? `${follow}?${new URLSearchParams({ number: sent.number })}` : follow}
        >
          {words.follow}
        </a>
        <a className="button button--quiet" href={`/${town.id}/melden`}>
          {words.another}
        </a>
      </p>
    </div>
  )
}
