import { type ActionFunctionArgs, data, useActionData, useLoaderData } from 'react-router'
import { problemOf } from '../api/auth.ts'
import { withLink } from '../api/link.ts'
import { type Refused, readOwn, toOwn } from '../features/follow/own.ts'
import { loadOwn, OwnPage } from '../features/follow/own-page.tsx'
import { readSmallForm, textIn } from '../small-form.ts'
import { townOf, visitContext } from '../visit.ts'

export const loader = loadOwn

/** Whether it is solved, as its reporter saw it: said once with a link. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const visit = context.get(visitContext)
  const town = townOf(visit)
  const { token = '' } = params
  const form = await readSmallForm(request)
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
  const own = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() as Refused | null | undefined
  return (
    <OwnPage
      own={own}
      {...(own.told !== undefined && { told: own.told })}
      refused={refused ?? null}
    />
  )
}
