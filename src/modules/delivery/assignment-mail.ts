import { termInLetter } from '#kernel/term-in-words'
import type { AssignmentTold } from '#modules/cases'
import { type LetterPart, subjectLine, writeLetter } from '#platform/letter'
import type { Locale } from '#platform/operation'
import type { ClusterMessage } from './cluster-message.ts'
import { MAIL_WORDS, type MailReason, type MailWords } from './mail-words.ts'

export type AssignmentMail = {
  reason: MailReason
  told: AssignmentTold
  visibility: 'public' | 'status-only' | 'confidential'
  town: string
  locale: Locale
  /** Where to answer, and until when; absent where nothing is asked any more. */
  answer: { url: string; until_ms: number } | undefined
  /** Where all that is open can be had as one sheet. */
  sheetUrl?: string
  /** Whether a reply to it is read. */
  canReply?: boolean
  /** Of a case of several: which objects, and which are new. */
  cluster?: ClusterMessage | undefined
  /** What the party is told of the mail that it sent. */
  said?: string
  /** Of the case, where everybody may read it. */
  page: string | undefined
}

const ZONE = 'Europe/Amsterdam'
const TAGS = { nl: 'nl-NL', en: 'en-GB' } as const
const DAY = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const

/** The full present state of an assignment as a mail, the most pressing first. */
export function writeAssignmentMail(mail: AssignmentMail): {
  subject: string
  text: string
  html: string
} {
  return { subject: subjectOf(mail), ...writeLetter(mail.locale, partsOf(mail)) }
}

/** Of what is confidential a subject line tells nothing: it is read over shoulders and kept in many places. */
function subjectOf({ reason, told, visibility, locale }: AssignmentMail): string {
  const words = MAIL_WORDS[locale]
  const { case: ofCase } = told
  const about = words.about[reason]
  const head = `[${ofCase.number}] ${about === undefined ? '' : `${about}: `}`
  if (visibility === 'confidential') return subjectLine([head + words.aTask])
  const pressing = reason === 'withdrawn' ? undefined : pressingOf(told, words)
  const what = [pressing, told.category.name?.[locale] ?? told.category.id].filter(Boolean)
  const where = visibility === 'public' ? shortPlaceOf(told) : undefined
  return subjectLine([head + what.join(': '), where])
}

function pressingOf({ case: { priority, isMadeSafe } }: AssignmentTold, words: MailWords) {
  if (priority === 'danger') return isMadeSafe ? undefined : words.danger
  return priority === 'urgent' ? words.urgent : undefined
}

function shortPlaceOf({ case: { street, neighbourhood, asset } }: AssignmentTold) {
  return [street ?? neighbourhood, asset?.publicNumber].filter(Boolean).join(' ')
}

function partsOf(mail: AssignmentMail): LetterPart[] {
  const { reason, told, town, locale, answer } = mail
  const words = MAIL_WORDS[locale]
  const opening: LetterPart = { line: words.opening[reason](told.party.name, town) }
  const said: LetterPart[] = mail.said === undefined ? [] : [{ line: mail.said, isStrong: true }]
  if (reason === 'withdrawn')
    return [opening, { facts: whatOf(mail, words) }, { line: words.noAnswer }]
  const { priority, isMadeSafe } = told.case
  const isUnsafe = priority === 'danger' && !isMadeSafe
  return [
    ...(isUnsafe
      ? [{ line: `${words.danger}. ${words.isDangerous}`, isStrong: true as const }]
      : []),
    ...(told.case.hasThreat ? [{ line: words.hasThreat, isStrong: true as const }] : []),
    ...said,
    opening,
    { facts: [...whatOf(mail, words), ...whereOf(mail, words), ...whenOf(mail, words)] },
    ...(told.case.isAssetUncertain ? [{ line: words.uncertain }] : []),
    ...sharedOf(told, words),
    ...(told.why ? [{ line: told.why[locale] }] : []),
    ...((told.waitsFor ?? []).length > 0 ? [{ line: words.waits }] : []),
    ...askingOf(answer, locale, words, told.status === 'offered'),
    ...besideOf(mail, words),
  ]
}

