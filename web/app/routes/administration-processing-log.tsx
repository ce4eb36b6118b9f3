import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { told } from '../api/told.ts'
import { Field } from '../components/field.tsx'
import { AdministrationFrame } from '../features/administration/administration-frame.tsx'
import { beginOf } from '../features/administration/days.ts'
import { enter } from '../features/administration/entry.ts'
import { momentIn } from '../moments.ts'
import { useSetting, useWords } from '../setting.ts'
import { visitContext } from '../visit.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const { head, cursor, query } = await enter(visit, 'processing-log')
  const asked = new URL(request.url).searchParams
  const [by = '', day = '', subject = ''] = ['by', 'day', 'subject'].map(
    (name) => asked.get(name)?.trim().slice(0, 200) ?? '',
  )
  const [from, until] = [beginOf(day), beginOf(day, 1)]
  const filter = {
    ...(by !== '' && { by }),
    ...(subject !== '' && { subject }),
    ...(from && until && { from, until }),
    ...(cursor && { cursor }),
  }
  const params = { query: { ...query, ...filter } }
  const log = told(await visit.api.GET('/processing-log', { params }))
  const roles = told(await visit.api.GET('/roles', { params: { query: { ...query, limit: 200 } } }))
  const names = Object.fromEntries(
    roles.items.map(({ account, name }) => [`account/${account}`, name || account]),
  )
  const more = log.next && String(new URLSearchParams({ by, day, subject, cursor: log.next }))
  return { head, items: log.items, more, names, asked: { by, day, subject } }
}

/** Every sight of personal data, for the privacy officer. */
export default function ProcessingLogPage() {
  const { administration } = useWords()
  const { log: words } = administration
  const { locale } = useSetting()
  const { head, items, more, names, asked } = useLoaderData<typeof loader>()
  const whoOf = (by: string) =>
    names[by] ?? by.replace(/^key\/(\w{8}).*$/, (_, id) => words.key(id))
  return (
    <AdministrationFrame title={words.title} head={head}>
      <p className="lead">{words.intro}</p>
      <form method="get" className="panel narrow">
        <div className="pair">
          <Field name="by" label={words.who}>
            {(about) => (
              <select name="by" defaultValue={asked.by} {...about}>
                <option value="">{words.everyone}</option>
                {Object.entries(names).map(([by, name]) => (
                  <option key={by} value={by}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field name="day" label={words.day} type="date" defaultValue={asked.day} />
        </div>
        <Field name="subject" label={words.subject} maxLength={200} defaultValue={asked.subject} />
        <p className="actions">
          <button type="submit" className="button">
            {words.filter}
          </button>
        </p>
      </form>
      {items.length === 0 && <p>{words.none}</p>}
      <ul className="rows">
        {items.map((one) => (
          <li
            className="row"
            key={`${one.trace_id} ${one.span_id} ${one.attributes['dpl.core.data_subject_id']}`}
          >
            <p className="row__title">{`${whoOf(one.by)} ${words.did[one.name] ?? words.didOther(one.name)}`}</p>
            <p className="quiet">{momentIn(one.start_time, locale)}</p>
            <p className="quiet">
              {`${words.about} `}
              <span className="code">{one.attributes['dpl.core.data_subject_id']}</span>
            </p>
          </li>
        ))}
      </ul>
      {more && (
        <p className="pager">
          <a rel="next" href={`?${more}`}>
            {administration.next}
          </a>
        </p>
      )}
    </AdministrationFrame>
  )
}
