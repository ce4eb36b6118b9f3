import { useRef } from 'react'
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useFetcher,
  useLoaderData,
} from 'react-router'
import { told } from '../../api/told.ts'
import { Faults } from '../../components/field.tsx'
import { Notice } from '../../components/notice.tsx'
import { DeskPage } from '../../features/desk/desk-page.tsx'
import {
  deskEnded,
  deskOf,
  enterDesk,
  isOurs,
  stillIn,
  type Typed,
  typedIn,
} from '../../features/desk/desk-visit.ts'
import { Choice, TextArea, TextField } from '../../features/desk/fields.tsx'
import { KnownAlready } from '../../features/desk/intake-known.tsx'
import { IntakeWhere } from '../../features/desk/intake-where.tsx'
import { Outcome } from '../../features/desk/outcome.tsx'
import {
  CHANNELS,
  chosenIn,
  type Known,
  readKnown,
  TELL_BYS,
  takeIn,
} from '../../features/desk/read-intake.ts'
import { useIntakeForm } from '../../features/desk/use-intake-form.ts'
import type { Words } from '../../messages/nl.ts'
import { useSetting, useWords } from '../../setting.ts'

export const handle = { hydrates: true }

const KINDS = ['fault', 'question', 'complaint', 'compliment', 'request', 'damage-claim'] as const

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { visit, town, formToken, seat } = await enterDesk(context, 'intake')
  const query = { municipality: town.id, limit: 200 }
  const [found, map] = await Promise.all([
    visit.api.GET('/categories', { params: { query } }),
    visit.api.GET('/map', { params: { query: { municipality: town.id } } }),
  ])
  stillIn({ visit, town }, found.response)
  const categories = (found.data?.items ?? [])
    .filter(({ isReportable }) => isReportable)
    .map(({ id, name, assetTypes }) => ({ id, name, assetTypes }))
    .sort((one, other) => one.name[visit.locale].localeCompare(other.name[visit.locale]))
  const asked = new URL(request.url).searchParams
  return {
    formToken,
    seat,
    categories,
    map: told(map),
    once: crypto.randomUUID(),
    accepted: asked.get('accepted') ?? undefined,
    code: asked.get('code') ?? undefined,
    now_ms: visit.now_ms,
  }
}

type Answered = { typed: Typed; problem?: string; faults?: readonly Fault[]; known?: Known }
type Fault = { path: string; message: string }

export async function action({ context, request }: ActionFunctionArgs) {
  const { visit, town, formToken } = deskOf(context)
  const typed = await typedIn(request)
  if (formToken === undefined) throw deskEnded(visit, typed)
  if (!isOurs(typed, formToken))
    return data<Answered>({ problem: 'form-stale', typed }, { status: 403 })
  if (typed.do === 'look')
    return data<Answered>({ typed, known: await readKnown(visit.api, town.id, typed) })
  const taken = await takeIn(visit.api, town.id, typed)
  if (!taken.ok) {
    const { problem, faults } = taken
    const status = taken.status < 500 ? taken.status : 503
    return data<Answered>({ typed, problem, ...(faults && { faults }) }, { status })
  }
  const next = new URLSearchParams({
    accepted: taken.number,
    ...(taken.code && { code: taken.code }),
  })
  return redirect(`/${town.id}/desk/intake?${next}`, { status: 303 })
}

/** One screen for whoever calls, writes or stands at the counter: by keyboard alone, and without a script. */
export default function Intake() {
  const read = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>() as Answered | undefined
  return <TakingIn {...read} answered={answered} />
}

type Person = 'firstName' | 'lastName' | 'phone' | 'email' | 'postalAddress'

type Read = Awaited<ReturnType<typeof loader>>

