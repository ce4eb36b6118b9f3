import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router'
import { byLink, readOwn, STATUS_OF } from '../features/subscribe/own.ts'
import { DeadLink, OwnSubscriptions } from '../features/subscribe/own-parts.tsx'
import { townOf, visitContext } from '../visit.ts'

/** What a mail reader or a scanner opens by itself changes nothing. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const town = townOf(visit)
  const { token = '' } = params
  const read = await readOwn(visit, token)
  return data({ town, token, read }, STATUS_OF[read.state])
}

/** Also what a mail reader sends for its own button (RFC 8058): one POST, answered at once. */
export async function action({ context, params }: ActionFunctionArgs) {
  const visit = context.get(visitContext)
  const { response } = await visit.api.POST('/subscription-stops', {
    params: { query: { municipality: townOf(visit).id } },
    headers: byLink(params.token ?? ''),
  })
  if (response.status >= 500) throw new Response(null, { status: 503 })
  return { isStopped: response.ok }
}

export default function SubscriptionStopPage() {
  const { town, token, read } = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  if (read.state !== 'read') return <DeadLink town={town.id} isExpired={read.state === 'expired'} />
  const told = done?.isStopped ? 'stopped' : undefined
  return <OwnSubscriptions town={town.id} token={token} items={read.items} told={told} isStop />
}
