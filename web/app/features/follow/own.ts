import { redirect } from 'react-router'
import { problemOf } from '../../api/auth.ts'
import type { Told } from '../../api/client.ts'
import { withLink } from '../../api/link.ts'
import { townOf, type Visit } from '../../visit.ts'

export type Followed = Told['Follow']

export type OwnRead =
  | { state: 'read'; one: Followed }
  /** The link has ended, or was never ours. */
  | { state: 'expired' | 'forged' }

/** The case of whoever holds this link. */
export async function readOwn(visit: Visit, token: string): Promise<OwnRead> {
  const { id: municipality } = townOf(visit)
  const { data, error, response } = await visit.api.GET('/follows', {
    params: { query: { municipality } },
    headers: withLink(token),
  })
  const [one] = data?.items ?? []
  if (one) return { state: 'read', one }
  if (response.status >= 500) throw new Response(null, { status: 503 })
  if (response.ok || response.status === 404) throw new Response(null, { status: 404 })
  return { state: problemOf(error) === 'link-expired' ? 'expired' : 'forged' }
}

export const ownAddress = (town: string, token: string, told?: string) =>
  `/${town}/solved/${encodeURIComponent(token)}${told === undefined ? '' : `?${new URLSearchParams({ told })}`}`

export const toOwn = (town: string, token: string, told: string) =>
  redirect(ownAddress(town, token, told), 303)

/** What was refused stands there to be sent again. */
export type Refused = { problem: string; typed: { remark?: string; reply?: string } }
