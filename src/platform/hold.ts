import { setTimeout as delay } from 'node:timers/promises'
import type { Pool } from './database.ts'

const LOOK_EVERY_MS = 250
const AGAIN_AFTER_MS = 1_000

/**
 * Does something in one process only of all that share the database, under a name: `begin` is called when it is ours,
 * and what it gives is disposed of when it is ours no more, or in the end. Others stand by, and one of them begins
 * soon after this one was killed: the lock is of a session, on a connection of its own.
 */
export function holdAlone(options: {
  pool: Pool
  name: string
  begin: () => AsyncDisposable
  onError: (error: Error) => void
}): AsyncDisposable {
  const { pool, name, begin, onError } = options
  const stopping = new AbortController()

  /** One connection: until it is gone, or the program stops. */
  async function hold(): Promise<void> {
    const client = await pool.connect()
    const gone = new AbortController()
    const signal = AbortSignal.any([gone.signal, stopping.signal])
    client.on('error', () => gone.abort())
    client.on('end', () => gone.abort())
    const isOurs = async () => {
      const { rows } = await client.query<{ is_ours: boolean }>(
        'select pg_try_advisory_lock(hashtextextended($1, 0)) as is_ours',
        [name],
      )
      return rows[0]?.is_ours === true
    }
    try {
      while (!signal.aborted) {
        if (await isOurs()) {
          await using _held = begin()
          await untilAborted(signal)
        } else await pause(LOOK_EVERY_MS, signal)
      }
    } finally {
      client.release(true)
    }
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      await hold().catch(onError)
      await pause(AGAIN_AFTER_MS, stopping.signal)
    }
  }

  const running = run()
  return {
    async [Symbol.asyncDispose]() {
      stopping.abort()
      await running
    },
  }
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

/** Shorter when it is aborted. */
async function pause(time_ms: number, signal: AbortSignal): Promise<void> {
  await delay(time_ms, undefined, { signal }).catch(() => {})
}
