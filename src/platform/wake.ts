import { EventEmitter } from 'node:events'
import type { PoolClient } from 'pg'
import type { Pool } from './database.ts'

/** A topic is a short word with an optional tenant, for example `outbox` or `journal:GM0228`. */
export type Wake = {
  /**
   * Tells every process that there is something to do; never inside a transaction. Listeners in this process
   * also get `names`, what it is about; those in others look for themselves.
   */
  ring(topic: string, names?: readonly string[]): void
  on(topic: string, listener: (names?: readonly string[]) => void): () => void
  /**
   * Says something that is nowhere kept to whoever hears this topic, in every process; at most MOST_SAID bytes of it. What
   * is said while a connection is lost is not heard: whoever says something that must last says it again.
   */
  say(topic: string, words: string): void
  hear(topic: string, listener: (words: string) => void): () => void
  [Symbol.asyncDispose](): Promise<void>
}

const CHANNEL = 'lantaarn_wake'
const SAID = 'lantaarn_said'
/** A NOTIFY takes less than 8,000. */
export const MOST_SAID = 4_000
/** NOTIFY takes a lock over all databases at commit: gathered, it costs the writers nothing. */
const GATHER_MS = 20
const RETRY_MS = 1_000

/**
 * Wakes listeners in this process at once, and those of other processes by one gathered NOTIFY. It is only a
 * hint: who listens also looks by itself each second, so a lost connection delays and loses nothing.
 */
export async function openWake(
  pool: Pool,
  self: string,
  onError: (error: Error) => void,
  /** Runs on each connection that is listened on, before anything is heard. */
  greet: (client: PoolClient) => Promise<void> = async () => {},
): Promise<Wake> {
  const emitter = new EventEmitter().setMaxListeners(0)
  const spoken = new EventEmitter().setMaxListeners(0)
  const waiting = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let isClosed = false
  let listening: Awaited<ReturnType<Pool['connect']>> | undefined

  async function listen(): Promise<void> {
    if (isClosed) return
    try {
      const client = await pool.connect()
      if (isClosed) return client.release()
      listening = client
      client.on('notification', ({ channel, payload }) => {
        if (channel === SAID) {
          const { from, topic, words } = JSON.parse(payload ?? '{}')
          if (from !== self) spoken.emit(topic, words)
          return
        }
        const [from, ...topics] = (payload ?? '').split(' ')
        if (from !== self) for (const topic of topics) emitter.emit(topic)
      })
      client.on('error', (error) => {
        // Let go of already; the server may end it before we do.
        if (isClosed || listening !== client) return
        client.release(error)
        listening = undefined
        onError(error)
        again()
      })
      await greet(client)
      await client.query(`listen ${CHANNEL}`)
      await client.query(`listen ${SAID}`)
    } catch (error) {
      onError(error as Error)
      again()
    }
  }

  function again(): void {
    if (!isClosed) setTimeout(() => void listen(), RETRY_MS).unref()
  }

  function notify(): void {
    timer = undefined
    const topics = [...waiting]
    waiting.clear()
    listening
      ?.query(`select pg_notify($1, $2)`, [CHANNEL, [self, ...topics].join(' ')])
      .catch(onError)
  }

  await listen()
  return {
    ring(topic, names) {
      emitter.emit(topic, names)
      waiting.add(topic)
      timer ??= setTimeout(notify, GATHER_MS)
    },
    on(topic, listener) {
      emitter.on(topic, listener)
      return () => emitter.off(topic, listener)
    },
    say(topic, words) {
      if (Buffer.byteLength(words) > MOST_SAID) throw new Error('more than can be said at once')
      spoken.emit(topic, words)
      const said = JSON.stringify({ from: self, topic, words })
      listening?.query(`select pg_notify($1, $2)`, [SAID, said]).catch(onError)
    },
    hear(topic, listener) {
      spoken.on(topic, listener)
      return () => spoken.off(topic, listener)
    },
    async [Symbol.asyncDispose]() {
      isClosed = true
      clearTimeout(timer)
      listening?.release(true)
    },
  }
}
