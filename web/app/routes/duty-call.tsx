import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router'
import { problemOf } from '../api/auth.ts'
import type { Told } from '../api/client.ts'
import { withLink } from '../api/link.ts'
import { told } from '../api/told.ts'
import { Alert } from '../components/alert.tsx'
import { Button } from '../components/button.tsx'
import { categoryOf, lineOf } from '../components/case-row.tsx'
import { Notice } from '../components/notice.tsx'
import { pointText } from '../components/point-text.ts'
import { Timeline } from '../features/case/parts.tsx'
import { Where } from '../features/case/where.tsx'
import { momentIn } from '../moments.ts'
import { useSetting, useWords } from '../setting.ts'
import { readSmallForm } from '../small-form.ts'
import { townOf, visitContext } from '../visit.ts'

/** The address is the key: no search engine keeps it. */
export const headers = () => ({ 'x-robots-tag': 'noindex, nofollow' })

export async function loader({ context, params }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const town = townOf(visit)
  const answer = await visit.api.GET('/cases/{case}', {
    params: { path: { case: params.case ?? '' }, query: { municipality: town.id } },
    headers: withLink(params.token ?? ''),
  })
  if (problemOf(answer.error) === 'link-expired') return data({ expired: true as const }, 410)
  const one = told(answer)
  return data({ one })
}

/** The one thing that does something: a scanner of mails opens links, and presses no button. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const visit = context.get(visitContext)
  const town = townOf(visit)
  const form = await readSmallForm(request)
  const asked = {
    params: { path: { case: params.case ?? '' }, query: { municipality: town.id } },
    headers: withLink(params.token ?? ''),
    body: {},
  }
  const { error, response } =
    form.get('act') === 'made-safe'
      ? await visit.api.POST('/cases/{case}/safety-reports', asked)
      : await visit.api.POST('/cases/{case}/takeovers', asked)
  if (response.ok) return data({ problem: undefined })
  if (response.status >= 500) throw new Response(null, { status: 503 })
  const problem = problemOf(error)
  if (problem === 'link-expired') return data({ problem }, 410)
  // A link of another case, or one that we never gave.
  if (response.status !== 409) throw new Response(null, { status: 404 })
  return data({ problem }, 409)
}

/** Of whoever is called because it is dangerous: what, where, and a button to take it over. */
export default function DutyCallPage() {
  const words = useWords()
  const { called, desk } = words
  const { locale } = useSetting()
  const read = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  if ('expired' in read)
    return (
      <div className="narrow">
        <title>{`${called.expiredTitle} · Lantaarn`}</title>
        <h1>{called.expiredTitle}</h1>
        <p className="lead">{called.expired}</p>
      </div>
    )
  const { one } = read
  const category = categoryOf(one, words.case, locale)
  return (
    <article className="case case--called">
      <title>{`${called.title} ${one.number} · Lantaarn`}</title>
      <h1>
        {category} <span className="number">{one.number}</span>
      </h1>
      {done && done.problem === undefined && <Notice title={called.thanks} />}
      {done?.problem !== undefined && (
        <Notice isWrong title={desk.wrong}>
          <p>{desk.problems[done.problem] ?? desk.otherProblem}</p>
        </Notice>
      )}
      <Act one={one} />
      <p className={`standing standing--${one.status}`}>{lineOf(one, category)}</p>
      <div className="columns">
        <div>
          <Where one={one} />
          {one.place && <Point place={one.place} />}
        </div>
        <section aria-labelledby="happened">
          <h2 id="happened">{words.page.timeline}</h2>
          <Timeline one={one} />
        </section>
      </div>
    </article>
  )
}

/** What whoever is called can do now, or why there is nothing left to do. */
function Act({ one }: { one: Told['CaseInFull'] }) {
  const { called, desk } = useWords()
  const { locale } = useSetting()
  const { danger } = desk
  const isOver = one.status !== 'open' || one.priority !== 'danger'
  if (isOver || one.madeSafeAt)
    return (
      <Alert
        kind="ok"
        title={one.madeSafeAt ? danger.safeSince(momentIn(one.madeSafeAt, locale)) : called.over}
      />
    )
  const isUnattended = one.duty?.isUnattended !== false
  const takenOverAt = one.duty?.takenOverAt
  const said = isUnattended
    ? danger.unattended
    : takenOverAt === undefined
      ? danger.begun(one.parties.length === 1 ? one.parties[0]?.name : undefined)
      : danger.takenOver(momentIn(takenOverAt, locale), one.duty?.takenOverBy)
  return (
    <section className="panel panel--danger" aria-labelledby="act">
      <h2 id="act">{isUnattended ? called.title : danger.title}</h2>
      <p>{said}</p>
      <form method="post">
        <p>{isUnattended ? called.ask : called.askSafe}</p>
        <p className="actions">
          <Button name="act" value={isUnattended ? 'take-over' : 'made-safe'}>
            {isUnattended ? danger.takeOver : danger.madeSafe}
          </Button>
        </p>
      </form>
    </section>
  )
}

/** For the phone of whoever goes there. */
function Point({ place }: { place: { lat: number; lon: number } }) {
  const { called } = useWords()
  const point = pointText(place)
  return (
    <dl className="facts">
      <div>
        <dt>{called.point}</dt>
        <dd>
          {point}
          <br />
          <a className="tall" href={`geo:${point.replace(' ', '')}`}>
            {called.openMap}
          </a>
        </dd>
      </div>
    </dl>
  )
}
