import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { told } from '../../api/told.ts'
import { DeskCaseRow } from '../../features/desk/desk-case-row.tsx'
import { DeskPage } from '../../features/desk/desk-page.tsx'
import { enterDesk } from '../../features/desk/desk-visit.ts'
import { useWords } from '../../setting.ts'

export const handle = { hydrates: true }

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { visit, formToken, seat } = await enterDesk(context, 'reporters')
  const path = { reporter: params.reporter ?? '' }
  const thread = told(await visit.api.GET('/reporters/{reporter}', { params: { path } }))
  return { formToken, seat, thread, now_ms: visit.now_ms }
}

/** What one person reported, as one thread, and whom they deal with. */
export default function ReporterPage() {
  const read = useLoaderData<typeof loader>()
  const { desk } = useWords()
  const { formToken, seat, thread, now_ms } = read
  return (
    <DeskPage title={desk.reporters.threadTitle} formToken={formToken} seat={seat}>
      <h1>{desk.reporters.threadTitle}</h1>
      {thread.namedContact && (
        <p>
          {desk.reporters.contact}: <strong>{thread.namedContact.name}</strong>
          {thread.namedContact.note && `. ${thread.namedContact.note}`}
        </p>
      )}
      <ul className="rows">
        {thread.cases.map((one) => (
          <DeskCaseRow key={one.id} one={one} now_ms={now_ms} />
        ))}
      </ul>
    </DeskPage>
  )
}
