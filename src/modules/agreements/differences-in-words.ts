import type { Duration, MILESTONES } from './agreement.ts'
import { CAUSE_WORDS } from './causes.ts'
import { clusterInWords, clusterNameOf } from './cluster-words.ts'
import type { Locale } from './decision-words.ts'
import type { AgreementDifference, ListField, ValueField } from './differences.ts'

/** What things are called, by their ids. */
export type DifferenceNames = {
  organisation(id: string): string
  category(id: string): string
  area(id: string): string
}

type Words = {
  entered: string
  ended: string
  none: string
  value: (field: string, before: string, after: string) => string
  added: (field: string, names: string) => string
  removed: (field: string, names: string) => string
  term: (what: string, before: string, after: string) => string
  other: (field: string) => string
  reporter: string
  milestone: Record<(typeof MILESTONES)[number], string>
  priority: Record<string, string>
  unit: Record<Duration['unit'], readonly [one: string, more: string]>
  field: Record<ValueField | ListField, string>
  values: Readonly<Record<string, string>>
}

const WORDS: Record<Locale, Words> = {
  nl: {
    entered: 'Deze afspraak is nieuw.',
    ended: 'Deze afspraak is er niet meer.',
    none: 'niets',
    value: (field, before, after) => `${field}: van ${before} naar ${after}.`,
    added: (field, names) => `${field}: erbij komt ${names}.`,
    removed: (field, names) => `${field}: vervalt ${names}.`,
    term: (what, before, after) => `${what}: van ${before} naar ${after}.`,
    other: (field) => `Ook veranderd: ${field}.`,
    reporter: 'Verwachting voor de melder',
    milestone: {
      'on-site': 'Ter plaatse',
      'made-safe': 'Veiliggesteld',
      working: 'Werkt weer',
      done: 'Klaar',
    },
    priority: { normal: 'normaal', urgent: 'spoed', danger: 'gevaar' },
    unit: {
      hours: ['uur', 'uur'],
      'working-hours': ['werkuur', 'werkuren'],
      'calendar-days': ['dag', 'dagen'],
      'working-days': ['werkdag', 'werkdagen'],
    },
    field: {
      party: 'Partij',
      title: 'Titel',
      basis: 'Grondslag',
      role: 'Rol van de gemeente',
      mode: 'Stand',
      from: 'Geldt vanaf',
      to: 'Geldt tot',
      rank: 'Rang',
      'starts-at': 'Termijn begint bij',
      channel: 'Kanaal',
      'hold-off': 'Wachttijd in seconden',
      'not-ours-limit': 'Keer ‘niet van ons’ voor het meldpunt',
      'warranty-days': 'Garantie in dagen',
      'on-end': 'Open werk bij het einde',
      'wrongful-report': 'Prijs van een onterechte melding in eurocent',
      'wrongful-vat': 'Btw op een onterechte melding',
      'wrongful-findings': 'Oorzaken die ook een onterechte melding zijn',
      'dispute-within': 'Dagen om een onterechte melding te betwisten',
      categories: 'Categorieën',
      areas: 'Gebieden',
      assetTypes: 'Soorten objecten',
      assets: 'Objecten',
      managers: 'Beheerders',
      clusterLevels: 'Niveaus',
      priorities: 'Prioriteiten',
      informed: 'Ter kennisgeving',
    },
    values: {
      off: 'uit',
      shadow: 'schaduw',
      confirm: 'bevestigen',
      automatic: 'automatisch',
      paused: 'gepauzeerd',
      contract: 'contract',
      'service-arrangement': 'dienstverleningsafspraak',
      'statutory-manager': 'wettelijk beheerder',
      'grid-operator': 'netbeheerder',
      warranty: 'garantie',
      works: 'werk in uitvoering',
      'self-management': 'zelfbeheer',
      'owner-only': 'alleen eigenaar',
      does: 'doet het zelf',
      directs: 'regisseert',
      supports: 'ondersteunt',
      receipt: 'ontvangst',
      acceptance: 'aanvaarding',
      'next-opening-hour': 'het volgende openingsuur',
      finish: 'afmaken',
      'hand-over': 'overdragen',
      included: 'inbegrepen',
      excluded: 'komt erbij',
      'not-owed': 'niet verschuldigd',
    },
  },
  en: {
    entered: 'This agreement is new.',
    ended: 'This agreement is no longer there.',
    none: 'none',
    value: (field, before, after) => `${field}: from ${before} to ${after}.`,
    added: (field, names) => `${field}: ${names} added.`,
    removed: (field, names) => `${field}: ${names} removed.`,
    term: (what, before, after) => `${what}: from ${before} to ${after}.`,
    other: (field) => `Also changed: ${field}.`,
    reporter: 'Expectation of the reporter',
    milestone: {
      'on-site': 'On site',
      'made-safe': 'Made safe',
      working: 'Working again',
      done: 'Done',
    },
    priority: { normal: 'normal', urgent: 'urgent', danger: 'danger' },
    unit: {
      hours: ['hour', 'hours'],
      'working-hours': ['working hour', 'working hours'],
      'calendar-days': ['day', 'days'],
      'working-days': ['working day', 'working days'],
    },
    field: {
      party: 'Party',
      title: 'Title',
      basis: 'Basis',
      role: 'Role of the municipality',
      mode: 'Mode',
      from: 'Holds from',
      to: 'Holds until',
      rank: 'Rank',
      'starts-at': 'Term starts at',
      channel: 'Channel',
      'hold-off': 'Hold-off in seconds',
      'not-ours-limit': 'Times ‘not ours’ before the desk',
      'warranty-days': 'Warranty in days',
      'on-end': 'Open work at the end',
      'wrongful-report': 'Price of a wrongful report in euro cents',
      'wrongful-vat': 'VAT on a wrongful report',
      'wrongful-findings': 'Causes that are a wrongful report too',
      'dispute-within': 'Days to dispute a wrongful report',
      categories: 'Categories',
      areas: 'Areas',
      assetTypes: 'Types of objects',
      assets: 'Objects',
      managers: 'Managers',
      clusterLevels: 'Levels',
      priorities: 'Priorities',
      informed: 'Informed',
    },
    values: {},
  },
}

