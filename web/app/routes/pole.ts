import { type LoaderFunctionArgs, redirect } from 'react-router'
import { addressOf } from '../features/report/draft.ts'
import { townOf, visitContext } from '../visit.ts'

/** The code on a pole leads here: it tells where, and what is asked next. */
export function loader({ context, params }: LoaderFunctionArgs) {
  const town = townOf(context.get(visitContext))
  const asset = (params.number ?? '').trim().slice(0, 80)
  return redirect(addressOf(town.id, '', { asset, answers: {} }))
}

/** Shown by none: it is here so that what is missing is told as a page. */
export default function Nothing() {
  return null
}
