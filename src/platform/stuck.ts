import sql, { type Sql } from 'sql-template-tag'
import { type Clock, toIso } from '#kernel/clock'
import type { Pool } from './database.ts'
import { GATHERED } from './gathered-destination.ts'
import type { Message } from './outbox.ts'
import { type Sweep, startSweep } from './sweep.ts'

const MOST = 500

/**
 * Tells once of each message that has waited for `after_ms` and has not arrived, tried or not: behind a breaker, most
 * of what waits for a party that is down is hardly ever tried.
 */
export function startStuckWatch(options: {
  pool: Pool
  clock: Clock
  every_ms: number
  after_ms: number
  onStuck: (message: Message) => Promise<void>
  onError: (error: Error) => void
}): Sweep {
  const { pool, clock, onStuck, onError } = options
  const sweep = startSweep({
    every_ms: options.every_ms,
    onError,
    async round() {
      const now_ms = clock()
      const stuck = await pool.read({}, (query) =>
        query<Message>(listStuck(now_ms - options.after_ms)),
      )
      const told: Message[] = []
      for (const [i, result] of (await Promise.allSettled(stuck.map(onStuck))).entries()) {
        const message = stuck[i]
        if (result.status === 'rejected') onError(result.reason)
        else if (message) told.push(message)
      }
      if (told.length > 0)
        await pool.write({}, async (_, atLast) => atLast([markStuck(told, now_ms)]))
      if (told.length === MOST) sweep.now()
    },
  })
  return sweep
}

/**
 * A retry moves the due moment on; until the first attempt it is what was held off for. Of what leaves together it stays,
 * for it is the message that carries it which is tried again.
 */
function listStuck(before_ms: number): Sql {
  return sql`
    select tenant, id, destination, ordering_key, sequence, type, body, created_at, due_at, attempts
    from platform.outbox
    where delivered_at is null and cancelled_at is null and stuck_at is null
      and case when attempts = 0 or starts_with(destination, ${`${GATHERED}/`}) then due_at else created_at end < ${toIso(before_ms)}::timestamptz
    order by created_at
    limit ${MOST}`
}

function markStuck(messages: readonly Message[], now_ms: number): Sql {
  return sql`
    update platform.outbox o set stuck_at = ${toIso(now_ms)}::timestamptz
    from unnest(${messages.map((one) => one.tenant)}::text[],
      ${messages.map((one) => one.id)}::uuid[]) as told (tenant, id)
    where o.tenant = told.tenant and o.id = told.id`
}
