import { createHash, createPublicKey, randomBytes, randomUUID } from 'node:crypto'
import {
  createRemoteJWKSet,
  customFetch,
  exportJWK,
  importPKCS8,
  type JWK,
  type JWTPayload,
  errors as joseErrors,
  jwtVerify,
  SignJWT,
} from 'jose'
import { z } from 'zod'
import type { Clock } from '#kernel/clock'
import { type ClaimsRejection, checkClaims, type OidcProvider } from './oidc-claims.ts'

/** Never `none`, and never a secret that both have. */
const ALGORITHMS = ['PS256', 'PS384', 'PS512', 'RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'EdDSA']
const ASSERTION_LASTS_S = 60
const TOKEN_IS_FRESH_S = 300
const SKEW_S = 30
const METADATA_LASTS_MS = 10 * 60_000
const TIMEOUT_MS = 10_000
const MOST_ANSWER = 200_000

const Metadata = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  authorization_response_iss_parameter_supported: z.boolean().optional(),
})
type Metadata = z.infer<typeof Metadata>

/** What is kept while somebody is away at the provider. */
export type Departure = { state: string; nonce: string; verifier: string }

export type Return = { code?: string; iss?: string; error?: string }

export type OidcRejection =
  | ClaimsRejection
  | 'provider-refused'
  | 'issuer-foreign'
  | 'token-wrong'
  | 'provider-unreachable'

export type OidcExchange = {
  provider: OidcProvider
  /** Where to send the browser, and what to remember until it comes back. */
  depart(redirectUri: string): Promise<{ url: string; departure: Departure }>
  /** Who came back, as the issuer names them. */
  arrive(
    redirectUri: string,
    departure: Departure,
    back: Return,
  ): Promise<{ issuer: string; subject: string } | OidcRejection>
  /** For whoever registers this program at the provider. */
  publicKey(): Promise<JWK>
}

/**
 * The code flow with PKCE S256, state and nonce of 256 bits, and `private_key_jwt` (RFC 7523): what the NL GOV
 * Assurance profile for OAuth and OpenID Connect asks of a client.
 */
export function openOidcExchange(provider: OidcProvider, clock: Clock): OidcExchange {
  let known: { metadata: Promise<Metadata>; until_ms: number } | undefined
  const keys = new Map<string, ReturnType<typeof createRemoteJWKSet>>()
  const metadata = () => {
    if (!known || known.until_ms <= clock()) {
      const asked = discover(provider.issuer)
      known = { metadata: asked, until_ms: clock() + METADATA_LASTS_MS }
      asked.catch(() => {
        known = undefined
      })
    }
    return known.metadata
  }
  const keysAt = (uri: string) => {
    const found =
      keys.get(uri) ??
      createRemoteJWKSet(new URL(uri), {
        timeoutDuration: TIMEOUT_MS,
        [customFetch]: (url, init) => fetch(url, { ...init, redirect: 'error' }),
      })
    keys.set(uri, found)
    return found
  }
  return {
    provider,
    async depart(redirectUri) {
      const { authorization_endpoint } = await metadata()
      const departure = { state: draw(), nonce: draw(), verifier: draw() }
      const url = new URL(authorization_endpoint)
      const asked = {
        response_type: 'code',
        client_id: provider.clientId,
        redirect_uri: redirectUri,
        scope: ['openid', ...provider.scopes].join(' '),
        state: departure.state,
        nonce: departure.nonce,
        code_challenge: createHash('sha256').update(departure.verifier).digest('base64url'),
        code_challenge_method: 'S256',
        ...(provider.assurance ? { acr_values: wanted(provider.assurance) } : {}),
      }
      for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value)
      return { url: url.href, departure }
    },
    async arrive(redirectUri, departure, back) {
      const known = await metadata()
      const mustName = known.authorization_response_iss_parameter_supported === true
      if (back.iss === undefined ? mustName : back.iss !== provider.issuer) return 'issuer-foreign'
      if (back.error !== undefined || back.code === undefined) return 'provider-refused'
      const token = await redeem(provider, known, {
        code: back.code,
        redirectUri,
        verifier: departure.verifier,
        now_ms: clock(),
      })
      if (token === undefined) return 'provider-refused'
      const claims = await verified(token, keysAt(known.jwks_uri), provider, clock())
      if (!claims) return 'token-wrong'
      const rejection = checkClaims(claims, { nonce: departure.nonce, provider })
      return rejection ?? { issuer: provider.issuer, subject: claims.sub as string }
    },
    async publicKey() {
      const jwk = await exportJWK(createPublicKey(provider.key))
      return { ...jwk, use: 'sig', alg: provider.algorithm, kid: kidOf(provider) }
    },
  }
}

