import sql from 'sql-template-tag'
import type { Committer } from '#journal'
import type { Clock } from '#kernel/clock'
import type { Pool } from '#platform/database'
import { endRoles } from './commands.ts'
import { type Grant, isLastAdministrator } from './grant.ts'
import { listGrants, listGrantsOf, toGrant } from './queries.ts'

export type DeleteAccount = (account: string) => Promise<'deleted' | 'role-of-last-administrator'>

/**
 * Takes an account away for ever: its roles end, and with it go the name, the address, and every way to sign in. What
 * it did stays in the journal under its id, which nothing leads back to a person any more.
 */
export function createDeleteAccount(needs: {
  worker: Pool
  committer: Committer
  clock: Clock
}): DeleteAccount {
  const { worker, committer, clock } = needs
  return async (account) => {
    const own = (await worker.read({}, (query) => listGrantsOf(query, account))).filter(
      (grant) => grant.account === account,
    )
    for (const [municipality, there] of Map.groupBy(own, (grant) => grant.municipality)) {
      const all = await worker.read({}, (query) => listGrants(query, municipality))
      if (wouldOrphan(account, there, all.map(toGrant), clock()))
        return 'role-of-last-administrator'
    }
    for (const { municipality, id } of own) {
      const by = `account/${account}`
      const answer = await committer.submit(municipality, endRoles, { id, by })
      if (answer === 'role-of-last-administrator') return answer
    }
    await worker.write({}, (query) =>
      query(sql`delete from identity.accounts where id = ${account}::uuid`),
    )
    return 'deleted'
  }
}

/** Whether a town would be left without anybody who can give roles, were all roles of an account to end. */
function wouldOrphan(
  account: string,
  own: readonly Grant[],
  all: readonly Grant[],
  now_ms: number,
): boolean {
  const others = all.filter((one) => one.account !== account)
  return own.some((one) => isLastAdministrator(one, [...others, one], now_ms))
}
