import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { problemOf } from '../api/auth.ts'
import { told } from '../api/told.ts'
import { Field } from '../components/field.tsx'
import { AdministrationFrame } from '../features/administration/administration-frame.tsx'
import {
  AttemptRow,
  ChannelRow,
  type Tested,
  TestTold,
  WaitingRow,
} from '../features/administration/delivery-rows.tsx'
import { enter } from '../features/administration/entry.ts'
import { formOf } from '../session.ts'
import { useWords } from '../setting.ts'
import { textIn } from '../small-form.ts'
import { townOf, visitContext } from '../visit.ts'

const ATTEMPTS = 50

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const { head, formToken, may, cursor, query } = await enter(visit, 'deliveries')
  const asked = new URL(request.url).searchParams.get('organisation')?.slice(0, 80) ?? ''
  const filter = {
    limit: ATTEMPTS,
    ...(asked !== '' && { organisation: asked }),
    ...(cursor && { cursor }),
  }
  const all = { params: { query: { ...query, limit: 200 } } }
  const [channels, waiting, log] = await Promise.all([
    visit.api.GET('/channels', all),
    visit.api.GET('/waiting-messages', all),
    visit.api.GET('/delivery-attempts', { params: { query: { ...query, ...filter } } }),
  ])
  const { items, next } = told(log)
  const more = next && String(new URLSearchParams({ organisation: asked, cursor: next }))
  return {
    head,
    formToken,
    mayAct: may('see-to-deliveries'),
    channels: told(channels).items,
    waiting: told(waiting).items,
    items,
    more,
    asked,
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const visit = context.get(visitContext)
  const { id: municipality } = townOf(visit)
  const form = await formOf(visit, request)
  const query = { municipality }
  if (textIn(form, 'do') === 'test') {
    const path = { organisation: textIn(form, 'id') }
    const tested = await visit.api.POST('/channels/{organisation}/tests', {
      params: { path, query },
    })
    if (tested.data) return data({ tested: tested.data }, { status: 200 })
    return data({ problem: problemOf(tested.error) }, { status: tested.response.status })
  }
  const path = { message: textIn(form, 'id') }
  const { error, response } = await visit.api.POST('/waiting-messages/{message}/retries', {
    params: { path, query },
  })
  if (!error) return redirect(`/${municipality}/administration/deliveries?told=retried`, 303)
  return data({ problem: problemOf(error) }, { status: response.status })
}

/** How each party is reached, what waits, and every attempt. */
export default function DeliveriesPage() {
  const { administration, deliveries: words } = useWords()
  const { head, formToken, mayAct, channels, waiting, items, more, asked } =
    useLoaderData<typeof loader>()
  const { problem, tested } = (useActionData() ?? {}) as { problem?: string; tested?: Tested }
  const names = new Map(channels.map(({ organisation, name }) => [organisation, name]))
  const unsent = channels.reduce((sum, one) => sum + one.waiting, 0)
  const nameOf = (id: string | undefined) => (id === undefined ? '' : (names.get(id) ?? id))
  return (
    <AdministrationFrame title={words.title} head={head} problem={problem}>
      <p className="lead">{words.intro}</p>
      {tested && <TestTold tested={tested} name={nameOf(tested.organisation)} />}
      <h2>{words.parties}</h2>
      {channels.length === 0 && <p>{words.noParties}</p>}
      <ul className="rows">
        {channels.map((one) => (
          <ChannelRow key={one.id} one={one} formToken={mayAct ? formToken : undefined} />
        ))}
      </ul>
      <h2>{words.waits}</h2>
      {waiting.length === 0 && <p>{unsent > 0 ? words.soon(unsent) : words.nothingWaits}</p>}
      <ul className="rows">
        {waiting.map((one) => (
          <WaitingRow
            key={one.id}
            one={one}
            name={one.webhook === undefined ? nameOf(one.organisation) : words.follower}
            formToken={mayAct ? formToken : undefined}
          />
        ))}
      </ul>
      <h2>{words.log}</h2>
      <p>{words.logText}</p>
      <form method="get" className="panel narrow">
        <Field name="organisation" label={words.organisation}>
          {(about) => (
            <select name="organisation" defaultValue={asked} {...about}>
              <option value="">{words.everyone}</option>
              {[...names].map(([id, name]) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <p className="actions">
          <button type="submit" className="button">
            {words.filter}
          </button>
        </p>
      </form>
      {items.length === 0 && <p>{words.noLog}</p>}
      <ul className="rows">
        {items.map((one) => (
          <AttemptRow key={one.id} one={one} name={nameOf(one.organisation)} />
        ))}
      </ul>
      {more && (
        <p className="pager">
          <a rel="next" href={`?${more}`}>
            {administration.next}
          </a>
        </p>
      )}
    </AdministrationFrame>
  )
}
