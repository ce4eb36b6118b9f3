import type { Assignment, Case } from './case-state.ts'
import { watchDanger } from './danger.ts'
import { NOT_BEGUN } from './lifecycle.ts'
import {
  type Circumstances,
  followUp,
  type Recording,
  routeCase,
  settleArrived,
  settleDesk,
  startRecording,
} from './recording.ts'
import { breakTerms, settleNear } from './term-watch.ts'

/** Whoever was there, or made it safe, has begun, whether or not it said so. */
export function hasBegun({ status, onSite_ms, madeSafe_ms, working_ms }: Assignment): boolean {
  const wasThere = [onSite_ms, madeSafe_ms, working_ms].some((at_ms) => at_ms !== undefined)
  return wasThere || !NOT_BEGUN.includes(status)
}

/** Who repaired it before stands for that also when its agreement has ended. */
function standsForIt({ category, warranty }: Case, one: Assignment, now_ms: number): boolean {
  const isOfWarranty = warranty?.agreement === one.agreement && category === one.category
  return isOfWarranty && now_ms < warranty.until_ms
}

/**
 * An agreement that hands over has ended: what its party has not begun is taken back, and asked again of the agreements
 * in force now. What was begun stays where it is. The reporter's clock runs on from the first signal.
 */
export function decideEnd(agreement: string, known: Case, circumstances: Circumstances): Recording {
  const { now_ms, rules } = circumstances
  const recording = startRecording(known, known.id, now_ms)
  if (known.status !== 'open' || known.isHistory) return recording
  if (!rules.endOf(agreement, now_ms).isGivenAway) return recording
  const given = known.assignments.filter(
    (one) => one.agreement === agreement && !hasBegun(one) && !standsForIt(known, one, now_ms),
  )
  if (given.length === 0) return recording
  breakTerms(recording, rules)
  for (const { id: assignmentId } of given)
    recording.record({
      type: 'AssignmentWithdrawn',
      data: { assignmentId, reason: 'agreement-ended' },
    })
  settleHeld(recording)
  settleArrived(recording, 'rule')
  for (const { category, before } of given)
    routeCase(recording, circumstances, {
      for: 'agreement-ended',
      category,
      at_ms: now_ms,
      ...(before === undefined ? {} : { before }),
    })
  watchDanger(recording, circumstances, 'rule')
  followUp(recording, circumstances)
  settleNear(recording, 'rule')
  return recording
}

/** What was withdrawn waits for no click any more. */
function settleHeld(recording: Recording): void {
  const held = recording.state.assignments.filter(({ status }) => status === 'proposed')
  for (const reason of ['confirm', 'paused'] as const)
    if (!held.some((one) => one.held === reason)) settleDesk(recording, [reason], 'rule')
}
