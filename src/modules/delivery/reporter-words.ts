import type { Locale, ReporterPlaceholder } from './template.ts'

/** Why a party said that it will not do something, as the reporter reads it. */
const REASONS: Readonly<Record<string, Record<Locale, string>>> = {
  'not-in-agreement': {
    nl: 'Het hoort niet bij het werk dat is afgesproken.',
    en: 'It is not part of the work that was agreed.',
  },
  policy: {
    nl: 'Het past niet bij de regels die de gemeente hiervoor heeft.',
    en: 'It does not fit the rules that the municipality has for this.',
  },
  'no-budget': {
    nl: 'Er is nu geen geld voor.',
    en: 'There is no money for it now.',
  },
  'third-party': {
    nl: 'Iemand anders dan de gemeente moet dit doen.',
    en: 'Somebody other than the municipality has to do this.',
  },
}

const UNTOLD = {
  reason: {
    nl: 'De gemeente kan u vertellen waarom.',
    en: 'The municipality can tell you why.',
  },
  question: {
    nl: 'Bij de link leest u wat de vraag is.',
    en: 'The link shows what the question is.',
  },
  by: { nl: 'nog niet bekend', en: 'not known yet' },
  place: { nl: 'de plek die u hebt gemeld', en: 'the place that you reported' },
} as const satisfies Record<string, Record<Locale, string>>

const OUTCOMES = {
  done: {
    nl: '{party} meldt dat het werk klaar is.',
    en: '{party} says that the work is done.',
  },
  'nothing-found': {
    nl: '{party} is komen kijken en heeft niets gevonden.',
    en: '{party} came to look and found nothing.',
  },
} as const

const DAYS = {
  nl: new Intl.DateTimeFormat('nl-NL', { dateStyle: 'full', timeZone: 'Europe/Amsterdam' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'Europe/Amsterdam' }),
}

/** What is known of a case when a mail about it leaves. */
export type ReporterFacts = {
  number: string
  category: string
  /** Street, public number, neighbourhood: whatever is known of them. */
  place: readonly string[]
  party: string
  sentence: string
  outcome: keyof typeof OUTCOMES
  municipality: string
  link: string
  by_ms?: number
  /** A local date, YYYY-MM-DD. */
  plannedOn?: string
  /** What a party asks the reporter, in its own words. */
  question?: string
  /** The party's code. */
  refusedFor?: string
}

/** The words that a template is filled with; where something is not known they say so. */
export function valuesOf(
  facts: ReporterFacts,
  locale: Locale,
): Record<ReporterPlaceholder, string> {
  const { number, category, party, sentence, municipality, link } = facts
  const day = facts.plannedOn ?? ''
  return {
    number,
    category,
    party,
    sentence,
    municipality,
    link,
    place: facts.place.length === 0 ? UNTOLD.place[locale] : facts.place.join(', '),
    by: facts.by_ms === undefined ? UNTOLD.by[locale] : DAYS[locale].format(facts.by_ms),
    day: day === '' ? UNTOLD.by[locale] : DAYS[locale].format(Date.parse(`${day}T12:00:00Z`)),
    outcome: OUTCOMES[facts.outcome][locale].replace('{party}', () => party),
    question: facts.question ?? UNTOLD.question[locale],
    reason: (REASONS[facts.refusedFor ?? ''] ?? UNTOLD.reason)[locale],
  }
}

/** At the end of each mail, whatever the municipality wrote: why it came and how it stops. */
export const FOOTER: Readonly<Record<Locale, (stop: string) => string>> = {
  nl: (stop) =>
    `\n\n-- \nU krijgt deze mail omdat u dit hebt gemeld met dit mailadres.\nLiever geen mail meer over deze melding? ${stop}\n`,
  en: (stop) =>
    `\n\n-- \nYou get this mail because this was reported with this address.\nNo more mail about this report? ${stop}\n`,
}

/** A case that never was, to show what a text becomes. */
export function exampleFacts(
  municipality: { id: string; name: string },
  now_ms: number,
  link: string,
  locale: Locale,
): ReporterFacts {
  const number = `${municipality.id}-26-000123`
  const category = { nl: 'Lantaarnpaal brandt niet', en: 'Street light is out' }[locale]
  const party = 'Voorbeeld Licht B.V.'
  const by_ms = now_ms + 2 * DAY_MS
  const by = DAYS[locale].format(by_ms)
  return {
    number,
    category,
    place: ['Voorbeeldstraat', 'L12', 'Centrum'],
    party,
    outcome: 'done',
    municipality: municipality.name,
    link,
    by_ms,
    plannedOn: new Date(now_ms + DAY_MS).toISOString().slice(0, 10),
    refusedFor: 'no-budget',
    question: { nl: 'Welke van de twee lampen is het?', en: 'Which of the two lamps is it?' }[
      locale
    ],
    sentence:
      locale === 'nl'
        ? `${category}: ${party} heeft de melding gekregen. Verwacht klaar: uiterlijk ${by}.`
        : `${category}: ${party} has been given the report. Expected to be done: by ${by}.`,
  }
}

const DAY_MS = 86_400_000
