import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { told } from '../api/told.ts'
import { CaseRow } from '../components/case-row.tsx'
import { Faults, Field } from '../components/field.tsx'
import { Island } from '../components/island.tsx'
import { ContactFields, useFault } from '../features/report/contact-fields.tsx'
import { KeptForOffline } from '../features/report/kept-for-offline.tsx'
import { KeptReport } from '../features/report/kept-report.tsx'
import { faultsIn, type SendFaults, type Typed, typedIn } from '../features/report/send-report.ts'
import { sentAddress, sentCookie } from '../features/report/sent-cookie.ts'
import { shortDayIn } from '../moments.ts'
import { useSetting, useWords } from '../setting.ts'
import { readSmallForm } from '../small-form.ts'
import { townOf, visitContext } from '../visit.ts'

export async function loader({ context, params }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const town = townOf(visit)
  const at = { path: { case: params.number ?? '' }, query: { municipality: town.id } }
  const one = told(await visit.api.GET('/cases/{case}', { params: at }))
  if (one.status !== 'open') throw redirect(`/${town.id}/cases/${one.number}`)
  return { town, one, now_ms: visit.now_ms, key: crypto.randomUUID() }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const visit = context.get(visitContext)
  const town = townOf(visit)
  const typed = typedIn(await readSmallForm(request))
  const { description, email, phone, key } = typed
  const contact = { ...(email !== '' && { email }), ...(phone !== '' && { phone }) }
  const {
    data: sent,
    error,
    response,
  } = await visit.api.POST('/cases/{case}/me-toos', {
    params: {
      path: { case: params.number ?? '' },
      query: { municipality: town.id },
      header: { 'idempotency-key': key },
    },
    body: {
      ...(description !== '' && { description }),
      ...(Object.keys(contact).length > 0 && { contact }),
    },
  })
  if (!sent) {
    const faults: SendFaults = faultsIn(error, response.status)
    return data({ typed, faults }, { status: 400 })
  }
  const { number, code, sentence } = sent
  const cookie = sentCookie(town.id, { number, code, sentence, isMeToo: true }, visit.origin)
  return redirect(sentAddress(town.id), { status: 303, headers: { 'set-cookie': cookie } })
}

/** A signal of one's own to a case that is open. */
export default function ReportMeToo() {
  const words = useWords()
  const { meToo, faults: said } = words.report
  const { locale } = useSetting()
  const { town, one, now_ms, key } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() as { typed: Typed; faults: SendFaults } | undefined
  const faults = refused?.faults ?? {}
  const typed = refused?.typed
  const faultOf = useFault(faults)
  const shown = Object.fromEntries(
    Object.keys(faults).map((name) => [name, faultOf(name) ?? said.other]),
  )
  return (
    <div className="report">
      <title>{`${meToo.title} · Lantaarn`}</title>
      <p className="step-back">
        <a href={`/${town.id}/cases/${one.number}`}>{words.report.back}</a>
      </p>
      <h1>{meToo.title}</h1>
      <Faults faults={shown} />
      <KeptForOffline />
      <KeptReport />
      <p className="lead">{meToo.intro}</p>
      <ul className="rows">
        <CaseRow
          one={one}
          now_ms={now_ms}
          when={`${words.case.reportedOn} ${shortDayIn(one.openedAt, locale)}`}
        />
      </ul>
      <form method="post" className="asked" data-keep>
        <input type="hidden" name="key" value={typed?.key ?? key} />
        <ContactFields typed={typed} faults={faults} />
        <Field
          name="description"
          label={meToo.description}
          hint={words.report.send.descriptionHint}
          fault={faultOf('description')}
        >
          {(about) => (
            <textarea
              name="description"
              rows={3}
              maxLength={4000}
              defaultValue={typed?.description}
              {...about}
            />
          )}
        </Field>
        <p className="actions">
          <button type="submit" className="button">
            {meToo.go}
          </button>
        </p>
      </form>
      <Island name="kept-report">{null}</Island>
    </div>
  )
}
