import type { Case } from './case.ts'
import { isRaised } from './conditions.ts'
import { isUnsafe } from './danger.ts'
import type { ClearedCondition } from './events.ts'
import { NOT_BEGUN } from './lifecycle.ts'
import { type Circumstances, confirmByThing, type Recording, startRecording } from './recording.ts'

/**
 * A thing says that what it reported is over. Before anybody began, the work is taken back and the case closed; after
 * done it is a confirmation; in between it is remembered until done comes. While another condition stands the case goes
 * on, and danger is lowered by a person only.
 */
export function decideCleared(
  cleared: ClearedCondition,
  known: Case,
  { now_ms, rules }: Circumstances,
): Recording {
  const recording = startRecording(known, known.id, now_ms)
  if (known.status === 'closed' || !isRaised(known, cleared)) return recording
  recording.record({ type: 'ConditionCleared', data: cleared })
  if (recording.state.raised.length > 0) return recording
  // Of several objects, what a person reported of another one stands.
  if (known.cluster && known.status === 'open' && recording.state.dark.length > 0) return recording
  if (known.status === 'done') confirmByThing(recording, rules)
  else if (!hasBegun(known) && !isUnsafe(known)) takeBack(recording)
  return recording
}

/** Whether anybody went out for it: then it is not taken back. */
export function hasBegun({ assignments, contested }: Case): boolean {
  const isWork = ['started', 'done', 'nothing-found']
  return (
    contested > 0 ||
    assignments.some((one) => one.started_ms !== undefined || isWork.includes(one.status))
  )
}

function takeBack(recording: Recording): void {
  for (const { id: assignmentId, status } of recording.state.assignments) {
    if (NOT_BEGUN.includes(status))
      recording.record({ type: 'AssignmentWithdrawn', data: { assignmentId, reason: 'cleared' } })
  }
  recording.record({ type: 'CaseClosed', data: { as: 'cleared', by: 'thing' } })
}
