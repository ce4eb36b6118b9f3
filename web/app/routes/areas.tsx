import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { told } from '../api/told.ts'
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
  const { area: words, subscribe } = useWords()
  const { town, areas } = useLoaderData<typeof loader>()
  return (
    <>
      <title>{`${words.all(town.name)} · Lantaarn`}</title>
      <h1>{words.all(town.name)}</h1>
      <p className="lead">{words.allText}</p>
      <p>
        <a className="tall" href={`/${town.id}/volgen`}>
          {subscribe.offers.placeGo}
        </a>
      </p>
      {areas.length === 0 && <p>{words.none}</p>}
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
