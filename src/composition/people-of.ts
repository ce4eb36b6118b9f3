import { readAccounts } from '#modules/identity'
import type { Pool } from '#platform/database'
import type { Vault } from '#platform/vault'

/** How the people of accounts call themselves; of an account that is gone there is nothing. */
export function createPeopleOf({ worker, vault }: { worker: Pool; vault: Vault }) {
  return async (accounts: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const known = await readAccounts(worker, vault, accounts)
    return new Map([...known].map(([id, { person }]) => [id, person.name]))
  }
}
