import type { SignalFacts } from '#modules/agreements'
import { type Answer, ruleOf } from './answers.ts'
import type { Assignment, Case } from './case.ts'
import type { PartyTerm } from './events.ts'
import { NOT_BEGUN } from './lifecycle.ts'
import {
  type Circumstances,
  followUp,
  needDesk,
  type Recording,
  routeCase,
  startRecording,
} from './recording.ts'

/** Where the corrected facts say that it is, resolved by the server. */
export type Located = {
  place?: { lon: number; lat: number }
  areas: readonly string[]
  asset?: NonNullable<SignalFacts['asset']>
}

export type GivenAnswer = {
  assignmentId: string
  answerId: string
  answer: Answer
  by: string
  expectedRevision: number
  idempotencyKey?: string
  remarkDigest?: string
  /** Present where the answer corrects the place or the asset. */
  located?: Located
}

export type AnswerRejection =
  | 'assignment-not-found'
  | 'assignment-withdrawn'
  | 'assignment-changed'
  | 'answer-not-allowed'
  | 'make-safe-first'
  | 'category-unknown'
  | 'facts-unchanged'
  | 'waits-for-another'

/**
 * A party answers. What follows is the answer's row in the table: its step in the chain, its clock, and who is
 * asked next. Danger that is not made safe can neither be refused nor passed on.
 */
export function decideAnswer(
  given: GivenAnswer,
  known: Case,
  circumstances: Circumstances,
): Recording | AnswerRejection {
  const assignment = known.assignments.find((one) => one.id === given.assignmentId)
  if (!assignment) return 'assignment-not-found'
  const refusal = refusalOf(given, assignment, known, circumstances)
  if (refusal) return refusal
  const recording = startRecording(known, known.id, circumstances.now_ms)
  const { answer, remark: _, ...details } = given.answer
  const partyBy = datesAfter(given.answer.answer, assignment, known, circumstances)
  recording.record({
    type: 'AssignmentAnswered',
    data: {
      assignmentId: assignment.id,
      answerId: given.answerId,
      answer,
      by: given.by,
      details,
      ...(given.idempotencyKey === undefined ? {} : { idempotencyKey: given.idempotencyKey }),
      ...(given.remarkDigest === undefined ? {} : { remarkDigest: given.remarkDigest }),
      ...(partyBy === undefined ? {} : { partyBy }),
    },
  })
  continueChain(recording, given, assignment, circumstances)
  followUp(recording, circumstances.now_ms)
  return recording
}

function refusalOf(
  given: GivenAnswer,
  assignment: Assignment,
  known: Case,
  { rules }: Circumstances,
): AnswerRejection | undefined {
  if (assignment.status === 'withdrawn') return 'assignment-withdrawn'
  if (assignment.revision !== given.expectedRevision) return 'assignment-changed'
  const { answer } = given
  if (!ruleOf(answer.answer).from.includes(assignment.status)) return 'answer-not-allowed'
  const isDangerous = known.priority === 'danger' && known.madeSafe_ms === undefined
  if (isDangerous && ['not-ours', 'passed-on', 'will-not-be-done'].includes(answer.answer))
    return 'make-safe-first'
  if (
    assignment.waitsFor.length > 0 &&
    ['started', 'done', 'nothing-found'].includes(answer.answer)
  )
    return 'waits-for-another'
  if (categoriesIn(answer).some((id) => rules.category(id) === undefined)) return 'category-unknown'
  if (answer.answer === 'facts-corrected' && !given.located && !answer.category)
    return 'facts-unchanged'
  return undefined
}

function categoriesIn(answer: Answer): readonly string[] {
  switch (answer.answer) {
    case 'passed-on':
    case 'done':
      return answer.next
    case 'needs-first':
      return answer.first
    case 'facts-corrected':
      return answer.category === undefined ? [] : [answer.category]
    default:
      return []
  }
}

