import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router'
import { deskOf, isOurs, typedIn } from '../../features/desk/desk-visit.ts'

/** The events of the desk for its pages: the key stays on the server. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { visit, formToken } = deskOf(context)
  if (formToken === undefined) return new Response(null, { status: 401 })
  const { response } = await visit.api.GET('/desk-events', { parseAs: 'stream' })
  // What the API says of a refusal has been read by then: there is nothing left to pass on.
  if (!response.ok) return new Response(null, { status: response.status })
  return new Response(response.body, {
    status: response.status,
    headers: {
      'content-type': response.headers.get('content-type') ?? 'text/plain',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    },
  })
}

/** A window says which case it has before it. */
export async function action({ context, request }: ActionFunctionArgs) {
  const { visit, formToken } = deskOf(context)
  const typed = await typedIn(request)
  if (!isOurs(typed, formToken)) return new Response(null, { status: 403 })
  const { case: number = '', at = '', doing = '' } = typed
  const { response } = await visit.api.POST('/presences', {
    body: { case: number, at, doing: doing as 'looking' },
  })
  return new Response(null, { status: response.ok ? 204 : response.status })
}
