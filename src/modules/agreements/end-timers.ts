import type { Batch } from '#journal'
import { clearTimers, TIMERS } from '#platform/timers'

/** What the timers of ends are called. */
export const END_TIMER = 'agreement-end'

/** Has it go off when the agreement ends, and takes it back where it does not; set anew, it moves. */
export function setEndTimer(batch: Batch, agreement: string, due_ms: number | undefined): void {
  const { municipality: tenant } = batch
  const id = `${END_TIMER}/${agreement}`
  if (due_ms === undefined) batch.afterRows(clearTimers(tenant, [id]))
  else batch.write(TIMERS, [{ tenant, id, type: END_TIMER, due_at: due_ms, body: { agreement } }])
}