const draw = () => randomBytes(32).toString('base64url')

function wanted({ levels, minimum }: NonNullable<OidcProvider['assurance']>): string {
  return levels.slice(levels.indexOf(minimum)).join(' ')
}

function kidOf({ key }: OidcProvider): string {
  const der = createPublicKey(key).export({ type: 'spki', format: 'der' })
  return createHash('sha256').update(der).digest('base64url').slice(0, 22)
}

async function discover(issuer: string): Promise<Metadata> {
  const at = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const { body } = await ask(at, { headers: { accept: 'application/json' } })
  const metadata = Metadata.parse(body)
  if (metadata.issuer !== issuer) throw new Error('the metadata are of another issuer')
  return metadata
}

/** The ID token for a code, or nothing where the provider takes the code for wrong, used or too old. */
async function redeem(
  provider: OidcProvider,
  { token_endpoint }: Metadata,
  given: { code: string; redirectUri: string; verifier: string; now_ms: number },
): Promise<string | undefined> {
  const now_s = Math.floor(given.now_ms / 1000)
  const assertion = await new SignJWT({})
    .setProtectedHeader({ alg: provider.algorithm, kid: kidOf(provider) })
    .setIssuer(provider.clientId)
    .setSubject(provider.clientId)
    .setAudience(provider.issuer)
    .setJti(randomUUID())
    .setIssuedAt(now_s)
    .setExpirationTime(now_s + ASSERTION_LASTS_S)
    .sign(await importPKCS8(provider.key, provider.algorithm))
  const { status, body } = await ask(token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: given.code,
      redirect_uri: given.redirectUri,
      code_verifier: given.verifier,
      client_id: provider.clientId,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    }),
  })
  const token = status === 200 && z.object({ id_token: z.string() }).safeParse(body)
  return token !== false && token.success ? token.data.id_token : undefined
}

async function verified(
  token: string,
  keys: ReturnType<typeof createRemoteJWKSet>,
  { issuer, clientId }: OidcProvider,
  now_ms: number,
): Promise<JWTPayload | undefined> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience: clientId,
      algorithms: ALGORITHMS,
      currentDate: new Date(now_ms),
      clockTolerance: SKEW_S,
      maxTokenAge: TOKEN_IS_FRESH_S,
      requiredClaims: ['sub', 'exp', 'iat', 'nonce'],
    })
    return payload
  } catch (error) {
    if (error instanceof joseErrors.JWKSTimeout || !(error instanceof joseErrors.JOSEError))
      throw error
    return undefined
  }
}

async function ask(url: string, init: RequestInit): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(url, {
    ...init,
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  let text = ''
  const decoder = new TextDecoder()
  for await (const piece of answer.body ?? []) {
    text += decoder.decode(piece as Uint8Array, { stream: true })
    if (text.length > MOST_ANSWER) throw new Error(`${new URL(url).host} answers too much`)
  }
  try {
    return { status: answer.status, body: JSON.parse(text) }
  } catch {
    // An error page is not JSON; the status says enough.
    return { status: answer.status, body: undefined }
  }
}
