import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { told } from '../api/told.ts'
import { sentIn } from '../moments.ts'
import { useSetting, useWords } from '../setting.ts'
import { visitContext } from '../visit.ts'

export const headers = () => ({ 'x-robots-tag': 'noindex, nofollow' })

const MOST = 50
const LONGEST = 500

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const cursor = new URL(request.url).searchParams.get('cursor')?.slice(0, LONGEST)
  const query = { limit: MOST, ...(cursor !== undefined && { cursor }) }
  return told(await visit.api.GET('/mails', { params: { query } }))
}

/** What was mailed on a machine that tries things out. */
export default function MailboxPage() {
  const { mailbox: words } = useWords()
  const { locale } = useSetting()
  const { items, next } = useLoaderData<typeof loader>()
  return (
    <div className="narrow">
      <title>{`${words.title} · Lantaarn`}</title>
      <h1>{words.title}</h1>
      <p className="lead">{words.intro}</p>
      {items.length === 0 && (
        <p>
          {words.none} <a href="/">{words.report}</a>, {words.after}
        </p>
      )}
      <ul className="rows">
        {items.map(({ id, subject, to, date }) => (
          <li key={id} className="row">
            <p className="row__title">
              <a href={`/mailbox/${id}`}>{subject || id}</a>
            </p>
            <p className="quiet">
              {to} · {sentIn(date, locale)}
            </p>
          </li>
        ))}
      </ul>
      {next !== undefined && (
        <p className="pager">
          <a rel="next" href={`?${new URLSearchParams({ cursor: next })}`}>
            {words.older}
          </a>
        </p>
      )}
    </div>
  )
}
