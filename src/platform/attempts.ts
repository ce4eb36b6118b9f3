/** Counts what is tried under a name, so that nobody can go on guessing; it forgets by itself. */
export type Attempts = {
  /** Counts one more. Where it was too many: how long to wait, in whole seconds. */
  begin(name: string): Promise<number | undefined>
  /** It was right: it does not count. */
  forgive(name: string): Promise<void>
}

/**
 * A counter by its name: at most `most` attempts under one name within `within_s` seconds. An attempt counts from its
 * beginning, so that many at once are no way round.
 */
export type CountAttempts = (counter: string, limit: { most: number; within_s: number }) => Attempts