/** Each difference as one sentence, for whoever signs: names instead of ids, and old and new side by side. */
export function differencesInWords(
  differences: readonly AgreementDifference[],
  names: DifferenceNames,
  locale: Locale,
): string[] {
  const words = WORDS[locale]
  return differences.flatMap((one) => sentencesOf(one, names, words, locale))
}

function sentencesOf(
  one: AgreementDifference,
  names: DifferenceNames,
  words: Words,
  locale: Locale,
): string[] {
  const length = (duration: Duration | undefined) =>
    duration === undefined
      ? words.none
      : `${duration.amount} ${words.unit[duration.unit][duration.amount === 1 ? 0 : 1]}`
  switch (one.kind) {
    case 'entered':
    case 'ended':
      return [words[one.kind]]
    case 'value': {
      const told = (value: string | undefined) => {
        if (value === undefined) return words.none
        return one.field === 'party' ? names.organisation(value) : (words.values[value] ?? value)
      }
      return [words.value(words.field[one.field], told(one.before), told(one.after))]
    }
    case 'list': {
      const told = (ids: readonly string[]) => ids.map((id) => nameOf(one.field, id, names, words))
      const field = words.field[one.field]
      return [
        ...(one.added.length > 0 ? [words.added(field, told(one.added).join(', '))] : []),
        ...(one.removed.length > 0 ? [words.removed(field, told(one.removed).join(', '))] : []),
      ]
    }
    case 'milestone': {
      const priorities = one.priorities.map((priority) => words.priority[priority] ?? priority)
      const findings = one.findings.map((finding) => CAUSE_WORDS[finding][locale])
      const only = [...priorities, ...findings]
      const when = only.length > 0 ? ` (${only.join(', ')})` : ''
      const what = `${words.milestone[one.milestone]}${when}`
      return [words.term(what, length(one.before), length(one.after))]
    }
    case 'reporter-term':
      return [words.term(words.reporter, length(one.before), length(one.after))]
    case 'cluster': {
      const told = (terms: typeof one.before) =>
        terms ? clusterInWords(terms, locale) : words.none
      return [words.term(clusterNameOf(one.level, locale), told(one.before), told(one.after))]
    }
    case 'other':
      return [words.other(one.field)]
  }
}

function nameOf(field: ListField, id: string, names: DifferenceNames, words: Words): string {
  if (field === 'areas') return names.area(id)
  if (field === 'categories') return names.category(id)
  if (field === 'managers' || field === 'informed') return names.organisation(id)
  return words.priority[id] ?? id
}
