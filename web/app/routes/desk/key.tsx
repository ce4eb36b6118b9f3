import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router'
import { SignIn } from '../../features/desk/desk-page.tsx'
import { readSmallForm, textIn } from '../../small-form.ts'
import { townOf, visitContext } from '../../visit.ts'

export function loader({ context, request }: LoaderFunctionArgs) {
  townOf(context.get(visitContext))
  return { told: new URL(request.url).searchParams.get('told') ?? undefined }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const visit = context.get(visitContext)
  const town = townOf(visit)
  const key = textIn(await readSmallForm(request), 'key')
  const entered = await visit.auth('POST', `/desks/${town.id}`, { key })
  if (entered.ok) return redirect(`/${town.id}/desk`, 303)
  return data({ problem: entered.problem }, { status: entered.status })
}

/** Signing in with the key of the desk, for whoever has no account. */
export default function Key() {
  const { told } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const problem = refused && 'problem' in refused ? refused.problem : undefined
  return <SignIn told={told} problem={problem} />
}
