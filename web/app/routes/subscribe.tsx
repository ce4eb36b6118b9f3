import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { told } from '../api/told.ts'
import { Faults, Field } from '../components/field.tsx'
import { readCategories } from '../features/report/categories.ts'
import {
  type About,
  aboutIn,
  followable,
  lightingIn,
  RADII_M,
  searchOf,
  USUAL_RADIUS_M,
} from '../features/subscribe/about.ts'
import { FindStreet } from '../features/subscribe/find-street.tsx'
import type { SubscribeWords } from '../messages/subscribe-nl.ts'
import { numberIn } from '../moments.ts'
import { useSetting, useWords } from '../setting.ts'
import { readSmallForm, textIn } from '../small-form.ts'
import { townOf, type Visit, visitContext } from '../visit.ts'

const LONGEST = 100

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const town = townOf(visit)
  const search = new URL(request.url).searchParams
  const about = aboutIn(search)
  const q = (search.get('q') ?? '').trim().slice(0, LONGEST)
  const query = { municipality: town.id }
  const [named, categories, found] = await Promise.all([
    nameOf(visit, town.id, about),
    about.follows === 'case' ? [] : readCategories(visit.api, town.id),
    q === '' ? undefined : visit.api.GET('/places/search', { params: { query: { ...query, q } } }),
  ])
  const shown = followable(categories)
  return {
    town,
    about,
    named,
    categories: shown,
    lighting: lightingIn(shown),
    q,
    found: found && told(found).items,
  }
}

/** What it is called, or that there is nothing here that everybody may follow. */
async function nameOf({ api }: Visit, municipality: string, about: About) {
  const query = { municipality }
  if (about.follows === 'case') {
    const path = { case: about.case }
    return told(await api.GET('/cases/{case}', { params: { path, query } })).line
  }
  if (about.follows === 'area') {
    const path = { area: about.area }
    return told(await api.GET('/areas/{area}/figures', { params: { path, query } })).area.name
  }
  if (!about.place) return undefined
  const at = { ...query, ...about.place }
  return told(await api.GET('/places/whereabouts', { params: { query: at } })).text
}

type Fault = 'email' | 'often' | 'unknown' | 'other'
type Typed = { email: string; category: string; radius: number }
type Refused = { typed: Typed; fault: Fault }

export async function action({ context, request }: ActionFunctionArgs) {
  const visit = context.get(visitContext)
  const { id: municipality } = townOf(visit)
  const about = aboutIn(new URL(request.url).searchParams)
  const form = await readSmallForm(request)
  const radius = RADII_M.find((one) => String(one) === form.get('radius')) ?? USUAL_RADIUS_M
  const typed: Typed = { email: textIn(form, 'email'), category: textIn(form, 'category'), radius }
  const { response, error } = await visit.api.POST('/subscriptions', {
    params: { query: { municipality } },
    body: {
      email: typed.email,
      ...(typed.category !== '' && { category: typed.category }),
      ...(about.follows === 'case' && { case: about.case }),
      ...(about.follows === 'area' && { area: about.area }),
      ...(about.follows === 'place' && about.place && { place: { ...about.place, radius } }),
    },
  })
  if (response.ok) return redirect(`/${municipality}/volgen/gevraagd${searchOf(about)}`, 303)
  const { status } = response
  const refused: Refused = { typed, fault: faultIn(status, error) }
  return data(refused, { status: status < 500 ? status : 503 })
}

function faultIn(status: number, error: unknown): Fault {
  if (status === 429) return 'often'
  if (status === 404) return 'unknown'
  const { faults = [] } = (error ?? {}) as { faults?: readonly { path: string }[] }
  return faults.some(({ path }) => path === 'email') ? 'email' : 'other'
}

/** Asks for an address to mail to, about a case, a neighbourhood or one's own street. */
export default function SubscribePage() {
  const words = useWords().subscribe
  const { town, about, named, q, found } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() as Refused | undefined
  const title = titleOf(about, named, words)
  const isAsking = about.follows !== 'place' || about.place !== undefined
  const shown: Record<string, string> = refused
    ? { [refused.fault === 'email' ? 'email' : '']: words.faults[refused.fault] }
    : {}
  return (
    <div className="report">
      <title>{`${title} · Lantaarn`}</title>
      <p className="step-back">
        <a href={backOf(town.id, about)}>{useWords().report.back}</a>
      </p>
      <h1>{title}</h1>
      <Faults faults={shown} />
      <p className="lead">{words.intro[about.follows]}</p>
      {about.follows === 'case' && <p className="standing">{named}</p>}
      {isAsking ? <AskForm refused={refused} /> : <FindStreet town={town.id} q={q} found={found} />}
    </div>
  )
}

function titleOf(about: About, named: string | undefined, { title }: SubscribeWords): string {
  return about.follows === 'area' ? title.area(named ?? '') : title[about.follows]
}

function backOf(town: string, about: About): string {
  if (about.follows === 'case') return `/${town}/cases/${encodeURIComponent(about.case)}`
  if (about.follows === 'area') return `/${town}/buurt/${encodeURIComponent(about.area)}`
  return about.place ? `/${town}/volgen` : `/${town}/buurt`
}

function AskForm({ refused }: { refused: Refused | undefined }) {
  const words = useWords().subscribe
  const { locale } = useSetting()
  const { town, about, named, categories, lighting } = useLoaderData<typeof loader>()
  const { typed, fault } = refused ?? {}
  const usual = about.follows === 'place' ? (lighting ?? '') : ''
  return (
    <form method="post" action={`/${town.id}/volgen${searchOf(about)}`} className="asked">
      {about.follows === 'place' && (
        <p>
          {named === undefined ? words.chosen : words.near(named)}
          <br />
          <a className="tall" href={`/${town.id}/volgen`}>
            {words.otherPlace}
          </a>
        </p>
      )}
      {about.follows === 'place' && (
        <Field name="radius" label={words.radius}>
          {(field) => (
            <select name="radius" defaultValue={typed?.radius ?? USUAL_RADIUS_M} {...field}>
              {RADII_M.map((metres) => (
                <option key={metres} value={metres}>
                  {words.metres(numberIn(metres, locale))}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {categories.length > 0 && (
        <Field name="category" label={words.category}>
          {(field) => (
            <select name="category" defaultValue={typed?.category ?? usual} {...field}>
              <option value="">{words.all}</option>
              {categories.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name[locale]}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field
        name="email"
        label={words.email}
        hint={words.emailHint}
        fault={fault === 'email' ? words.faults.email : undefined}
        type="email"
        required
        autoComplete="email"
        maxLength={254}
        defaultValue={typed?.email}
      />
      <p className="quiet">{words.privacy}</p>
      <p className="actions">
        <button type="submit" className="button">
          {words.go}
        </button>
      </p>
    </form>
  )
}
