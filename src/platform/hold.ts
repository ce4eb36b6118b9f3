import { setTimeout as delay } from 'node:timers/promises'
import type { Pool } from './database.ts'

const LOOK_EVERY_MS = 250

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
  const { signal } = stopping

  async function hold(): Promise<void> {
    const client = await pool.connect()
    const gone = new Promise<void>((resolve) => {
      client.on('error', () => resolve())
      client.on('end', () => resolve())
      signal.addEventListener('abort', () => resolve(), { once: true })
    })
    try {
      const { rows } = await client.query<{ is_ours: boolean }>(
        'select pg_try_advisory_lock(hashtextextended($1, 0)) as is_ours',
        [name],
      )
      if (rows[0]?.is_ours !== true) return
      await using _held = begin()
      await gone
    } finally {
      client.release(true)
    }
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      await hold().catch(onError)
      await delay(LOOK_EVERY_MS, undefined, { signal }).catch(() => {})
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
