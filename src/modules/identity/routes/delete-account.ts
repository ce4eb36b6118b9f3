import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { deleteCookie } from 'hono/cookie'
import { z } from 'zod'
import { findSignIn } from '../accounts.ts'
import { PASSWORD_LENGTH } from '../authentication.ts'
import type { Identity, Session } from '../door.ts'
import { listSessions } from '../sessions.ts'
import { useCode } from '../used-codes.ts'
import {
  bodyOf,
  fromBrowser,
  type IdentityProblem,
  pairOf,
  refusal,
  signedIn,
  tooOften,
} from './sign-in-door.ts'

const LIMIT = { most: 10, within_s: 15 * 60 }
/** Of whoever has no password: so long ago they may have signed in. */
const FRESH_MS = 15 * 60_000

const Proof = z.strictObject({
  password: z.string().min(1).max(PASSWORD_LENGTH.max).optional(),
  code: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  recoveryCode: z.string().min(1).max(40).optional(),
})

/** Taking one's own account away: it asks again for all that the account is proved by. */
export function mountDeleteAccount(router: OpenAPIHono, identity: Identity): void {
  const tried = identity.countAttempts('deletion of account', LIMIT)
  router.post('/account/deletion', async (c) => {
    const session = await signedIn(identity, c)
    if (!session) return refusal('session-missing')
    const body = await bodyOf(c, Proof)
    if (body instanceof Response) return body
    const wait_s = await tried.begin(session.account)
    if (wait_s !== undefined) return tooOften(wait_s)
    const problem = await whyUnproved(identity, c, session, body)
    if (problem) return refusal(problem)
    await tried.forgive(session.account)
    const answer = await identity.deleteAccount(session.account)
    if (answer !== 'deleted') return refusal(answer)
    const { cookieName } = identity.authentication()
    deleteCookie(c, cookieName, { path: '/', secure: identity.origin().startsWith('https://') })
    return c.json({ next: 'deleted' })
  })
}

/** Signs in anew, as it were, and says what was wrong; what that begins goes with the account. */
async function whyUnproved(
  identity: Identity,
  c: Context,
  { account, id }: Session,
  { password, code, recoveryCode }: z.output<typeof Proof>,
): Promise<IdentityProblem | undefined> {
  const { worker, wallClock } = identity
  const known = await findSignIn(worker, account)
  if (!known) return 'session-missing'
  if (!known.hasPassword) {
    const own = (await listSessions(worker, wallClock, account)).find((one) => one.id === id)
    const isFresh = own !== undefined && own.created_at + FRESH_MS > wallClock()
    return isFresh ? undefined : 'sign-in-too-long-ago'
  }
  if (password === undefined) return 'sign-in-refused'
  const { call } = identity.authentication()
  const from = { ...fromBrowser(c), cookie: '' }
  const first = await call('POST', '/sign-in/email', from, { email: known.login, password })
  if (first.status !== 200) return 'sign-in-refused'
  if (!(first.body as { twoFactorRedirect?: boolean }).twoFactorRedirect) return undefined
  const half = { ...from, cookie: first.cookies.map(pairOf).join('; ') }
  if (recoveryCode !== undefined) {
    const second = await call('POST', '/two-factor/verify-backup-code', half, {
      code: recoveryCode,
    })
    return second.status === 200 ? undefined : 'code-refused'
  }
  if (code === undefined) return 'code-refused'
  const second = await call('POST', '/two-factor/verify-totp', half, { code })
  if (second.status !== 200) return 'code-refused'
  return (await useCode(identity, account, code)) ? undefined : 'code-refused'
}
