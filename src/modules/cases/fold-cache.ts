import type { Case } from './case.ts'
import type { SignalData } from './events.ts'

/** A case as its events were folded, and what was told with its signals. */
export type Folded = { state: Case; told: Map<string, SignalData> }

/** Below this it is as quick to fold it again. */
const KEEPS_FROM_SIGNALS = 8
/** Of all that is kept together: about a kilobyte each. */
const MOST_SIGNALS = 120_000

/**
 * Large cases as they were last committed, so that one more signal of many costs one more event. It is never trusted for
 * being new: whoever uses it reads the events after it. What was used longest ago goes first.
 */
export type FoldCache = {
  get(municipality: string, caseId: string): Folded | undefined
  keep(municipality: string, folded: Folded): void
}

export function createFoldCache(mostSignals = MOST_SIGNALS): FoldCache {
  const kept = new Map<string, Folded & { signals: number }>()
  let signals = 0
  const drop = (name: string) => {
    signals -= kept.get(name)?.signals ?? 0
    kept.delete(name)
  }
  return {
    get(municipality, caseId) {
      const name = `${municipality}/${caseId}`
      const found = kept.get(name)
      if (!found) return undefined
      kept.delete(name)
      kept.set(name, found)
      return found
    },
    keep(municipality, folded) {
      const { state, told } = folded
      const name = `${municipality}/${state.id}`
      drop(name)
      if (told.size < KEEPS_FROM_SIGNALS || state.status === 'closed') return
      kept.set(name, { ...folded, signals: told.size })
      signals += told.size
      for (const oldest of kept.keys()) {
        if (signals <= mostSignals) break
        drop(oldest)
      }
    },
  }
}
