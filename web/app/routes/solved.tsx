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

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const town = townOf(visit)
  const { token = '' } = params
  const read = await readOwn(visit, token)
  const told = new URL(request.url).searchParams.get('told') ?? undefined
  return data({ town, token, read, told, now_ms: visit.now_ms }, STATUS[read.state])
}

/** Whether it is solved, as its reporter saw it: said once with a link. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const visit = context.get(visitContext)
  const town = townOf(visit)
  const { token = '' } = params
  const form = await request.formData()
  const remark = textIn(form, 'remark')
  const read = await readOwn(visit, token)
  if (read.state !== 'read') return null
  const outcome = form.get('outcome')
  if (outcome !== 'confirmed' && outcome !== 'contested')
    return data<Refused>({ problem: 'input-invalid', typed: { remark } }, 400)
  const { error, response } = await visit.api.POST('/cases/{case}/verifications', {
    params: { path: { case: read.one.number }, query: { municipality: town.id } },
    headers: withLink(token),
    body: { by: 'reporter', outcome, ...(remark !== '' && { remark }) },
  })
  if (response.ok) return toOwn(town.id, token, read.one.said === undefined ? 'thanks' : 'already')
  const { status } = response
  const refused: Refused = { problem: problemOf(error), typed: { remark } }
  return data(refused, { status: status < 500 ? status : 503 })
}

export default function SolvedPage() {
  const { town, token, read, told, now_ms } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() as Refused | null | undefined
  if (read.state !== 'read') return <DeadLink town={town.id} isExpired={read.state === 'expired'} />
  return (
    <OwnCase
      town={town.id}
      token={token}
      one={read.one}
      told={told}
      refused={refused ?? undefined}
      now_ms={now_ms}
    />
  )
}
