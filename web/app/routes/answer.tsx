import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { problemOf } from '../api/auth.ts'
import { withLink } from '../api/link.ts'
import { Notice } from '../components/notice.tsx'
import { answerIn, placeOfFault, type Typed } from '../features/answer/answer-fields.ts'
import { AnswerForm } from '../features/answer/answer-form.tsx'
import { answerPath, type Link, readAnswerPage, readLink } from '../features/answer/read-answer.ts'
import { sendAnswer } from '../features/answer/send-answer.ts'
import { Danger, isUnsafe, TaskAround, TaskFacts } from '../features/answer/task-facts.tsx'
import { AskLink, UsedLink } from '../features/answer/used-link.tsx'
import { readForm } from '../read-form.ts'
import { useSetting, useWords } from '../setting.ts'
import { townOf, type Visit, visitContext } from '../visit.ts'

/** The address is the key: no search engine keeps it. */
export const headers = () => ({ 'x-robots-tag': 'noindex, nofollow' })

/** What is asked again: what was typed, and what is wrong with it. */
type Again = {
  typed: Typed
  missing: readonly string[]
  problem: string | undefined
  hadPhotos: boolean
}

/** Opening it changes nothing, however often and whoever does so: scanners of mail open every link. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const town = townOf(visit)
  const { token = '' } = params
  const read = await readAnswerPage(visit, token)
  const told = new URL(request.url).searchParams.get('told') ?? undefined
  const at = answerPath(town.id, token)
  const status = read.state === 'forged' ? 404 : 200
  return data({ read, told, at, town, now_ms: visit.now_ms }, status)
}

const FORM_ID = /^[0-9a-f-]{36}$/
const MOST_TYPED = 4_000
/** What of a refusal means that this link is of no more use: then the page says what happened. */
const IS_USED = ['assignment-changed', 'assignment-withdrawn', 'idempotency-key-reused']
const FAULTS = {
  large: ['upload-too-large', 413],
  busy: ['uploads-busy', 503],
  unreadable: ['upload-unreadable', 400],
} as const

/** The one button answers, once; or a new link is asked for. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const visit = context.get(visitContext)
  const { token = '' } = params
  const link = await readLink(visit, token)
  if (link === undefined) return null
  const sent = await readForm(request)
  const typed = typedIn(sent.form)
  const at = answerPath(townOf(visit).id, token)
  if (typed.do === 'link') return mailLink(visit, { link, token, at })
  if (link.isExpired) return null
  const photos = photosIn(sent.form)
  const again = { typed, hadPhotos: photos.length > 0 || !sent.ok, problem: undefined }
  if (!sent.ok) {
    const [problem, status] = FAULTS[sent.fault]
    return data<Again>({ ...again, missing: [], problem }, status)
  }
  const answer = answerIn(typed)
  if (!answer.ok) return data<Again>({ ...again, missing: answer.missing }, 400)
  const form = FORM_ID.test(typed.form ?? '') ? typed.form : undefined
  const given = await sendAnswer(visit, { link, token }, { body: answer.body, photos, form })
  if (given.ok) return redirect(`${at}?told=answered`, 303)
  const { problem, status } = given
  if (IS_USED.includes(problem)) return data<Again>({ ...again, missing: [] }, 409)
  return data<Again>({ ...again, missing: [], problem }, status)
}

const typedIn = (form: FormData): Typed =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.slice(0, MOST_TYPED)]] : [],
    ),
  )

const photosIn = (form: FormData): File[] =>
  form.getAll('photos').filter((one): one is File => one instanceof File && one.size > 0)

/** The page itself again, by GET, so that nothing is sent twice when it is loaded again. */
async function mailLink(
  visit: Visit,
  { link, token, at }: { link: Link; token: string; at: string },
) {
  const { error, response } = await visit.api.POST('/assignments/{assignment}/links', {
    params: { path: { assignment: link.assignment } },
    headers: withLink(token),
  })
  if (response.ok) return redirect(`${at}?told=mailed`, 303)
  if (problemOf(error) === 'link-not-given') return redirect(at, 303)
  throw new Response(null, { status: response.status >= 500 ? 503 : 404 })
}

/** Where a party without software answers. */
export default function AnswerPage() {
  const { answer: words } = useWords()
  const { locale } = useSetting()
  const { read, told, at, town, now_ms } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>() as Again | null | undefined
  if (read.state === 'forged') return <Forged />
  if (read.state === 'expired') return <Expired isMailed={told === 'mailed'} at={at} />
  if (read.state === 'used')
    return (
      <div className="narrow">
        <NoIndex />
        <UsedLink {...read} told={again ? undefined : told} at={at} town={town.name} />
      </div>
    )
  const { task, categories, near, form } = read
  const title = task.category.name?.[locale] ?? task.category.id
  const { typed = {}, missing = [], problem, hadPhotos = false } = again ?? {}
  return (
    <article className="case">
      <title>{`${title} ${task.case.number} · Lantaarn`}</title>
      <NoIndex />
      <h1>
        {title} <span className="number">{task.case.number}</span>
      </h1>
      {again && <Faults missing={missing} problem={problem} />}
      <p className="lead">{words.askedOf(task.party.name, town.name)}</p>
      {isUnsafe(task) && <Danger />}
      <div className="columns columns--answer">
        <TaskFacts task={task} at={at} now_ms={now_ms} />
        <section className="panel" aria-labelledby="answering">
          <h2 id="answering">{words.yourAnswer}</h2>
          <AnswerForm
            form={typed.form ?? form}
            {...{ at, task, categories, typed, missing, hadPhotos }}
          />
        </section>
        <TaskAround task={task} near={near} />
      </div>
    </article>
  )
}

const NoIndex = () => <meta name="robots" content="noindex, nofollow" />

/** At the top of the page, each with a way to its field. */
function Faults({ missing, problem }: Pick<Again, 'missing' | 'problem'>) {
  const { answer: words } = useWords()
  return (
    <Notice isWrong title={words.wrong}>
      {problem !== undefined && <p>{words.problems[problem] ?? words.otherProblem}</p>}
      {missing.length > 0 && (
        <ul>
          {missing.map((id) => (
            <li key={id}>
              <a href={`#${placeOfFault(id)}`}>{words.missing[id]}</a>
            </li>
          ))}
        </ul>
      )}
    </Notice>
  )
}

function Forged() {
  const { answer: words } = useWords()
  return (
    <div className="narrow">
      <title>{`${words.forgedTitle} · Lantaarn`}</title>
      <NoIndex />
      <h1>{words.forgedTitle}</h1>
      <p className="lead">{words.forgedText}</p>
      <p>{words.forgedNext}</p>
    </div>
  )
}

function Expired({ isMailed, at }: { isMailed: boolean; at: string }) {
  const { answer: words } = useWords()
  return (
    <div className="narrow">
      <title>{`${words.expiredTitle} · Lantaarn`}</title>
      <NoIndex />
      <h1>{words.expiredTitle}</h1>
      {isMailed && <Notice title={words.mailedSomewhere} />}
      {!isMailed && <p className="lead">{words.expiredText}</p>}
      {!isMailed && <AskLink at={at} />}
    </div>
  )
}
