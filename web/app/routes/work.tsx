import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router'
import { problemOf } from '../api/auth.ts'
import type { Told } from '../api/client.ts'
import { withLink } from '../api/link.ts'
import { Alert } from '../components/alert.tsx'
import { Button } from '../components/button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { TextField } from '../components/form-field.tsx'
import { Notice } from '../components/notice.tsx'
import { readForm } from '../read-form.ts'
import { useWords } from '../setting.ts'
import { townOf, visitContext } from '../visit.ts'

/** The address is the key: no search engine keeps it. */
export const headers = () => ({ 'x-robots-tag': 'noindex, nofollow' })

/** Opening it changes nothing, however often and whoever does so. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const town = townOf(visit)
  const { token = '' } = params
  const { response } = await visit.api.GET('/work-sheets', {
    params: { query: { format: 'csv' } },
    headers: withLink(token),
    parseAs: 'arrayBuffer',
  })
  if (response.status >= 500) throw new Response(null, { status: 503 })
  const isOpen = response.ok
  return data({ isOpen, town, at: `/${town.id}/work/${token}` }, isOpen ? 200 : 404)
}

type Row = Told['SheetTaken']['rows'][number]
type Sent = { rows?: readonly Row[]; problem?: string; name: string }

/** The file goes to the API as it came, as whoever holds the link. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const visit = context.get(visitContext)
  const { token = '' } = params
  const sent = await readForm(request)
  const name = String(sent.form.get('name') ?? '')
    .trim()
    .slice(0, 100)
  const file = sent.form.get('sheet')
  if (!sent.ok) return data<Sent>({ name, problem: 'sheet-too-large' }, 413)
  if (name === '') return data<Sent>({ name, problem: 'name-missing' }, 400)
  if (!(file instanceof File) || file.size === 0)
    return data<Sent>({ name, problem: 'file-missing' }, 400)
  const bytes = await file.arrayBuffer()
  const answer = await visit.api.POST('/work-sheets', {
    params: { header: { 'answered-by': encodeURIComponent(name) } },
    headers: {
      ...withLink(token),
      'accept-language': visit.locale,
      'content-type': 'application/octet-stream',
    },
    body: bytes as never,
    bodySerializer: () => bytes,
  })
  const { status } = answer.response
  if (answer.data) return data<Sent>({ name, rows: answer.data.rows })
  return data<Sent>({ name, problem: problemOf(answer.error) }, status < 500 ? status : 503)
}

/** All the open work of a party as one file, for whoever would rather fill in a sheet. */
export default function WorkPage() {
  const { work: words } = useWords()
  const { isOpen, town, at } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>() as Sent | undefined
  const title = isOpen ? words.title : words.overTitle
  return (
    <div className="narrow work">
      <title>{`${title} · Lantaarn`}</title>
      <meta name="robots" content="noindex, nofollow" />
      <h1>{title}</h1>
      {sent?.problem !== undefined && (
        <Notice isWrong title={words.wrong}>
          <p>{words.problems[sent.problem] ?? words.otherProblem}</p>
        </Notice>
      )}
      {sent?.rows && <Results rows={sent.rows} />}
      <p className="lead">{isOpen ? words.lead(town.name) : words.overText}</p>
      {isOpen && <Work at={at} name={sent?.name ?? ''} />}
    </div>
  )
}

function Work({ at, name }: { at: string; name: string }) {
  const { work: words } = useWords()
  const { columns } = words
  return (
    <>
      <Alert kind="warning" title={words.keep} />
      <h2>{words.download}</h2>
      <ul>
        <li>
          <a href={`${at}/sheet?format=xlsx`}>{words.xlsx}</a>
        </li>
        <li>
          <a href={`${at}/sheet?format=csv`}>{words.csv}</a>
        </li>
      </ul>
      <h2>{words.how}</h2>
      <p>
        <Named parts={words.fillIn(columns.answer)} names={[columns.answer]} />
      </p>
      <ul>
        {words.answers.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <p>
        <Named parts={words.leave(columns.revision, columns.task)} names={Object.values(columns)} />
      </p>
      <section className="panel" aria-labelledby="bring">
        <h2 id="bring">{words.bring}</h2>
        <form method="post" encType="multipart/form-data" action={at}>
          <TextField
            name="name"
            label={words.name}
            autoComplete="name"
            defaultValue={name}
            required
          />
          <TextField name="sheet" type="file" label={words.file} accept=".xlsx,.csv" required />
          <Button>{words.send}</Button>
        </form>
      </section>
    </>
  )
}

/** A sentence in which the names of columns stand out. */
function Named({ parts, names }: { parts: readonly string[]; names: readonly string[] }) {
  return parts.map((part) => (names.includes(part) ? <strong key={part}>{part}</strong> : part))
}

function Results({ rows }: { rows: readonly Row[] }) {
  const { work: words } = useWords()
  const count = (result: Row['result']) => rows.filter((row) => row.result === result).length
  const told = rows.filter(({ result }) => result !== 'unchanged')
  return (
    <>
      <Notice isWrong={count('refused') > 0} title={words.done(count('taken'), count('refused'))} />
      {told.length > 0 && (
        <DataTable
          caption={words.results}
          columns={[
            { key: 'line', name: words.line },
            { key: 'result', name: words.result },
          ]}
          rows={told.map((row) => ({ key: String(row.line), cells: [row.line, row.words] }))}
        />
      )}
    </>
  )
}
