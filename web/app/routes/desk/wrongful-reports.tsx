import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { DeskPage } from '../../features/desk/desk-page.tsx'
import { enterDesk } from '../../features/desk/desk-visit.ts'
import { Choice, TextField } from '../../features/desk/fields.tsx'
import { readWrongfulList, wrongfulAsked } from '../../features/desk/read-wrongful.ts'
import { WrongfulRow, WrongfulSums } from '../../features/desk/wrongful-parts.tsx'
import { useSetting, useWords } from '../../setting.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { visit, town, formToken, seat } = await enterDesk(context, 'wrongful')
  const asked = new URL(request.url).searchParams
  const states = Object.keys(visit.words.wrongful.states)
  const { typed, query } = wrongfulAsked(asked, states)
  const read = await readWrongfulList({ visit, town }, query, asked.get('cursor') ?? undefined)
  return { formToken, seat, typed, ...read }
}

/** What parties bill for what was not theirs: what it comes to, and what is to be decided. */
export default function WrongfulReports() {
  const { formToken, seat, typed, items, next, sums, parties } = useLoaderData<typeof loader>()
  const { desk, wrongful } = useWords()
  const { town } = useSetting()
  const filled = Object.entries(typed).filter(([, value]) => value !== '')
  const more = new URLSearchParams([...filled, ['cursor', next ?? '']])
  const sheet = `/${town?.id}/desk/wrongful/sheet?${new URLSearchParams(filled)}`
  return (
    <DeskPage title={wrongful.title} formToken={formToken} seat={seat}>
      <h1>{wrongful.title}</h1>
      <p className="lead">{wrongful.intro}</p>
      {parties.length === 0 && (
        <div className="none-yet">
          <p>{wrongful.noneYet}</p>
          <p>{wrongful.next}</p>
        </div>
      )}
      {parties.length > 0 && (
        <>
          <WrongfulSums sums={sums ?? []} />
          <search className="filters">
            <form method="get" className="filters__fields">
              <Choice
                name="party"
                label={wrongful.party}
                isRequired={false}
                chosen={typed.party}
                options={[['', wrongful.anyParty], ...parties]}
              />
              <Choice
                name="state"
                label={wrongful.state}
                isRequired={false}
                chosen={typed.state}
                options={[['', wrongful.anyState], ...Object.entries(wrongful.states)]}
              />
              <TextField name="from" label={wrongful.from} typed={typed} type="date" />
              <TextField name="to" label={wrongful.to} typed={typed} type="date" />
              <button type="submit" className="button button--quiet">
                {wrongful.show}
              </button>
            </form>
          </search>
          {items.length === 0 && (
            <p>
              {wrongful.none} <a href={`/${town?.id}/desk/wrongful`}>{wrongful.showAll}</a>
            </p>
          )}
          {items.length > 0 && (
            <p>
              <a href={sheet} download>
                {wrongful.sheet}
              </a>
            </p>
          )}
          <ul className="rows">
            {items.map((one) => (
              <WrongfulRow key={one.id} one={one} />
            ))}
          </ul>
        </>
      )}
      {next && (
        <p className="pager">
          <a rel="next" href={`?${more}`}>
            {desk.more}
          </a>
        </p>
      )}
    </DeskPage>
  )
}
