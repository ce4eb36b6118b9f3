import { ANSWER_PROBLEMS, type AnswerRefusal } from '#modules/cases'
import type { Locale } from './answer-words.ts'
import type { RowFault, RowResult } from './work-sheet.ts'

type InBoth = Readonly<Record<Locale, string>>

const NL: Readonly<Record<AnswerRefusal, string>> = {
  'assignment-not-found': 'deze taak is er niet, of is niet van u',
  'if-match-missing': 'de versie ontbreekt',
  'name-missing': 'zeg wie antwoordt',
  'assignment-changed': 'deze taak is intussen veranderd; haal een nieuw bestand op',
  'assignment-withdrawn': 'deze taak is ingetrokken; u hoeft niets meer te doen',
  'answer-not-allowed': 'dit antwoord past niet bij hoe het er nu voor staat',
  'make-safe-first': 'het is gevaarlijk; maak het eerst veilig',
  'waits-for-another': 'er moet eerst iets anders gebeuren',
  'reason-not-agreed': 'deze reden staat niet in de afspraak',
  'already-suspended': 'het ligt al stil',
  'suspension-used-up': 'het heeft al zo lang stilgelegen als de afspraak toelaat',
  'until-has-passed': 'de dag tot wanneer het stilligt is voorbij',
  'not-suspended': 'het ligt niet stil',
  'question-already-asked': 'over deze melding is al een vraag gesteld',
  'reporter-unreachable': 'de melder kan niet worden bereikt',
  'category-unknown': 'deze categorie bestaat hier niet',
  'facts-unchanged': 'er is niets verbeterd',
  'photo-unknown': 'deze foto is niet voor deze taak gestuurd',
  'case-closed': 'deze melding is gesloten',
  'idempotency-key-reused': 'dit antwoord kwam al eens, met iets anders erbij',
  'not-allowed': 'deze partij antwoordt zelf',
  'place-outside-municipality': 'de plaats ligt buiten de gemeente',
} as Record<AnswerRefusal, string>

const FAULTS: Readonly<Record<RowFault, InBoth>> = {
  'task-unknown': {
    nl: 'de kolom Taak is leeg of veranderd',
    en: 'the column Task is empty or was changed',
  },
  'revision-missing': {
    nl: 'de kolom Versie is leeg of veranderd',
    en: 'the column Revision is empty or was changed',
  },
  'answer-missing': {
    nl: 'er staat iets bij, maar geen antwoord',
    en: 'something is filled in, but no answer',
  },
  'danger-on-page': {
    nl: 'het is gevaarlijk: dat het veilig of klaar is, meldt u op de pagina van de taak',
    en: 'it is dangerous: say on the page of the task that it is safe or done',
  },
  'answer-unknown': {
    nl: 'dit antwoord kennen wij niet; schrijf bijvoorbeeld akkoord, gepland, begonnen, klaar of niet van ons',
    en: 'we do not know this answer; write for example accepted, planned, started, done or not ours',
  },
  'answer-on-page': {
    nl: 'dit antwoord geeft u op de pagina',
    en: 'give this answer on the page',
  },
  'date-missing': { nl: 'de datum ontbreekt', en: 'the date is missing' },
  'date-unreadable': {
    nl: 'dit is geen datum; schrijf bijvoorbeeld 31-12-2026',
    en: 'this is no date; write for example 31-12-2026',
  },
  'cause-unknown': {
    nl: 'deze oorzaak kennen wij niet; schrijf bijvoorbeeld lamp, zekering, kabel, mast of anders',
    en: 'we do not know this cause; write for example lamp, fuse, cable, mast or other',
  },
  'cause-missing': { nl: 'de oorzaak ontbreekt', en: 'the cause is missing' },
  'remark-missing': { nl: 'zeg er iets bij in Opmerking', en: 'say something in Remark' },
  'remark-too-long': {
    nl: 'de opmerking is langer dan 2000 tekens',
    en: 'the remark is longer than 2000 characters',
  },
}

const TAKEN: Readonly<Record<'taken' | 'repeated' | 'unchanged', InBoth>> = {
  taken: { nl: 'verwerkt', en: 'taken' },
  repeated: { nl: 'was al verwerkt', en: 'was taken before' },
  unchanged: { nl: 'niet ingevuld', en: 'not filled in' },
}

const REFUSED: InBoth = { nl: 'geweigerd', en: 'refused' }

/** What became of a row, as whoever filled it in reads it. */
export function resultInWords(result: RowResult, locale: Locale): string {
  if (result.result !== 'refused') return TAKEN[result.result][locale]
  return `${REFUSED[locale]}: ${whyRefused(result.because, locale)}`
}

/** Why an answer was not taken, in a part of a sentence. */
export function whyRefused(because: AnswerRefusal | RowFault, locale: Locale): string {
  if (Object.hasOwn(FAULTS, because)) return FAULTS[because as RowFault][locale]
  const refusal = because as AnswerRefusal
  if (locale === 'nl') return NL[refusal] ?? ANSWER_PROBLEMS[refusal].title
  const { title } = ANSWER_PROBLEMS[refusal]
  return title.charAt(0).toLowerCase() + title.slice(1)
}
