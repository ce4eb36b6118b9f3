import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import { findIssued } from '../accounts.ts'
import type { Away } from '../departures.ts'
import type { Identity } from '../door.ts'
import type { OidcExchange } from '../oidc-exchange.ts'
import {
  addressOf,
  bodyOf,
  fromBrowser,
  type IdentityProblem,
  refusal,
  signedIn,
  tooOften,
} from './sign-in-door.ts'

const LIMIT = { most: 60, within_s: 15 * 60 }

/** A path of our own: two slashes, or a backslash, would lead to another host. */
const ownPath = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])[^\\\p{Cc}]*$/u)

const Leaving = z.strictObject({
  to: ownPath.default('/'),
  invitation: z.string().max(200).optional(),
  name: z.string().trim().max(120).optional(),
})

/** Signing in at an OIDC provider of the settings. */
export function mountSignInElsewhere(router: OpenAPIHono, identity: Identity): void {
  const tried = identity.countAttempts('leaving from address', LIMIT)
  const callback = (id: string) => `${identity.origin()}/auth/oidc/${id}/callback`
  const exchangeOf = (c: Context) => identity.exchanges.get(c.req.param('provider') ?? '')

  router.get('/oidc', (c) => {
    const all = [...identity.exchanges.values()]
    return c.json({ items: all.map(({ provider: { id, name } }) => ({ id, name })) })
  })

  router.get('/oidc/:provider/jwks.json', async (c) => {
    const exchange = exchangeOf(c)
    if (!exchange) return refusal('oidc-provider-unknown')
    return c.json({ keys: [await exchange.publicKey()] })
  })

  router.post('/oidc/:provider', async (c) => {
    const exchange = exchangeOf(c)
    if (!exchange) return refusal('oidc-provider-unknown')
    const body = await bodyOf(c, Leaving)
    if (body instanceof Response) return body
    const wait_s = await tried.begin(addressOf(c))
    if (wait_s !== undefined) return tooOften(wait_s)
    const invitation =
      body.invitation === undefined ? undefined : invited(identity, body.invitation)
    if (invitation === null) return refusal('invitation-over')
    const { id } = exchange.provider
    const left = await exchange.depart(callback(id)).catch((fault) => {
      identity.log.error({ err: fault, provider: id }, 'a provider cannot be reached')
      return undefined
    })
    if (!left) return refusal('oidc-unreachable')
    const browser = randomBytes(32).toString('base64url')
    await identity.departures.keep({
      ...left.departure,
      provider: id,
      browser,
      to: body.to,
      ...(invitation ? { invitation } : {}),
      ...(body.name === undefined ? {} : { name: body.name }),
    })
    setCookie(c, awayCookie(identity), browser, {
      path: '/',
      httpOnly: true,
      secure: identity.origin().startsWith('https://'),
      sameSite: 'Lax',
      maxAge: 600,
    })
    return c.json({ url: left.url })
  })

  router.get('/oidc/:provider/callback', async (c) => {
    const exchange = exchangeOf(c)
    if (!exchange) return refusal('oidc-provider-unknown')
    const away = await takeDeparture(identity, c, exchange.provider.id)
    if (!away) return refusedTo(c, 'oidc-refused', 'It took too long, or began in another browser.')
    const account = await arrive(identity, exchange, away, c, callback(exchange.provider.id))
    if ('refused' in account) return refusedTo(c, account.refused)
    const before = await signedIn(identity, c)
    if (before) await identity.endSession(before)
    const cookies = await identity
      .authentication()
      .beginSession(account.id, fromBrowser(c).userAgent)
    // Which factors there were is told by `acr`, and the settings say which are enough.
    await identity.strengthen(cookies)
    const answer = new Response(null, { status: 303, headers: { location: away.to } })
    for (const cookie of cookies) answer.headers.append('set-cookie', cookie)
    return answer
  })
}

/** A person is told by the page where they began; a program by the problem itself. */
function refusedTo(c: Context, problem: IdentityProblem, detail?: string): Response {
  if (!c.req.header('accept')?.includes('text/html')) return refusal(problem, detail)
  return c.redirect(`/sign-in?${new URLSearchParams({ problem })}`, 303)
}

function awayCookie(identity: Identity): string {
  return `${identity.authentication().cookieName}-away`
}

/** Nothing of what came is believed before its state was found, in the browser that it was given to. */
async function takeDeparture(identity: Identity, c: Context, provider: string) {
  const state = c.req.query('state')
  const browser = getCookie(c, awayCookie(identity))
  if (state === undefined || browser === undefined) return undefined
  const away = await identity.departures.take(state)
  if (!away || away.provider !== provider) return undefined
  const [one, other] = [Buffer.from(away.browser), Buffer.from(browser)]
  return one.length === other.length && timingSafeEqual(one, other) ? away : undefined
}

async function arrive(
  identity: Identity,
  exchange: OidcExchange,
  away: Away,
  c: Context,
  redirectUri: string,
): Promise<{ id: string } | { refused: IdentityProblem }> {
  const { code, iss, error } = c.req.query()
  const came = await exchange
    .arrive(redirectUri, away, {
      ...(code === undefined ? {} : { code }),
      ...(iss === undefined ? {} : { iss }),
      ...(error === undefined ? {} : { error }),
    })
    .catch((fault) => {
      identity.log.error({ err: fault, provider: away.provider }, 'a provider cannot be reached')
      return 'provider-unreachable' as const
    })
  if (typeof came === 'string')
    identity.log.warn(
      { provider: away.provider, reason: came, said: error?.slice(0, 100) },
      'a sign-in elsewhere was refused',
    )
  if (came === 'provider-unreachable') return { refused: 'oidc-unreachable' }
  if (typeof came === 'string') return { refused: 'oidc-refused' }
  if (away.invitation) {
    const letIn = await identity.letIn(away.invitation, { name: away.name ?? '', provedBy: came })
    return typeof letIn === 'string' ? { refused: letIn } : { id: letIn.account }
  }
  const id = await findIssued(identity.worker, came.issuer, came.subject)
  return id === undefined ? { refused: 'account-unknown' } : { id }
}

/** Null where it is no invitation, or one that has ended. */
export function invited(identity: Identity, token: string) {
  const reading = identity.vault.readLink(token, identity.clock())
  if (reading.state !== 'valid' || reading.link.kind !== 'invitation') return null
  return { municipality: reading.link.tenant, id: reading.link.subject }
}
