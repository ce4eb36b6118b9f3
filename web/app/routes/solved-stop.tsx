import { type ActionFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { withLink } from '../api/link.ts'
import { loadOwn, OwnPage } from '../features/follow/own-page.tsx'
import { townOf, visitContext } from '../visit.ts'

export const loader = loadOwn

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
  const own = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()
  return <OwnPage own={own} isStop {...(done?.isStopped && { told: 'stopped' })} />
}
