import sql from 'sql-template-tag'
import { type Clock, toIso } from '#kernel/clock'
import type { CountAttempts } from '#platform/attempts'
import type { Pool } from '#platform/database'
import type { Vault } from '#platform/vault'

/** As many are taken away at a time of those that count no more: whoever tries many names leaves no heap of them. */
const MOST_SWEPT = 20

/** Attempts that all processes count together, so that whoever guesses gains nothing by a second one. */
export function createCountAttempts(needs: {
  worker: Pick<Pool, 'writeLightly'>
  vault: Pick<Vault, 'pseudonym'>
  clock: Clock
}): CountAttempts {
  const { worker, vault, clock } = needs
  return (counter, { most, within_s }) => {
    const digestOf = (name: string) => vault.pseudonym(`attempts ${counter}`, name)
    return {
      async begin(name) {
        const now_ms = clock()
        const digest = digestOf(name)
        const [row] = await worker.writeLightly<{ tries: number; ends_at: number }>(
          {},
          sql`
            with swept as (
              delete from identity.attempts where (counter, name_digest) in (
                select counter, name_digest from identity.attempts
                where ends_at <= ${toIso(now_ms)} and (counter, name_digest) <> (${counter}, ${digest})
                limit ${MOST_SWEPT} for update skip locked))
            insert into identity.attempts as a (counter, name_digest, tries, ends_at)
            values (${counter}, ${digest}, 1, ${toIso(now_ms + within_s * 1000)})
            on conflict (counter, name_digest) do update set
              tries = case when a.ends_at <= ${toIso(now_ms)} then 1 else a.tries + 1 end,
              ends_at = case when a.ends_at <= ${toIso(now_ms)} then excluded.ends_at else a.ends_at end
            returning tries, ends_at`,
        )
        if (!row || row.tries <= most) return undefined
        return Math.max(1, Math.ceil((row.ends_at - now_ms) / 1000))
      },
      async forgive(name) {
        await worker.writeLightly(
          {},
          sql`
            update identity.attempts set tries = greatest(tries - 1, 0)
            where counter = ${counter} and name_digest = ${digestOf(name)}`,
        )
      },
    }
  }
}
