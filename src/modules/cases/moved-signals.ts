import type { Case } from './case-state.ts'
import { notRaised, raised, reopenedCase } from './conditions.ts'
import type { DeskEvent, MovedIn } from './desk-events.ts'
import type { SignalData } from './events.ts'
import { anew } from './new-revision.ts'
import { evidenceOf } from './publications.ts'
import { withReporter } from './reporters.ts'

/** A signal becomes one of the case, whether it is new or was another case's. */
export function withSignal(state: Case, signal: SignalData): Case {
  const { signalId, isAssetUncertain, person } = signal
  const reachable = person === undefined ? [] : [signalId]
  return {
    ...warned(raised(state, signal), signal),
    signals: [...state.signals, signalId],
    reachable: [...state.reachable, ...reachable],
    photos: [...state.photos, ...evidenceOf(signal.photos, signalId)],
    reporters: withReporter(state.reporters, signal),
    ...(signal.mayPublish === false ? { withheld: [...(state.withheld ?? []), signalId] } : {}),
    // One signal in doubt puts the case in doubt: it may be about another's asset.
    isAssetUncertain: state.isAssetUncertain || isAssetUncertain,
  }
}

/** Whoever goes there must know of a threat before they answer anything else. */
function warned(state: Case, { hasThreat }: SignalData): Case {
  if (!hasThreat || state.hasThreat) return state
  return { ...state, hasThreat, assignments: anew(state.assignments) }
}

function movedIn(state: Case, data: MovedIn): Case {
  const { signal, because, publication, reporterBy_ms } = data
  const { signalId } = signal
  const after = withSignal(state, signal)
  return {
    ...after,
    reporters: data.isStopped ? state.reporters : after.reporters,
    photos: data.isDestroyed ? state.photos : after.photos,
    destroyed: data.isDestroyed ? [...state.destroyed, signalId] : state.destroyed,
    publications: publication ? [...state.publications, publication] : state.publications,
    // What is given back was its own, or is in the list already.
    takenIn: because === 'given-back' ? state.takenIn : [...state.takenIn, { signalId, because }],
    ...earlier(state.reporterBy_ms, reporterBy_ms),
  }
}

/** Whoever waits longest was told the earliest moment. */
function earlier(own: number | undefined, other: number | undefined): Partial<Case> {
  const known = [own, other].filter((one) => one !== undefined)
  return known.length === 0 ? {} : { reporterBy_ms: Math.min(...known) }
}

function movedOut(
  state: Case,
  { signalId, to, raised: own }: Extract<DeskEvent, { type: 'SignalMovedOut' }>['data'],
): Case {
  return {
    ...(own ? notRaised(state, own) : state),
    signals: state.signals.filter((id) => id !== signalId),
    reachable: state.reachable.filter((id) => id !== signalId),
    photos: state.photos.filter(({ of }) => of !== signalId),
    reporters: withoutSignal(state.reporters, signalId),
    publications: state.publications.filter((one) => one.signalId !== signalId),
    toRelease: state.toRelease.filter((id) => id !== signalId),
    destroyed: state.destroyed.filter((id) => id !== signalId),
    ...(state.withheld && { withheld: state.withheld.filter((id) => id !== signalId) }),
    movedOut: [...state.movedOut, { signalId, to }],
  }
}

/** Whoever reported the case with another signal too stays one of its reporters. */
function withoutSignal(reporters: Case['reporters'], signalId: string): Case['reporters'] {
  return reporters.flatMap((one) => {
    const signals = one.signals.filter((id) => id !== signalId)
    return signals.length === 0 ? [] : [{ ...one, signals }]
  })
}

/** What the desk did makes of a case. */
export function directed(state: Case, event: DeskEvent): Case {
  switch (event.type) {
    case 'SignalMovedIn':
      return movedIn(state, event.data)
    case 'SignalMovedOut':
      return movedOut(state, event.data)
    case 'CaseJoined':
      return { ...state, joinedInto: event.data.into }
    case 'CaseGivenBack': {
      const { joinedInto: _, ...own } = state
      return own.status === 'closed' ? reopenedCase(own) : own
    }
    case 'SignalKeptBack':
    case 'ReporterTold':
      return state
  }
}
