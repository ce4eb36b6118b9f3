import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { CaseRow } from '../components/case-row.tsx'
import { MapWithList } from '../components/map-with-list.tsx'
import { SeesSomething } from '../components/sees-something.tsx'
import { FindPlace } from '../features/map/find-place.tsx'
import { placeIn, readMapPage, viewIn } from '../features/map/read-map-page.ts'
import { numberIn, shortDayIn } from '../moments.ts'
import { useSetting, useWords } from '../setting.ts'
import { townOf, visitContext } from '../visit.ts'

const LONGEST = 100

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const town = townOf(visit)
  const search = new URL(request.url).searchParams
  const q = (search.get('q') ?? '').trim().slice(0, LONGEST)
  const at = placeIn(search)
  const view = at ? undefined : viewIn(search)
  const cursor = search.get('cursor') ?? undefined
  const page = await readMapPage(visit.api, town.id, { q, at, view, cursor })
  return { town, now_ms: visit.now_ms, q, at, view, cursor, ...page }
}

/** What is not closed, on a map and in a list. */
export default function MapPage() {
  const words = useWords()
  const { locale } = useSetting()
  const { town, now_ms, q, at, view, cursor, map, found, where, cases } =
    useLoaderData<typeof loader>()
  const { total } = cases
  const isMore = total !== undefined && total > cases.items.length
  const heading = at
    ? words.map.listNear(where ?? words.map.nearPlace)
    : view
      ? words.map.listInView
      : words.map.list
  const isEmpty = cases.items.length === 0 && !isMore
  const whole = `/${town.id}/map`
  const isWhole = !at && !view && !cursor && !cases.next && cases.items.length > 0
  return (
    <>
      <title>{`${words.map.title(town.name)} · Lantaarn`}</title>
      <h1>{words.map.title(town.name)}</h1>
      <p className="lead">{words.map.intro}</p>
      <FindPlace municipality={town.id} q={q} found={found} />
      <MapWithList
        mode="look"
        municipality={town.id}
        map={view ? { ...map, bounds: view } : map}
        {...(at && { at })}
      >
        <h2 data-map-heading>{heading}</h2>
        <p role="status" className="quiet" data-map-told>
          {view && total !== undefined && total > 0 && (
            <>
              {words.map.inView(numberIn(total, locale), total === 1)}
              {isMore && ` ${words.map.tooManyInView}`}
            </>
          )}
          {isEmpty && words.map.none}
          {isWhole && words.map.inAll(numberIn(cases.items.length, locale), cases.items.length)}
        </p>
        <div data-map-list>
          {isEmpty && <SeesSomething municipality={town.id} />}
          <ul className="rows">
            {cases.items.map((one) => (
              <CaseRow
                key={one.id}
                one={one}
                now_ms={now_ms}
                when={`${words.case.reportedOn} ${shortDayIn(one.openedAt, locale)}`}
              />
            ))}
          </ul>
          <p className="pager">
            {(at || view) && <a href={whole}>{words.map.whole}</a>}
            {cursor && <a href={whole}>{words.map.newest}</a>}
            {cases.next && (
              <a rel="next" href={`${whole}?${new URLSearchParams({ cursor: cases.next })}`}>
                {words.map.older}
              </a>
            )}
          </p>
        </div>
      </MapWithList>
    </>
  )
}
