import { createPrivateKey } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import { type ReadFile, readYaml } from '#languages/yaml'
import type { OidcProvider } from './oidc-claims.ts'

const word = z.string().min(1).max(200)

const Provider = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,30}$/, 'an id has small letters, digits and dashes'),
  name: word,
  issuer: z.url({ protocol: /^https?$/ }),
  clientId: word,
  key: z.string().min(1).max(20_000),
  algorithm: z.enum(['PS256', 'RS256', 'ES256']).default('PS256'),
  scopes: z.array(word).max(10).default([]),
  assurance: z.strictObject({ levels: z.array(word).min(1).max(20), minimum: word }).optional(),
})

const OidcFile = z.strictObject({ providers: z.array(Provider).min(1).max(20) })

/** Reads where people may sign in (docs/accounts.md); every problem is told at once, with its line. */
export function parseOidcFile(text: string): ReadFile<readonly OidcProvider[]> {
  const read = readYaml(text, OidcFile as z.ZodType<z.infer<typeof OidcFile>>, ({ providers }) =>
    providers.flatMap((one, at) => faultsOf(one, at, providers)),
  )
  if (!read.ok) return read
  const value = read.value.providers.map(({ assurance, ...one }): OidcProvider => {
    return { ...one, ...(assurance ? { assurance } : {}) }
  })
  return { ok: true, value }
}

type One = z.infer<typeof Provider>

function faultsOf(one: One, at: number, all: readonly One[]) {
  const path = (name: string) => ['providers', at, name]
  const { hostname, protocol } = new URL(one.issuer)
  const isHere = /^(localhost|127\..+|\[::1\])$/.test(hostname)
  const { assurance } = one
  return [
    ...(all.findIndex(({ id }) => id === one.id) === at
      ? []
      : [{ path: path('id'), message: `${one.id} stands there before` }]),
    ...(protocol === 'https:' || isHere
      ? []
      : [{ path: path('issuer'), message: 'an issuer is reached over https' }]),
    ...(keyFits(one) ? [] : [{ path: path('key'), message: keyWanted(one) }]),
    ...(!assurance || assurance.levels.includes(assurance.minimum)
      ? []
      : [{ path: path('assurance'), message: 'the minimum is one of the levels' }]),
  ]
}

function keyFits({ key, algorithm }: One): boolean {
  try {
    const { asymmetricKeyType } = createPrivateKey(key)
    return algorithm === 'ES256' ? asymmetricKeyType === 'ec' : asymmetricKeyType === 'rsa'
  } catch {
    // No key at all, and nothing of it may stand in a message.
    return false
  }
}

function keyWanted({ algorithm }: One): string {
  return `this is no private key in PEM (PKCS #8) for ${algorithm}`
}
