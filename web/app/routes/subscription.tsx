import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useLoaderData,
} from 'react-router'
import { byLink, ownAddress, readOwn, STATUS_OF } from '../features/subscribe/own.ts'
import { DeadLink, OwnSubscriptions } from '../features/subscribe/own-parts.tsx'
import { readSmallForm } from '../small-form.ts'
import { townOf, visitContext } from '../visit.ts'

/** What a mail reader or a scanner opens by itself changes nothing. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = context.get(visitContext)
  const town = townOf(visit)
  const { token = '' } = params
  const read = await readOwn(visit, token)
  const told = new URL(request.url).searchParams.get('told') ?? undefined
  return data({ town, token, read, told }, STATUS_OF[read.state])
}

/** Confirms what the link asks, or ends one of what is followed. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const visit = context.get(visitContext)
  const { id: municipality } = townOf(visit)
  const { token = '' } = params
  const form = await readSmallForm(request)
  const number = Number(form.get('stop'))
  const isStop = Number.isInteger(number) && number > 0
  const headers = byLink(token)
  const { response } = isStop
    ? await visit.api.POST('/subscription-stops', {
        params: { query: { municipality, number } },
        headers,
      })
    : form.get('do') === 'confirm'
      ? await visit.api.POST('/subscription-confirmations', {
          params: { query: { municipality } },
          headers,
        })
      : { response: new Response(null, { status: 400 }) }
  if (response.status >= 500) throw new Response(null, { status: 503 })
  const told = response.ok ? `?told=${isStop ? 'stopped' : 'confirmed'}` : ''
  return redirect(`${ownAddress(municipality, token)}${told}`, 303)
}

export default function SubscriptionPage() {
  const { town, token, read, told } = useLoaderData<typeof loader>()
  if (read.state !== 'read') return <DeadLink town={town.id} isExpired={read.state === 'expired'} />
  return <OwnSubscriptions town={town.id} token={token} items={read.items} told={told} />
}
