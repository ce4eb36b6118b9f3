import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { told } from '../api/told.ts'
import { Field } from '../components/field.tsx'
import { AdministrationFrame } from '../features/administration/administration-frame.tsx'
import { beginOf } from '../features/administration/days.ts'
import { enter } from '../features/administration/entry.ts'
import { byDay, type Looks, shortIdOf, wordKeyOf } from '../features/administration/processings.ts'
import { dayIn, timeIn } from '../moments.ts'
import { useSetting, useWords } from '../setting.ts'
import { visitContext } from '../visit.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const { head, may, cursor, query } = await enter(visit, 'processing-log')
  const { labelled } = visit.words.administration.log
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
  const names: Record<string, string> = Object.fromEntries(
    roles.items.map(({ account, name }) => [`account/${account}`, name || account]),
  )
  // Who reads this log need not be who sees to the keys.
  const keys = may('manage-keys')
    ? told(await visit.api.GET('/keys', { params: { query: { ...query, limit: 200 } } })).items
    : []
  for (const { id, label } of keys) names[`key/${id}`] = labelled(label)
  const more = log.next && String(new URLSearchParams({ by, day, subject, cursor: log.next }))
  return { head, items: log.items, more, names, asked: { by, day, subject } }
}

/** Every sight of personal data, for the privacy officer. */
export default function ProcessingLogPage() {
  const { administration } = useWords()
  const { log: words } = administration
  const { locale } = useSetting()
  const { head, items, more, names, asked } = useLoaderData<typeof loader>()
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
      {byDay(items, (iso) => dayIn(iso, locale)).map(({ day, looks }) => (
        <section key={day}>
          <h2>{day}</h2>
          <ul className="rows">
            {looks.map((one) => (
              <LooksRow key={`${one.by} ${one.name} ${one.subject}`} one={one} names={names} />
            ))}
          </ul>
        </section>
      ))}
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

function LooksRow({ one, names }: { one: Looks; names: Readonly<Record<string, string>> }) {
  const { log: words } = useWords().administration
  const { locale } = useSetting()
  const { by, name, subject, subjectType, at, first, count } = one
  return (
    <li className="row">
      <p>
        <time dateTime={at}>{timeIn(at, locale)}</time> <strong>{whoOf(by, names, words)}</strong>{' '}
        {words.did[wordKeyOf(name)] ?? words.didOther(name)}
      </p>
      <p className="quiet">
        {`${words.about} ${words.subjects[subjectType] ?? words.otherSubject}, `}
        <a href={`?${new URLSearchParams({ subject })}`} title={words.more}>
          {words.number(shortIdOf(subject))}
        </a>
        {count > 1 && ` · ${words.times(count, timeIn(first, locale))}`}
      </p>
    </li>
  )
}

type LogWords = ReturnType<typeof useWords>['administration']['log']

function whoOf(by: string, names: Readonly<Record<string, string>>, words: LogWords): string {
  if (names[by] !== undefined) return names[by]
  if (by.startsWith('account/')) return words.unknown
  const key = /^key\/(\w{8})/.exec(by)?.[1]
  return key === undefined ? words.program : words.key(key)
}
