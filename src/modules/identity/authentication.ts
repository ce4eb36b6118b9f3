import { randomUUID } from 'node:crypto'
import { passkey } from '@better-auth/passkey'
import { type BetterAuthPlugin, betterAuth } from 'better-auth'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { twoFactor } from 'better-auth/plugins'
import pg from 'pg'
import { z } from 'zod'
import {
  ACCOUNTS,
  PASSKEYS,
  SECOND_FACTORS,
  SESSIONS,
  SIGN_INS,
  VERIFICATIONS,
} from './library-tables.ts'
import { makeRecoveryCodes } from './recovery-codes.ts'

/** A session lasts a working day at most, whatever is done in it. */
export const SESSION_LASTS_S = 12 * 60 * 60
export const PASSWORD_LENGTH = { min: 12, max: 128 }

/** To add or take away a way of signing in, one must have signed in shortly before. */
const FRESH_S = 15 * 60

const BASE = '/auth/library'

/** What the library answered; its cookies go to the browser as they are. */
export type Answered = { status: number; body: unknown; cookies: readonly string[] }

/** What comes along from the browser. */
export type FromBrowser = { cookie: string; userAgent: string }

/** The only way to the library that keeps passwords, second factors, passkeys and sessions. */
export type Authentication = {
  call(
    method: 'GET' | 'POST',
    path: LibraryPath,
    from: FromBrowser,
    body?: Readonly<Record<string, unknown>>,
  ): Promise<Answered>
  hashPassword(password: string): Promise<string>
  /** Begins a session of somebody who was proved by another way, and gives its cookie. */
  beginSession(account: string, userAgent: string): Promise<string[]>
  /** The id of the session whose cookie this is, if it is one of ours and in force. */
  readSession(cookie: string): Promise<string | undefined>
  cookieName: string
}

/** What of the library is used; whatever else it has cannot be reached. */
export type LibraryPath =
  | '/sign-in/email'
  | '/get-session'
  | '/change-password'
  | '/two-factor/enable'
  | '/two-factor/disable'
  | '/two-factor/verify-totp'
  | '/two-factor/verify-backup-code'
  | '/two-factor/generate-backup-codes'
  | '/passkey/generate-register-options'
  | '/passkey/verify-registration'
  | '/passkey/generate-authenticate-options'
  | '/passkey/verify-authentication'
  | '/passkey/list-user-passkeys'
  | '/passkey/delete-passkey'

/** The connections of the library alone, as the worker: it finds its tables by their bare names. */
export function openAuthenticationPool(options: {
  url: string
  onError: (error: Error) => void
}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: 4,
    options: '-c search_path=identity -c timezone=UTC',
    application_name: 'lantaarn identity',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  })
  pool.on('error', options.onError)
  return pool
}

/** `origin`: where browsers reach the program; passkeys are bound to its host, and cookies to TLS where it has that. */
export function openAuthentication(options: {
  pool: pg.Pool
  origin: string
  secret: string
}): Authentication {
  const { pool, origin, secret } = options
  const isSecure = origin.startsWith('https://')
  const cookieName = isSecure ? '__Host-lantaarn' : 'lantaarn'
  const auth = createLibrary(pool, origin, secret, { isSecure, cookieName })
  const call: Authentication['call'] = async (method, path, from, body) => {
    const response = await auth.handler(
      new Request(`${origin}${BASE}${path}`, {
        method,
        // The door has seen where the request came from; the library is told what it wants to hear.
        headers: {
          cookie: from.cookie,
          'user-agent': from.userAgent,
          origin,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    )
    const text = await response.text()
    return {
      status: response.status,
      body: text === '' ? undefined : JSON.parse(text),
      cookies: response.headers.getSetCookie(),
    }
  }
  return {
    cookieName,
    call,
    async hashPassword(password) {
      return (await auth.$context).password.hash(password)
    },
    async beginSession(account, userAgent) {
      const response = await auth.api.beginProvedSession({
        body: { account },
        headers: new Headers({ 'user-agent': userAgent }),
        asResponse: true,
      })
      if (!response.ok) throw new Error(`no session was begun: ${response.status}`)
      return response.headers.getSetCookie()
    },
    async readSession(cookie) {
      const found = await auth.api.getSession({
        headers: new Headers({ cookie }),
        query: { disableRefresh: true },
      })
      return found?.session.id
    },
  }
}

/** A browser that keeps a passkey has to ask for the finger or the code: then it is two factors by itself. */
function insistOnUser(isVerified: boolean | undefined): void {
  if (isVerified !== true) throw new APIError('UNAUTHORIZED', { code: 'USER_NOT_VERIFIED' })
}

/** For who was proved by another way, such as an OIDC provider; no request from outside leads here. */
function provedSessions() {
  return {
    id: 'proved-sessions',
    endpoints: {
      beginProvedSession: createAuthEndpoint(
        '/proved',
        {
          method: 'POST',
          body: z.strictObject({ account: z.uuid() }),
          metadata: { SERVER_ONLY: true },
        },
        async (ctx) => {
          const user = await ctx.context.internalAdapter.findUserById(ctx.body.account)
          if (!user) throw new APIError('NOT_FOUND')
          const session = await ctx.context.internalAdapter.createSession(user.id)
          await setSessionCookie(ctx, { session, user })
          return ctx.json({})
        },
      ),
    },
  } satisfies BetterAuthPlugin
}

type Look = { isSecure: boolean; cookieName: string }

function createLibrary(pool: pg.Pool, origin: string, secret: string, look: Look) {
  const { isSecure, cookieName } = look
  const cookie = (name: string) => ({ name, attributes: { secure: isSecure, path: '/' } })
  return betterAuth({
    database: pool,
    appName: 'Lantaarn',
    baseURL: origin,
    basePath: BASE,
    secret,
    trustedOrigins: [origin],
    telemetry: { enabled: false },
    // What it logs names people; what goes wrong is answered and counted here.
    logger: { disabled: true },
    // Counted at the door, for all processes of sign-in alike.
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: PASSWORD_LENGTH.max,
    },
    session: {
      ...SESSIONS,
      expiresIn: SESSION_LASTS_S,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
      freshAge: FRESH_S,
    },
    user: ACCOUNTS,
    account: { ...SIGN_INS, accountLinking: { enabled: false } },
    verification: VERIFICATIONS,
    advanced: {
      cookiePrefix: cookieName,
      // It would put __Secure- before __Host-.
      useSecureCookies: false,
      defaultCookieAttributes: { secure: isSecure, httpOnly: true, sameSite: 'lax', path: '/' },
      cookies: {
        session_token: cookie(cookieName),
        two_factor: cookie(`${cookieName}-second`),
        trust_device: cookie(`${cookieName}-device`),
        dont_remember: cookie(`${cookieName}-short`),
        'better-auth-passkey': cookie(`${cookieName}-passkey`),
      },
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => randomUUID() },
    },
    plugins: [
      twoFactor({
        issuer: 'Lantaarn',
        allowPasswordless: true,
        schema: SECOND_FACTORS,
        backupCodeOptions: { customBackupCodesGenerate: makeRecoveryCodes },
      }),
      passkey({
        rpID: new URL(origin).hostname,
        rpName: 'Lantaarn',
        origin,
        schema: PASSKEYS,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: {
          afterVerification: ({ verification }) =>
            insistOnUser(verification.registrationInfo?.userVerified),
        },
        authentication: {
          afterVerification: ({ verification }) =>
            insistOnUser(verification.authenticationInfo.userVerified),
        },
      }),
      provedSessions(),
    ],
  })
}
