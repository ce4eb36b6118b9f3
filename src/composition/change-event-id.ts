import { uuidv5 } from '#modules/delivery'
import type { Vault } from '#platform/vault'

/**
 * The id of a change as one follower is told it: the same however often it is sent, and it does not tell where the
 * change stands in the journal, for the gaps would tell how much there is that is not told. A UUID, since a bare
 * pseudonym may begin with a sign that an event's id may not begin with.
 */
export function changeEventId(
  vault: Pick<Vault, 'pseudonym'>,
  of: { tenant: string; subscription: string; position: number },
): string {
  const { tenant, subscription, position } = of
  return uuidv5(vault.pseudonym(tenant, `change/${subscription}/${position}`))
}
