import type { Context } from 'hono'
import { clientAddressOf } from '#platform/client-address'
import type { CountedBy, RateLimit } from '#platform/rate-limit'
import type { BearerOf, KeyOf } from './admission.ts'

/** Open311 has its key in the form. */
export const isKeyInBody = (c: Context): boolean => c.req.path.startsWith('/open311/')

/** Who is counted by what: a header proves nothing by being there, only by holding a key that is known. */
export function createCounting(options: { rate: RateLimit; keyOf: KeyOf; bearerOf: BearerOf }) {
  const { rate, keyOf, bearerOf } = options
  async function countedBy(c: Context): Promise<CountedBy> {
    const bearer = await bearerOf(c)
    if (bearer.is === 'key' || bearer.is === 'session') return { is: 'nothing' }
    if (bearer.is !== 'link' || bearer.link.isExpired) return { is: 'address' }
    const { kind, subject } = bearer.link
    return { is: 'link', of: `${bearer.municipality}/${kind}/${subject}` }
  }
  return {
    countedBy,
    /** At a door that read the key itself. A link is no key there. */
    async waitOf(c: Context, apiKey: string | undefined): Promise<number | undefined> {
      if (apiKey !== undefined && (await keyOf(apiKey))) return undefined
      if ((await countedBy(c)).is === 'nothing') return undefined
      return rate.ofAddress(clientAddressOf(c))
    },
  }
}
