import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router'
import { deskOf, isOurs, typedIn } from '../../features/desk/desk-visit.ts'

/** Closes the desk that a key opened. Whoever has signed in with an account leaves by /sign-out. */
export async function action({ context, request }: ActionFunctionArgs) {
  const { visit, town, formToken } = deskOf(context)
  if (formToken !== undefined && !isOurs(await typedIn(request), formToken))
    throw new Response(null, { status: 403 })
  const left = await visit.auth('DELETE', `/desks/${town.id}`)
  if (!left.ok) throw new Response(null, { status: left.status })
  return redirect(`/${town.id}/desk/key?told=signed-out`, 303)
}

export function loader({ context }: LoaderFunctionArgs) {
  return redirect(`/${deskOf(context).town.id}/desk/key`)
}
