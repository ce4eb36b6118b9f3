import sql, { type Sql } from 'sql-template-tag'
import { type Clock, toIso } from '#kernel/clock'
import type { Pool } from './database.ts'
import { LEASE_MS } from './outbox-lease.ts'
import { startSweep } from './sweep.ts'
import { table } from './table.ts'

/** Something that has to happen at a moment. Setting one with a known id moves it. */
export type TimerRow = { tenant: string; id: string; type: string; due_at: number; body: unknown }

export const TIMERS = table<TimerRow>({
  name: 'platform.timers',
  key: ['tenant', 'id'],
  columns: { tenant: 'text', id: 'text', type: 'text', due_at: 'timestamptz', body: 'jsonb' },
  onConflict: 'replace',
})

/** Takes timers back; also how a timer that went off is ended, in the transaction of its effect. */
export function clearTimers(tenant: string, ids: readonly string[]): Sql {
  return sql`delete from platform.timers where tenant = ${tenant} and id = any(${ids})`
}

const MOST = 100

/** Looks each second for timers that are due on the clock handed in, and has them go off at least once. */
export function startTimers(options: {
  pool: Pool
  clock: Clock
  goOff: (timer: TimerRow) => Promise<void>
  onError: (error: Error) => void
}) {
  const { pool, clock, goOff, onError } = options
  const sweep = startSweep({
    every_ms: 1_000,
    onError,
    async round() {
      const now_ms = clock()
      const due = await pool.write({}, (query) =>
        query<TimerRow>(sql`
          with due as materialized (
            select tenant, id from platform.timers
            where due_at <= ${toIso(now_ms)}::timestamptz
              and (leased_until is null or leased_until < ${toIso(now_ms)}::timestamptz)
            order by due_at
            limit ${MOST}
            for update skip locked)
          update platform.timers t
          set leased_until = ${toIso(now_ms + LEASE_MS)}::timestamptz
          from due
          where t.tenant = due.tenant and t.id = due.id
          returning t.tenant, t.id, t.type, t.due_at, t.body`),
      )
      const results = await Promise.allSettled(due.map(goOff))
      for (const result of results) if (result.status === 'rejected') onError(result.reason)
      if (due.length === MOST) sweep.now()
    },
  })
  return sweep
}
