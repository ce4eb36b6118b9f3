import { createCarriedFacts } from './carried-facts.ts'
import type { Case } from './case-state.ts'
import type { ClearedCondition, SignalData } from './events.ts'

const nameOf = (asset: string, condition: string) => `${asset}/${condition}`

const RAISED = createCarriedFacts<string, Set<string>>(
  () => new Set(),
  (names, name) => names.add(name),
)

/** Whatever is reported after a clear, by a thing or by a person, says that it is not over. */
export function raised(state: Case, { asset, condition }: SignalData): Case {
  const after = withoutClear(state)
  if (asset === undefined || condition === undefined) return after
  const name = nameOf(asset.id, condition)
  return RAISED.of(after.raised).has(name)
    ? after
    : { ...after, raised: RAISED.add(after.raised, name) }
}

/** Whoever said it said it of another problem. */
export function notRaised(
  state: Case,
  { asset, condition }: { asset: string; condition: string },
): Case {
  return { ...state, raised: state.raised.filter((name) => name !== nameOf(asset, condition)) }
}

export function isRaised(state: Case, { asset, condition }: ClearedCondition): boolean {
  return state.raised.includes(nameOf(asset, condition))
}

/** Only the last condition that is cleared clears the case. */
export function lowered(state: Case, { asset, condition, at_ms, source }: ClearedCondition): Case {
  const left = state.raised.filter((name) => name !== nameOf(asset, condition))
  const isStillRaised = left.some((name) => name.startsWith(nameOf(asset, '')))
  const dark = isStillRaised ? state.dark : state.dark.filter((one) => one.asset !== asset)
  return {
    ...state,
    dark,
    raised: left,
    ...(left.length === 0 ? { cleared: { at_ms, source } } : {}),
  }
}

export function withoutClear(known: Case): Case {
  // Most have none, and a case is large to copy.
  if (known.cleared === undefined) return known
  const { cleared: _, ...state } = known
  return state
}

/** What was made safe is not so any more when it is back, and whoever took over then is not on it now. */
export function reopenedCase(state: Case): Case {
  const {
    closedAs: _as,
    closedBecause: _why,
    closed_ms: _at,
    madeSafe_ms: _safe,
    duty: _duty,
    ...open
  } = withoutClear(state)
  return { ...open, status: 'open' }
}