function TakingIn({
  formToken,
  seat,
  categories,
  map,
  once,
  accepted,
  code,
  now_ms,
  answered,
}: Read & { answered: Answered | undefined }) {
  const words = useWords()
  const { locale, town } = useSetting()
  const { desk } = words
  const { intake } = desk
  const form = useRef<HTMLFormElement>(null)
  const looking = useFetcher<Answered>()
  const typed = answered?.typed ?? {}
  const faults = faultsOf(answered, desk)
  const isAtFields = Object.keys(faults).length > 0
  const { at, category } = useIntakeForm(
    form,
    (fields) => void looking.submit(fields, { method: 'post' }),
    { at: chosenIn(typed.found ?? ''), category: typed.category ?? '' },
  )
  const known = looking.data?.known ?? answered?.known
  const place = at ?? known?.preview?.place
  const { assetTypes = [] } = categories.find(({ id }) => id === category) ?? {}
  const of = (name: Person) => ({ name, label: intake[name], typed, fault: faults[name] })
  return (
    <DeskPage title={intake.title} formToken={formToken} seat={seat}>
      <h1>{intake.title}</h1>
      <Faults title={`${desk.wrong}.`} faults={faults} />
      {!isAtFields && <Outcome problem={answered?.problem} />}
      {accepted && !answered && (
        <Notice title={intake.accepted(accepted)}>
          <p>
            <a href={`/${town?.id}/desk/cases/${accepted}`}>{intake.toCase}</a>
          </p>
          {code && <p>{intake.code(code)}</p>}
        </Notice>
      )}
      <p className="lead">{intake.intro}</p>
      <div className="columns columns--desk">
        <form ref={form} method="post" className="intake">
          <input type="hidden" name="formToken" value={formToken} />
          <input type="hidden" name="once" value={typed.once ?? once} />
          <p className="quiet intake__keys">{intake.keys}</p>
          <fieldset>
            <legend>{intake.what}</legend>
            <Choice
              name="category"
              label={intake.category}
              isRequired={false}
              chosen={typed.category}
              fault={faults.category}
              options={[
                ['', intake.choose],
                ...categories.map(({ id, name }) => [id, name[locale]] as const),
              ]}
            />
            <TextArea
              name="description"
              label={intake.description}
              typed={typed}
              fault={faults.description}
              isRequired={false}
            />
            <Choice
              name="kind"
              label={intake.kinds}
              chosen={typed.kind ?? 'fault'}
              options={KINDS.map((kind) => [kind, words.case.kinds[kind]] as const)}
            />
          </fieldset>
          <IntakeWhere {...{ typed, known, map, assetTypes, faults }} at={place} />
          <div className="acts">
            <button type="submit" className="button button--quiet" name="do" value="look">
              {intake.known}
            </button>
          </div>
          <fieldset>
            <legend>{intake.who}</legend>
            <Choice
              name="channel"
              label={intake.channel}
              chosen={typed.channel ?? 'phone'}
              fault={faults.channel}
              options={CHANNELS.map((one) => [one, desk.channels[one] ?? one] as const)}
            />
            <div className="pair">
              <TextField {...of('firstName')} most={100} />
              <TextField {...of('lastName')} most={100} />
              <TextField {...of('phone')} type="tel" most={50} />
              <TextField {...of('email')} type="email" most={254} />
            </div>
            <TextField {...of('postalAddress')} />
            <Choice
              name="tellBy"
              label={intake.tellBy}
              isRequired={false}
              chosen={typed.tellBy}
              fault={faults.tellBy}
              options={TELL_BYS.map((one) => [one, intake.tellBys[one]] as const)}
            />
          </fieldset>
          <div className="acts">
            <button type="submit" className="button" name="do" value="send">
              {intake.send}
            </button>
          </div>
        </form>
        <aside aria-live="polite">{known && <KnownAlready known={known} now_ms={now_ms} />}</aside>
      </div>
    </DeskPage>
  )
}

/** What of the API's fields stands on this page. */
const SHOWN = [
  ...(['category', 'description', 'asset', 'place', 'address', 'channel', 'tellBy'] as const),
  ...(['firstName', 'lastName', 'phone', 'email', 'postalAddress'] as const),
]

/** What is wrong, by the names of the page's fields: the API says where it is in its own words. */
function faultsOf(answered: Answered | undefined, { intake, problems }: Words['desk']) {
  const faults: Record<string, string> = {}
  const unreadable = 'place-unreadable'
  if (answered?.problem === unreadable) faults.place = problems[unreadable] ?? ''
  for (const { path } of answered?.faults ?? []) {
    const names = path.split('.')
    const known = SHOWN.findLast((name) => names.includes(name))
    const label = names.includes('attributes') ? intake.questions : path
    if (known === 'category' && !answered?.typed.category) faults.category = intake.choose
    else if (known) faults[known] = intake.lookAgain(intake[known])
    else faults[''] = intake.lookAgain(label)
  }
  return faults
}
