import type { Case } from './case-state.ts'
import type { CaseEvent, SignalData } from './events.ts'

/** Whether a person wrote or showed something with it, and lets it be seen. */
function isTold({ kind, hasWords, photos, mayPublish }: SignalData): boolean {
  if (mayPublish === false) return false
  return kind !== 'device' && (hasWords === true || (photos?.length ?? 0) > 0)
}

/**
 * Which signals wait until somebody of the desk has looked whether everybody may see what they say. Of what is not for
 * everybody none do, and none once the case is closed: what nobody released then stays unseen.
 */
export function withToRelease(state: Case, event: CaseEvent): Case {
  const isOpenToAll = state.visibility === 'public' && state.kind === undefined && !state.isHistory
  if (!isOpenToAll || state.status === 'closed')
    return state.toRelease.length === 0 ? state : { ...state, toRelease: [] }
  switch (event.type) {
    case 'SignalReceived': {
      const { signal } = event.data
      if (!isTold(signal)) return state
      return { ...state, toRelease: [...state.toRelease, signal.signalId] }
    }
    case 'SignalMovedIn':
      if (!event.data.isToRelease) return state
      return { ...state, toRelease: [...state.toRelease, event.data.signal.signalId] }
    case 'SignalPublished':
    case 'SignalKeptBack':
    case 'TextDestroyed': {
      const { signalId } = event.data
      return { ...state, toRelease: state.toRelease.filter((id) => id !== signalId) }
    }
    default:
      return state
  }
}
