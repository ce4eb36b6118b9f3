import { createHash } from 'node:crypto'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { deleteCookie } from 'hono/cookie'
import { z } from 'zod'
import { PASSWORD_LENGTH } from '../authentication.ts'
import type { Identity } from '../door.ts'
import { sweepSessions } from '../sessions.ts'
import { useCode } from '../used-codes.ts'
import {
  addressOf,
  bodyOf,
  fromBrowser,
  pairOf,
  refusal,
  signedIn,
  tooOften,
  withCookies,
} from './sign-in-door.ts'

const Password = z.strictObject({
  address: z.string().max(254),
  password: z.string().min(1).max(PASSWORD_LENGTH.max),
})
const Code = z.union([
  z.strictObject({ code: z.string().regex(/^\d{6}$/) }),
  z.strictObject({ recoveryCode: z.string().min(1).max(40) }),
])
const PasskeyAnswer = z.strictObject({ response: z.record(z.string(), z.unknown()) })

const QUARTER_S = 15 * 60

/** How often may be tried within a quarter of an hour. */
const LIMITS = {
  account: { most: 10, within_s: QUARTER_S },
  address: { most: 60, within_s: QUARTER_S },
  code: { most: 10, within_s: QUARTER_S },
  passkey: { most: 120, within_s: QUARTER_S },
}

/** Signing in and out. What is refused says the same of accounts that there are and of those that there are not. */
export function mountSignIn(router: OpenAPIHono, identity: Identity): void {
  const tried = {
    account: identity.countAttempts('password of account', LIMITS.account),
    address: identity.countAttempts('sign-in from address', LIMITS.address),
    code: identity.countAttempts('code of sign-in', LIMITS.code),
    passkey: identity.countAttempts('passkey from address', LIMITS.passkey),
  }

  /** The session before this one ends: a cookie from before the sign-in is worth nothing after it. */
  async function begun(c: Context, answered: { body: object; cookies: readonly string[] }) {
    const before = await signedIn(identity, c)
    if (before) await identity.endSession(before)
    await sweepSessions(identity.worker, identity.wallClock)
    return withCookies(answered.body, answered)
  }

  router.post('/sign-in/password', async (c) => {
    const body = await bodyOf(c, Password)
    if (body instanceof Response) return body
    const login = identity.loginOf(body.address)
    const address = addressOf(c)
    const wait_s = (await tried.address.begin(address)) ?? (await tried.account.begin(login))
    if (wait_s !== undefined) return tooOften(wait_s)
    const { status, ...answered } = await identity.authentication().call(
      'POST',
      '/sign-in/email',
      { ...fromBrowser(c), cookie: '' },
      {
        email: login,
        password: body.password,
      },
    )
    if (status !== 200) return refusal('sign-in-refused')
    await tried.address.forgive(address)
    await tried.account.forgive(login)
    const isHalf = (answered.body as { twoFactorRedirect?: boolean }).twoFactorRedirect === true
    return begun(c, { ...answered, body: { next: isHalf ? 'second-factor' : 'signed-in' } })
  })

  router.post('/sign-in/code', async (c) => {
    const body = await bodyOf(c, Code)
    if (body instanceof Response) return body
    // Counted by the sign-in that is half done, which its cookie names; a new one needs the password anew.
    const pending = createHash('sha256').update(fromBrowser(c).cookie).digest('base64')
    const wait_s = (await tried.address.begin(addressOf(c))) ?? (await tried.code.begin(pending))
    if (wait_s !== undefined) return tooOften(wait_s)
    const { call } = identity.authentication()
    const { status, cookies } =
      'code' in body
        ? await call('POST', '/two-factor/verify-totp', withoutSession(identity, c), {
            code: body.code,
          })
        : await call('POST', '/two-factor/verify-backup-code', withoutSession(identity, c), {
            code: body.recoveryCode,
          })
    if (status !== 200) return refusal('code-refused')
    if ('code' in body && !(await isFirstUse(identity, cookies, body.code)))
      return refusal('code-refused')
    await tried.address.forgive(addressOf(c))
    return begun(c, { body: { next: 'signed-in' }, cookies })
  })

  router.post('/sign-in/passkey/options', async (c) => {
    const wait_s = await tried.passkey.begin(addressOf(c))
    if (wait_s !== undefined) return tooOften(wait_s)
    const { body, cookies } = await identity
      .authentication()
      .call('GET', '/passkey/generate-authenticate-options', { ...fromBrowser(c), cookie: '' })
    return withCookies({ ...(body as object), userVerification: 'required' }, { cookies })
  })

  router.post('/sign-in/passkey', async (c) => {
    const body = await bodyOf(c, PasskeyAnswer)
    if (body instanceof Response) return body
    const wait_s = await tried.passkey.begin(addressOf(c))
    if (wait_s !== undefined) return tooOften(wait_s)
    const { status, cookies } = await identity
      .authentication()
      .call('POST', '/passkey/verify-authentication', fromBrowser(c), body)
    if (status !== 200) return refusal('passkey-refused')
    await identity.strengthen(cookies)
    return begun(c, { body: { next: 'signed-in' }, cookies })
  })

  router.post('/sign-out', async (c) => {
    const session = await signedIn(identity, c)
    if (session) await identity.endSession(session)
    const { cookieName } = identity.authentication()
    deleteCookie(c, cookieName, { path: '/', secure: identity.origin().startsWith('https://') })
    return c.json({ next: 'signed-out' })
  })
}

/** A code opens one session: of one that came by a code that was used before, nothing is left. */
async function isFirstUse(
  identity: Identity,
  cookies: readonly string[],
  code: string,
): Promise<boolean> {
  const begun = await identity.sessionOf(cookies.map(pairOf).join('; '))
  if (!begun) return false
  if (await useCode(identity, begun.account, code)) return true
  await identity.endSession(begun)
  return false
}

/** The library takes a code of whoever is signed in for a change of settings, not for a sign-in. */
function withoutSession(identity: Identity, c: Context) {
  const { cookieName } = identity.authentication()
  const { cookie, userAgent } = fromBrowser(c)
  const others = cookie.split(';').filter((one) => !one.trim().startsWith(`${cookieName}=`))
  return { cookie: others.join(';'), userAgent }
}
