import type { Case } from './case-state.ts'
import { DARK, sharedCircuit } from './clusters.ts'
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
  const photos = evidenceOf(signal.photos, signalId)
  return {
    ...warned(raised(state, signal), signal),
    signals: state.signals.concat(signalId),
    reachable: reachable.length === 0 ? state.reachable : [...state.reachable, ...reachable],
    photos: photos.length === 0 ? state.photos : [...state.photos, ...photos],
    dark: withDark(state.dark, signal),
    reporters: withReporter(state.reporters, signal),
    ...(signal.mayPublish === false ? { withheld: [...(state.withheld ?? []), signalId] } : {}),
    // One signal in doubt puts the case in doubt: it may be about another's asset.
    isAssetUncertain: state.isAssetUncertain || isAssetUncertain,
  }
}

function withDark(dark: Case['dark'], signal: SignalData): Case['dark'] {
  const { signalId, received_ms: at_ms, asset, circuit } = signal
  if (!asset || !circuit) return dark
  const of = sharedCircuit(circuit, dark.at(-1)?.of)
  const { id, publicNumber } = asset
  const named = publicNumber === undefined ? {} : { publicNumber }
  return DARK.add(dark, { asset: id, ...named, signalId, at_ms, of })
}

/** Of several objects that are one problem, since when they are so; by that its term is counted. */
export function sinceThen(
  state: Case,
  { clusterSince_ms: since_ms }: { clusterSince_ms?: number },
): Case {
  if (!state.cluster || since_ms === undefined) return state
  const opened_ms = Math.min(state.opened_ms, since_ms)
  return { ...state, opened_ms, cluster: { ...state.cluster, since_ms } }
}

/** Whoever goes there must know of a threat before they answer anything else. */
function warned(state: Case, { hasThreat }: SignalData): Case {
  if (!hasThreat || state.hasThreat) return state
  return { ...state, hasThreat, assignments: anew(state.assignments) }
}

function movedIn(state: Case, data: MovedIn): Case {
  const { signal, because, publication, reporterBy_ms } = data
  const { signalId } = signal
  const after = sinceThen(withSignal(state, data.isCleared ? pastOf(signal) : signal), data)
  return {
    ...after,
    reporters: data.isStopped ? state.reporters : after.reporters,
    photos: data.isDestroyed ? state.photos : after.photos,
    destroyed: data.isDestroyed ? [...state.destroyed, signalId] : state.destroyed,
    publications: publication ? [...state.publications, publication] : state.publications,
    // What is given back was its own, or is in the list already.
    takenIn:
      because === 'given-back'
        ? state.takenIn
        : [...state.takenIn, { signalId, from: data.from.caseId, because }],
    ...earlier(state.reporterBy_ms, reporterBy_ms),
  }
}

/** What it said is over: it counts for nothing that stands. */
function pastOf({ condition: _, circuit: _circuit, ...signal }: SignalData): SignalData {
  return signal
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
    dark: state.dark.filter((one) => one.signalId !== signalId),
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
      return {
        ...state,
        joinedInto: event.data.into,
        ...(event.data.as === 'swallowed' ? { isSwallowed: true } : {}),
      }
    case 'CaseGivenBack': {
      const { joinedInto: _, isSwallowed: _swallowed, ...own } = state
      return own.status === 'closed' ? reopenedCase(own) : own
    }
    case 'SignalKeptBack':
    case 'ReporterTold':
      return state
  }
}
