import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { told } from '../api/told.ts'
import { ButtonLink } from '../components/button.tsx'
import { useWords } from '../setting.ts'
import { townOf, visitContext } from '../visit.ts'

export async function loader({ context }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const town = townOf(visit)
  const query = { municipality: town.id, kind: 'neighbourhood' as const, limit: 200 }
  const { items } = told(await visit.api.GET('/areas', { params: { query } }))
  const areas = items
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name, 'nl'))
  return { town, areas }
}

/** The neighbourhoods of a municipality. */
export default function AreasPage() {
  const { area: words, subscribe, errors } = useWords()
  const { town, areas } = useLoaderData<typeof loader>()
  return (
    <>
      <title>{`${words.all(town.name)} · Lantaarn`}</title>
      <h1>{words.all(town.name)}</h1>
      <p className="lead">{areas.length === 0 ? words.none : words.allText}</p>
      {areas.length === 0 && (
        <p className="actions">
          <ButtonLink href={`/${town.id}`}>{errors.toTown(town.name)}</ButtonLink>
        </p>
      )}
      <p>
        <a className="tall" href={`/${town.id}/volgen`}>
          {subscribe.offers.placeGo}
        </a>
      </p>
      <ul className="cards">
        {areas.map(({ id, name }) => (
          <li key={id}>
            <a href={`/${town.id}/buurt/${encodeURIComponent(id)}`}>
              <strong>{name}</strong>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
