import { type ActionFunctionArgs, data, useActionData, useLoaderData } from 'react-router'
import { problemOf } from '../api/auth.ts'
import { withLink } from '../api/link.ts'
import { type Refused, readOwn, toOwn } from '../features/follow/own.ts'
import { loadOwn, OwnPage } from '../features/follow/own-page.tsx'
import { readSmallForm, textIn } from '../small-form.ts'
import { townOf, visitContext } from '../visit.ts'

export const loader = loadOwn

/** What whoever reported it replies to the question of a party; what is refused stands there to be sent again. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const visit = context.get(visitContext)
  const town = townOf(visit)
  const { token = '' } = params
  const text = textIn(await readSmallForm(request), 'reply')
  const read = await readOwn(visit, token)
  if (read.state !== 'read') return null
  const { error, response } = await visit.api.POST('/cases/{case}/replies', {
    params: { path: { case: read.one.number }, query: { municipality: town.id } },
    headers: withLink(token),
    body: { text },
  })
  if (response.ok) return toOwn(town.id, token, 'replied')
  const { status } = response
  const refused: Refused = { problem: problemOf(error), typed: { reply: text } }
  return data(refused, { status: status < 500 ? status : 503 })
}

export default function ReplyPage() {
  const own = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() as Refused | null | undefined
  return <OwnPage own={own} refused={refused ?? null} />
}
