import type { Cause } from '#modules/agreements'
import { Answer, type AnswerKind } from '#modules/cases'

export type Locale = 'nl' | 'en'

/** What is said in a few words, in a cell of a sheet or at the head of a reply. */
export type Said = { answer: AnswerKind; reason?: string }

/** Answers that need more than words and a date: whoever gives them uses the page, or the API. */
const ON_THE_PAGE: readonly AnswerKind[] = [
  'facts-corrected',
  'passed-on',
  'suspended',
  'needs-first',
]

/**
 * How each answer is said, in both languages at once; the first of a language is how it is shown. There is one table
 * for sheets and for replies, so that whoever learned a word in the one may use it in the other.
 */
export const ANSWER_WORDS: readonly (Said & Readonly<Record<Locale, readonly string[]>>)[] = [
  {
    answer: 'accepted',
    nl: ['akkoord', 'aangenomen', 'geaccepteerd', 'oke', 'wij nemen het aan'],
    en: ['accepted', 'accept', 'ok', 'okay', 'agreed'],
  },
  { answer: 'planned', nl: ['gepland', 'ingepland'], en: ['planned', 'scheduled'] },
  { answer: 'started', nl: ['begonnen', 'gestart'], en: ['started', 'begun'] },
  { answer: 'on-site', nl: ['ter plaatse'], en: ['on site'] },
  { answer: 'made-safe', nl: ['veilig gemaakt', 'veilig'], en: ['made safe', 'safe'] },
  { answer: 'diagnosed', nl: ['oorzaak gevonden'], en: ['cause found', 'diagnosed'] },
  { answer: 'working', nl: ['werkt weer', 'weer in werking'], en: ['works again', 'working'] },
  {
    answer: 'done',
    nl: ['klaar', 'gereed', 'afgerond', 'hersteld', 'opgelost'],
    en: ['done', 'finished', 'completed', 'repaired', 'solved'],
  },
  {
    answer: 'not-ours',
    reason: 'other',
    nl: ['niet van ons', 'niet voor ons', 'hoort niet bij ons'],
    en: ['not ours', 'not for us'],
  },
  {
    answer: 'not-ours',
    reason: 'not-our-asset',
    nl: ['niet ons object', 'niet onze mast', 'niet onze lamp'],
    en: ['not our asset', 'not our object'],
  },
  { answer: 'not-ours', reason: 'not-our-area', nl: ['niet ons gebied'], en: ['not our area'] },
  { answer: 'not-ours', reason: 'not-our-task', nl: ['niet onze taak'], en: ['not our task'] },
  {
    answer: 'nothing-found',
    nl: ['niets gevonden', 'geen storing gevonden', 'niets aan de hand'],
    en: ['nothing found', 'no fault found'],
  },
  {
    answer: 'will-not-be-done',
    reason: 'other',
    nl: ['voeren wij niet uit', 'wordt niet uitgevoerd', 'doen wij niet'],
    en: ['will not be done', 'we will not do this'],
  },
  { answer: 'resumed', nl: ['gaat verder', 'hervat'], en: ['resumed', 'going on'] },
  { answer: 'facts-corrected', nl: ['gegevens verbeterd'], en: ['facts corrected'] },
  { answer: 'passed-on', nl: ['doorgegeven'], en: ['passed on'] },
  { answer: 'suspended', nl: ['ligt stil'], en: ['suspended'] },
  { answer: 'needs-first', nl: ['eerst iets anders'], en: ['needs first'] },
  { answer: 'question', nl: ['vraag', 'vraag aan de melder'], en: ['question'] },
]

/** Longest first: "veilig" must not take what begins with "veilig gemaakt". */
const PHRASES = ANSWER_WORDS.flatMap(({ nl, en, ...said }) =>
  [said.answer.replaceAll('-', ' '), ...nl, ...en].map((phrase) => ({ phrase, said })),
).toSorted((a, b) => b.phrase.length - a.phrase.length)

/** Lower case, without accents, hyphens and doubled blanks. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[-\u2010-\u2015]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** The answer that a text is, all of it; undefined where it is none of the table. */
export function answerNamed(text: string): Said | undefined {
  const words = plain(text).replace(/[.!]+$/, '')
  return PHRASES.find(({ phrase }) => phrase === words)?.said
}

