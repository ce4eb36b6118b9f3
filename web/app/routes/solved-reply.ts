import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { ownAddress, problemIn, readOwn, textIn, toOwn, withLink } from '../features/follow/own.ts'
import { townOf, visitContext } from '../visit.ts'

/** What whoever reported it replies to the question of a party. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const visit = context.get(visitContext)
  const town = townOf(visit)
  const { token = '' } = params
  const text = textIn(await request.formData(), 'reply')
  const read = await readOwn(visit, token)
  if (read.state !== 'read') return redirect(ownAddress(town.id, token), 303)
  const { error, response } = await visit.api.POST('/cases/{case}/replies', {
    params: { path: { case: read.one.number }, query: { municipality: town.id } },
    headers: withLink(token),
    body: { text },
  })
  if (response.ok) return toOwn(town.id, token, 'replied')
  const problem = new URLSearchParams({ problem: problemIn(error) })
  return redirect(`${ownAddress(town.id, token)}?${problem}`, 303)
}

export function loader({ context, params }: LoaderFunctionArgs) {
  const town = townOf(context.get(visitContext))
  return redirect(ownAddress(town.id, params.token ?? ''))
}
