import { CAUSE_WORDS, type Cause, type WrongfulTerms } from '#modules/agreements'
import { daysAfter, localDateOf } from './local-date.ts'
import {
  disputeBy,
  type Refused,
  type WrongfulFacts,
  type WrongfulState,
} from './wrongful-reports.ts'

type Text = { nl: string; en: string }

const DAYS = {
  nl: new Intl.DateTimeFormat('nl-NL', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
}

const dayIn = (date: string, locale: keyof Text) => DAYS[locale].format(Date.parse(date))

const filled = ({ nl, en }: Text, date: string): Text => ({
  nl: nl.replace('{day}', () => dayIn(date, 'nl')),
  en: en.replace('{day}', () => dayIn(date, 'en')),
})

const REASONS: Record<string, Text> = {
  'not-our-asset': { nl: 'niet ons object', en: 'not our object' },
  'not-our-area': { nl: 'niet ons gebied', en: 'not our area' },
  'not-our-task': { nl: 'niet onze taak', en: 'not our task' },
  other: { nl: 'een andere reden', en: 'another reason' },
}

/** Why the party says that it was not its own. */
export function refusedInWords({ answer, reason }: Refused): Text {
  const words = answer === 'passed-on' ? CAUSE_WORDS[reason as Cause] : REASONS[reason]
  return words ?? { nl: reason, en: reason }
}

/** `{day}` is the date that the sentence turns on. */
const WORDS = {
  open: {
    nl: 'Nog niet aanvaard of betwist. Betwisten kan tot en met {day}; daarna staat het vast.',
    en: 'Not accepted or disputed yet. It can be disputed until {day}; after that it stands.',
  },
  accepted: { nl: 'Aanvaard op {day}.', en: 'Accepted on {day}.' },
  'accepted-by-silence': {
    nl: 'Niet betwist tot en met {day}, de laatste dag volgens de afspraak. Daarom staat het vast.',
    en: 'Not disputed until {day}, the last day by the agreement. So it stands.',
  },
  disputed: {
    nl: 'Betwist. De partij kan tot en met {day} antwoorden; daarna mag de gemeente beslissen.',
    en: 'Disputed. The party can answer until {day}; after that the municipality may decide.',
  },
  upheld: {
    nl: 'De partij blijft erbij sinds {day}. De gemeente beslist.',
    en: 'The party has upheld it since {day}. The municipality decides.',
  },
  dropped: {
    nl: 'De partij rekent dit niet, sinds {day}.',
    en: 'Not billed by the party, since {day}.',
  },
  'decided-owed': {
    nl: 'De gemeente besliste op {day} dat het verschuldigd is.',
    en: 'The municipality decided on {day} that it is owed.',
  },
  'decided-not-owed': {
    nl: 'De gemeente besliste op {day} dat het niet verschuldigd is.',
    en: 'The municipality decided on {day} that it is not owed.',
  },
} satisfies Partial<Record<WrongfulState, Text>>

const REFUTED = {
  done: {
    nl: 'Dezelfde partij heeft dit werk op {day} toch gedaan. Daarom is het niet verschuldigd.',
    en: 'The same party did this work after all, on {day}. So it is not owed.',
  },
  'given-again': {
    nl: 'Het meldpunt gaf dit werk op {day} opnieuw aan dezelfde partij, en die heeft het niet geweigerd. Daarom is het niet verschuldigd.',
    en: 'The desk gave this work to the same party again on {day}, and it has not refused. So it is not owed.',
  },
} satisfies Record<NonNullable<WrongfulFacts['contrary']>['kind'], Text>

/** Why it stands as it does, in a sentence. */
export function wrongfulStateInWords(
  state: WrongfulState,
  facts: WrongfulFacts,
  terms: Pick<WrongfulTerms, 'disputeWithin_days'>,
): Text {
  const { contrary, stage_ms = facts.known_ms } = facts
  const stepped = localDateOf(stage_ms)
  switch (state) {
    case 'refuted-by-facts':
      if (!contrary) throw new Error('nothing refutes it')
      return filled(REFUTED[contrary.kind], localDateOf(contrary.at_ms))
    case 'open':
    case 'accepted-by-silence':
      return filled(WORDS[state], disputeBy(facts, terms))
    case 'disputed':
      return filled(WORDS.disputed, daysAfter(stepped, terms.disputeWithin_days))
    case 'accepted':
    case 'upheld':
    case 'dropped':
    case 'decided-owed':
    case 'decided-not-owed':
      return filled(WORDS[state], stepped)
  }
}
