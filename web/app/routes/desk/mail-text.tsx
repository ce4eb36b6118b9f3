import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type RouterContextProvider,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { problemOf } from '../../api/auth.ts'
import { DeskPage } from '../../features/desk/desk-page.tsx'
import { enterDesk, isOurs } from '../../features/desk/desk-visit.ts'
import {
  type Faulty,
  MailTextExample,
  MailTextForm,
  MailTextNotice,
  type Words,
} from '../../features/desk/mail-text-parts.tsx'
import { mailTextsPath, readMailTexts } from '../../features/desk/read-mail-texts.ts'
import { momentIn } from '../../moments.ts'
import { ended } from '../../session.ts'
import { useSetting, useWords } from '../../setting.ts'
import { readSmallForm, textIn } from '../../small-form.ts'
import { townOf, visitContext } from '../../visit.ts'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const read = await readOne(context, params)
  const told = new URL(request.url).searchParams.get('told') ?? undefined
  const { preview } = await previewOf(read, { subject: read.one.subject, text: read.one.text })
  const { one, town, formToken, seat } = read
  return { one, town: town.id, formToken, seat, told, preview }
}

type Params = LoaderFunctionArgs['params']

async function readOne(context: Readonly<RouterContextProvider>, { kind, locale }: Params) {
  const { visit, town, formToken, seat } = await enterDesk(context, 'templates')
  const all = await readMailTexts({ visit, town })
  const one = all.find((some) => some.kind === kind && some.locale === locale)
  if (one === undefined) throw new Response(null, { status: 404 })
  const path = { step: one.kind, locale: one.locale }
  const query = { municipality: town.id }
  return { visit, town, formToken, seat, one, params: { path, query } }
}

type Read = Awaited<ReturnType<typeof readOne>>

/** What the mail becomes; whoever may not write it is shown none. */
async function previewOf({ visit, params }: Read, typed: Words) {
  const path = '/templates/{step}/{locale}/previews'
  const { data: preview, error, response } = await visit.api.POST(path, { params, body: typed })
  if (preview || response.status === 403) return { preview }
  return { refused: faultyOf(error, response) }
}

function faultyOf(error: unknown, { status }: Response): Faulty {
  const { faults = [] } = (error ?? {}) as { faults?: Faulty['faults'] }
  return { problem: problemOf(error), faults, status: status < 500 ? status : 503 }
}

/** A mail as it was typed: shown as it becomes, kept, or given back. What is refused is lost to nobody. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const visit = context.get(visitContext)
  townOf(visit)
  const form = await readSmallForm(request)
  if (visit.session === undefined) throw ended(visit, form)
  const typed = {
    subject: textIn(form, 'subject'),
    // Lines of a text area come as CR LF.
    text: String(form.get('text') ?? '').replaceAll('\r\n', '\n'),
  }
  const read = await readOne(context, params)
  const given = { formToken: String(form.get('formToken') ?? '') }
  const shown = async (wrong?: Faulty) => {
    const { preview, refused = wrong } = await previewOf(read, typed)
    const refusal = wrong ?? refused
    return data({ typed, preview, refusal }, refusal ? { status: refusal.status } : {})
  }
  if (!isOurs(given, read.formToken))
    return shown({ problem: 'form-stale', faults: [], status: 403 })
  const does = form.get('do')
  if (does !== 'save' && does !== 'restore') return shown()
  const path = '/templates/{step}/{locale}'
  const { error, response } =
    does === 'restore'
      ? await visit.api.DELETE(path, { params: read.params })
      : await visit.api.PUT(path, { params: read.params, body: typed })
  if (!response.ok) return shown(faultyOf(error, response))
  const { kind, locale } = read.one
  const told = does === 'restore' ? 'restored' : 'saved'
  return redirect(`${mailTextsPath(read.town.id)}/${kind}/${locale}?told=${told}`, 303)
}

/** One mail, to be changed, beside what it becomes. */
export default function MailTextPage() {
  const { mailTexts: words } = useWords()
  const { locale } = useSetting()
  const read = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  const { one, town, formToken, seat, told } = read
  const [name, when] = words.kinds[one.kind] ?? [one.kind, '']
  const title = words.titleOf(name, words.languages[one.locale] ?? one.locale)
  const typed = done?.typed ?? one
  return (
    <DeskPage title={title} formToken={formToken} seat={seat}>
      <p className="step-back">
        <a href={mailTextsPath(town)}>{words.back}</a>
      </p>
      <h1>{title}</h1>
      <MailTextNotice one={one} told={done ? undefined : told} refusal={done?.refusal} />
      <p className="lead">{when}</p>
      <p className="quiet">
        {one.isDefault ? words.standard : words.own}
        {one.changedAt && ` · ${words.changedOn} ${momentIn(one.changedAt, locale)}`}
      </p>
      <div className="columns columns--desk">
        <MailTextForm {...{ one, formToken, typed }} faults={done?.refusal?.faults ?? []} />
        <MailTextExample one={one} preview={done ? done.preview : read.preview} />
      </div>
    </DeskPage>
  )
}
