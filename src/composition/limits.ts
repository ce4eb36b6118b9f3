import { byOpen311To } from '#modules/delivery'
import { listEndpointLimits } from '#modules/directory'
import type { Pool } from '#platform/database'
import type { DestinationLimits } from '#platform/outbox'
import { startSweep } from '#platform/sweep'

/** Limits are changed by hand, once in a while. */
const EVERY_MS = 5_000

/** How much each endpoint takes, as it is known here: read now and then; undefined until it was read once. */
export function openLimits(worker: Pool, onError: (error: Error) => void, onFirst: () => void) {
  let limits: ReadonlyMap<string, DestinationLimits> | undefined
  const sweep = startSweep({
    every_ms: EVERY_MS,
    onError,
    async round() {
      const known = await listEndpointLimits(worker)
      const isFirst = limits === undefined
      limits = new Map(
        known.map(({ organisation, kind, limits: own }) => [
          kind === 'open311' ? byOpen311To(organisation) : organisation,
          own,
        ]),
      )
      if (isFirst) onFirst()
    },
  })
  return { now: () => limits, [Symbol.asyncDispose]: () => sweep[Symbol.asyncDispose]() }
}
