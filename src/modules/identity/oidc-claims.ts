/** How sure an issuer is of who somebody is: its own words, from the least sure to the surest. */
export type Assurance = { levels: readonly string[]; minimum: string }

/** Where people sign in that is not here. */
export type OidcProvider = {
  id: string
  /** As it stands on the button. */
  name: string
  issuer: string
  clientId: string
  /** What the program proves itself with: a private key as PKCS #8 in PEM. */
  key: string
  algorithm: 'PS256' | 'RS256' | 'ES256'
  assurance?: Assurance
  scopes: readonly string[]
}

export type ClaimsRejection = 'nonce-wrong' | 'acr-too-low' | 'party-wrong' | 'subject-missing'

/**
 * What an ID token must say beside its signature, issuer, audience and dates (OpenID Connect Core 1.0, 3.1.3.7):
 * our nonce, ourselves as the authorised party, and an `acr` that is known and not below the minimum.
 */
export function checkClaims(
  claims: Readonly<Record<string, unknown>>,
  expected: { nonce: string; provider: Pick<OidcProvider, 'clientId' | 'assurance'> },
): ClaimsRejection | undefined {
  const { nonce, provider } = expected
  if (typeof claims.sub !== 'string' || claims.sub === '' || claims.sub.length > 255)
    return 'subject-missing'
  if (claims.nonce !== nonce) return 'nonce-wrong'
  const isShared = Array.isArray(claims.aud) && claims.aud.length > 1
  if ((isShared || claims.azp !== undefined) && claims.azp !== provider.clientId)
    return 'party-wrong'
  const { assurance } = provider
  if (!assurance) return undefined
  const level = assurance.levels.indexOf(String(claims.acr))
  return level >= 0 && level >= assurance.levels.indexOf(assurance.minimum)
    ? undefined
    : 'acr-too-low'
}
