import type { Assignment, Case } from './case.ts'
import { takeOver } from './danger.ts'
import { forwardByDesk } from './forwarding.ts'
import { ACTIVE, HOLDS_UP, NOT_BEGUN } from './lifecycle.ts'
import {
  askDeskToTell,
  type Circumstances,
  followUp,
  needDesk,
  type Recording,
  settleArrived,
  settleDesk,
  startRecording,
} from './recording.ts'

export type ReleaseRejection = 'assignment-not-found' | 'assignment-not-held'

/** The desk's one click: what was proposed, or held by a pause, is offered to the party. */
export function decideRelease(
  command: { assignmentId: string; by: string },
  known: Case,
  { now_ms, rules }: Circumstances,
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
  askDeskToTell(recording, rules.agreement(agreement, version), assignmentId)
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

export type OverruleRejection =
  | 'case-closed'
  | 'case-not-open'
  | 'case-is-no-fault'
  | 'work-has-begun'
  | 'case-joined'

/** A person decides otherwise than the rule, with a name and a reason. Work that has begun is not taken back. */
export function decideOverrule(
  command: Overrule,
  known: Case,
  { now_ms, newId, rules }: Circumstances,
): Recording | OverruleRejection {
  if (known.status === 'closed') return 'case-closed'
  if (known.status !== 'open') return 'case-not-open'
  if (known.kind !== undefined) return 'case-is-no-fault'
  if (known.joinedInto !== undefined) return 'case-joined'
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
  const assignmentId = newId()
  recording.record({
    type: 'AssignmentOffered',
    data: {
      assignmentId,
      decisionId: known.assignments.at(-1)?.decisionId ?? newId(),
      category: known.category,
      party,
      agreement,
      version,
      informed: command.informed,
      releasedBy: by,
    },
  })
  const others = known.desk.filter((reason) => reason !== 'danger-unacknowledged')
  settleDesk(recording, others, by)
  askDeskToTell(recording, rules.agreement(agreement, version), assignmentId)
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
  if (!assignment) return recording
  if (assignment.delivered_ms === undefined && ACTIVE.includes(assignment.status))
    receive(recording, assignment, command.messageId, { rules, now_ms })
  settleArrived(recording, 'delivery')
  return recording
}

function receive(
  recording: Recording,
  assignment: Assignment,
  messageId: string,
  { rules, now_ms }: Pick<Circumstances, 'rules' | 'now_ms'>,
): void {
  const agreement = rules.agreement(assignment.agreement, assignment.version)
  const runs = agreement && agreement.terms.party.startsAt !== 'acceptance'
  recording.record({
    type: 'AssignmentDelivered',
    data: {
      assignmentId: assignment.id,
      messageId,
      ...(runs ? { partyBy: rules.partyBy(agreement, recording.state.priority, now_ms) } : {}),
    },
  })
}

/**
 * After several attempts the party does not know that it has the work, or that it has it no more. `isUntold`: there is no
 * way to tell it what changed.
 */
export function decideStuck(
  assignmentId: string,
  known: Case,
  now_ms: number,
  isUntold = false,
): Recording {
  const recording = startRecording(known, known.id, now_ms)
  const assignment = known.assignments.find((one) => one.id === assignmentId)
  if (!assignment || known.status !== 'open') return recording
  const isOffer = ACTIVE.includes(assignment.status) && assignment.delivered_ms === undefined
  const isAtWork = isUntold && ACTIVE.includes(assignment.status)
  if (isOffer || isAtWork || assignment.status === 'withdrawn')
    needDesk(recording, 'delivery-stuck', assignmentId)
  return recording
}

export type SettleRejection =
  | 'desk-reason-not-present'
  | 'assignment-still-held'
  | 'case-without-owner'

/**
 * The desk has dealt with what brought the case there. It may not leave a case that nobody has: then somebody gets it,
 * or it is closed. Whoever was told by the desk has received it now.
 */
export function decideSettle(
  command: { reason: Case['desk'][number]; by: string },
  known: Case,
  circumstances: Circumstances,
): Recording | SettleRejection {
  const { now_ms, rules } = circumstances
  if (!known.desk.includes(command.reason)) return 'desk-reason-not-present'
  if (
    known.assignments.some(({ status, held }) => status === 'proposed' && held === command.reason)
  )
    return 'assignment-still-held'
  const recording = startRecording(known, known.id, now_ms)
  if (command.reason === 'no-address') {
    forwardByDesk(recording, circumstances, command.by)
    return recording
  }
  // Whoever settles this at the desk has taken over: there is nobody after the desk.
  if (command.reason === 'danger-unacknowledged') takeOver(recording, command.by)
  else settleDesk(recording, [command.reason], command.by)
  if (command.reason === 'tell-the-party') {
    for (const one of known.assignments) {
      const agreement = rules.agreement(one.agreement, one.version)
      const isTold = agreement?.reach.channel === 'desk' && one.delivered_ms === undefined
      if (isTold && one.offered_ms !== undefined && ACTIVE.includes(one.status))
        receive(recording, one, 'desk', circumstances)
    }
  }
  followUp(recording, circumstances)
  return hasOwner(recording.state) ? recording : 'case-without-owner'
}

/** An open case lies with a party, or at the desk for a reason that only a person settles. */
function hasOwner({ status, desk, assignments }: Case): boolean {
  const isActive = assignments.some((one) => ACTIVE.includes(one.status))
  return status !== 'open' || isActive || desk.some((reason) => HOLDS_UP.includes(reason))
}