/** The party's dates where this answer starts its clock: on acceptance, or on any first answer after receipt. */
function datesAfter(
  answer: Answer['answer'],
  assignment: Assignment,
  known: Case,
  { now_ms, rules }: Circumstances,
): readonly PartyTerm[] | undefined {
  const agreement = rules.agreement(assignment.agreement, assignment.version)
  if (!agreement || assignment.partyBy.length > 0) return undefined
  const startsOnAcceptance = agreement.terms.party.startsAt === 'acceptance'
  if (startsOnAcceptance && answer === 'not-ours') return undefined
  return rules.partyBy(agreement, known.priority, now_ms)
}

function continueChain(
  recording: Recording,
  given: GivenAnswer,
  assignment: Assignment,
  circumstances: Circumstances,
): void {
  const { answer } = given
  const { now_ms, rules } = circumstances
  const opened_ms = recording.state.opened_ms
  const inherited = assignment.before === undefined ? {} : { before: assignment.before }
  switch (answer.answer) {
    case 'not-ours': {
      const agreement = rules.agreement(assignment.agreement, assignment.version)
      const { category } = assignment
      if (recording.state.notOurs > (agreement?.notOursLimit ?? 0))
        needDesk(recording, 'not-ours-limit', assignment.id)
      else
        routeCase(recording, circumstances, {
          for: 'not-ours',
          category,
          at_ms: opened_ms,
          ...inherited,
        })
      return
    }
    case 'facts-corrected':
      correctFacts(recording, given, assignment, circumstances)
      return
    case 'passed-on':
    case 'done':
      for (const category of answer.next)
        routeCase(recording, circumstances, {
          for: answer.answer === 'done' ? 'next' : 'passed-on',
          category,
          at_ms: now_ms,
          ...inherited,
        })
      return
    case 'needs-first':
      for (const category of answer.first)
        routeCase(recording, circumstances, {
          for: 'needs-first',
          category,
          at_ms: now_ms,
          before: assignment.id,
        })
      return
    case 'will-not-be-done':
      needDesk(recording, 'will-not-be-done', assignment.id)
      return
    case 'accepted':
    case 'made-safe':
    case 'planned':
    case 'started':
    case 'nothing-found':
      return
  }
}

/** New facts: asked again as at the first signal. Whoever has begun keeps it; otherwise a new party gets it. */
function correctFacts(
  recording: Recording,
  given: GivenAnswer,
  assignment: Assignment,
  circumstances: Circumstances,
): void {
  const { state } = recording
  if (given.answer.answer !== 'facts-corrected') return
  const located = given.located ?? {
    areas: state.areas,
    ...(state.place === undefined ? {} : { place: state.place }),
    ...(state.asset === undefined ? {} : { asset: state.asset }),
  }
  const category = given.answer.category ?? state.category
  recording.record({ type: 'FactsCorrected', data: { by: given.by, category, ...located } })
  if (!NOT_BEGUN.includes(assignment.status)) return
  const facts = {
    category: assignment.category === state.category ? category : assignment.category,
    areas: located.areas,
    ...(located.asset === undefined ? {} : { asset: located.asset }),
    priority: state.priority,
    clusterLevel: 'single' as const,
    at_ms: state.opened_ms,
    excluded: state.excluded,
  }
  const { outcome } = circumstances.rules.route(facts, circumstances.now_ms)
  const isSame =
    outcome.kind === 'party' &&
    outcome.party === assignment.party &&
    outcome.agreement === assignment.agreement
  if (isSame && facts.category === assignment.category) return
  recording.record({
    type: 'AssignmentWithdrawn',
    data: { assignmentId: assignment.id, reason: 'facts-corrected' },
  })
  routeCase(recording, circumstances, {
    for: 'facts-corrected',
    category: facts.category,
    at_ms: state.opened_ms,
    ...(assignment.before === undefined ? {} : { before: assignment.before }),
  })
}
