import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { told } from '../api/told.ts'
import { Island } from '../components/island.tsx'
import { below, readCategories } from '../features/report/categories.ts'
import { DangerCall } from '../features/report/danger-call.tsx'
import { addressOf, type Draft, draftIn } from '../features/report/draft.ts'
import { HiddenFields } from '../features/report/hidden-fields.tsx'
import { KeptReport } from '../features/report/kept-report.tsx'
import { ALL_STEPS, StepHead } from '../features/report/step-head.tsx'
import { useSetting, useWords } from '../setting.ts'
import { townOf, visitContext } from '../visit.ts'

const LONGEST = 200

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const town = townOf(visit)
  const search = new URL(request.url).searchParams
  const q = (search.get('q') ?? '').trim().slice(0, LONGEST)
  const query = { municipality: town.id, q }
  const [categories, found] = await Promise.all([
    readCategories(visit.api, town.id),
    q === '' ? undefined : visit.api.GET('/found-categories', { params: { query } }),
  ])
  const within = categories.find(({ id }) => id === search.get('in'))
  return {
    town,
    draft: draftIn(search),
    q,
    found: found && told(found).items,
    within,
    shown: below(categories, within?.id).map((one) => ({
      ...one,
      hasMore: below(categories, one.id).length > 0,
    })),
  }
}

/** What it is about: by one's own words, or by walking down the tree. */
export default function ReportWhat() {
  const words = useWords().report
  const { locale } = useSetting()
  const { town, draft, q, found, within, shown } = useLoaderData<typeof loader>()
  const next = (category: string) => nextAddress(town.id, { ...draft, category })
  const whole = addressOf(town.id, '', draft)
  return (
    <div className="report">
      <StepHead title={words.what.title} step={1} of={ALL_STEPS} {...(within && { back: whole })} />
      <p className="lead">{words.what.intro}</p>
      <DangerCall />
      <KeptReport />
      <search>
        <form className="finder" method="get" action={`/${town.id}/melden`}>
          <HiddenFields draft={draft} />
          <label htmlFor="what">{words.what.search}</label>
          <p className="quiet" id="what-hint">
            {words.what.hint}
          </p>
          <div className="finder__row">
            <input
              id="what"
              name="q"
              required
              maxLength={LONGEST}
              autoComplete="off"
              defaultValue={q}
              aria-describedby="what-hint"
            />
            <button type="submit" className="button">
              {words.what.find}
            </button>
          </div>
        </form>
      </search>
      {found && (
        <section aria-labelledby="found">
          <h2 id="found">{found.length === 0 ? words.what.nothing : words.what.found}</h2>
          {found.length === 0 && <p>{words.what.notFound}</p>}
          <ul className="choices">
            {found.map(({ id, name, above }) => (
              <li key={id}>
                <a className="choice" href={next(id)}>
                  <strong>{name[locale]}</strong>
                  {above.length > 0 && (
                    <span className="quiet">
                      {above.map((one) => one.name[locale]).join(' › ')}
                    </span>
                  )}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="browse">
        <h2 id="browse">{within ? words.what.within(within.name[locale]) : words.what.browse}</h2>
        <ul className="choices">
          {shown.map(({ id, name, description, hasMore }) => (
            <li key={id}>
              <a className="choice" href={hasMore ? inside(town.id, draft, id) : next(id)}>
                <strong>{name[locale]}</strong>
                {description[locale] !== name[locale] && (
                  <span className="quiet">{description[locale]}</span>
                )}
              </a>
            </li>
          ))}
          {within && (
            <li>
              <a className="choice" href={next(within.id)}>
                <strong>{words.what.itself(within.name[locale])}</strong>
              </a>
            </li>
          )}
        </ul>
        {within && (
          <p>
            <a href={whole}>{words.what.all}</a>
          </p>
        )}
      </section>
      {!within && (
        <section aria-labelledby="other">
          <h2 id="other">{words.other.offer}</h2>
          <ul className="choices">
            <li>
              <a className="choice" href={`/${town.id}/melden/anders`}>
                <strong>{words.other.title}</strong>
                <span className="quiet">{words.other.offerText}</span>
              </a>
            </li>
          </ul>
        </section>
      )}
      <Island name="kept-report">{null}</Island>
    </div>
  )
}

function inside(town: string, draft: Draft, id: string): string {
  const address = addressOf(town, '', draft)
  return `${address}${address.includes('?') ? '&' : '?'}in=${encodeURIComponent(id)}`
}

/** Whoever came by the code on a pole has told where it is. */
function nextAddress(town: string, draft: Draft): string {
  const isPlaced = draft.asset !== undefined || draft.lon !== undefined
  return addressOf(town, isPlaced ? '/bekend' : '/waar', draft)
}
