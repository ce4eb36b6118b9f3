import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { problemOf } from '../api/auth.ts'
import type { Told } from '../api/client.ts'
import { told } from '../api/told.ts'
import { CopyText } from '../components/copy-text.tsx'
import { Field } from '../components/field.tsx'
import { Notice } from '../components/notice.tsx'
import { AdministrationFrame, More } from '../features/administration/administration-frame.tsx'
import { beginOf } from '../features/administration/days.ts'
import { enter } from '../features/administration/entry.ts'
import type { Typed } from '../features/administration/role-fields.tsx'
import { typedIn } from '../features/administration/role-in-form.ts'
import { shortDayIn } from '../moments.ts'
import { formOf } from '../session.ts'
import { useSetting, useWords } from '../setting.ts'
import { textIn } from '../small-form.ts'
import { townOf, visitContext } from '../visit.ts'

type NewKey = Told['NewKey']

/** What a key is for most often; others are made over the API. */
const OFFERED = ['report', 'send-events', 'see-personal', 'see-work', 'verify', 'see-steering']
const KINDS = ['desk', 'administrator', 'integrator']

export async function loader({ context }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const { head, formToken, cursor, query } = await enter(visit, 'keys')
  const own = { params: { query: { ...query, limit: 200, ...(cursor && { cursor }) } } }
  return { head, formToken, keys: told(await visit.api.GET('/keys', own)) }
}

type Acted = { problem?: string; typed?: Typed; fault?: string; key?: string; label?: string }

export async function action({ context, request }: ActionFunctionArgs) {
  const visit = context.get(visitContext)
  const { id: municipality } = townOf(visit)
  const form = await formOf(visit, request)
  const query = { municipality }
  const again = (told: Acted, status: number) =>
    data<Acted>({ ...told, typed: typedIn(form) }, { status })
  if (textIn(form, 'do') === 'revoke') {
    const path = { key: textIn(form, 'id') }
    const ended = await visit.api.DELETE('/keys/{key}', { params: { path, query } })
    if (ended.error) return again({ problem: problemOf(ended.error) }, ended.response.status)
    return redirect(`/${municipality}/administration/keys?told=key-ended`, 303)
  }
  const expiresAt = beginOf(textIn(form, 'expires'))
  if (expiresAt === undefined)
    return again({ fault: visit.words.administration.keys.expiresFault }, 400)
  const actions = form.getAll('actions') as NonNullable<NewKey['actions']>
  const body = {
    kind: textIn(form, 'kind') as NewKey['kind'],
    label: textIn(form, 'label'),
    expiresAt,
    ...(actions.length > 0 && { actions }),
  }
  const made = await visit.api.POST('/keys', { body, params: { query } })
  if (made.error) return again({ problem: problemOf(made.error) }, made.response.status)
  // Not by a redirect: no address and no cookie may hold it.
  return data<Acted>({ key: made.data.key, label: body.label }, { status: 201 })
}

/** The keys of other systems; a new one is shown in the answer that makes it, and never again. */
export default function KeysPage() {
  const { administration } = useWords()
  const { keys: words } = administration
  const { head, formToken, keys } = useLoaderData<typeof loader>()
  const { problem, key, label = '', fault, typed = {} } = (useActionData() ?? {}) as Acted
  const faults = {
    ...(fault !== undefined && { expires: fault }),
    ...(problem === 'key-period-wrong' && { expires: administration.problems[problem] ?? '' }),
  }
  return (
    <AdministrationFrame title={words.title} head={head} problem={problem} faults={faults}>
      {key && (
        <Notice title={words.shown(label)}>
          <p className="code">{key}</p>
          <p>{words.shownText}</p>
          <CopyText text={key} name={words.copy} done={words.copied} />
        </Notice>
      )}
      <p className="lead">{words.intro}</p>
      {keys.items.length === 0 && <p>{words.none}</p>}
      <ul className="rows">
        {newestFirst(keys.items).map((one) => (
          <KeyRow key={one.id} one={one} formToken={formToken} />
        ))}
      </ul>
      <More next={keys.next} />
      <section className="narrow" aria-labelledby="make">
        <h2 id="make">{words.make}</h2>
        <form method="post">
          <input type="hidden" name="formToken" value={formToken} />
          <Field
            name="label"
            label={words.label}
            maxLength={100}
            defaultValue={typed.label}
            required
          />
          <Field name="kind" label={words.kind}>
            {(about) => (
              <select name="kind" defaultValue={typed.kind ?? 'integrator'} {...about}>
                {KINDS.map((kind) => (
                  <option key={kind} value={kind}>
                    {words.kinds[kind]}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field
            name="expires"
            label={words.expires}
            hint={words.expiresHint}
            fault={faults.expires}
            type="date"
            defaultValue={typed.expires}
            required
          />
          <fieldset className="checks">
            <legend>{words.actions}</legend>
            {OFFERED.map((action) => (
              <label key={action} className="check">
                <input type="checkbox" name="actions" value={action} />
                {words.may[action]}
              </label>
            ))}
          </fieldset>
          <button type="submit" className="button">
            {words.submit}
          </button>
        </form>
      </section>
    </AdministrationFrame>
  )
}

const newestFirst = (keys: readonly Told['Key'][]) =>
  keys.toSorted((one, other) => other.createdAt.localeCompare(one.createdAt))

function KeyRow({ one, formToken }: { one: Told['Key']; formToken: string }) {
  const { keys: words } = useWords().administration
  const { locale } = useSetting()
  const rest = [
    words.kinds[one.kind],
    one.actions
      ? `${words.some} ${one.actions.map((action) => words.may[action] ?? action).join(', ')}`
      : words.all,
    `${words.made} ${shortDayIn(one.createdAt, locale)}`,
    one.expiresAt && `${words.ends} ${shortDayIn(one.expiresAt, locale)}`,
  ].filter(Boolean)
  return (
    <li className="row row__head">
      <div>
        <p className="row__title">{one.label}</p>
        <p className="quiet">{rest.join(' · ')}</p>
      </div>
      <form method="post">
        <input type="hidden" name="formToken" value={formToken} />
        <input type="hidden" name="id" value={one.id} />
        <button
          type="submit"
          className="button button--quiet button--ending"
          name="do"
          value="revoke"
          aria-label={words.revokeOf(one.label)}
        >
          {words.revoke}
        </button>
      </form>
    </li>
  )
}
