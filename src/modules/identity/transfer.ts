import { randomUUID } from 'node:crypto'
import type { Pool } from '#platform/database'
import type { Vault } from '#platform/vault'
import { findAccount, insertAccount, readAccounts } from './accounts.ts'
import { listGrants } from './queries.ts'

/** Somebody with a role in a town that is carried elsewhere. How they sign in is not among it. */
export type CarriedAccount = { account: string; name: string; address: string }

/** Who has, or had, a role in a municipality, and still has an account. */
export async function listCarriedAccounts(
  worker: Pool,
  vault: Vault,
  municipality: string,
): Promise<CarriedAccount[]> {
  const grants = await worker.read({}, (query) => listGrants(query, municipality))
  const ids = [...new Set(grants.map(({ account }) => account))].sort()
  const known = await readAccounts(worker, vault, ids)
  return ids.flatMap((account) => {
    const own = known.get(account)
    return own ? [{ account, ...own.person }] : []
  })
}

/** Under which id somebody has an account here already, by their address. Who has none keeps the id that they had. */
export async function knownHere(
  worker: Pool,
  vault: Vault,
  carried: readonly CarriedAccount[],
): Promise<Map<string, string>> {
  const here = new Map<string, string>()
  for (const { account, address } of carried) {
    const id = await findAccount(worker, vault, address)
    if (id !== undefined) here.set(account, id)
  }
  return here
}

/** Makes the accounts that are not here. Nobody can sign in by one before they chose a password by mail. */
export async function bringInAccounts(
  worker: Pool,
  vault: Vault,
  carried: readonly CarriedAccount[],
  now_ms: number,
): Promise<void> {
  const here = await knownHere(worker, vault, carried)
  const missing = carried.filter(({ account }) => !here.has(account))
  await worker.write({}, async (query) => {
    for (const { account: id, name, address } of missing)
      await insertAccount(query, vault, {
        id,
        signInId: randomUUID(),
        person: { name, address },
        now_ms,
      })
  })
}
