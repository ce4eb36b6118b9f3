import type { Told } from '../../api/client.ts'
import { useWords } from '../../setting.ts'

type Props = { municipality: string; q: string; found: readonly Told['FoundPlace'][] | undefined }

/** Leads to a place by its name or number, with or without a script. */
export function FindPlace({ municipality, q, found }: Props) {
  const { map } = useWords()
  return (
    <search>
      <form className="finder" action={`/${municipality}/map`} method="get">
        <label htmlFor="place">{map.search}</label>
        <div className="finder__row">
          <input id="place" name="q" required maxLength={100} autoComplete="off" defaultValue={q} />
          <button type="submit" className="button">
            {map.find}
          </button>
        </div>
      </form>
      {found && (
        <section aria-labelledby="found">
          <h2 id="found">{map.found}</h2>
          {found.length === 0 && <p>{map.notFound}</p>}
          <ul className="rows">
            {found.map(({ label, place: { lon, lat } }) => (
              <li className="row" key={`${label} ${lon} ${lat}`}>
                <a
                  href={`/${municipality}/map?${new URLSearchParams({ lon: `${lon}`, lat: `${lat}` })}`}
                >
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </search>
  )
}
