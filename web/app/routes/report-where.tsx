import { type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router'
import { told } from '../api/told.ts'
import { Field } from '../components/field.tsx'
import { Island } from '../components/island.tsx'
import { MapWithList } from '../components/map-with-list.tsx'
import { Notice } from '../components/notice.tsx'
import { readCategories } from '../features/report/categories.ts'
import { addressOf, type Draft, draftIn, placeQuery } from '../features/report/draft.ts'
import { HiddenFields } from '../features/report/hidden-fields.tsx'
import { ALL_STEPS, StepHead } from '../features/report/step-head.tsx'
import { useSetting, useWords } from '../setting.ts'
import { townOf, visitContext } from '../visit.ts'

const LONGEST = 100
const PLACE = ['asset', 'lon', 'lat', 'accuracy', 'seen'] as const

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const town = townOf(visit)
  const search = new URL(request.url).searchParams
  const draft = draftIn(search)
  const categories = await readCategories(visit.api, town.id)
  const category = categories.find(({ id }) => id === draft.category)
  if (!category) throw redirect(addressOf(town.id, '', draft))
  const q = (search.get('q') ?? '').trim().slice(0, LONGEST)
  const query = { municipality: town.id }
  const [map, found] = await Promise.all([
    visit.api.GET('/map', { params: { query } }),
    q === '' ? undefined : visit.api.GET('/places/search', { params: { query: { ...query, q } } }),
  ])
  return {
    town,
    draft,
    category,
    fault: search.get('fault') ?? undefined,
    q,
    map: told(map),
    found: found && told(found).items,
  }
}

/** Where it is: by the number on it, where one stands, a name, or a place on the map. */
export default function ReportWhere() {
  const words = useWords().report
  const { locale } = useSetting()
  const { town, draft, category, fault, q, map, found } = useLoaderData<typeof loader>()
  const here = `/${town.id}/melden/waar`
  const point = placeQuery(draft)
  const at =
    point && 'lon' in point ? { lon: Number(point.lon), lat: Number(point.lat) } : undefined
  const { asset: _asset, lon: _lon, lat: _lat, ...elsewhere } = draft
  const known = `/${town.id}/melden/bekend`
  const wrong = fault === undefined ? undefined : faultIn(words.where.faults, fault)
  // What is wrong with a number stands at its field; with another place, at the head.
  const isOfNumber = draft.asset !== undefined || fault === 'place-missing'
  return (
    <div className="report report--where">
      <StepHead
        title={words.where.title}
        step={2}
        of={ALL_STEPS}
        back={addressOf(town.id, '', { answers: {} })}
      />
      {wrong && !isOfNumber && <Notice isWrong title={wrong} />}
      <p className="lead">{category.name[locale]}</p>
      <form method="get" action={known} className="asked">
        <HiddenFields draft={draft} without={PLACE} />
        <Field
          name="asset"
          label={words.where.number}
          hint={words.where.numberHint}
          fault={isOfNumber ? wrong : undefined}
          defaultValue={draft.asset}
          maxLength={80}
          autoComplete="off"
          autoCapitalize="characters"
          required
        />
        <button type="submit" className="button">
          {words.where.numberGo}
        </button>
      </form>
      <h2>{words.where.orPlace}</h2>
      <Island name="own-place">
        <own-place
          hidden
          data-locating={words.where.locating}
          data-failed={words.where.locateFailed}
        >
          <form method="get" action={known}>
            <HiddenFields draft={draft} without={PLACE} />
            <input type="hidden" name="lon" />
            <input type="hidden" name="lat" />
            <input type="hidden" name="accuracy" />
            <button type="button" className="button button--quiet">
              {words.where.locate}
            </button>
          </form>
          <p role="status" className="quiet" />
        </own-place>
      </Island>
      <search>
        <form className="finder" method="get" action={here}>
          <HiddenFields draft={draft} without={PLACE} />
          <label htmlFor="place">{words.where.search}</label>
          <div className="finder__row">
            <input
              id="place"
              name="q"
              required
              maxLength={LONGEST}
              autoComplete="street-address"
              defaultValue={q}
            />
            <button type="submit" className="button button--quiet">
              {words.where.find}
            </button>
          </div>
        </form>
      </search>
      {found && (
        <section aria-labelledby="found">
          <h2 id="found">{words.where.found}</h2>
          {found.length === 0 && <p>{words.where.notFound}</p>}
          <ul className="choices">
            {found.map(({ kind, label, id, place }) => (
              <li key={`${kind} ${label} ${place.lon} ${place.lat}`}>
                <a className="choice" href={toPlace(town.id, elsewhere, { kind, id, place })}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <h2>{words.where.map}</h2>
      <p>{words.where.mapHow}</p>
      <form method="get" action={known} className="asked">
        <HiddenFields draft={draft} without={PLACE} />
        <input type="hidden" name="lon" data-map-field="lon" defaultValue={at?.lon ?? ''} />
        <input type="hidden" name="lat" data-map-field="lat" defaultValue={at?.lat ?? ''} />
        <input type="hidden" name="asset" data-map-field="asset" />
        <MapWithList
          mode="pick"
          municipality={town.id}
          map={map}
          {...(at && { at })}
          {...(category.assetTypes.length > 0 && { assetTypes: category.assetTypes })}
        >
          <div data-map-near />
        </MapWithList>
        <p className={at ? 'actions' : 'actions actions--of-map'}>
          <button type="submit" className="button">
            {words.where.mapGo}
          </button>
        </p>
      </form>
    </div>
  )
}

function faultIn(faults: Readonly<Record<string, string>>, name: string): string {
  return (Object.hasOwn(faults, name) ? faults[name] : undefined) ?? faults.other ?? ''
}

type Found = { kind: string; id: string | undefined; place: { lon: number; lat: number } }

/** An object or an address says where it is; a street and an area only where to look. */
function toPlace(town: string, draft: Draft, { kind, id, place }: Found): string {
  if (kind === 'asset' && id !== undefined)
    return addressOf(town, '/bekend', { ...draft, asset: id })
  const at = { ...draft, lon: String(place.lon), lat: String(place.lat) }
  return addressOf(town, kind === 'address' ? '/bekend' : '/waar', at)
}
