import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { told } from '../../api/told.ts'
import { categoryOf, whereIn } from '../../components/case-row.tsx'
import { DeskPage } from '../../features/desk/desk-page.tsx'
import { enterDesk, stillIn } from '../../features/desk/desk-visit.ts'
import { useLive } from '../../features/desk/live.ts'
import { Outcome } from '../../features/desk/outcome.tsx'
import { Report } from '../../features/desk/words-and-photos.tsx'
import { useSetting, useWords } from '../../setting.ts'

export const handle = { hydrates: true }

/** Each case is read in full, and what it says is written down as seen: no more than somebody looks at. */
const ON_PAGE = 10

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { visit, town, formToken, seat } = await enterDesk(context, 'moderation')
  const asked = new URL(request.url).searchParams
  const cursor = asked.get('cursor') ?? undefined
  const query = {
    municipality: town.id,
    reason: ['to-release' as const],
    limit: ON_PAGE,
    ...(cursor && { cursor }),
  }
  const needs = await visit.api.GET('/desk-needs', { params: { query } })
  stillIn({ visit, town }, needs.response)
  const { items, next } = told(needs)
  const cases = await Promise.all(
    items.map((need) =>
      visit.api.GET('/cases/{case}', { params: { path: { case: need.case.number } } }),
    ),
  )
  const outcome = asked.get('told') ?? undefined
  return { formToken, seat, cases: cases.flatMap(({ data }) => data ?? []), next, outcome }
}

/** What people wrote and sent, until somebody has said whether everybody may see it. */
export default function Moderation() {
  const read = useLoaderData<typeof loader>()
  return <Waiting {...read} />
}

type Read = Awaited<ReturnType<typeof loader>>

function Waiting({ formToken, seat, cases, next, outcome }: Read) {
  const words = useWords()
  const { locale, town } = useSetting()
  const { desk } = words
  useLive({ formToken, seat })
  const where = (one: (typeof cases)[number]) => whereIn(one, words.case)
  return (
    <DeskPage title={desk.moderation.title} formToken={formToken} seat={seat}>
      <h1>{desk.moderation.title}</h1>
      <Outcome told={outcome} />
      <p className="lead">{desk.moderation.intro}</p>
      {cases.length === 0 && <p>{desk.moderation.none}</p>}
      {cases.map((one) => (
        <section key={one.id} className="panel moderation" aria-labelledby={`case-${one.number}`}>
          <h2 id={`case-${one.number}`}>
            <a href={`/${town?.id}/desk/cases/${one.number}`}>
              {categoryOf(one, words.case, locale)} <span className="number">{one.number}</span>
            </a>
          </h2>
          {where(one) && <p className="quiet">{where(one)}</p>}
          {one.descriptions
            ?.filter(({ signal }) => one.toRelease?.includes(signal))
            .map((said) => (
              <Report
                key={said.signal}
                one={one}
                said={said}
                formToken={formToken}
                typed={{}}
                back="moderation"
              />
            ))}
        </section>
      ))}
      {next && (
        <p className="pager">
          <a rel="next" href={`?${new URLSearchParams({ cursor: next })}`}>
            {desk.more}
          </a>
        </p>
      )}
    </DeskPage>
  )
}
