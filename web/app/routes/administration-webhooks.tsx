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
import { Alert } from '../components/alert.tsx'
import { AdministrationFrame } from '../features/administration/administration-frame.tsx'
import { enter } from '../features/administration/entry.ts'
import { shortDayIn } from '../moments.ts'
import { formOf } from '../session.ts'
import { useSetting, useWords } from '../setting.ts'
import { textIn } from '../small-form.ts'
import { townOf, visitContext } from '../visit.ts'

export async function loader({ context }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const { head, formToken, query } = await enter(visit, 'webhooks')
  return {
    head,
    formToken,
    webhooks: told(await visit.api.GET('/webhooks', { params: { query } })),
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const visit = context.get(visitContext)
  const { id: municipality } = townOf(visit)
  const form = await formOf(visit, request)
  const isRemoved = textIn(form, 'do') === 'remove'
  const params = { path: { webhook: textIn(form, 'id') }, query: { municipality } }
  const { error, response } = isRemoved
    ? await visit.api.DELETE('/webhooks/{webhook}', { params })
    : await visit.api.POST('/webhooks/{webhook}/resumptions', { params })
  if (error) return data({ problem: problemOf(error) }, { status: response.status })
  const said = isRemoved ? 'webhook-removed' : 'webhook-resumed'
  return redirect(`/${municipality}/administration/webhooks?told=${said}`, 303)
}

/** The systems that public changes are sent to; first of all those that get nothing any more. */
export default function WebhooksPage() {
  const { webhooks: words } = useWords().administration
  const { head, formToken, webhooks } = useLoaderData<typeof loader>()
  const { problem } = (useActionData() ?? {}) as { problem?: string }
  const stopped = webhooks.items.filter(({ status }) => status === 'stopped')
  return (
    <AdministrationFrame title={words.title} head={head} problem={problem}>
      <p className="lead">{words.intro}</p>
      {stopped.length > 0 && <Alert kind="warning" title={words.haveStopped(stopped.length)} />}
      {webhooks.items.length === 0 && (
        <p>
          {words.none} <a href="/api/v1/openapi.json">{words.how}</a>
        </p>
      )}
      <ul className="rows">
        {[...stopped, ...webhooks.items.filter((one) => !stopped.includes(one))].map((one) => (
          <WebhookRow key={one.id} one={one} formToken={formToken} />
        ))}
      </ul>
    </AdministrationFrame>
  )
}

function WebhookRow({ one, formToken }: { one: Told['Webhook']; formToken: string }) {
  const { webhooks: words } = useWords().administration
  const { locale } = useSetting()
  const { areas = [], categories = [], types = [] } = one.filter
  const only = [...areas, ...categories, ...types]
  const rest = [
    words.status[one.status],
    one.stoppedAt && `${words.since} ${shortDayIn(one.stoppedAt, locale)}`,
    only.length > 0 ? `${words.only} ${only.join(', ')}` : words.all,
    one.deliveredAt && `${words.taken} ${shortDayIn(one.deliveredAt, locale)}`,
    one.lastError && `${words.failed} ${one.lastError}`,
  ].filter(Boolean)
  return (
    <li className="row row__head">
      <div>
        <p className="row__title">{one.url}</p>
        <p className="quiet">{rest.join(' · ')}</p>
      </div>
      <form method="post" className="actions">
        <input type="hidden" name="formToken" value={formToken} />
        <input type="hidden" name="id" value={one.id} />
        {one.status === 'stopped' && (
          <button
            type="submit"
            className="button"
            name="do"
            value="resume"
            aria-label={`${words.resume}: ${one.url}`}
          >
            {words.resume}
          </button>
        )}
        <button
          type="submit"
          className="button button--quiet"
          name="do"
          value="remove"
          aria-label={`${words.remove}: ${one.url}`}
        >
          {words.remove}
        </button>
      </form>
    </li>
  )
}
