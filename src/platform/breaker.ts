import type { Clock } from '#kernel/clock'

const FAILURES = 5
const REST_MS = 30_000

/**
 * closed → (5 failures in a row) → open → (30 s) → half open: what is tried then closes it, or opens it again.
 * It keeps a destination that is down from taking places and time; nothing is lost, only later.
 */
export function createBreaker(clock: Clock) {
  const states = new Map<string, { failures: number; openUntil_ms: number }>()
  return {
    succeeded: (destination: string) => void states.delete(destination),
    failed(destination: string) {
      const failures = (states.get(destination)?.failures ?? 0) + 1
      states.set(destination, {
        failures,
        openUntil_ms: failures >= FAILURES ? clock() + REST_MS : 0,
      })
    },
    /** The destinations to be left alone now. */
    open(): string[] {
      const now_ms = clock()
      // An end further ahead than a rest is long was set before the clock went back.
      return [...states]
        .filter(([, { openUntil_ms: until }]) => until > now_ms && until <= now_ms + REST_MS)
        .map(([name]) => name)
    },
  }
}
