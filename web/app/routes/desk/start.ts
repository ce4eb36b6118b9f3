import { type LoaderFunctionArgs, redirect } from 'react-router'
import { townOf, visitContext } from '../../visit.ts'

/** The desk begins with what needs a person. */
export function loader({ context, request }: LoaderFunctionArgs) {
  const { id } = townOf(context.get(visitContext))
  return redirect(`/${id}/desk/today${new URL(request.url).search}`, { status: 303 })
}
