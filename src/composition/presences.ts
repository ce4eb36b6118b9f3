import type { Clock } from '#kernel/clock'
import type { Wake } from '#platform/wake'

export const DOING = ['looking', 'editing'] as const
export type Doing = (typeof DOING)[number]

/** Somebody of the desk has a case before them. `at` is a window of theirs, drawn by it: no name and no key. */
export type Presence = { case: string; at: string; doing: Doing }

/** A window says so again within this time, or is gone. */
const LASTS_MS = 30_000
/** Of one municipality; a desk has some dozens of windows. */
const MOST = 1_000

type Said = { case: string; at: string; doing: Doing | 'gone' }

/** Who of the desks looks at what, in the memory of each process and nowhere else; processes tell each other. */
export function createPresences({
  wake,
  clock,
}: {
  wake: Pick<Wake, 'say' | 'hear'>
  clock: Clock
}) {
  const towns = new Map<string, Town>()

  function townOf(municipality: string): Town {
    let town = towns.get(municipality)
    if (!town) {
      const windows = new Map<string, Presence & { until_ms: number }>()
      const listeners = new Set<() => void>()
      const off = wake.hear(topicOf(municipality), (words) => {
        const said = JSON.parse(words) as Said
        const before = windows.get(said.at)
        if (said.doing === 'gone') windows.delete(said.at)
        else if (before || windows.size < MOST)
          windows.set(said.at, { ...said, doing: said.doing, until_ms: clock() + LASTS_MS })
        const isNews = before?.case !== said.case || before.doing !== said.doing
        if (isNews || said.doing === 'gone') for (const listener of [...listeners]) listener()
      })
      town = { windows, listeners, off }
      towns.set(municipality, town)
    }
    return town
  }

  return {
    say(municipality: string, said: Said): void {
      townOf(municipality)
      wake.say(topicOf(municipality), JSON.stringify(said))
    },
    /** Who is there now; whoever did not say so for a while is not. */
    list(municipality: string): Presence[] {
      const { windows } = townOf(municipality)
      for (const [at, { until_ms }] of windows) if (until_ms < clock()) windows.delete(at)
      return [...windows.values()].map(({ until_ms: _, ...one }) => one)
    },
    onChange(municipality: string, listener: () => void): () => void {
      const { listeners } = townOf(municipality)
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close(): void {
      for (const { off } of towns.values()) off()
      towns.clear()
    },
  }
}

type Town = {
  windows: Map<string, Presence & { until_ms: number }>
  listeners: Set<() => void>
  off: () => void
}

export type Presences = ReturnType<typeof createPresences>

const topicOf = (municipality: string) => `presence:${municipality}`
