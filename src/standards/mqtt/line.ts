/** Lets so many do something at once; the others wait in the order in which they came. */
export function createTurns(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = most
  const waiting: (() => void)[] = []
  return async (work) => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}

/**
 * What comes over one connection: begun in its order, some at once, and settled in its order as well, since a PUBACK
 * must not overtake another (MQTT-4.6.0-2). After a fault nothing more begins: all of it will come again.
 */
export function createLine(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const turn = createTurns(most)
  let last: Promise<unknown> = Promise.resolve()
  let fault: { error: unknown } | undefined
  return (work) => {
    const before = last
    const done = turn(async () => {
      if (fault) throw fault.error
      return work().catch((error) => {
        fault ??= { error }
        throw error
      })
    })
    const settled = before.then(() => done)
    last = settled.catch(() => undefined)
    // Until those before it are settled nobody looks at its fault.
    done.catch(() => undefined)
    return settled
  }
}
