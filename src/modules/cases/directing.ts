import type { Case } from './case.ts'
import { NOT_BEGUN } from './lifecycle.ts'
import {
  type Circumstances,
  followUp,
  needDesk,
  type Recording,
  settleDesk,
  startRecording,
} from './recording.ts'

export type ReleaseRejection = 'assignment-not-found' | 'assignment-not-held'

/** The desk's one click: what was proposed, or held by a pause, is offered to the party. */
export function decideRelease(
  command: { assignmentId: string; by: string },
  known: Case,
  now_ms: number,
): Recording | ReleaseRejection {
  const assignment = known.assignments.find((one) => one.id === command.assignmentId)
  if (!assignment) return 'assignment-not-found'
  if (assignment.status !== 'proposed') return 'assignment-not-held'
  const recording = startRecording(known, known.id, now_ms)
  const { id: assignmentId, decisionId, category, party, agreement, version, informed } = assignment
  recording.record({
    type: 'AssignmentOffered',
    data: {
      assignmentId,
      decisionId,
      category,
      party,
      agreement,
      version,
      informed,
      ...(assignment.before === undefined ? {} : { before: assignment.before }),
      releasedBy: command.by,
    },
  })
  const stillHeld = recording.state.assignments.filter((one) => one.status === 'proposed')
  for (const held of ['confirm', 'paused'] as const) {
    if (!stillHeld.some((one) => one.held === held)) settleDesk(recording, [held], command.by)
  }
  return recording
}

export type Overrule = {
  by: string
  reasonDigest: string
  agreement: string
  version: number
  party: string
  informed: readonly string[]
}

export type OverruleRejection = 'case-closed' | 'work-has-begun'

/** A person decides otherwise than the rule, with a name and a reason. Work that has begun is not taken back. */
export function decideOverrule(
  command: Overrule,
  known: Case,
  { now_ms, newId }: Circumstances,
): Recording | OverruleRejection {
  if (known.status === 'closed') return 'case-closed'
  if (known.assignments.some(({ status }) => status === 'started')) return 'work-has-begun'
  const recording = startRecording(known, known.id, now_ms)
  const { by, reasonDigest, agreement, version, party } = command
  recording.record({
    type: 'RoutingOverruled',
    data: { by, reasonDigest, agreement, version, party },
  })
  const open = known.assignments.filter(({ status }) => NOT_BEGUN.includes(status))
  for (const assignment of open)
    recording.record({
      type: 'AssignmentWithdrawn',
      data: { assignmentId: assignment.id, reason: 'overruled' },
    })
  recording.record({
    type: 'AssignmentOffered',
    data: {
      assignmentId: newId(),
      decisionId: known.assignments.at(-1)?.decisionId ?? newId(),
      category: known.category,
      party,
      agreement,
      version,
      informed: command.informed,
      releasedBy: by,
    },
  })
  settleDesk(
    recording,
    ['no-agreement', 'conflict', 'confirm', 'paused', 'not-ours-limit', 'will-not-be-done'],
    by,
  )
  return recording
}

/** The message arrived: from here the party's clock runs, where its agreement says so. */
export function decideDelivered(
  command: { assignmentId: string; messageId: string },
  known: Case,
  { now_ms, rules }: Circumstances,
): Recording {
  const recording = startRecording(known, known.id, now_ms)
  const assignment = known.assignments.find((one) => one.id === command.assignmentId)
  if (!assignment || assignment.delivered_ms !== undefined) return recording
  const agreement = rules.agreement(assignment.agreement, assignment.version)
  const runs = agreement && agreement.terms.party.startsAt !== 'acceptance'
  recording.record({
    type: 'AssignmentDelivered',
    data: {
      assignmentId: assignment.id,
      messageId: command.messageId,
      ...(runs ? { partyBy: rules.partyBy(agreement, known.priority, now_ms) } : {}),
    },
  })
  settleDesk(recording, ['delivery-stuck'], 'delivery')
  return recording
}

/** After several attempts the message is still not there: a person should look. */
export function decideStuck(assignmentId: string, known: Case, now_ms: number): Recording {
  const recording = startRecording(known, known.id, now_ms)
  const assignment = known.assignments.find((one) => one.id === assignmentId)
  if (assignment && known.status === 'open' && assignment.delivered_ms === undefined)
    needDesk(recording, 'delivery-stuck', assignmentId)
  return recording
}

/** The desk has dealt with what brought the case there. */
export function decideSettle(
  command: { reason: Case['desk'][number]; by: string },
  known: Case,
  now_ms: number,
): Recording | 'desk-reason-not-present' {
  if (!known.desk.includes(command.reason)) return 'desk-reason-not-present'
  const recording = startRecording(known, known.id, now_ms)
  settleDesk(recording, [command.reason], command.by)
  followUp(recording, now_ms)
  return recording
}
