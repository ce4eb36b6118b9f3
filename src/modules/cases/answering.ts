import { type Answer, type AnswerKind, ruleOf, withoutWords } from './answers.ts'
import type { Assignment, Case } from './case.ts'
import { type Correction, correctionOf, type Located } from './correcting.ts'
import { isUnsafe, watchDanger } from './danger.ts'
import { becauseOf, datesAfter } from './dates.ts'
import type { PhotoFact } from './events.ts'
import {
  askReporter,
  goOnBefore,
  goOnInDanger,
  type QuestionRejection,
  refusalOfQuestion,
} from './questions.ts'
import {
  type Circumstances,
  followUp,
  needDesk,
  type Recording,
  routeCase,
  settleArrived,
  startRecording,
} from './recording.ts'
import {
  endSuspension,
  goOnAtWork,
  isSuspended,
  type SuspensionRejection,
  suspensionBy,
} from './suspending.ts'
import type { SuspendedFor } from './term-events.ts'
import { breakTerms, settleNear } from './term-watch.ts'

export type { Located } from './correcting.ts'

export type GivenAnswer = {
  assignmentId: string
  answerId: string
  answer: Answer
  by: string
  expectedRevision: number
  idempotencyKey?: string
  remarkDigest?: string
  /** Of whoever answered by a link. */
  nameDigest?: string
  /** The photos that it names, which its party sent for this assignment. */
  photos?: readonly PhotoFact[]
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
  | QuestionRejection
  | SuspensionRejection

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
  const correction = correctionIn(given, assignment, known, circumstances)
  if (correction?.movesAs !== undefined && isUnsafe(known)) return 'make-safe-first'
  const recording = startRecording(known, known.id, circumstances.now_ms)
  const { answer } = given.answer
  const { details: told } = withoutWords(given.answer)
  const details = given.photos === undefined ? told : { ...told, photos: given.photos }
  // Of a confidential case the journal holds no place.
  if (correction && !correction.facts.place && 'place' in details) delete details.place
  breakTerms(recording, circumstances.rules)
  const suspension = suspensionIn(given.answer, assignment, circumstances)
  if (typeof suspension === 'string') return suspension
  goOnBefore(recording, given.answer, assignment.id, circumstances)
  goOnAtWork(recording, given.answer, assignment.id, circumstances)
  // A clock that goes on with this answer has stood still until now: the dates are computed with that.
  const going = recording.state.assignments.find(({ id }) => id === assignment.id) ?? assignment
  const priority = correction?.facts.priority ?? known.priority
  const partyBy = datesAfter(given.answer, going, known, priority, circumstances)
  const because = partyBy && becauseOf(partyBy)
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
      ...(given.nameDigest === undefined ? {} : { nameDigest: given.nameDigest }),
      ...(partyBy === undefined ? {} : { partyBy }),
      ...(because === undefined ? {} : { because }),
      ...(suspension === undefined ? {} : { suspension }),
    },
  })
  if (correction) correctFacts(recording, given.by, correction, assignment, circumstances)
  else continueChain(recording, given, assignment, circumstances)
  if (isUnsafe(recording.state)) goOnInDanger(recording, circumstances)
  settleArrived(recording, 'answer')
  watchDanger(recording, circumstances, 'answer')
  followUp(recording, circumstances)
  settleNear(recording, 'answer')
  return recording
}

function suspensionIn(
  answer: Answer,
  assignment: Assignment,
  circumstances: Circumstances,
): SuspendedFor | SuspensionRejection | undefined {
  return answer.answer === 'suspended' ? suspensionBy(answer, assignment, circumstances) : undefined
}

function correctionIn(
  { answer, located }: GivenAnswer,
  assignment: Assignment,
  known: Case,
  { rules, now_ms }: Circumstances,
): Correction | undefined {
  if (answer.answer !== 'facts-corrected') return undefined
  return correctionOf(answer, located, assignment, known, rules, now_ms)
}

/** Danger is made safe before anything is refused, passed on or asked. */
const UNLESS_SAFE: readonly AnswerKind[] = [
  'not-ours',
  'passed-on',
  'will-not-be-done',
  'question',
  'suspended',
]

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
  if (isUnsafe(known) && UNLESS_SAFE.includes(answer.answer)) return 'make-safe-first'
  if (answer.answer === 'question') {
    const refused = refusalOfQuestion(known)
    if (refused) return refused
  }
  if (answer.answer === 'resumed' && !isSuspended(assignment)) return 'not-suspended'
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

/** After these somebody else is to be found for the same. */
const LEAVES_IT: readonly AnswerKind[] = ['not-ours', 'will-not-be-done']

function continueChain(
  recording: Recording,
  given: GivenAnswer,
  assignment: Assignment,
  circumstances: Circumstances,
): void {
  const { answer } = given
  const { now_ms, rules } = circumstances
  // The problem is another case's by now: who has it there was asked there.
  if (recording.state.joinedInto !== undefined && LEAVES_IT.includes(answer.answer)) return
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
    case 'question':
      askReporter(recording, assignment, given.answerId, circumstances)
      return
    case 'will-not-be-done':
      needDesk(recording, 'will-not-be-done', assignment.id)
      return
    case 'resumed':
      endSuspension(recording, assignment.id, 'resumed')
      return
    case 'suspended':
    case 'on-site':
    case 'diagnosed':
    case 'working':
    case 'accepted':
    case 'made-safe':
    case 'planned':
    case 'started':
    case 'nothing-found':
    case 'facts-corrected':
      return
  }
}

/** New facts: asked again as at the first signal, of whoever they point to now. */
function correctFacts(
  recording: Recording,
  by: string,
  { facts, movesAs }: Correction,
  assignment: Assignment,
  circumstances: Circumstances,
): void {
  recording.record({ type: 'FactsCorrected', data: { by, ...facts } })
  if (movesAs === undefined) return
  recording.record({
    type: 'AssignmentWithdrawn',
    data: { assignmentId: assignment.id, reason: 'facts-corrected' },
  })
  routeCase(recording, circumstances, {
    for: 'facts-corrected',
    category: movesAs,
    at_ms: recording.state.opened_ms,
    ...(assignment.before === undefined ? {} : { before: assignment.before }),
  })
}
