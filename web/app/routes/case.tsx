import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { told } from '../api/told.ts'
import { categoryOf, isLate, lineOf } from '../components/case-row.tsx'
import { Island } from '../components/island.tsx'
import { MapWithList } from '../components/map-with-list.tsx'
import { Several } from '../components/several.tsx'
import { ByWhen, Released, Timeline, WhoAndWhy } from '../features/case/parts.tsx'
import { Where } from '../features/case/where.tsx'
import { useSetting, useWords } from '../setting.ts'
import { townOf, visitContext } from '../visit.ts'

export async function loader({ context, params }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const town = townOf(visit)
  const query = { municipality: town.id }
  const path = { case: params.number ?? '' }
  const one = told(await visit.api.GET('/cases/{case}', { params: { path, query } }))
  const into = one.isSwallowed && one.joinedInto
  const [decisions, map, larger] = await Promise.all([
    visit.api.GET('/cases/{case}/decisions', { params: { path: { case: one.number }, query } }),
    one.place && visit.api.GET('/map', { params: { query } }),
    into && visit.api.GET('/cases/{case}', { params: { path: { case: numberIn(into) }, query } }),
  ])
  const { now_ms } = visit
  const whole = (larger || undefined)?.data ?? one
  return { town, one, whole, now_ms, decisions: decisions.data?.items ?? [], map: map?.data }
}

/** What, where, who and why, by when, and what happened: the same for everybody who may see it. */
export default function CasePage() {
  const words = useWords()
  const { page } = words
  const { offers } = words.subscribe
  const { locale } = useSetting()
  const { town, one, whole, now_ms, decisions, map } = useLoaderData<typeof loader>()
  const category = categoryOf(one, words.case, locale)
  // Of what an office answers there is no party, no term and, for everybody, no place: only how it stands.
  const isFault = one.kind === 'fault'
  // Of what goes on as another report, that one tells who and by when.
  const isOwn = isFault && one.joinedInto === undefined
  const address = `/${town.id}/cases/${one.number}`
  return (
    <article className="case">
      <title>{`${category} ${one.number} · Lantaarn`}</title>
      <link
        rel="alternate"
        type="application/atom+xml"
        href={`${address}/feed.atom`}
        title={page.feed}
      />
      <p className="step-back">
        <a href={`/${town.id}`}>{page.backToTown(town.name)}</a>
      </p>
      <h1>{category}</h1>
      <p className="quiet number">{one.number}</p>
      <p className={`standing standing--${one.status}`}>
        {lineOf(one, category)}{' '}
        {one.priority !== 'normal' && (
          <span className={`mark mark--${one.priority}`}>{words.case[one.priority]}</span>
        )}{' '}
        {one.status === 'open' && isLate(one, now_ms) && (
          <span className="mark mark--late">{words.case.late}</span>
        )}
      </p>
      {one.joinedInto && <Other said={page.joinedInto} town={town.id} href={one.joinedInto} />}
      {/* Of what is part of a larger fault, that one tells since when and until when. */}
      <Several one={whole} related={whole.relatedCases} />
      <div className="columns">
        <div>
          {one.closedBecause && (
            <section aria-labelledby="why-not">
              <h2 id="why-not">{page.whyNot}</h2>
              <p>{one.closedBecause.words[locale]}</p>
              <p>{page.disagree}</p>
            </section>
          )}
          {isOwn && <ByWhen one={one} now_ms={now_ms} />}
          {isOwn && <WhoAndWhy one={one} decisions={decisions} />}
          <section aria-labelledby="happened">
            <h2 id="happened">{page.timeline}</h2>
            {one.signals > 1 && <p>{page.signals(one.signals)}.</p>}
            {one.recurrenceOf && (
              <Other said={page.recurrence} town={town.id} href={one.recurrenceOf} />
            )}
            <Timeline one={one} />
            {!!one.swallowed?.length && (
              <>
                <h3>{page.several.swallowed}</h3>
                <ul>
                  {one.swallowed.map(({ number }) => (
                    <li key={number}>
                      <a href={`/${town.id}/cases/${number}`}>{number}</a>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </section>
          <Released published={one.published} />
        </div>
        <div>
          {isFault && (
            <Where one={one}>
              {one.place && map && (
                <div className="case-map">
                  <MapWithList
                    mode="look"
                    municipality={town.id}
                    map={map}
                    at={one.place}
                    isMarked
                  />
                </div>
              )}
            </Where>
          )}
          {isFault && one.status === 'open' && one.place && (
            <section className="panel" aria-labelledby="me-too">
              <h2 id="me-too">{page.meToos}</h2>
              <p>{page.meTooText}</p>
              <p className="actions">
                <a className="button" href={`/${town.id}/melden/ook/${one.number}`}>
                  {page.meToo}
                </a>
              </p>
            </section>
          )}
          <section className="panel" aria-labelledby="own">
            <h2 id="own">{page.own}</h2>
            <p>{page.ownText}</p>
            <p className="actions">
              <a
                className="button button--quiet"
                href={`/${town.id}/follow?${new URLSearchParams({ number: one.number })}`}
              >
                {page.ownGo}
              </a>
            </p>
          </section>
          {isFault && one.status !== 'closed' && (
            <section className="panel" aria-labelledby="informed">
              <h2 id="informed">{offers.case}</h2>
              <p>{offers.caseText}</p>
              <p className="actions">
                <a
                  className="button button--quiet"
                  href={`/${town.id}/volgen?${new URLSearchParams({ case: one.number })}`}
                >
                  {offers.caseGo}
                </a>
              </p>
            </section>
          )}
          <p>
            <a className="tall" href={`${address}/feed.atom`}>
              {page.feed}
            </a>
          </p>
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
    </article>
  )
}

const numberIn = (href: string) => decodeURIComponent(href.split('/').at(-1)?.split('?')[0] ?? '')

function Other({ said, town, href }: { said: string; town: string; href: string }) {
  const number = numberIn(href)
  return (
    <p>
      {said} <a href={`/${town}/cases/${encodeURIComponent(number)}`}>{number}</a>
    </p>
  )
}
