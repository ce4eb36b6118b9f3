import type { Open311Mapping } from '#modules/agreements'
import type { Endpoint } from '#modules/directory'
import type { ForeignServer } from '#standards/open311'

/** An Open311 party's server, as this agreement wants it to be spoken to. */
export function serverOf(
  { url, secret, open311 }: Extract<Endpoint, { kind: 'open311' }>,
  mapping?: Pick<Open311Mapping, 'jurisdictionId'>,
): ForeignServer {
  const jurisdiction_id = mapping?.jurisdictionId ?? open311.jurisdiction_id
  return {
    url,
    format: open311.format,
    ...(secret === '' ? {} : { api_key: secret }),
    ...(jurisdiction_id === undefined ? {} : { jurisdiction_id }),
  }
}