/**
 * The answer with which a line begins, and what comes behind it. The words stand alone or before a sign, or before a
 * date: "klaar is het nog niet" is no answer, and neither is a question.
 */
export function answerLeading(line: string): { said: Said; rest: string } | undefined {
  const words = plain(line)
  for (const { phrase, said } of PHRASES) {
    if (!words.startsWith(phrase)) continue
    const behind = words.slice(phrase.length)
    if (behind === '') return { said, rest: '' }
    const isPlannedFor = said.answer === 'planned' && /^ (op |for |on )?\d/.test(behind)
    if (isPlannedFor || /^ ?[.,:;!(]/.test(behind)) return { said, rest: restOf(line, phrase) }
  }
  return undefined
}

/** As it was written, and not as it was compared. */
function restOf(line: string, phrase: string): string {
  for (let end = phrase.length; end <= line.length; end++)
    if (plain(line.slice(0, end)) === phrase) return line.slice(end).replace(/^[\s.,:;!]+/, '')
  return ''
}

/** What would make of danger something that is over. In a mail or a sheet that anybody may have forwarded it is not taken. */
export const ENDS_DANGER: readonly AnswerKind[] = ['made-safe', 'working', 'nothing-found', 'done']

const CAUSE_NAMES: Readonly<Record<Cause, readonly string[]>> = {
  lamp: ['lamp', 'de lamp', 'lamp stuk', 'broken lamp'],
  fuse: ['zekering', 'de zekering', 'zekering stuk', 'fuse', 'blown fuse'],
  cable: ['kabel', 'de kabel', 'kabelschade', 'cable', 'cable damage'],
  mast: ['mast', 'de mast', 'mastschade', 'mast damage'],
  cabinet: ['kast', 'de kast', 'schade aan de kast', 'cabinet', 'cabinet damage'],
  vandalism: ['vernieling', 'vandalisme', 'vandalism'],
  collision: ['aanrijding', 'collision'],
  storm: ['storm', 'stormschade', 'storm damage'],
  other: ['anders', 'iets anders', 'andere oorzaak', 'other', 'another cause'],
}

export function causeNamed(text: string): Cause | undefined {
  const words = plain(text)
  const found = Object.entries(CAUSE_NAMES).find(([, names]) => names.includes(words))
  return found?.[0] as Cause | undefined
}

export const WORDS_FAULTS = [
  'answer-unknown',
  'answer-on-page',
  'date-missing',
  'date-unreadable',
  'cause-unknown',
  'cause-missing',
  'remark-missing',
  'remark-too-long',
] as const
export type WordsFault = (typeof WORDS_FAULTS)[number]

const MOST_REMARK = 2000

/** The answer as the API takes it, or what is missing beside the words. */
export function answerOf(
  { answer, reason }: Said,
  beside: { on?: string; cause?: Cause; remark?: string; photos?: readonly string[] },
): { answer: Answer } | { fault: WordsFault } {
  const { on, cause, remark = '', photos = [] } = beside
  if (ON_THE_PAGE.includes(answer)) return { fault: 'answer-on-page' }
  if (remark.length > MOST_REMARK) return { fault: 'remark-too-long' }
  if (answer === 'planned' && on === undefined) return { fault: 'date-missing' }
  if (answer === 'diagnosed' && cause === undefined) return { fault: 'cause-missing' }
  const words = remark === '' ? {} : answer === 'question' ? { question: remark } : { remark }
  const parsed = Answer.safeParse({
    answer,
    ...(reason === undefined ? {} : { reason }),
    ...(answer === 'planned' ? { on } : {}),
    ...(cause === undefined || !TAKES_CAUSE.includes(answer) ? {} : { cause }),
    ...words,
    ...(photos.length === 0 ? {} : { photos }),
  })
  return parsed.success ? { answer: parsed.data } : { fault: 'remark-missing' }
}

const TAKES_CAUSE: readonly AnswerKind[] = [
  'accepted',
  'planned',
  'started',
  'on-site',
  'diagnosed',
  'working',
  'done',
]
