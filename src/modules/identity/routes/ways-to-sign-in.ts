import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { z } from 'zod'
import { readAccounts } from '../accounts.ts'
import { PASSWORD_LENGTH } from '../authentication.ts'
import type { Identity, Session } from '../door.ts'
import { endSessions, strengthenSession, weakenSessions } from '../sessions.ts'
import { useCode } from '../used-codes.ts'
import {
  bodyOf,
  fromBrowser,
  type IdentityProblem,
  pairOf,
  refusal,
  signedIn,
  tooOften,
  withCookies,
} from './sign-in-door.ts'

/** Wrong passwords and codes of one account that has signed in. */
const LIMIT = { most: 10, within_s: 15 * 60 }

const password = z.string().min(1).max(PASSWORD_LENGTH.max)
const Confirmed = z.strictObject({ password: password.optional() })
const NewPassword = z.strictObject({
  password,
  newPassword: z.string().min(PASSWORD_LENGTH.min).max(PASSWORD_LENGTH.max),
})
const TotpCode = z.strictObject({ code: z.string().regex(/^\d{6}$/) })
const NewPasskey = z.strictObject({
  response: z.record(z.string(), z.unknown()),
  name: z.string().trim().min(1).max(60).optional(),
})

type Passkey = { id: string; name?: string | null; createdAt?: string; backedUp: boolean }

/** What somebody who is signed in sets about how they sign in: password, second factor, passkeys. */
export function mountWaysToSignIn(router: OpenAPIHono, identity: Identity): void {
  const whenSignedIn =
    (work: (c: Context, session: Session) => Promise<Response>) => async (c: Context) => {
      const session = await signedIn(identity, c)
      return session ? work(c, session) : refusal('session-missing')
    }

  /** Whoever has a session that is not theirs cannot go on guessing by it either. */
  const tried = identity.countAttempts('change of own account', LIMIT)
  const whenTried = (work: (c: Context, session: Session) => Promise<Response>) =>
    whenSignedIn(async (c, session) => {
      const wait_s = await tried.begin(session.account)
      if (wait_s !== undefined) return tooOften(wait_s)
      const answer = await work(c, session)
      if (answer.ok) await tried.forgive(session.account)
      return answer
    })

  router.post(
    '/password',
    whenTried(async (c, session) => {
      const body = await bodyOf(c, NewPassword)
      if (body instanceof Response) return body
      const { call } = identity.authentication()
      const { status } = await call('POST', '/change-password', fromBrowser(c), {
        currentPassword: body.password,
        newPassword: body.newPassword,
      })
      if (status !== 200) return refusal('sign-in-refused')
      const { account, id: exceptId } = session
      const ended = await endSessions(identity.worker, { account, exceptId })
      return c.json({ ended })
    }),
  )

  router.post(
    '/second-factor',
    whenTried(async (c, { account }) => {
      const body = await bodyOf(c, Confirmed)
      if (body instanceof Response) return body
      const { call } = identity.authentication()
      const answer = await call('POST', '/two-factor/enable', fromBrowser(c), body)
      if (answer.status !== 200)
        return refusal(isAlready(answer.body) ? 'second-factor-present' : 'sign-in-refused')
      const told = answer.body as { totpURI: string; backupCodes: string[] }
      const person = (await readAccounts(identity.worker, identity.vault, [account])).get(account)
      const uri = new URL(told.totpURI)
      // The library knows no address to show in the app on the telephone.
      uri.pathname = `/Lantaarn:${encodeURIComponent(person?.person.address ?? account)}`
      return withCookies({ uri: uri.href, recoveryCodes: told.backupCodes }, answer)
    }),
  )

  router.post(
    '/second-factor/confirmation',
    whenTried(async (c, { account, id: exceptId }) => {
      const body = await bodyOf(c, TotpCode)
      if (body instanceof Response) return body
      const { call } = identity.authentication()
      const answer = await call('POST', '/two-factor/verify-totp', fromBrowser(c), body)
      if (answer.status !== 200) return refusal('code-refused')
      if (!(await useCode(identity, account, body.code))) return refusal('code-refused')
      const next = await identity.sessionOf(answer.cookies.map(pairOf).join('; '))
      // Sessions that were begun with the password alone end.
      await endSessions(identity.worker, { account, exceptId: next?.id ?? exceptId })
      return withCookies({ secondFactor: true }, answer)
    }),
  )

  router.post(
    '/second-factor/end',
    whenTried(async (c, { account, id: exceptId }) => {
      const body = await bodyOf(c, Confirmed)
      if (body instanceof Response) return body
      const { call } = identity.authentication()
      const answer = await call('POST', '/two-factor/disable', fromBrowser(c), body)
      if (answer.status !== 200) return refusal('sign-in-refused')
      const next = await identity.sessionOf(answer.cookies.map(pairOf).join('; '))
      await endSessions(identity.worker, { account, exceptId: next?.id ?? exceptId })
      return withCookies({ secondFactor: false }, answer)
    }),
  )

  mountPasskeys(router, identity, whenSignedIn)
}

