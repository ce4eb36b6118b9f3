import type { Wake } from '#platform/wake'

/** Commits that come closer together than this are read at once. */
const GATHER_MS = 100

type Piece<Change> = { changes: readonly Change[]; position: number }

/** What one municipality tells, read once for all who follow it. */
export type Feed<Change> = {
  follow(from: number): Follower<Change>
  close(): void
}

export type Follower<Change> = {
  /** The next changes, or none when nothing came within the time. */
  next(within_ms: number): Promise<readonly Change[]>
  stop(): void
}

/**
 * Followers at one position share a reading. A reading belongs to the generation in which it began, and a commit
 * begins a new one: so nobody takes a reading from before the commit that woke it.
 */
export function createFeed<Change>(options: {
  wake: Pick<Wake, 'on'>
  topic: string
  read: (after: number) => Promise<Piece<Change>>
}): Feed<Change> {
  const { wake, topic, read } = options
  const waiting = new Set<() => void>()
  const readings = new Map<number, Promise<Piece<Change>>>()
  let generation = 0
  let gathering: NodeJS.Timeout | undefined

  const off = wake.on(topic, () => {
    gathering ??= setTimeout(begin, GATHER_MS).unref()
  })

  function begin(): void {
    gathering = undefined
    generation += 1
    readings.clear()
    for (const go of [...waiting]) go()
  }

  function readShared(after: number): Promise<Piece<Change>> {
    const known = readings.get(after)
    if (known) return known
    const reading = read(after)
    readings.set(after, reading)
    // A failure is for those who waited for it; whoever comes next tries again.
    reading.catch(() => readings.delete(after))
    return reading
  }

  function follow(from: number): Follower<Change> {
    let position = from
    let seen = -1
    let isOver = false
    let wakeUp = () => {}
    const until = (limit_ms: number) =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(done, limit_ms).unref()
        function done(): void {
          clearTimeout(timer)
          waiting.delete(done)
          resolve()
        }
        wakeUp = done
        waiting.add(done)
      })

    return {
      async next(within_ms) {
        const end_ms = performance.now() + within_ms
        for (;;) {
          const began = generation
          if (!isOver && seen !== began) {
            const piece = await readShared(position)
            const isMore = piece.position > position
            position = piece.position
            if (!isMore) seen = began
            if (piece.changes.length > 0) return piece.changes
            if (isMore) continue
          }
          const left_ms = end_ms - performance.now()
          if (isOver || left_ms <= 0) {
            seen = -1 // a lost wake-up delays by one heartbeat, and loses nothing
            return []
          }
          if (seen === generation) await until(left_ms)
        }
      },
      stop() {
        isOver = true
        wakeUp()
      },
    }
  }

  return {
    follow,
    close() {
      off()
      clearTimeout(gathering)
    },
  }
}
