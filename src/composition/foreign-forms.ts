import type { MiddlewareHandler } from 'hono'
import { isFromElsewhere } from './from-elsewhere.ts'

/** Doors that say by themselves from where they are asked, and in whose form they refuse. */
const OWN_RULES = /^\/(api|auth|open311)(\/|$)/

/**
 * Refuses a form that another site's page sent: a browser says where a form comes from (Fetch Metadata), an old one at
 * least its origin. What says neither may be a program, such as a mail reader that presses the button of a mail for
 * somebody (RFC 8058); a form of whoever has signed in still has to bring what its page gave it.
 */
export function refuseForeignForms(publicUrl: () => string): MiddlewareHandler {
  return (c, next) => {
    const { method, path } = c.req
    const isRead = method === 'GET' || method === 'HEAD' || method === 'OPTIONS'
    if (isRead || OWN_RULES.test(path)) return next()
    if (!isFromElsewhere(c, publicUrl())) return next()
    return Promise.resolve(c.text('This form came from another site.', 403))
  }
}
