import { setTimeout as delay } from 'node:timers/promises'
import { listHeads } from '#journal'
import { completePiece, listCompleted } from '#modules/cases'
import type { Pool } from '#platform/database'
import type { Log } from '#platform/log'
import { startSweep } from '#platform/sweep'

/** While two versions serve, what the older one writes is whole within about this. */
const LOOK_MS = 60_000
/** Between two pieces, so that whoever waits for the municipality comes first. */
const PAUSE_MS = 20

/**
 * Completes the rows of cases that a migration has made room for, or that an older version of the program wrote, in
 * pieces and while the town is served. It may run in any number of processes.
 */
export function startCompleting(options: {
  pool: Pool
  worker: Pool
  log: Log
  onError: (error: Error) => void
}): AsyncDisposable {
  const { pool, worker, log, onError } = options
  const stopping = new AbortController()
  const sweep = startSweep({
    every_ms: LOOK_MS,
    onError,
    async round() {
      const { heads, completed } = await worker.read({}, async (query) => ({
        heads: await listHeads(query),
        completed: await listCompleted(query),
      }))
      for (const { municipality, position } of heads) {
        if ((completed.get(municipality) ?? 0) >= position) continue
        // A town whose journal cannot be read is told of, and keeps no other waiting.
        const cases = await completeTown(pool, municipality, stopping.signal).catch(onError)
        if (cases) log.info({ municipality, cases }, 'rows of cases were completed')
      }
    },
  })
  return {
    async [Symbol.asyncDispose]() {
      stopping.abort()
      await sweep[Symbol.asyncDispose]()
    },
  }
}

async function completeTown(
  pool: Pool,
  municipality: string,
  signal: AbortSignal,
): Promise<number> {
  let cases = 0
  while (!signal.aborted) {
    const behind = await completePiece(pool, municipality)
    if (behind === undefined) break
    cases += behind
    if (behind > 0) await delay(PAUSE_MS, undefined, { signal }).catch(() => {})
  }
  return cases
}
