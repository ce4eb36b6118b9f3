import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { told } from '../../api/told.ts'
import { DeskPage } from '../../features/desk/desk-page.tsx'
import {
  deskEnded,
  deskOf,
  enterDesk,
  isOurs,
  stillIn,
  type Typed,
} from '../../features/desk/desk-visit.ts'
import { Outcome } from '../../features/desk/outcome.tsx'
import type { WrongfulInFull } from '../../features/desk/read-wrongful.ts'
import { settleWrongful } from '../../features/desk/settle-wrongful.ts'
import { WrongfulNow } from '../../features/desk/wrongful-acts.tsx'
import { WrongfulFacts, WrongfulState, WrongfulStory } from '../../features/desk/wrongful-parts.tsx'
import { useSetting, useWords } from '../../setting.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { visit, town, formToken, seat } = await enterDesk(context, 'wrongful')
  const { assignment = '' } = params
  if (!UUID.test(assignment)) throw new Response(null, { status: 404 })
  const read = await visit.api.GET('/wrongful-reports/{assignment}', {
    params: { path: { assignment }, query: { municipality: town.id } },
  })
  stillIn({ visit, town }, read.response)
  const outcome = new URL(request.url).searchParams.get('told') ?? undefined
  return { formToken, seat, one: told(read), outcome, form: crypto.randomUUID() }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { visit, town, formToken } = deskOf(context)
  const { assignment = '' } = params
  const form = await request.formData()
  const typed: Typed = Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
  if (formToken === undefined) throw deskEnded(visit, typed)
  if (!isOurs(typed, formToken)) return data({ problem: 'form-stale', typed }, { status: 403 })
  if (!UUID.test(assignment)) throw new Response(null, { status: 404 })
  const photos = form
    .getAll('photos')
    .filter((one): one is File => typeof one !== 'string' && one.size > 0)
  const outcome = await settleWrongful({ visit, town }, assignment, typed, photos)
  if (!outcome.ok) return data({ problem: outcome.problem, typed }, { status: outcome.status })
  return redirect(`/${town.id}/desk/wrongful/${assignment}?told=${outcome.told}`, { status: 303 })
}

/** One wrongful report: what happened, what shows it, and what can be done. */
export default function WrongfulReport() {
  const { formToken, seat, one, outcome, form } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { wrongful } = useWords()
  const { locale, town } = useSetting()
  const problem = answered?.problem
  const title = wrongful.one(one.case.number)
  return (
    <DeskPage title={title} formToken={formToken} seat={seat}>
      <p className="step-back">
        <a href={`/${town?.id}/desk/wrongful`}>{wrongful.back}</a>
      </p>
      <div className="titled">
        <h1>{title}</h1>
        <WrongfulState one={one} />
      </div>
      <Outcome told={outcome} problem={problem} />
      <p className="lead">{one.because[locale]}</p>
      <div className="columns columns--desk">
        <div>
          <WrongfulNow one={one} formToken={formToken} form={form} typed={answered?.typed ?? {}}>
            {problem !== undefined && <Wrote one={one} typed={answered?.typed ?? {}} />}
          </WrongfulNow>
          <WrongfulStory one={one} />
        </div>
        <div>
          <WrongfulFacts one={one} />
        </div>
      </div>
    </DeskPage>
  )
}

/** What was typed in a form that is not offered any more: a colleague was first, or the days are over. */
function Wrote({ one, typed }: { one: WrongfulInFull; typed: Typed }) {
  const { wrongful } = useWords()
  const isOffered = one.allowed.some((step) => step === typed.step)
  if (isOffered || !typed.remark) return null
  return (
    <>
      <p>{wrongful.wrote}</p>
      <blockquote>{typed.remark}</blockquote>
    </>
  )
}
