import { randomUUID } from 'node:crypto'
import type { Clock } from '#kernel/clock'
import type { TownCaller } from '#modules/directory'
import { recordProcessings } from '#modules/identity'
import type { Pool } from '#platform/database'
import type { Around } from '#platform/mount-operation'
import { withinSight } from '#platform/sights'
import { currentTrace } from '#platform/trace'
import type { Vault } from '#platform/vault'

/** What is done around an operation for this caller; nothing for whoever has neither a key of staff or party nor an account. */
export type LogSights = (operationId: string, caller: TownCaller) => Around | undefined

/**
 * Writes down every sight of personal data before it is shown: what an operation opened of the vault, one row for each
 * person or signal that it is about. Where that cannot be written, the answer is a fault and shows nothing.
 */
export function createLogSights(options: { pool: Pool; vault: Vault; clock: Clock }): LogSights {
  const { pool, vault, clock } = options
  return (operationId, caller) => {
    const { actor, link } = caller
    // Of who opened a link nobody knows whether it was a person: scanners of mail do, and must change nothing by it.
    if (actor === 'public' || actor === 'integrator' || link) return undefined
    return async (work) => {
      const start_ms = clock()
      const { outcome, sights } = await withinSight(work)
      const trace = currentTrace()
      await recordProcessings(
        pool,
        vault,
        sights.map(({ tenant, keyId }) => ({
          municipality: tenant,
          id: randomUUID(),
          traceId: trace?.traceId ?? '',
          spanId: trace?.spanId ?? '',
          isOk: outcome.status === 'fulfilled',
          name: operationId,
          start_ms,
          end_ms: clock(),
          subject: keyId,
          by: caller.by,
        })),
      )
      if (outcome.status === 'rejected') throw outcome.reason
      return outcome.value
    }
  }
}
