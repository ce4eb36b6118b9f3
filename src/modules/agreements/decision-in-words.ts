import { DECISION_WORDS, type Locale, type Words } from './decision-words.ts'
import { type Chosen, REFUSALS, type RoutingDecision } from './routing-decision.ts'

/** A place may lie in dozens of areas; a reader wants to recognise it. */
const AREAS_TOLD = 3

const DAYS: Record<Locale, Intl.DateTimeFormat> = {
  nl: new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'Europe/Amsterdam' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/Amsterdam' }),
}

/** What things are called, by their ids. `asset` reads within a sentence: ‘lantaarnpaal 4711’. */
export type Names = {
  organisation(id: string): string
  agreement(id: string, version: number): string
  category(id: string): string
  area(id: string): string
  asset(id: string): string
}

export type DecisionInWords = {
  sentence: string
  because: string[]
  notChosen: string[]
}

/**
 * A routing decision in plain language, for the resident and the contract manager alike: where it
 * goes, why, and for each other agreement why not. Holds what the decision holds, and nothing about
 * who reported.
 */
export function explainDecision(
  decision: RoutingDecision,
  names: Names,
  locale: Locale,
): DecisionInWords {
  const words = DECISION_WORDS[locale]
  const { outcome, alternatives, notListed } = decision
  const party = outcome.kind === 'desk' ? undefined : outcome.party
  return {
    sentence: sentenceOf(outcome, names, words, locale),
    because: [
      ...factsOf(decision, names, words),
      ...groundsOf(decision, names, words, locale),
      ...besidesOf(decision, names, words),
    ],
    notChosen: [
      ...alternatives.map((alternative) => {
        const named = namingOf(alternative, names, words)
        const reason = words.refusal[alternative.reason]
        return alternative.party === party
          ? words.notBy(named.agreement, reason)
          : words.notTo(named, reason)
      }),
      ...REFUSALS.flatMap((reason) => {
        const count = notListed[reason] ?? 0
        return count > 0 ? [words.rest(count, words.restWhich[reason])] : []
      }),
    ],
  }
}

function sentenceOf(
  outcome: RoutingDecision['outcome'],
  names: Names,
  words: Words,
  locale: Locale,
): string {
  switch (outcome.kind) {
    case 'party':
      return words.party[outcome.mode](namingOf(outcome, names, words))
    case 'owner-only':
      return words.ownerOnly(namingOf(outcome, names, words))
    case 'desk':
      return 'stated' in outcome
        ? `${words.desk[outcome.reason]} ${outcome.stated.because[locale]}`
        : words.desk[outcome.reason]
  }
}

function factsOf({ outcome, facts }: RoutingDecision, names: Names, words: Words): string[] {
  const { asset } = facts
  const isKnown = outcome.kind !== 'desk' || outcome.reason !== 'unknown-category'
  const manager = asset?.manager ?? asset?.owner
  const areas = facts.areas.slice(0, AREAS_TOLD).map(names.area)
  return [
    ...(isKnown ? [words.about(names.category(facts.category))] : []),
    ...(asset && manager === undefined ? [words.asset(names.asset(asset.id))] : []),
    ...(asset && manager !== undefined
      ? [words.managed(names.asset(asset.id), names.organisation(manager))]
      : []),
    ...(areas.length > 0 ? [words.areas(listOf(areas, words))] : []),
    ...(facts.gathered ? [words.gathered(facts.gathered, facts.clusterLevel)] : []),
    ...(facts.isTimeSuspect ? [words.timeSuspect] : []),
  ]
}

function groundsOf(
  { outcome, decidedBy, facts }: RoutingDecision,
  names: Names,
  words: Words,
  locale: Locale,
): string[] {
  if (outcome.kind === 'desk') return []
  const { warranty } = facts
  if (outcome.kind === 'party' && outcome.because === 'warranty' && warranty) {
    // The ground is the repair, whatever the agreement was; it may have ended since.
    const until = DAYS[locale].format(warranty.until_ms)
    return [
      words.warranty(names.organisation(outcome.party), until),
      ...(decidedBy ? [words.step[decidedBy]] : []),
    ]
  }
  const basis = outcome.kind === 'party' ? outcome.basis : 'owner-only'
  return [
    words.basis[basis](names.organisation(outcome.party)),
    ...(decidedBy ? [words.step[decidedBy]] : []),
  ]
}

function besidesOf({ conflict, shadow }: RoutingDecision, names: Names, words: Words): string[] {
  const others = conflict?.map((each) => words.inConflict(namingOf(each, names, words))) ?? []
  return [
    ...(others.length > 0 ? [words.conflict(listOf(others, words))] : []),
    ...(shadow ? [words.shadow(namingOf(shadow, names, words))] : []),
  ]
}

function namingOf({ agreement, version, party }: Chosen, names: Names, words: Words) {
  return {
    party: names.organisation(party),
    agreement: words.agreement(names.agreement(agreement, version), version),
  }
}

function listOf(items: readonly string[], { and }: Words): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)}`
}
