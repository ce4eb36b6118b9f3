import { type LoaderFunctionArgs, redirect } from 'react-router'
import { enterDesk } from '../../features/desk/desk-visit.ts'

/** The desk begins with what needs a person, or else with the first part that is open to whoever came. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { town, first = 'today' } = await enterDesk(context)
  return redirect(`/${town.id}/desk/${first}${new URL(request.url).search}`, { status: 303 })
}

/** Shown by none: it is here so that what is missing is told as a page. */
export default function Nothing() {
  return null
}
