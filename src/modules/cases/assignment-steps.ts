import { Cause, ruleOf } from './answers.ts'
import type { Assignment, Case } from './case-state.ts'
import type { CaseEvent } from './events.ts'
import { ACTIVE } from './lifecycle.ts'
import { reachedAfter, reachedAgain } from './term-steps.ts'
import { refusedBy } from './wrongful-reports.ts'

export function change(state: Case, id: string, changes: Partial<Assignment>): Case {
  const assignments = state.assignments.map((one) =>
    one.id === id ? { ...one, ...changes, revision: one.revision + 1 } : one,
  )
  return { ...state, assignments }
}

export function offer(
  state: Case,
  event: Extract<CaseEvent, { type: 'AssignmentProposed' | 'AssignmentOffered' }>,
  at_ms: number,
): Case {
  const { assignmentId: id, before, ...data } = event.data
  const known = state.assignments.find((one) => one.id === id)
  if (known) {
    const { held: _, ...free } = known
    const others = state.assignments.map((one) => (one.id === id ? free : one))
    const released = { status: 'offered', offered_ms: at_ms } as const
    return change({ ...state, assignments: others }, id, released)
  }
  const { category, party, agreement, version, decisionId, informed } = data
  const added: Assignment = {
    id,
    number: state.assignments.length + 1,
    status: event.type === 'AssignmentOffered' ? 'offered' : 'proposed',
    category,
    party,
    agreement,
    version,
    decisionId,
    informed,
    ...('held' in event.data ? { held: event.data.held } : { offered_ms: at_ms }),
    ...(before === undefined ? {} : { before }),
    waitsFor: [],
    revision: 1,
    answerKeys: [],
    partyBy: [],
    reached: {},
    warned: [],
    broken: [],
    stood: [],
    suspended: [],
  }
  const waiting = state.assignments.map((one) =>
    one.id === before ? { ...one, waitsFor: [...one.waitsFor, id] } : one,
  )
  return { ...state, assignments: [...waiting, added] }
}

export function answered(
  state: Case,
  data: Extract<CaseEvent, { type: 'AssignmentAnswered' }>['data'],
  at_ms: number,
): Case {
  const rule = ruleOf(data.answer)
  const assignment = state.assignments.find((one) => one.id === data.assignmentId)
  if (!assignment) throw new Error(`case ${state.id} has no assignment ${data.assignmentId}`)
  const status = rule.to === 'same' ? assignment.status : rule.to
  const { answerId, idempotencyKey: key } = data
  const refused = refusedBy(data.answer, answerId, data.details)
  const after = change(state, assignment.id, {
    status,
    ...(key === undefined ? {} : { answerKeys: [...assignment.answerKeys, { key, answerId }] }),
    ...datesOf(data, assignment, at_ms),
    ...suspensionOf(data, at_ms),
    reached: reachedAfter(assignment, data.answer, at_ms),
    // An answer implies that the offer arrived.
    ...(assignment.delivered_ms === undefined ? { delivered_ms: at_ms } : {}),
    ...(data.answer === 'accepted' ? { accepted_ms: at_ms } : {}),
    ...(data.answer === 'planned' ? { plannedOn: String(data.details.on) } : {}),
    ...(data.answer === 'started' ? { started_ms: at_ms } : {}),
    ...stopOf(data, assignment, at_ms),
    ...(data.answer === 'made-safe' ? { madeSafe_ms: at_ms } : {}),
    ...(data.answer === 'on-site' ? { onSite_ms: assignment.onSite_ms ?? at_ms } : {}),
    ...(data.answer === 'working' ? { working_ms: at_ms } : {}),
    ...(ACTIVE.includes(status) ? {} : { ended_ms: at_ms }),
    ...(refused && { refused }),
  })
  return {
    ...after,
    ...(data.answer === 'made-safe' ? { madeSafe_ms: state.madeSafe_ms ?? at_ms } : {}),
    ...(data.answer === 'not-ours'
      ? { notOurs: state.notOurs + 1, excluded: [...state.excluded, assignment.party] }
      : {}),
  }
}

function datesOf(
  { partyBy, because, details }: Extract<CaseEvent, { type: 'AssignmentAnswered' }>['data'],
  { partyBy: known }: Assignment,
  at_ms: number,
): Partial<Assignment> {
  const { data: finding } = Cause.safeParse(details.cause)
  return {
    ...(finding === undefined ? {} : { finding }),
    ...(because === undefined ? {} : { because }),
    ...(partyBy === undefined ? {} : { partyBy }),
    ...(partyBy !== undefined && known.length === 0 ? { clock_ms: at_ms } : {}),
  }
}

function suspensionOf(
  { suspension }: Extract<CaseEvent, { type: 'AssignmentAnswered' }>['data'],
  at_ms: number,
): Pick<Assignment, 'suspension'> {
  return suspension === undefined ? {} : { suspension: { ...suspension, since_ms: at_ms } }
}

/** Several things may stop a clock, and it stops once; one that starts while it stands has not stood before. */
function stopOf(
  { answer, partyBy }: Extract<CaseEvent, { type: 'AssignmentAnswered' }>['data'],
  { stopped_ms, partyBy: known }: Assignment,
  at_ms: number,
): Pick<Assignment, 'stopped_ms'> {
  if (stopped_ms !== undefined && partyBy !== undefined && known.length === 0)
    return { stopped_ms: at_ms }
  return ruleOf(answer).clock === 'stops' ? { stopped_ms: stopped_ms ?? at_ms } : {}
}

export function resumed(
  state: Case,
  { assignmentId, partyBy }: Extract<CaseEvent, { type: 'AssignmentResumed' }>['data'],
  at_ms: number,
): Case {
  const assignments = state.assignments.map((one) => {
    if (one.id !== assignmentId) return one
    const { stopped_ms = at_ms, ...running } = one
    const stood = [...one.stood, { from_ms: stopped_ms, to_ms: at_ms }]
    return { ...running, waitsFor: [], partyBy, stood, revision: one.revision + 1 }
  })
  return { ...state, assignments }
}

export function reopened(state: Case, id: string): Case {
  const assignments = state.assignments.map((one) => {
    if (one.id !== id) return one
    // Its original clock runs, also where it stood still when the work ended.
    const { ended_ms: _, stopped_ms: _stopped, suspension: _suspension, ...running } = one
    const reached = reachedAgain(one)
    return { ...running, reached, status: 'started' as const, revision: one.revision + 1 }
  })
  return { ...state, assignments }
}

/** That its own receipt was recorded is no news to a party: the revision it was told still holds. */
export function delivered(
  state: Case,
  data: Extract<CaseEvent, { type: 'AssignmentDelivered' }>['data'],
  delivered_ms: number,
): Case {
  const { assignmentId, partyBy } = data
  const assignments = state.assignments.map((one) =>
    one.id === assignmentId
      ? {
          ...one,
          delivered_ms,
          ...(partyBy === undefined ? {} : { partyBy, clock_ms: delivered_ms }),
        }
      : one,
  )
  return { ...state, assignments }
}
