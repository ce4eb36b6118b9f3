import type { OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import type { Identity } from '../door.ts'
import { addressOf, bodyOf, fromBrowser, refusal, tooOften, withCookies } from './sign-in-door.ts'
import { invited } from './sign-in-elsewhere.ts'

const Coming = z.strictObject({
  token: z.string().max(200),
  name: z.string().trim().min(1).max(120),
})

const LIMIT = { most: 60, within_s: 15 * 60 }

/**
 * Takes an invitation without a password. A new account is signed in at once, so that its passkey can be made; whoever
 * has an account gets the role and signs in as always, for the link proves a mail box and not the person.
 */
export function mountComeByPasskey(router: OpenAPIHono, identity: Identity): void {
  const tried = identity.countAttempts('coming from address', LIMIT)
  router.post('/invitation', async (c) => {
    const body = await bodyOf(c, Coming)
    if (body instanceof Response) return body
    const wait_s = await tried.begin(addressOf(c))
    if (wait_s !== undefined) return tooOften(wait_s)
    const invitation = invited(identity, body.token)
    if (!invitation) return refusal('invitation-over')
    const letIn = await identity.letIn(invitation, { name: body.name, provedBy: 'passkey' })
    if (typeof letIn === 'string') return refusal(letIn)
    if (!letIn.isNew) return c.json({ next: 'sign-in' })
    const { beginSession } = identity.authentication()
    const cookies = await beginSession(letIn.account, fromBrowser(c).userAgent)
    return withCookies({ next: 'make-passkey' }, { cookies })
  })
}
