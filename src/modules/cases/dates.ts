import { type Agreement, CAUSE_WORDS, type Cause, movedBy } from '#modules/agreements'
import type { Answer } from './answers.ts'
import type { Assignment, Case } from './case-state.ts'
import { durationInWords } from './duration-in-words.ts'
import type { PartyTerm } from './events.ts'
import type { Rules } from './rules.ts'
import type { Because } from './term-events.ts'

/**
 * A party's dates computed again from where its clock began, and moved by the times that it stood still; undefined
 * where it has not begun. What is dangerous counts from the beginning: `isUnmoved`.
 */
export function datesAgain(
  one: Assignment,
  {
    priority,
    finding,
    isUnmoved,
  }: {
    priority: Parameters<Rules['partyBy']>[1]
    finding: Cause | undefined
    isUnmoved: boolean
  },
  rules: Pick<Rules, 'agreement' | 'partyBy'>,
): readonly PartyTerm[] | undefined {
  const agreement = rules.agreement(one.agreement, one.version)
  if (!agreement || one.clock_ms === undefined || one.partyBy.length === 0) return undefined
  const terms = rules.partyBy(agreement, priority, one.clock_ms, finding)
  return isUnmoved ? terms : movedBy(one.stood, terms, agreement.terms)
}

/** The reason that both readers get for dates that hold because of what was found; undefined where none does. */
export function becauseOf(partyBy: readonly PartyTerm[]): Because | undefined {
  const last = partyBy.findLast(({ finding }) => finding !== undefined)
  if (last?.finding === undefined || last.within === undefined) return undefined
  const words = CAUSE_WORDS[last.finding]
  const long = durationInWords(last.within)
  return {
    cause: last.finding,
    words: { nl: `${words.nl}: binnen ${long.nl}`, en: `${words.en}: within ${long.en}` },
  }
}

/** The reason that was told, as long as a date still holds for it. */
export function becauseNow({
  because,
  partyBy,
}: Pick<Assignment, 'because' | 'partyBy'>): Because | undefined {
  return partyBy.some(({ finding }) => finding === because?.cause) ? because : undefined
}

/** Who says that it is not theirs, or only asks or says what is wrong with the facts, has not accepted it. */
const NO_ACCEPTANCE: readonly Answer['answer'][] = [
  'not-ours',
  'facts-corrected',
  'question',
  'will-not-be-done',
  'suspended',
  'resumed',
]

/**
 * The party's dates, where this answer starts its clock (any answer shows that the offer arrived), names another cause,
 * or makes the case more pressing than the dates were computed for: `priority` is what it is with this answer.
 */
export function datesAfter(
  given: Answer,
  assignment: Assignment,
  known: Case,
  priority: Case['priority'],
  { now_ms, rules }: { now_ms: number; rules: Rules },
): readonly PartyTerm[] | undefined {
  const agreement = rules.agreement(assignment.agreement, assignment.version)
  if (!agreement) return undefined
  const finding = ('cause' in given ? given.cause : undefined) ?? assignment.finding
  if (assignment.partyBy.length === 0) {
    const startsOnAcceptance = agreement.terms.party.startsAt === 'acceptance'
    if (startsOnAcceptance && NO_ACCEPTANCE.includes(given.answer)) return undefined
    return rules.partyBy(agreement, priority, now_ms, finding)
  }
  const isChanged = priority !== known.priority
  const isFound = finding !== assignment.finding && dependsOnFindings(agreement)
  if (!isChanged && !isFound) return undefined
  const isUnmoved = priority === 'danger' && (isChanged || known.madeSafe_ms === undefined)
  return datesAgain(assignment, { priority, finding, isUnmoved }, rules)
}

function dependsOnFindings({ terms }: Agreement): boolean {
  return terms.party.milestones.some(({ findings }) => findings.length > 0)
}
