import type { Clock } from '#kernel/clock'

const MINUTE_MS = 60_000

/** How many messages left to each destination within the last minute, of those that may get only so many in it. */
export function createPaces(clock: Clock) {
  const left = new Map<string, number[]>()
  return {
    began(destination: string, most_per_minute: number | undefined) {
      if (most_per_minute === undefined) return void left.delete(destination)
      const moments = left.get(destination) ?? []
      moments.push(clock())
      left.set(destination, moments)
    },
    /** How many more may leave now. */
    room(destination: string, most_per_minute: number): number {
      const from_ms = clock() - MINUTE_MS
      const recent = (left.get(destination) ?? []).filter((at_ms) => at_ms > from_ms)
      left.set(destination, recent)
      return Math.max(0, most_per_minute - recent.length)
    },
  }
}
