import type { Batch } from '#journal'
import { clearTimers, TIMERS } from '#platform/timers'

/** What the timers are called that let go what waits for a digest which is agreed no more. */
export const DIGEST_TIMER = 'digest-end'

/** Has it go off when the digest ends, and takes it back where it does not. */
export function setDigestTimer(batch: Batch, agreement: string, due_ms: number | undefined): void {
  const { municipality: tenant } = batch
  const id = digestTimer(agreement)
  if (due_ms === undefined) batch.afterRows(clearTimers(tenant, [id]))
  else
    batch.write(TIMERS, [{ tenant, id, type: DIGEST_TIMER, due_at: due_ms, body: { agreement } }])
}

export const digestTimer = (agreement: string): string => `${DIGEST_TIMER}/${agreement}`
