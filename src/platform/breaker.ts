import type { Clock } from '#kernel/clock'

const FAILURES = 5
const REST_MS = 30_000

/** A destination that is left alone until then; without a moment it answers again. */
export type Rest = { destination: string; failures: number; until_ms?: number }

/**
 * closed → (5 failures in a row) → open → (30 s) → half open: what is tried then closes it, or opens it again.
 * It keeps a destination that is down from taking places and time; nothing is lost, only later.
 */
export function createBreaker(clock: Clock, onChange: (rest: Rest) => void = () => {}) {
  const states = new Map<string, { failures: number; openUntil_ms: number }>()
  const isResting = (destination: string) => (states.get(destination)?.openUntil_ms ?? 0) > 0
  return {
    succeeded(destination: string) {
      if (isResting(destination)) onChange({ destination, failures: 0 })
      states.delete(destination)
    },
    failed(destination: string) {
      const failures = (states.get(destination)?.failures ?? 0) + 1
      const until_ms = failures >= FAILURES ? clock() + REST_MS : 0
      states.set(destination, { failures, openUntil_ms: until_ms })
      if (until_ms > 0) onChange({ destination, failures, until_ms })
    },
    /** What is tried next decides, without waiting for the rest to end. */
    halfOpen(destination: string) {
      const state = states.get(destination)
      if (state && state.openUntil_ms > 0) states.set(destination, { ...state, openUntil_ms: 1 })
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
