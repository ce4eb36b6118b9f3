import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import type { Told } from '../api/client.ts'
import { told } from '../api/told.ts'
import { CaseRow } from '../components/case-row.tsx'
import { DataList } from '../components/data-list.tsx'
import { SeesSomething } from '../components/sees-something.tsx'
import type { Locale } from '../messages/languages.ts'
import { numberIn, shortDayIn } from '../moments.ts'
import { useSetting, useWords } from '../setting.ts'
import { townOf, visitContext } from '../visit.ts'

const ON_PAGE = 50

export async function loader({ context, params }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const town = townOf(visit)
  const { area = '' } = params
  const query = { municipality: town.id }
  const [figures, cases] = await Promise.all([
    visit.api.GET('/areas/{area}/figures', { params: { path: { area }, query } }),
    visit.api.GET('/cases', {
      params: { query: { ...query, area, status: ['open'], limit: ON_PAGE } },
    }),
  ])
  return { town, figures: told(figures), cases: told(cases), now_ms: visit.now_ms }
}

/** How it stands in one neighbourhood, and whether what was told there is kept. */
export default function AreaPage() {
  const words = useWords()
  const { area: said } = words
  const { locale } = useSetting()
  const { town, figures, cases, now_ms } = useLoaderData<typeof loader>()
  const { id, name } = figures.area
  const dated = figures.categories.filter((one) => one.dated > 0)
  const feed = `/${town.id}/feed.atom?${new URLSearchParams({ area: id })}`
  const rows: [string, string][] = [
    [said.open, numberIn(figures.open, locale)],
    [said.late, numberIn(figures.late, locale)],
    [said.solved(figures.days), numberIn(figures.solved, locale)],
    ...(figures.dated > 0 ? [[said.kept, keptIn(figures, said, locale)] as [string, string]] : []),
  ]
  return (
    <>
      <title>{`${said.title(name)} · Lantaarn`}</title>
      <link rel="alternate" type="application/atom+xml" href={feed} title={said.feed} />
      <p className="step-back">
        <a href={`/${town.id}/buurt`}>{said.all(town.name)}</a>
      </p>
      <h1>{said.title(name)}</h1>
      <div className="columns">
        <section aria-labelledby="open">
          <h2 id="open">{said.openCases}</h2>
          {cases.items.length === 0 && (
            <>
              <p>{said.noOpen}</p>
              <SeesSomething municipality={town.id} />
            </>
          )}
          <ul className="rows">
            {cases.items.map((one) => (
              <CaseRow
                key={one.id}
                one={one}
                now_ms={now_ms}
                within={name}
                when={`${words.case.reportedOn} ${shortDayIn(one.openedAt, locale)}`}
              />
            ))}
          </ul>
          <section className="panel" aria-labelledby="informed">
            <h2 id="informed">{words.subscribe.offers.area}</h2>
            <p>{words.subscribe.offers.areaText}</p>
            <p className="actions">
              <a
                className="button button--quiet"
                href={`/${town.id}/volgen?${new URLSearchParams({ area: id })}`}
              >
                {words.subscribe.offers.areaGo}
              </a>
              <a className="tall" href={`/${town.id}/volgen`}>
                {words.subscribe.offers.placeGo}
              </a>
            </p>
          </section>
          <p>
            <a className="tall" href={feed}>
              {said.feed}
            </a>
          </p>
        </section>
        <div>
          <h2>{words.town.figures}</h2>
          <DataList
            className="figures"
            items={rows.map(([name, value]) => ({ key: String(name), name, value }))}
          />
          <section aria-labelledby="terms">
            <h2 id="terms">{said.terms}</h2>
            {dated.length === 0 ? (
              <p>{said.noTerms}</p>
            ) : (
              <>
                <p className="quiet">{said.termsText}</p>
                <DataList
                  className="figures"
                  items={dated.map((one) => ({
                    key: one.id,
                    name: one.name?.[locale] ?? one.id,
                    value: keptIn(one, said, locale),
                  }))}
                />
              </>
            )}
          </section>
        </div>
      </div>
    </>
  )
}

type Kept = Pick<Told['AreaFigures'], 'kept' | 'dated' | 'keptShare'>
type AreaWords = ReturnType<typeof useWords>['area']

/** As numbers; as a share too, where there are enough of them. */
function keptIn({ kept, dated, keptShare }: Kept, said: AreaWords, locale: Locale): string {
  const [few, all] = [numberIn(kept, locale), numberIn(dated, locale)]
  if (keptShare === undefined) return said.keptOf(few, all)
  return said.share(`${numberIn(Math.round(keptShare * 100), locale)} %`, few, all)
}