type WhenSignedIn = (
  work: (c: Context, session: Session) => Promise<Response>,
) => (c: Context) => Promise<Response>

function mountPasskeys(router: OpenAPIHono, identity: Identity, whenSignedIn: WhenSignedIn): void {
  router.post(
    '/passkeys/options',
    whenSignedIn(async (c, { account }) => {
      const person = (await readAccounts(identity.worker, identity.vault, [account])).get(account)
      const { call } = identity.authentication()
      const answer = await call('GET', '/passkey/generate-register-options', fromBrowser(c))
      if (answer.status !== 200) return refusal(staleOr('passkey-refused', answer.body))
      const options = answer.body as { user: object }
      const name = person?.person.address ?? account
      const user = { ...options.user, name, displayName: person?.person.name || name }
      return withCookies({ ...options, user }, answer)
    }),
  )

  router.post(
    '/passkeys',
    whenSignedIn(async (c, session) => {
      const body = await bodyOf(c, NewPasskey)
      if (body instanceof Response) return body
      const { call } = identity.authentication()
      const answer = await call('POST', '/passkey/verify-registration', fromBrowser(c), body)
      if (answer.status !== 200) return refusal(staleOr('passkey-refused', answer.body))
      await strengthenSession(identity.worker, session.id)
      return withCookies(passkeyView(answer.body as Passkey), answer)
    }),
  )

  router.get(
    '/passkeys',
    whenSignedIn(async (c) => {
      const { call } = identity.authentication()
      const { body } = await call('GET', '/passkey/list-user-passkeys', fromBrowser(c))
      return c.json({ items: (body as Passkey[]).map(passkeyView) })
    }),
  )

  router.delete(
    '/passkeys/:id{[0-9a-f-]{36}}',
    whenSignedIn(async (c, { account, id: exceptId }) => {
      const { call } = identity.authentication()
      const id = c.req.param('id')
      const { status } = await call('POST', '/passkey/delete-passkey', fromBrowser(c), { id })
      if (status !== 200) return refusal('passkey-refused')
      // Whoever has the device that was lost may have come in by it.
      await endSessions(identity.worker, { account, exceptId })
      const { body } = await call('GET', '/passkey/list-user-passkeys', fromBrowser(c))
      if ((body as Passkey[]).length === 0) await weakenSessions(identity.worker, account)
      return c.json({ id })
    }),
  )
}

function passkeyView({ id, name, createdAt, backedUp }: Passkey) {
  return { id, name: name ?? '', createdAt, isBackedUp: backedUp }
}

const codeOf = (body: unknown) => (body as { code?: string } | undefined)?.code

function isAlready(body: unknown): boolean {
  return codeOf(body) === 'TOTP_ALREADY_ENABLED'
}

function staleOr(name: IdentityProblem, body: unknown): IdentityProblem {
  return codeOf(body) === 'SESSION_NOT_FRESH' ? 'sign-in-too-long-ago' : name
}
