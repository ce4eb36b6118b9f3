import sql, { type Sql } from 'sql-template-tag'
import { type Clock, toIso } from '#kernel/clock'
import type { Pool } from './database.ts'
import { LONGEST_WAIT_MS, PERSON_MS } from './outbox.ts'
import { LEASE_MS } from './outbox-lease.ts'
import { type Sweep, startSweep } from './sweep.ts'

const EVERY_MS = 1_000

/**
 * A clock that is set back leaves leases and retries that lie further ahead than any that is given now: nobody would
 * look at them before the clock has come that far again. They are let go when this starts, and whenever the clock is
 * seen to go back. What is due at a moment of its own, such as a term or a hold-off, keeps that moment.
 */
export function startClockWatch(options: {
  pool: Pool
  clock: Clock
  /** What else has to be let go, of rooms that keep leases of their own. */
  others?: (now_ms: number) => readonly Sql[]
  /** Something may be due now. */
  onLetGo: () => void
  onError: (error: Error) => void
}): Sweep {
  const { pool, clock, others = () => [], onLetGo, onError } = options
  let last_ms = Number.POSITIVE_INFINITY
  return startSweep({
    every_ms: EVERY_MS,
    onError,
    async round() {
      const now_ms = clock()
      if (now_ms < last_ms) {
        for (const statement of [...letGo(now_ms), ...others(now_ms)])
          await pool.write({}, async (_, atLast) => atLast([statement]))
        onLetGo()
      }
      last_ms = now_ms
    },
  })
}

function letGo(now_ms: number): Sql[] {
  const now = toIso(now_ms)
  // Others give leases while this is on its way: theirs end a little later than any of this moment would.
  const lease = toIso(now_ms + 2 * LEASE_MS)
  return [
    sql`
      update platform.outbox set leased_until = null
      where delivered_at is null and leased_until > ${lease}::timestamptz`,
    sql`
      update platform.outbox set due_at = ${now}::timestamptz
      where delivered_at is null and cancelled_at is null and attempts > 0
        and due_at > ${toIso(now_ms + LONGEST_WAIT_MS + LEASE_MS)}::timestamptz
        -- what waits for a person goes on waiting
        and due_at < ${toIso(now_ms + PERSON_MS / 2)}::timestamptz`,
    sql`
      update platform.timers set leased_until = null where leased_until > ${lease}::timestamptz`,
  ]
}
