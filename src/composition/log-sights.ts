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

/** What is done around a piece of work, by its name and by whom it is done. */
export type RecordSights = (name: string, by: string) => Around

/**
 * Writes down every sight of personal data before it is shown: what a piece of work opened of the vault, one row for
 * each person or signal that it is about. Where that cannot be written, the work fails and shows nothing.
 */
export function createRecordSights(options: {
  pool: Pool
  vault: Vault
  clock: Clock
}): RecordSights {
  const { pool, vault, clock } = options
  return (name, by) => async (work) => {
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
        name,
        start_ms,
        end_ms: clock(),
        subject: keyId,
        by,
      })),
    )
    if (outcome.status === 'rejected') throw outcome.reason
    return outcome.value
  }
}

/** The same around each operation of the API. */
export function createLogSights(options: { pool: Pool; vault: Vault; clock: Clock }): LogSights {
  const recordSights = createRecordSights(options)
  return (operationId, { actor, link, by }) => {
    // Of who opened a link nobody knows whether it was a person: scanners of mail do, and must change nothing by it.
    if (actor === 'public' || actor === 'integrator' || link) return undefined
    return recordSights(operationId, by)
  }
}
