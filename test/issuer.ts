import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, exportPKCS8, generateKeyPair } from 'jose'
import Provider from 'oidc-provider'
import type { OidcProvider } from '#modules/identity'
import { openOidcExchange } from '../src/modules/identity/oidc-exchange.ts'

/** How the issuer answers in one test. */
export type IssuerMood = { subject: string; acr: string }

export const LEVELS = ['urn:level:low', 'urn:level:substantial', 'urn:level:high']

/** A real OpenID provider on a port of its own, which lets in whoever comes as whom the test says. */
export async function openIssuer(redirectUri: string, id = 'town') {
  const mood: IssuerMood = { subject: 'person-1', acr: 'urn:level:high' }
  const { privateKey } = await generateKeyPair('PS256', { extractable: true })
  const own = await generateKeyPair('PS256', { extractable: true })
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const issuer = `http://127.0.0.1:${port}`
  const configured: OidcProvider = {
    id,
    name: 'The town',
    issuer,
    clientId: 'lantaarn',
    key: await exportPKCS8(privateKey),
    algorithm: 'PS256',
    scopes: [],
    assurance: { levels: LEVELS, minimum: 'urn:level:substantial' },
  }
  // The issuer is given the key as the program shows it.
  const shown = await openOidcExchange(configured, Date.now).publicKey()
  const provider = new Provider(issuer, {
    acrValues: LEVELS,
    clients: [
      {
        client_id: 'lantaarn',
        redirect_uris: [redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'private_key_jwt',
        id_token_signed_response_alg: 'PS256',
        jwks: { keys: [shown] },
      },
    ],
    jwks: {
      keys: [{ ...(await exportJWK(own.privateKey)), use: 'sig', alg: 'PS256', kid: 'own' }],
    },
    claims: { openid: ['sub'], acr: null },
    enabledJWA: {
      idTokenSigningAlgValues: ['PS256'],
      clientAuthSigningAlgValues: ['PS256'],
    },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['a key of the tests'] },
    ttl: { IdToken: 300, AccessToken: 60, Interaction: 60, Session: 60, Grant: 60 },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: async () => ({ sub }) }),
    async loadExistingGrant(ctx) {
      const { client, session } = ctx.oidc
      const grant = new ctx.oidc.provider.Grant({
        clientId: client?.clientId as string,
        accountId: session?.accountId as string,
      })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
  })
  const callback = provider.callback()
  server.on('request', async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return callback(request, response)
    const { subject: accountId, acr } = mood
    await provider.interactionFinished(request, response, { login: { accountId, acr } })
  })
  return {
    configured,
    mood,
    /** Goes where a browser would, and gives the address to which it is sent back. */
    async visit(url: string): Promise<URL> {
      const jar = new Map<string, string>()
      let at = new URL(url)
      for (let hops = 0; hops < 10; hops++) {
        const response = await fetch(at, {
          redirect: 'manual',
          headers: { cookie: [...jar].map((one) => one.join('=')).join('; ') },
        })
        for (const cookie of response.headers.getSetCookie()) {
          const [pair = ''] = cookie.split('; ')
          jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
        }
        const next = response.headers.get('location')
        if (next === null)
          throw new Error(`the issuer stops at ${response.status}: ${await response.text()}`)
        at = new URL(next, at)
        if (at.origin !== issuer) return at
      }
      throw new Error('the issuer sends around')
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export type Issuer = Awaited<ReturnType<typeof openIssuer>>
