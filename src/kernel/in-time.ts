/** One version of something, along both axes of time: since when it holds, and since when that is known. */
export type InTime = {
  /** Rises with each that is entered. */
  version: number
  /** -Infinity: it always did. */
  from_ms: number
  /** -Infinity: entered before moments were kept. */
  entered_ms: number
  /** Since which epoch of the municipality's rules it is taken into account; 0: since always. */
  epoch: number
}

/** Which versions are taken into account. */
export type IsKnown = (one: InTime) => boolean

export function knownBy(at_ms: number): IsKnown {
  return ({ entered_ms }) => entered_ms <= at_ms
}

export function knownAtEpoch(epoch: number): IsKnown {
  return (one) => one.epoch <= epoch
}

/**
 * The version that holds at a moment. A version takes over from its own moment on: from then, no earlier version of the
 * same thing holds, also where that was to begin later. Undefined before the first begins.
 */
export function holdingAt<V extends InTime>(versions: readonly V[], at_ms: number): V | undefined {
  let holding: V | undefined
  for (const one of versions)
    if (one.from_ms <= at_ms && (!holding || one.version > holding.version)) holding = one
  return holding
}

/** The moments at which one of these begins, the earliest first, each once. */
export function beginningsOf(versions: readonly InTime[]): number[] {
  return [...new Set(versions.map(({ from_ms }) => from_ms))].sort((a, b) => a - b)
}

/** A version as the next one of these, or undefined where the same holds at its beginning already. */
export function nextOf<V extends InTime>(
  versions: readonly V[],
  { now_ms, from_ms, epoch }: { now_ms: number; from_ms?: number | undefined; epoch: number },
  isSame: (holding: V) => boolean,
): InTime | undefined {
  // What is entered first held all along, and what is changed without a date changes now.
  const begins_ms = from_ms ?? (versions.length === 0 ? -Infinity : now_ms)
  const holding = holdingAt(versions, begins_ms)
  if (holding && isSame(holding)) return undefined
  const version = versions.reduce((last, one) => Math.max(last, one.version), 0) + 1
  return { version, from_ms: begins_ms, entered_ms: now_ms, epoch }
}
