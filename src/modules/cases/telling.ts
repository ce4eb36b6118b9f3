import type { Case } from './case-state.ts'
import type { ToldAs } from './desk-events.ts'
import { type Recording, startRecording } from './recording.ts'

/** Somebody of the desk told a reporter by letter or telephone how it goes, or could not reach them. */
export function decideTold(
  { signalId, by, as }: { signalId: string; by: string; as: ToldAs },
  known: Case,
  now_ms: number,
): Recording | 'nothing-to-tell' {
  const toTell = known.toTell.find((one) => one.signalId === signalId)
  if (!toTell) return 'nothing-to-tell'
  const recording = startRecording(known, known.id, now_ms)
  const { by: how, steps } = toTell
  recording.record({ type: 'ReporterTold', data: { signalId, by, as, how, steps } })
  return recording
}

/** Somebody of the desk looked at what was written and sent, and shows it to nobody else. */
export function decideKeepBack(
  { signalId, by }: { signalId: string; by: string },
  known: Case,
  now_ms: number,
): Recording | 'nothing-to-release' {
  if (!known.toRelease.includes(signalId)) return 'nothing-to-release'
  const recording = startRecording(known, known.id, now_ms)
  recording.record({ type: 'SignalKeptBack', data: { signalId, by } })
  return recording
}
