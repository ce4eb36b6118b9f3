import sql from 'sql-template-tag'
import { type Clock, toIso } from '#kernel/clock'
import type { Pool } from '#platform/database'
import type { Vault } from '#platform/vault'

/** A code of the telephone is right for its own half minute and for the one before and after it. */
const RIGHT_FOR_MS = 3 * 30_000

/**
 * Says that a code opened something for an account. False where it did so before and would still be right: whoever
 * looked over a shoulder gains nothing by it.
 */
export async function useCode(
  needs: { worker: Pool; vault: Pick<Vault, 'pseudonym'>; wallClock: Clock },
  account: string,
  code: string,
): Promise<boolean> {
  const { worker, vault, wallClock } = needs
  const now_ms = wallClock()
  const digest = vault.pseudonym(`code of ${account}`, code)
  return worker.write({}, async (query) => {
    await query(sql`
      delete from identity.used_codes
      where account = ${account}::uuid and ends_at <= ${toIso(now_ms)}`)
    const used = await query(sql`
      insert into identity.used_codes (account, code_digest, ends_at)
      values (${account}::uuid, ${digest}, ${toIso(now_ms + RIGHT_FOR_MS)})
      on conflict (account, code_digest) do nothing
      returning account`)
    return used.length > 0
  })
}
