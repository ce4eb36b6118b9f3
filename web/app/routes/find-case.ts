import { type LoaderFunctionArgs, redirect } from 'react-router'
import { townOf, visitContext } from '../visit.ts'

/** Leads whoever types a number to its page. */
export function loader({ context, request }: LoaderFunctionArgs) {
  const town = townOf(context.get(visitContext))
  const typed = new URL(request.url).searchParams.get('number') ?? ''
  const number = typed.trim().toUpperCase().slice(0, 40)
  return redirect(`/${town.id}${number === '' ? '' : `/cases/${encodeURIComponent(number)}`}`, 303)
}

/** Shown by none: it is here so that what is missing is told as a page. */
export default function Nothing() {
  return null
}
