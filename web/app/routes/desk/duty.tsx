import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { told } from '../../api/told.ts'
import { DeskPage } from '../../features/desk/desk-page.tsx'
import { enterDesk, stillIn } from '../../features/desk/desk-visit.ts'
import { useSetting, useWords } from '../../setting.ts'

export const handle = { hydrates: true }

export async function loader({ context }: LoaderFunctionArgs) {
  const { visit, town, formToken, seat } = await enterDesk(context, 'duty')
  const query = { municipality: town.id, limit: 200 }
  const rosters = await visit.api.GET('/duty-rosters', { params: { query } })
  stillIn({ visit, town }, rosters.response)
  return { formToken, seat, rosters: told(rosters).items }
}

/** Who is called in turn when something is dangerous. */
export default function Duty() {
  const read = useLoaderData<typeof loader>()
  const { desk } = useWords()
  const { formToken, seat, rosters } = read
  return (
    <DeskPage title={desk.dutyPage.title} formToken={formToken} seat={seat}>
      <h1>{desk.dutyPage.title}</h1>
      <p className="lead">{desk.dutyPage.intro}</p>
      {rosters.length === 0 && <NoRoster />}
      {rosters.map(({ id, roster }) => (
        <section key={id} aria-labelledby={`roster-${id}`}>
          <h2 id={`roster-${id}`}>{roster.title}</h2>
          <ol className="chain">
            {roster.contacts.map(({ id: contact, name, minutes, email, hours }) => (
              <li key={contact}>
                <p>
                  <strong>{name}</strong> {desk.dutyPage.minutes(minutes)}
                  {(hours?.length ?? 0) === 0 && `, ${desk.dutyPage.always}`}
                </p>
                {email && <p className="quiet">{email}</p>}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </DeskPage>
  )
}

function NoRoster() {
  const { dutyPage } = useWords().desk
  const { town } = useSetting()
  return (
    <div className="none-yet">
      <p>{dutyPage.none}</p>
      <p>
        <a href={`/${town?.id}/desk/today`}>{dutyPage.toToday}</a>
      </p>
      <p>{dutyPage.enter}</p>
      <p>
        <a href="/api/v1/openapi.json">{dutyPage.how}</a>
      </p>
    </div>
  )
}
