import type { Clock } from '#kernel/clock'
import { linkAsked } from '#modules/delivery'
import type { Pool } from '#platform/database'
import { OUTBOX } from '#platform/outbox'
import { insertRows } from '#platform/table'
import type { Wake } from '#platform/wake'

/** Has a new link mailed to the party's own address; asked again within some minutes, it is the same mail. */
export function createLayLinkMail({ pool, clock, wake }: { pool: Pool; clock: Clock; wake: Wake }) {
  return async (municipality: string, assignment: { id: string; party: string }): Promise<void> => {
    const row = linkAsked(municipality, assignment, clock())
    await pool.write({ tenant: municipality }, (query) =>
      query(insertRows({ ...OUTBOX, onConflict: 'ignore' }, [row])),
    )
    wake.ring('outbox', [row.destination])
  }
}
