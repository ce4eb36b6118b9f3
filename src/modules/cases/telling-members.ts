import type { Case } from './case-state.ts'
import { knowsLess, type MembersTold } from './members.ts'
import { type Recording, startRecording } from './recording.ts'

/** The window is over: whoever is at work and does not know of all objects is told. */
export function decideTellMembers(known: Case, now_ms: number): Recording | 'nothing-to-tell' {
  if (known.untold_ms === undefined) return 'nothing-to-tell'
  const recording = startRecording(known, known.id, now_ms)
  const ids = known.assignments.filter((one) => knowsLess(one, known.dark)).map(({ id }) => id)
  recording.record({ type: 'MembersTold', data: { assignments: ids, isByItself: true } })
  return recording
}

/** What was told with other messages. */
export function noteTold(known: Case, data: MembersTold, now_ms: number): Recording {
  const recording = startRecording(known, known.id, now_ms)
  recording.record({ type: 'MembersTold', data })
  return recording
}
