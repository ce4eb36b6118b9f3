import type { Committer } from '#journal'
import { type KindAddress, replaceKindAddresses } from '#modules/directory'
import type { Vault } from '#platform/vault'
import type { Towns } from './town.ts'

/** Names the office of one kind of signal; the journal gets a pseudonym of where it is reached. */
export async function enterKindAddress(
  { vault, committer, towns }: { vault: Vault; committer: Committer; towns: Towns },
  municipality: string,
  address: KindAddress,
  enteredBy: string,
): Promise<'entered' | 'organisation-unknown'> {
  const { parties } = await towns.get(municipality)
  const { organisation, email } = address
  if (organisation !== undefined && !parties.has(organisation)) return 'organisation-unknown'
  const emailDigest = vault.pseudonym(municipality, `kind-address/${email}`)
  await committer.submit(municipality, replaceKindAddresses, { address, emailDigest, enteredBy })
  towns.touch(municipality)
  return 'entered'
}
