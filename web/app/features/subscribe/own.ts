import type { Told } from '../../api/client.ts'
import { townOf, type Visit } from '../../visit.ts'

/** Anything but a link, such as a key that somebody put there, is nobody's. */
const bearerOf = (token: string) => (/^ll_[\w-]{1,300}$/.test(token) ? token : 'll_none')

export const byLink = (token: string) => ({ authorization: `Bearer ${bearerOf(token)}` })

export type Subscription = Told['Subscription']

export type OwnRead =
  | { state: 'read'; items: readonly Subscription[] }
  /** The link has ended, or was never ours. */
  | { state: 'expired' | 'forged' }

export const STATUS_OF = { read: 200, expired: 410, forged: 404 } as const

/** What whoever holds this link follows. */
export async function readOwn(visit: Visit, token: string): Promise<OwnRead> {
  const { id: municipality } = townOf(visit)
  const { data, error, response } = await visit.api.GET('/subscriptions', {
    params: { query: { municipality } },
    headers: byLink(token),
  })
  if (data) return { state: 'read', items: data.items }
  if (response.status >= 500) throw new Response(null, { status: 503 })
  const { type = '' } = (error ?? {}) as { type?: string }
  return { state: type.endsWith('/link-expired') ? 'expired' : 'forged' }
}

export const ownAddress = (town: string, token: string) =>
  `/${town}/volgen/${encodeURIComponent(token)}`
