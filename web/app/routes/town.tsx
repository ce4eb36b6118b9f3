import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { CaseRow } from '../components/case-row.tsx'
import { Island } from '../components/island.tsx'
import { Figures } from '../features/town/figures.tsx'
import { FindCase } from '../features/town/find-case.tsx'
import { readTown } from '../features/town/read-town.ts'
import { shortDayIn } from '../moments.ts'
import { useSetting, useWords } from '../setting.ts'
import { townOf, visitContext } from '../visit.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const town = townOf(visit)
  const cursor = new URL(request.url).searchParams.get('cursor') ?? undefined
  const { now_ms } = visit
  return { town, now_ms, cursor, ...(await readTown(visit.api, town.id, cursor)) }
}

/** How it stands in one municipality. */
export default function TownPage() {
  const words = useWords()
  const { locale } = useSetting()
  const { town, now_ms, cursor, open, lately, figures } = useLoaderData<typeof loader>()
  return (
    <>
      <title>{`${words.town.title(town.name)} · Lantaarn`}</title>
      <h1>{words.town.title(town.name)}</h1>
      <p className="lead">{words.town.intro}</p>
      <FindCase municipality={town.id} />
      <p>
        <a href={`/${town.id}/buurt`}>{words.area.all(town.name)}</a>
      </p>
      <div className="columns">
        <section aria-labelledby="open">
          <h2 id="open">{words.town.open}</h2>
          {open.items.length === 0 && <p>{words.town.noOpen}</p>}
          <ul className="rows">
            {open.items.map((one) => (
              <CaseRow
                key={one.id}
                one={one}
                now_ms={now_ms}
                when={`${words.case.reportedOn} ${shortDayIn(one.openedAt, locale)}`}
              />
            ))}
          </ul>
          <p className="pager">
            {cursor && <a href={`/${town.id}`}>{words.town.newest}</a>}
            {open.next && (
              <a rel="next" href={`/${town.id}?${new URLSearchParams({ cursor: open.next })}`}>
                {words.town.older}
              </a>
            )}
          </p>
        </section>
        <div>
          <Figures figures={figures} />
          {lately && (
            <section aria-labelledby="lately">
              <h2 id="lately">{words.town.lately}</h2>
              {lately.length === 0 && <p>{words.town.noLately}</p>}
              <ul className="rows">
                {lately.map((one) => (
                  <CaseRow
                    key={one.id}
                    one={one}
                    now_ms={now_ms}
                    when={`${words.case.solvedOn} ${shortDayIn(one.closedAt ?? one.updatedAt, locale)}`}
                  />
                ))}
              </ul>
            </section>
          )}
          <Island name="copy-link">
            <copy-link data-done={words.copy.done}>
              <button type="button" className="button button--quiet" hidden>
                {words.copy.link}
              </button>
              <span role="status" />
            </copy-link>
          </Island>
        </div>
      </div>
    </>
  )
}
