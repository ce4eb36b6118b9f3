import { RateLimiterMemory } from 'rate-limiter-flexible'

/** Counts what is tried under a name, so that nobody can go on guessing; it forgets by itself. */
export type Attempts = {
  /** Counts one more. Where it was too many: how long to wait, in whole seconds. */
  begin(name: string): Promise<number | undefined>
  /** It was right: it does not count. */
  forgive(name: string): Promise<void>
}

/**
 * At most `most` attempts under one name within `within_s` seconds. An attempt counts from its beginning, so that many at
 * once are no way round; each process counts for itself.
 */
export function countAttempts(options: { most: number; within_s: number }): Attempts {
  const { most, within_s } = options
  const limiter = new RateLimiterMemory({ points: most, duration: within_s })
  return {
    async begin(name) {
      const { consumedPoints, msBeforeNext } = await limiter.penalty(name, 1)
      if (consumedPoints <= most) return undefined
      return Math.max(1, Math.ceil(msBeforeNext / 1000))
    },
    forgive: async (name) => void (await limiter.reward(name, 1)),
  }
}
