import { wrongfulTermsOf } from '#modules/agreements'
import type { Assignment, Case } from './case.ts'
import type { PhotoFact } from './events.ts'
import { daysAfter, localDateOf } from './local-date.ts'
import { type Circumstances, type Recording, startRecording } from './recording.ts'
import type { DisputeReason, WrongfulEvent } from './wrongful-events.ts'
import {
  isPriced,
  STEP_RULES,
  type WrongfulState,
  wrongfulFactsOf,
  wrongfulStateOn,
} from './wrongful-reports.ts'

/** What somebody does about a wrongful report. */
export type GivenStep = {
  stepId: string
  by: string
  /** The highest amount, in euro cents, that they may accept; absent: any. */
  upTo_cents?: number
  step:
    | { kind: 'accepted' | 'upheld' | 'dropped' }
    | { kind: 'disputed'; reason: DisputeReason }
    | { kind: 'decided'; as: 'owed' | 'not-owed' }
  remarkDigest?: string
  photos?: readonly PhotoFact[]
}

export type StepRejection =
  | 'assignment-not-found'
  | 'wrongful-report-not-found'
  | 'wrongful-step-not-allowed'
  | 'dispute-too-late'
  | 'party-may-still-answer'
  | 'wrongful-report-above-amount'

/** Takes a step, where its state and the agreement of that assignment allow it. Dates are local and in whole days. */
export function decideWrongfulStep(
  { assignmentId, given }: { assignmentId: string; given: GivenStep },
  known: Case,
  { now_ms, rules }: Pick<Circumstances, 'now_ms' | 'rules'>,
): Recording | StepRejection {
  const assignment = known.assignments.find(({ id }) => id === assignmentId)
  if (!assignment) return 'assignment-not-found'
  const facts = wrongfulFactsOf(known, assignment)
  const terms = wrongfulTermsOf(rules.agreement(assignment.agreement, assignment.version))
  const { refused } = assignment
  if (!facts || !terms || !refused || !isPriced(refused, terms)) return 'wrongful-report-not-found'
  const today = localDateOf(now_ms)
  const state = wrongfulStateOn(facts, terms, today)
  const refusal = refusalOf(given, state)
  if (refusal) return refusal
  const { step, upTo_cents } = given
  if (step.kind === 'decided' && state === 'disputed') {
    const answerBy = daysAfter(localDateOf(facts.stage_ms ?? now_ms), terms.disputeWithin_days)
    if (today <= answerBy) return 'party-may-still-answer'
  }
  const isOwing = step.kind === 'accepted' || (step.kind === 'decided' && step.as === 'owed')
  if (isOwing && upTo_cents !== undefined && terms.cents > upTo_cents)
    return 'wrongful-report-above-amount'
  const recording = startRecording(known, known.id, now_ms)
  recording.record(eventOf(assignment, given, terms.cents))
  return recording
}

function refusalOf({ step }: GivenStep, state: WrongfulState): StepRejection | undefined {
  if (step.kind === 'disputed' && state === 'accepted-by-silence') return 'dispute-too-late'
  return STEP_RULES[step.kind].from.includes(state) ? undefined : 'wrongful-step-not-allowed'
}

function eventOf({ id: assignmentId }: Assignment, given: GivenStep, cents: number): WrongfulEvent {
  const { stepId, by, step, remarkDigest, photos } = given
  const data = {
    assignmentId,
    stepId,
    by,
    ...(remarkDigest === undefined ? {} : { remarkDigest }),
    ...(photos === undefined || photos.length === 0 ? {} : { photos }),
  }
  switch (step.kind) {
    case 'accepted':
      return { type: 'WrongfulReportAccepted', data: { ...data, cents } }
    case 'disputed':
      return { type: 'WrongfulReportDisputed', data: { ...data, reason: step.reason } }
    case 'upheld':
      return { type: 'WrongfulReportUpheld', data }
    case 'dropped':
      return { type: 'WrongfulReportDropped', data }
    case 'decided':
      return {
        type: 'WrongfulReportDecided',
        data: step.as === 'owed' ? { ...data, as: 'owed', cents } : { ...data, as: 'not-owed' },
      }
  }
}
