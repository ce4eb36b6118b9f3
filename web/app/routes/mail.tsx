import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { told } from '../api/told.ts'
import { DataList } from '../components/data-list.tsx'
import { sentIn } from '../moments.ts'
import { useSetting, useWords } from '../setting.ts'
import { visitContext } from '../visit.ts'

export const headers = () => ({ 'x-robots-tag': 'noindex, nofollow' })

export async function loader({ context, params }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const path = { mail: params.name ?? '' }
  const mail = told(await visit.api.GET('/mails/{mail}', { params: { path } }))
  return { mail, origin: visit.origin }
}

/** The text of one mail, and nothing that a mail could run. */
export default function MailPage() {
  const { mailbox: words } = useWords()
  const { locale } = useSetting()
  const { mail, origin } = useLoaderData<typeof loader>()
  const rows = [
    ['from', words.from, mail.from],
    ['to', words.to, mail.to],
    ['date', words.date, sentIn(mail.date, locale)],
  ] as const
  return (
    <article className="narrow">
      <title>{`${mail.subject} · Lantaarn`}</title>
      <p className="step-back">
        <a href="/mailbox">{words.back}</a>
      </p>
      <h1>{withWholeNumber(mail.subject)}</h1>
      <DataList items={rows.map(([key, name, value]) => ({ key, name, value }))} />
      <div className="panel letter">
        <Linked text={mail.text.trim()} origin={origin} />
      </div>
    </article>
  )
}

/** No line ends within the number of a report. */
function withWholeNumber(subject: string) {
  const [number = ''] = /GM\d{4}-\d{2}-\d+/.exec(subject) ?? []
  if (number === '') return subject
  const [before, ...after] = subject.split(number)
  return (
    <>
      {before}
      <span className="letter__number">{number}</span>
      {after.join(number)}
    </>
  )
}

/** Its addresses of ours as links; all else is text. */
function Linked({ text, origin }: { text: string; origin: string }) {
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((part, at) =>
    part.startsWith(`${origin}/`) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a part of a text has no other name, and stays in its order.
      <a key={at} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  )
}
