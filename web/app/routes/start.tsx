import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { useWords } from '../setting.ts'
import { visitContext } from '../visit.ts'

export function loader({ context }: LoaderFunctionArgs) {
  return { municipalities: context.get(visitContext).municipalities }
}

/** Which municipalities are served here. */
export default function StartPage() {
  const { start } = useWords()
  const { municipalities } = useLoaderData<typeof loader>()
  return (
    <>
      <title>{`${start.title} · Lantaarn`}</title>
      <h1>{start.title}</h1>
      <p className="lead">{start.intro}</p>
      <h2>{start.municipalities}</h2>
      {municipalities.length === 0 ? (
        <p>{start.none}</p>
      ) : (
        <ul className="cards">
          {municipalities.map(({ id, name }) => (
            <li key={id}>
              <a href={`/${id}`}>
                <strong>{name}</strong> <span className="quiet">{id}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
