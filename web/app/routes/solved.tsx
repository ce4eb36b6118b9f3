import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  useActionData,
  useLoaderData,
} from 'react-router'
import {
  problemIn,
  type Refused,
  readOwn,
  textIn,
  toOwn,
  withLink,
} from '../features/follow/own.ts'
import { DeadLink, OwnCase } from '../features/follow/own-parts.tsx'
import { townOf, visitContext } from '../visit.ts'

const STATUS = { read: 200, expired: 410, forged: 404 } as const

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const town = townOf(visit)
  const { token = '' } = params
  const read = await readOwn(visit, token)
  const search = new URL(request.url).searchParams
  const told = search.get('told') ?? undefined
  const problem = search.get('problem')
  const refused: Refused | undefined = problem === null ? undefined : { problem, typed: {} }
  return data({ town, token, read, told, refused, now_ms: visit.now_ms }, STATUS[read.state])
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
  const outcome = form.get('outcome') === 'confirmed' ? 'confirmed' : 'contested'
  const { error, response } = await visit.api.POST('/cases/{case}/verifications', {
    params: { path: { case: read.one.number }, query: { municipality: town.id } },
    headers: withLink(token),
    body: { by: 'reporter', outcome, ...(remark !== '' && { remark }) },
  })
  if (response.ok) return toOwn(town.id, token, read.one.said === undefined ? 'thanks' : 'already')
  const { status } = response
  const refused: Refused = { problem: problemIn(error), typed: { remark } }
  return data(refused, { status: status < 500 ? status : 503 })
}

export default function SolvedPage() {
  const { town, token, read, told, refused, now_ms } = useLoaderData<typeof loader>()
  const now = useActionData<typeof action>() as Refused | null | undefined
  if (read.state !== 'read') return <DeadLink town={town.id} isExpired={read.state === 'expired'} />
  return (
    <OwnCase
      town={town.id}
      token={token}
      one={read.one}
      told={told}
      refused={now ?? refused}
      now_ms={now_ms}
    />
  )
}
