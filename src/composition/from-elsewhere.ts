import type { Context } from 'hono'

/** Whether a browser says that another site's page sent this form; one that says nothing may be a program. */
export function isFromElsewhere(c: Context, publicUrl: string): boolean {
  const origin = c.req.header('origin')
  const site = c.req.header('sec-fetch-site')
  return (
    (origin !== undefined && origin !== publicUrl) ||
    (site !== undefined && site !== 'same-origin' && site !== 'none')
  )
}
