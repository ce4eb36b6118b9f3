import { DEFAULT_ROSTER, nextContact } from '#modules/duty'
import type { Case } from './case-state.ts'
import { datesAgain } from './dates.ts'
import type { CaseEvent, VerifiedBy } from './events.ts'
import { ACTIVE } from './lifecycle.ts'
import { goOnInDanger } from './questions.ts'
import {
  type Circumstances,
  needDesk,
  type Recording,
  settleDesk,
  startRecording,
} from './recording.ts'
import type { Rules } from './rules.ts'

/**
 * Danger: raised by a machine or a person → one contact of the duty roster after another is called → somebody takes
 * over (or begins, or makes the place safe), or the roster ends and the desk has it. It is over when the place is made
 * safe; only a person lowers it.
 */
export function isUnsafe({ priority, madeSafe_ms }: Case): boolean {
  return priority === 'danger' && madeSafe_ms === undefined
}

/** Dangerous, and nobody is known to be on it. */
export function isUnattended(state: Case): boolean {
  return (
    state.status === 'open' &&
    !state.isHistory &&
    // The case that has its reports calls.
    state.joinedInto === undefined &&
    isUnsafe(state) &&
    state.duty?.takenOver_ms === undefined &&
    !state.assignments.some(({ status }) => status === 'started')
  )
}

/** Calls the first contact where nobody was called yet, and clears the desk of what somebody has taken over. */
export function watchDanger(recording: Recording, circumstances: Circumstances, by: string): void {
  const { state } = recording
  if (!isUnattended(state)) settleDesk(recording, ['danger-unacknowledged'], by)
  else if (state.duty === undefined) callNext(recording, circumstances)
}

/** The next contact on duty, or, when the roster has ended, the desk. */
function callNext(recording: Recording, { rules, now_ms }: Circumstances): void {
  const { state } = recording
  const last = state.assignments.findLast(({ status }) => ACTIVE.includes(status))
  const agreement = last && rules.agreement(last.agreement, last.version)
  const id = state.duty?.calls[0]?.roster ?? agreement?.duty ?? DEFAULT_ROSTER
  const roster = rules.dutyRoster(id)
  const next = roster && nextContact(roster, state.duty?.calls.at(-1)?.step ?? 0, now_ms)
  if (next) recording.record({ type: 'DutyCalled', data: { roster: id, ...next } })
  else needDesk(recording, 'danger-unacknowledged')
}

export type RaiseRejection = 'case-not-open' | 'already-dangerous'

/** A machine or a person says that it is dangerous; the parties' dates are those of danger from here. */
export function decideRaise(
  command: { by: VerifiedBy | 'desk' | 'party'; source: string; reasonDigest?: string },
  known: Case,
  circumstances: Circumstances,
): Recording | RaiseRejection {
  if (known.status !== 'open') return 'case-not-open'
  if (isUnsafe(known)) return 'already-dangerous'
  const recording = startRecording(known, known.id, circumstances.now_ms)
  raiseDanger(recording, circumstances, command)
  return recording
}

export function raiseDanger(
  recording: Recording,
  circumstances: Circumstances,
  data: { by: VerifiedBy | 'desk' | 'party'; source: string; reasonDigest?: string },
): void {
  const { by, source, reasonDigest } = data
  recording.record({
    type: 'DangerRaised',
    data: {
      by,
      source,
      ...(reasonDigest === undefined ? {} : { reasonDigest }),
      terms: termsAt('danger', recording.state, circumstances.rules),
    },
  })
  goOnInDanger(recording, circumstances)
  watchDanger(recording, circumstances, source)
}

export type TakeOverRejection = 'not-dangerous' | 'already-taken-over'

/** Somebody says: I am on it. Nobody else is called from here. `step` is that of whoever was called. */
export function decideTakeOver(
  command: { by: string; step?: number },
  known: Case,
  { now_ms }: Circumstances,
): Recording | TakeOverRejection {
  if (known.status !== 'open' || !isUnsafe(known)) return 'not-dangerous'
  if (!isUnattended(known)) return 'already-taken-over'
  const recording = startRecording(known, known.id, now_ms)
  const call = known.duty?.calls.find(({ step }) => step === command.step)
  takeOver(recording, command.by, call?.contact)
  return recording
}

export function takeOver(recording: Recording, by: string, contact?: string): void {
  const data = { by, ...(contact === undefined ? {} : { contact }) }
  recording.record({ type: 'DangerTakenOver', data })
  settleDesk(recording, ['danger-unacknowledged'], by)
}

/** Whoever took over made the place safe; the repair is still the party's. */
export function decideMadeSafe(
  command: { by: string },
  known: Case,
  { now_ms }: Circumstances,
): Recording | 'not-dangerous' {
  if (known.status !== 'open' || !isUnsafe(known)) return 'not-dangerous'
  const recording = startRecording(known, known.id, now_ms)
  recording.record({ type: 'PlaceMadeSafe', data: { by: command.by } })
  settleDesk(recording, ['danger-unacknowledged'], command.by)
  return recording
}

/** A person judges that it is not dangerous after all, with a reason. No machine ever does. */
export function decideLower(
  command: { by: string; priority: 'normal' | 'urgent'; reasonDigest: string },
  known: Case,
  { now_ms, rules }: Circumstances,
): Recording | 'not-dangerous' {
  if (known.status !== 'open' || known.priority !== 'danger') return 'not-dangerous'
  const recording = startRecording(known, known.id, now_ms)
  const terms = termsAt(command.priority, known, rules)
  recording.record({ type: 'DangerLowered', data: { ...command, terms } })
  settleDesk(recording, ['danger-unacknowledged'], command.by)
  return recording
}

/** Nobody took over within the minutes of the contact that was called at this step. */
export function decideSilence(step: number, known: Case, circumstances: Circumstances): Recording {
  const recording = startRecording(known, known.id, circumstances.now_ms)
  const isLast = known.duty?.calls.at(-1)?.step === step
  if (isLast && isUnattended(known)) callNext(recording, circumstances)
  return recording
}

/** The parties' dates as they would have been with this priority from the beginning of their clocks. */
function termsAt(
  priority: Case['priority'],
  { assignments }: Case,
  rules: Rules,
): Extract<CaseEvent, { type: 'DangerRaised' }>['data']['terms'] {
  return assignments.flatMap((one) => {
    if (!ACTIVE.includes(one.status)) return []
    const isUnmoved = priority === 'danger'
    const partyBy = datesAgain(one, { priority, finding: one.finding, isUnmoved }, rules)
    return partyBy ? [{ assignmentId: one.id, partyBy }] : []
  })
}
