import type { Context } from 'hono'
import type { Typed } from './desk-forms.ts'

const MOST_TYPED = 4_000

/** What a form brings, each field cut off where nobody types on. */
export async function typedIn(c: Context, most = MOST_TYPED): Promise<Typed> {
  const body = await c.req.parseBody()
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.slice(0, most)]] : [],
    ),
  )
}
