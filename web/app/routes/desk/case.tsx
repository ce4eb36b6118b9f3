import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import type { Told } from '../../api/client.ts'
import { categoryOf, lineOf } from '../../components/case-row.tsx'
import { actOnCase } from '../../features/desk/act-on-case.ts'
import { Acts } from '../../features/desk/acts.tsx'
import { CasePlace } from '../../features/desk/case-place.tsx'
import { Chain, Decisions, History } from '../../features/desk/chain.tsx'
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
import { Evidence } from '../../features/desk/evidence.tsx'
import { Facts } from '../../features/desk/facts.tsx'
import { CaseForm, TextArea } from '../../features/desk/fields.tsx'
import { useLive } from '../../features/desk/live.ts'
import { Marks } from '../../features/desk/marks.tsx'
import { Outcome } from '../../features/desk/outcome.tsx'
import { readCase } from '../../features/desk/read-case.ts'
import { Reporters, Tellings } from '../../features/desk/reporters.tsx'
import { useSetting, useWords } from '../../setting.ts'

export const handle = { hydrates: true }

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { visit, town, formToken, seat } = await enterDesk(context, 'cases')
  const number = (params.number ?? '').toUpperCase()
  const outcome = new URL(request.url).searchParams.get('told') ?? undefined
  const needs = await visit.api.GET('/cases/{case}', { params: { path: { case: number } } })
  stillIn({ visit, town }, needs.response)
  const read = await readCase(visit.api, town.id, number)
  return { formToken, seat, read, outcome, now_ms: visit.now_ms }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { visit, town, formToken } = deskOf(context)
  const typed = await typedIn(request)
  const number = (params.number ?? '').toUpperCase()
  if (formToken === undefined) throw deskEnded(visit, typed)
  if (!isOurs(typed, formToken)) return data({ problem: 'form-stale', typed }, { status: 403 })
  const outcome = await actOnCase(visit.api, number, typed)
  if (!outcome.ok) {
    const status = outcome.status < 500 ? outcome.status : 503
    return data({ problem: outcome.problem, typed }, { status })
  }
  const desk = `/${town.id}/desk`
  const next = outcome.number ?? number
  const to = typed.back === 'today' || typed.back === 'moderation' ? typed.back : `cases/${next}`
  return redirect(`${desk}/${to}?told=${outcome.told}`, { status: 303 })
}

/** Everything about one case, and all that the desk can do about it. */
export default function CasePage() {
  const read = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  return <CaseInDesk {...read} problem={answered?.problem} typed={answered?.typed ?? {}} />
}

type Read = Awaited<ReturnType<typeof loader>>
type Props = Read & { problem: string | undefined; typed: Typed }

function CaseInDesk({ formToken, seat, read, outcome, now_ms, problem, typed }: Props) {
  const words = useWords()
  const { locale } = useSetting()
  const { desk } = words
  const { one } = read
  const others = useLive({ formToken, seat }, one.number).filter(
    (other) => other.case === one.number,
  )
  const title = categoryOf(one, words.case, locale)
  const own = { read, formToken, typed }
  return (
    <DeskPage title={`${title} ${one.number}`} formToken={formToken} seat={seat}>
      <h1>
        {title} <span className="number">{one.number}</span>
      </h1>
      <Outcome told={outcome} problem={problem} />
      <p className="lead">
        {lineOf(one, title)} <Marks one={one} now_ms={now_ms} />
      </p>
      <p role="status" className="there">
        {others.length > 0 &&
          desk.other[others.some(({ doing }) => doing === 'editing') ? 'editing' : 'looking']}
      </p>
      <div className="columns columns--desk">
        <div>
          <section className="panel" aria-labelledby="acts">
            <h2 id="acts">{desk.whatNow}</h2>
            <Reasons needs={one.needs ?? []} />
            <Acts {...own} />
          </section>
          <Tellings read={read} formToken={formToken} />
          <Reporters {...own} />
          <Dialogue {...own} />
          <Evidence read={read} />
        </div>
        <div>
          <Facts read={read} />
          <CasePlace read={read} now_ms={now_ms} />
          <Chain one={one} />
          <Decisions decisions={read.decisions} replays={read.replays} />
          <GiveBack {...own} />
          <History history={read.history} />
        </div>
      </div>
    </DeskPage>
  )
}

function Reasons({ needs }: { needs: readonly Told['NeedReason'][] }) {
  const { desk } = useWords()
  if (needs.length === 0) return <p>{desk.nothingNow}</p>
  return (
    <ul className="reasons">
      {needs.map(({ reason, title, next }) => (
        <li key={reason}>
          <strong>{title}.</strong> {next}
        </li>
      ))}
    </ul>
  )
}

type OwnProps = Pick<Read, 'read' | 'formToken'> & { typed: Typed }

/** What a party asked and what was replied; by telephone the desk records the reply itself. */
function Dialogue({ read, formToken, typed }: OwnProps) {
  const { desk } = useWords()
  const { one } = read
  if (!one.question) return null
  const { question, reply } = one.dialogue ?? {}
  const isOpen = one.question.repliedAt === undefined
  return (
    <section aria-labelledby="dialogue">
      <h2 id="dialogue">{desk.dialogue.title}</h2>
      <blockquote>{question ?? desk.dialogue.isDestroyed}</blockquote>
      {!isOpen && <blockquote>{reply ?? desk.dialogue.isDestroyed}</blockquote>}
      {isOpen && one.status !== 'closed' && (
        <CaseForm number={one.number} formToken={formToken} does="reply">
          <TextArea
            name="reply"
            label={desk.dialogue.reply}
            hint={desk.dialogue.replyHint}
            typed={typed}
          />
          <button type="submit" className="button button--quiet">
            {desk.dialogue.record}
          </button>
        </CaseForm>
      )}
    </section>
  )
}

/** A case that was joined can be split off again, from the case that has its reports now. */
function GiveBack({ read, formToken }: OwnProps) {
  const { desk } = useWords()
  const { one, holder } = read
  if (holder === undefined) return null
  return (
    <CaseForm number={holder} formToken={formToken} does="give-back">
      <input type="hidden" name="joined" value={one.number} />
      <button type="submit" className="button button--quiet">
        {desk.join.undo(one.number)}
      </button>
    </CaseForm>
  )
}
