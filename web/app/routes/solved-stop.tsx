import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router'
import { withLink } from '../api/link.ts'
import { readOwn } from '../features/follow/own.ts'
import { DeadLink, OwnCase } from '../features/follow/own-parts.tsx'
import { townOf, visitContext } from '../visit.ts'

const STATUS = { read: 200, expired: 410, forged: 404 } as const

/** What a mail reader or a scanner opens by itself changes nothing. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const town = townOf(visit)
  const { token = '' } = params
  const read = await readOwn(visit, token)
  return data({ town, token, read, now_ms: visit.now_ms }, STATUS[read.state])
}

/** Also what a mail reader sends for its own button (RFC 8058): one POST, answered at once. */
export async function action({ context, params }: ActionFunctionArgs) {
  const visit = context.get(visitContext)
  const { response } = await visit.api.POST('/mail-stops', {
    params: { query: { municipality: townOf(visit).id } },
    headers: withLink(params.token ?? ''),
  })
  if (response.status >= 500) throw new Response(null, { status: 503 })
  return { isStopped: response.ok }
}

export default function StopPage() {
  const { town, token, read, now_ms } = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  if (read.state !== 'read') return <DeadLink town={town.id} isExpired={read.state === 'expired'} />
  const told = done?.isStopped ? 'stopped' : undefined
  return (
    <OwnCase
      town={town.id}
      token={token}
      one={read.one}
      told={told}
      refused={undefined}
      now_ms={now_ms}
    />
  )
}
