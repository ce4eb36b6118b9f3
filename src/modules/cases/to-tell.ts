import type { Case } from './case-state.ts'
import type { CaseEvent } from './events.ts'
import type { TellStep } from './told-by-hand.ts'

/**
 * At which facts whoever gets no mail is told something by hand. As with the mails nothing is told that asks nothing of
 * them and ends nothing; a letter confirms that the report came in, which a caller heard at once.
 */
function stepOf(event: CaseEvent): TellStep | undefined {
  switch (event.type) {
    case 'ReporterAsked':
      return 'asked'
    case 'CaseDone':
      return 'done'
    case 'CaseContested':
    case 'CaseReopened':
      return 'reopened'
    case 'CaseClosed':
      if (event.data.as === 'joined' || event.data.as === 'swallowed') return undefined
      return event.data.as === 'will-not-be-done' ? 'will-not-be-done' : 'closed'
    default:
      return undefined
  }
}

/** What is to be told by hand after this fact. What was not told yet stands until somebody tells it. */
export function withToTell(state: Case, event: CaseEvent, at_ms: number): Case {
  if (state.isHistory) return state
  switch (event.type) {
    case 'SignalReceived': {
      const { signalId, tellBy: by } = event.data.signal
      if (by === undefined) return state
      const known = { ...state, byHand: [...state.byHand, { signalId, by }] }
      return by === 'letter' ? tell(known, [signalId], 'received', at_ms) : known
    }
    case 'SignalMovedIn': {
      const { signal, toTell, because } = event.data
      const { signalId, tellBy: by } = signal
      if (by === undefined || event.data.isStopped) return state
      const known = {
        ...state,
        byHand: [...state.byHand, { signalId, by }],
        toTell: toTell ? [...state.toTell, toTell] : state.toTell,
      }
      return tell(known, [signalId], because, at_ms)
    }
    case 'SignalMovedOut':
    case 'ReporterStopped':
      return notByHand(state, event.data.signalId)
    case 'ReporterTold': {
      const { signalId } = event.data
      return { ...state, toTell: state.toTell.filter((one) => one.signalId !== signalId) }
    }
    default: {
      const step = stepOf(event)
      if (step === undefined || state.byHand.length === 0) return state
      const all = state.byHand.map(({ signalId }) => signalId)
      return tell(state, all, step, at_ms)
    }
  }
}

function tell(state: Case, signals: readonly string[], step: TellStep, at_ms: number): Case {
  const toTell = [...state.toTell]
  for (const { signalId, by } of state.byHand) {
    if (!signals.includes(signalId)) continue
    const at = toTell.findIndex((one) => one.signalId === signalId)
    const known = toTell[at]
    if (known) toTell[at] = { ...known, steps: [...known.steps, step] }
    else toTell.push({ signalId, by, steps: [step], since_ms: at_ms })
  }
  return { ...state, toTell }
}

function notByHand(state: Case, signalId: string): Case {
  const isOther = (one: { signalId: string }) => one.signalId !== signalId
  return { ...state, byHand: state.byHand.filter(isOther), toTell: state.toTell.filter(isOther) }
}
