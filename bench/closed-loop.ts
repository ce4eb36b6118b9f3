import { quantile } from './row.ts'

export type Pace = { connections: number; warm_ms: number; run_ms: number }
export type Loop = { perSecond: number; p50_ms: number; p99_ms: number; done: number }

/** On every connection one after another, without a pause; what ends in the warm-up is not counted. */
export async function loop(
  { connections, warm_ms, run_ms }: Pace,
  once: (connection: number) => Promise<void>,
): Promise<Loop> {
  const begin_ms = performance.now() + warm_ms
  const end_ms = begin_ms + run_ms
  const times: number[] = []
  let done = 0
  await Promise.all(
    Array.from({ length: connections }, async (_, connection) => {
      for (;;) {
        const from_ms = performance.now()
        await once(connection)
        const now_ms = performance.now()
        if (now_ms > end_ms) return
        done++
        if (now_ms > begin_ms) times.push(now_ms - from_ms)
      }
    }),
  )
  times.sort((a, b) => a - b)
  return {
    done,
    perSecond: (times.length * 1000) / run_ms,
    p50_ms: quantile(times, 0.5),
    p99_ms: quantile(times, 0.99),
  }
}
