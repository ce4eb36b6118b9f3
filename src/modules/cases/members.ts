import type { Assignment, Case } from './case-state.ts'
import { DARK, type Dark } from './clusters.ts'
import { ACTIVE } from './lifecycle.ts'

/**
 * Who knows which objects a case of several is about. A party reads them in each message. What joins or leaves afterwards
 * is gathered: it is told with the next message about its work, and without one when TOLD_WITHIN_MS have passed since the
 * first that it does not know of. So a storm costs a party one message a case and a window, whatever it is made of.
 */
const TOLD_WITHIN_MS = 5 * 60_000

/** These assignments were told all objects there are; `isByItself`: by a message for that alone, which is a new revision. */
export type MembersTold = { assignments: readonly string[]; isByItself?: true }

/** Each object that is dark once, with the last report of it. */
export function membersOf(dark: readonly Dark[]): readonly Dark[] {
  return [...new Map(dark.map((one) => [one.asset, one])).values()]
}

/** What a party does not know yet of the objects there are, given those that it was told. */
export function newsOf(told: readonly Dark[], dark: readonly Dark[]) {
  const [was, is] = [DARK.of(told).assets, DARK.of(dark).assets]
  return {
    joined: membersOf(dark).filter(({ asset }) => !was.has(asset)),
    left: told.filter(({ asset }) => !is.has(asset)),
  }
}

/** How many objects a case of several has, as far as it matters whether that changes. */
export function watchedSize(state: Case | undefined): number | undefined {
  if (!state?.cluster || state.untold_ms !== undefined) return undefined
  // Also of who is ready by now: that may be contested.
  const isTold = state.assignments.some(({ told }) => told)
  return isTold ? DARK.of(state.dark).assets.size : undefined
}

/** Since when somebody does not know of all objects; `size` is that of before. */
export function withUntold(state: Case, size: number | undefined, at_ms: number): Case {
  if (size === undefined || DARK.of(state.dark).assets.size === size) return state
  return { ...state, untold_ms: at_ms }
}

/** What the fact makes of a case. */
export function membersTold(state: Case, { assignments: ids, isByItself }: MembersTold): Case {
  const told = membersOf(state.dark)
  const assignments = state.assignments.map((one): Assignment => {
    if (!ids.includes(one.id)) return one
    return { ...one, told, revision: one.revision + (isByItself ? 1 : 0) }
  })
  const { untold_ms, ...known } = { ...state, assignments }
  const isKnownToAll = assignments.every((one) => !knowsLess(one, state.dark))
  return isByItself || isKnownToAll || untold_ms === undefined ? known : { ...known, untold_ms }
}

/** Whether somebody is at work on it who does not know of all its objects. */
export function knowsLess({ status, told }: Assignment, dark: readonly Dark[]): boolean {
  if (!told || !ACTIVE.includes(status)) return false
  const { joined, left } = newsOf(told, dark)
  return joined.length + left.length > 0
}

/** When they are to be told, if nothing else tells them before. */
export function membersTimer({ id, status, joinedInto, untold_ms }: Case) {
  if (untold_ms === undefined || status !== 'open' || joinedInto !== undefined) return undefined
  return { due_at: untold_ms + TOLD_WITHIN_MS, body: { caseId: id } }
}

/** Which of its assignments know all objects now that these messages have left; undefined where nobody learned anything. */
export function toldBy(
  { cluster, dark, assignments }: Case,
  messages: readonly { ordering_key: string }[],
): MembersTold | undefined {
  if (!cluster || messages.length === 0) return undefined
  const named = new Set(messages.map(({ ordering_key }) => ordering_key))
  const ids = assignments
    .filter(({ id, status }) => named.has(id) && ACTIVE.includes(status))
    .filter((one) => !one.told || knowsLess(one, dark))
  return ids.length === 0 ? undefined : { assignments: ids.map(({ id }) => id) }
}
