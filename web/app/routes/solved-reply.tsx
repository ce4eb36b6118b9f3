import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router'
import { problemOf } from '../api/auth.ts'
import { withLink } from '../api/link.ts'
import { type Refused, readOwn, textIn, toOwn } from '../features/follow/own.ts'
import { DeadLink, OwnCase } from '../features/follow/own-parts.tsx'
import { townOf, visitContext } from '../visit.ts'

const STATUS = { read: 200, expired: 410, forged: 404 } as const

export async function loader({ context, params }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const town = townOf(visit)
  const { token = '' } = params
  const read = await readOwn(visit, token)
  return data({ town, token, read, now_ms: visit.now_ms }, STATUS[read.state])
}

/** What whoever reported it replies to the question of a party; what is refused stands there to be sent again. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const visit = context.get(visitContext)
  const town = townOf(visit)
  const { token = '' } = params
  const text = textIn(await request.formData(), 'reply')
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
  const { town, token, read, now_ms } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() as Refused | null | undefined
  if (read.state !== 'read') return <DeadLink town={town.id} isExpired={read.state === 'expired'} />
  return (
    <OwnCase
      town={town.id}
      token={token}
      one={read.one}
      told={undefined}
      refused={refused ?? undefined}
      now_ms={now_ms}
    />
  )
}
