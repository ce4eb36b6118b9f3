import { isExpectation } from '#modules/agreements'
import type { Assignment, Case } from './case-state.ts'
import type { PartyTerm } from './events.ts'
import { ACTIVE_STATUSES } from './lifecycle.ts'
import {
  type Circumstances,
  needDesk,
  type Recording,
  settleDesk,
  startRecording,
} from './recording.ts'
import type { Rules } from './rules.ts'

/**
 * A date of an assignment: open → near (party and desk are warned, where that was agreed) → broken, or reached before.
 * Each is a fact that is recorded once. While a clock stands still, no date comes nearer.
 */

/** Kept is a date also in the very millisecond in which it ends. */
const AFTER_MS = 1

type OpenTerm = { one: Assignment; term: PartyTerm; isExpected: boolean }

/** The dates that can still be reached, and have not been missed. */
function openTerms(of: Case, rules: Pick<Rules, 'agreement'>): OpenTerm[] {
  if (of.status !== 'open') return []
  return of.assignments.flatMap((one) => {
    if (!ACTIVE_STATUSES.includes(one.status) || one.stopped_ms !== undefined) return []
    const basis = rules.agreement(one.agreement, one.version)?.basis
    const isExpected = basis === undefined || isExpectation(basis)
    return one.partyBy
      .filter(({ milestone }) => isStillOpen(of, one, milestone))
      .map((term) => ({ one, term, isExpected }))
  })
}

function isStillOpen(of: Case, one: Assignment, milestone: PartyTerm['milestone']): boolean {
  // Somebody else may have made it safe: then nobody has to any more.
  const isMadeSafe = milestone === 'made-safe' && of.madeSafe_ms !== undefined
  return one.reached[milestone] === undefined && !one.broken.includes(milestone) && !isMadeSafe
}

/** Records what was missed by now. Whoever answers late has missed it, whether or not that was seen before. */
export function breakTerms(recording: Recording, rules: Pick<Rules, 'agreement'>): void {
  const { now_ms, state } = recording
  for (const { one, term, isExpected } of openTerms(state, rules)) {
    const { milestone, by_ms } = term
    if (now_ms < by_ms + AFTER_MS) continue
    const data = { assignmentId: one.id, milestone, by_ms }
    recording.record({ type: isExpected ? 'ExpectationMissed' : 'TermBroken', data })
    if (!isExpected && !state.isHistory) needDesk(recording, 'term-broken', one.id)
  }
}

/** No date is near any more of which the desk was warned. */
export function settleNear(recording: Recording, by: string): void {
  const { state } = recording
  const isNear = state.assignments.some(
    (one) =>
      ACTIVE_STATUSES.includes(one.status) &&
      one.warned.some((milestone) => isStillOpen(state, one, milestone)),
  )
  if (!isNear) settleDesk(recording, ['term-near'], by)
}

/** A date has come near, or has passed. */
export function decideTerms(known: Case, { now_ms, rules }: Circumstances): Recording {
  const recording = startRecording(known, known.id, now_ms)
  if (known.isHistory) return recording
  breakTerms(recording, rules)
  for (const { one, term, isExpected } of openTerms(recording.state, rules)) {
    const { milestone, by_ms, warn_ms } = term
    if (isExpected || warn_ms === undefined || now_ms < warn_ms) continue
    if (one.warned.includes(milestone)) continue
    recording.record({ type: 'TermWarned', data: { assignmentId: one.id, milestone, by_ms } })
    needDesk(recording, 'term-near', one.id)
  }
  settleNear(recording, 'rule')
  return recording
}

/** When the next date of a case comes near or passes. What was brought in as history is not watched. */
export function termTimer(of: Case, rules: Rules): { due_at: number; body: object } | undefined {
  if (of.isHistory) return undefined
  const moments = openTerms(of, rules).map(({ one, term, isExpected }) => {
    const { milestone, by_ms, warn_ms } = term
    const isWarned = isExpected || one.warned.includes(milestone)
    return warn_ms === undefined || isWarned ? by_ms + AFTER_MS : warn_ms
  })
  return moments.length === 0
    ? undefined
    : { due_at: Math.min(...moments), body: { caseId: of.id } }
}