type Fact = readonly [name: string, value: string]

function whatOf({ told, locale }: AssignmentMail, words: MailWords): Fact[] {
  const pressing = pressingOf(told, words)
  const name = told.category.name?.[locale] ?? told.category.id
  return [
    [words.what, pressing === undefined ? name : `${pressing}: ${name}`],
    [words.number, told.case.number],
  ]
}

function whereOf({ told, page, cluster }: AssignmentMail, words: MailWords): Fact[] {
  const { street, neighbourhood, place, asset, signals } = told.case
  const address = [street, neighbourhood].filter((one) => one !== undefined).join(', ')
  const facts: (Fact | false | undefined)[] = [
    address !== '' && [words.where, address],
    asset && [words.object, asset.publicNumber ?? asset.id],
    place && [words.coordinates, `${place.lat.toFixed(6)}, ${place.lon.toFixed(6)}`],
    page !== undefined && [words.page, page],
    signals > 1 && [words.reports, String(signals)],
    cluster && [words.objects, String(cluster.objects)],
    cluster?.joined && [words.joined, namesIn(cluster.joined)],
    cluster?.left && [words.left, namesIn(cluster.left)],
  ]
  return facts.filter((one): one is Fact => Array.isArray(one))
}

/** As many names as a line holds. */
const MOST_NAMES = 20

function namesIn({ objects, members }: NonNullable<ClusterMessage['joined']>): string {
  const names = members.slice(0, MOST_NAMES).map(({ id, publicNumber }) => publicNumber ?? id)
  return `${objects}: ${names.join(', ')}${objects > names.length ? ' …' : ''}`
}

function whenOf({ told, locale }: AssignmentMail, words: MailWords): Fact[] {
  const format = (at: string | number, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(TAGS[locale], { ...options, timeZone: ZONE }).format(new Date(at))
  const said = (by: string, isExpectation?: true) => {
    const day = termInLetter(Date.parse(by), locale, Date.parse(told.case.openedAt))
    return isExpectation ? `${day} (${words.expectation})` : day
  }
  const terms = told.terms
    .filter(({ milestone }) => milestone === 'done' || !told.case.isMadeSafe)
    .toSorted((a, b) => Date.parse(a.by) - Date.parse(b.by))
  const planned = told.plannedOn
  return [
    ...terms.map(
      ({ milestone, by, isExpectation }): Fact => [words.by[milestone], said(by, isExpectation)],
    ),
    ...(terms.length === 0 ? [[words.noTerm, words.startsAt] as const] : []),
    ...(planned === undefined ? [] : [[words.planned, format(planned, DAY)] as const]),
  ]
}

/** The reporters' words, which are there only where the agreement names the ground. */
function sharedOf({ shared }: AssignmentTold, words: MailWords): LetterPart[] {
  if (!shared) return []
  const { ground, descriptions, reply } = shared
  return [
    ...(descriptions.length > 0 ? [{ line: words.shared(ground) }] : []),
    ...descriptions.map(({ text }) => ({ quote: text })),
    ...(reply === undefined ? [] : [{ line: words.reply }, { quote: reply }]),
  ]
}

/** Other ways to answer than the page. */
function besideOf({ answer, canReply, sheetUrl }: AssignmentMail, words: MailWords): LetterPart[] {
  if (!answer) return []
  return [
    { line: canReply ? words.canReply : words.noReply },
    ...(sheetUrl === undefined ? [] : [{ link: { label: words.sheet, url: sheetUrl } }]),
  ]
}

function askingOf(
  answer: AssignmentMail['answer'],
  locale: Locale,
  words: MailWords,
  isNew: boolean,
): LetterPart[] {
  if (!answer) return [{ line: words.noAnswer }]
  const { url, until_ms } = answer
  const day = new Intl.DateTimeFormat(TAGS[locale], { ...DAY, timeZone: ZONE })
  // The last day on which it works from morning to evening.
  const last = day.format(until_ms - 86_400_000)
  return [
    { line: isNew ? words.question : words.questionNext },
    { link: { label: words.button, url } },
    { line: words.once(last) },
  ]
}
