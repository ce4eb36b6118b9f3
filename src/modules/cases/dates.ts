import { CAUSE_WORDS, type Cause, movedBy } from '#modules/agreements'
import type { Assignment } from './case-state.ts'
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
export function becauseOf(
  one: Pick<Assignment, 'agreement' | 'version'>,
  partyBy: readonly PartyTerm[],
  rules: Pick<Rules, 'agreement'>,
): Because | undefined {
  const last = partyBy.findLast(({ finding }) => finding !== undefined)
  const cause = last?.finding
  if (!last || cause === undefined) return undefined
  const milestones = rules.agreement(one.agreement, one.version)?.terms.party.milestones ?? []
  const within = milestones.find(
    ({ name, findings }) => name === last.milestone && findings.includes(cause),
  )?.within
  if (!within) return undefined
  const words = CAUSE_WORDS[cause]
  const long = durationInWords(within)
  return {
    cause,
    words: { nl: `${words.nl}: binnen ${long.nl}`, en: `${words.en}: within ${long.en}` },
  }
}
