import type { OfficeKind } from '#modules/directory'
import type { Case } from './case-state.ts'
import { isUnsafe } from './danger.ts'
import { forward } from './forwarding.ts'
import { NOT_BEGUN } from './lifecycle.ts'
import { type Circumstances, type Recording, settleDesk, startRecording } from './recording.ts'

export type KindRejection =
  | 'case-not-open'
  | 'case-is-no-fault'
  | 'case-reported-again'
  | 'case-joined'
  | 'make-safe-first'
  | 'work-has-begun'

/**
 * The desk finds that what came as a fault is a question, a complaint or another thing that an office answers. What
 * has not begun is withdrawn. What several told, or a thing, is a fault to them: then it stays one.
 */
export function decideKind(
  { kind, by }: { kind: OfficeKind; by: string },
  known: Case,
  circumstances: Circumstances,
): Recording | KindRejection {
  if (known.status !== 'open') return 'case-not-open'
  if (known.kind !== undefined) return 'case-is-no-fault'
  if (known.joinedInto !== undefined) return 'case-joined'
  if (known.signals.length > 1 || known.raised.length > 0) return 'case-reported-again'
  if (isUnsafe(known)) return 'make-safe-first'
  // What was answered is on its way or over: somebody took it for a fault, and found something.
  const hasBegun = known.assignments.some(
    ({ status }) => status !== 'withdrawn' && status !== 'not-ours' && !NOT_BEGUN.includes(status),
  )
  if (hasBegun) return 'work-has-begun'
  const recording = startRecording(known, known.id, circumstances.now_ms)
  for (const { id: assignmentId, status } of known.assignments)
    if (NOT_BEGUN.includes(status))
      recording.record({
        type: 'AssignmentWithdrawn',
        data: { assignmentId, reason: 'kind-corrected' },
      })
  recording.record({ type: 'KindCorrected', data: { kind, by } })
  settleDesk(recording, known.desk, by)
  forward(recording, circumstances, by)
  return recording
}
