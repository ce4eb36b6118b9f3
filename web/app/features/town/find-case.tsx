import { useWords } from '../../setting.ts'

/** Leads whoever has a number to its page. */
export function FindCase({ municipality }: { municipality: string }) {
  const { town } = useWords()
  return (
    <search>
      <form className="finder" action={`/${municipality}/cases`} method="get">
        <label htmlFor="number">{town.number}</label>
        <div className="finder__row">
          <input
            id="number"
            name="number"
            required
            maxLength={40}
            autoComplete="off"
            placeholder={`${municipality}-26-000123`}
          />
          <button type="submit" className="button">
            {town.find}
          </button>
        </div>
        <p>
          <a href={`/${municipality}/follow`}>{town.followOwn}</a>
        </p>
      </form>
    </search>
  )
}
