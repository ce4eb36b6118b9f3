import type { Told } from '../../api/client.ts'
import { useWords } from '../../setting.ts'
import { searchOf } from './about.ts'

type Props = { town: string; q: string; found: readonly Told['FoundPlace'][] | undefined }

/** Asks where somebody lives, by a name. */
export function FindStreet({ town, q, found }: Props) {
  const words = useWords().subscribe
  return (
    <>
      <h2>{words.placeTitle}</h2>
      <p>{words.placeText}</p>
      <search>
        <form className="finder" method="get" action={`/${town}/volgen`}>
          <label htmlFor="street">{words.search}</label>
          <div className="finder__row">
            <input
              id="street"
              name="q"
              required
              maxLength={100}
              autoComplete="street-address"
              defaultValue={q}
            />
            <button type="submit" className="button">
              {words.find}
            </button>
          </div>
        </form>
      </search>
      {found && (
        <section aria-labelledby="found">
          <h2 id="found">{words.found}</h2>
          {found.length === 0 && <p>{words.notFound}</p>}
          <ul className="choices">
            {found.map(({ kind, label, place }) => (
              <li key={`${kind} ${label} ${place.lon} ${place.lat}`}>
                <a
                  className="choice"
                  href={`/${town}/volgen${searchOf({ follows: 'place', place })}`}
                >
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
