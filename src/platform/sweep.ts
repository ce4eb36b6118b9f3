export type Sweep = {
  /** Asks for a round now; rounds never overlap, and one asked for during a round follows it. */
  now(): void
  [Symbol.asyncDispose](): Promise<void>
}

/** Runs `round` when asked and at least each `every_ms`, one at a time; a round that fails is told and tried again. */
export function startSweep(options: {
  every_ms: number
  round: () => Promise<void>
  onError: (error: Error) => void
}): Sweep {
  const { every_ms, round, onError } = options
  let running: Promise<void> | undefined
  let isAsked = false
  let isClosed = false

  async function run(): Promise<void> {
    do {
      isAsked = false
      try {
        await round()
      } catch (error) {
        if (!isClosed) onError(error as Error)
        isAsked = false
      }
    } while (isAsked && !isClosed)
    running = undefined
  }

  function now(): void {
    isAsked = true
    if (!isClosed) running ??= run()
  }

  const timer = setInterval(now, every_ms)
  now()
  return {
    now,
    async [Symbol.asyncDispose]() {
      isClosed = true
      clearInterval(timer)
      await running
    },
  }
}
