import type { AssignmentTold } from '#modules/cases'
import { type LetterPart, subjectLine, writeLetter } from '#platform/letter'
import type { Locale } from '#platform/operation'
import { type Fact, lastDayOf, objectsOf, pressingOf, whenOf } from './assignment-mail.ts'
import type { ClusterMessage } from './cluster-message.ts'
import type { DigestReason } from './digest.ts'
import { DIGEST_WORDS, type DigestWords } from './digest-words.ts'
import { MAIL_WORDS } from './mail-words.ts'

/** One task as the digest tells it. */
export type DigestTask = {
  reason: DigestReason
  told: AssignmentTold
  /** Of a case of several. */
  cluster: ClusterMessage | undefined
  /** Where to answer; absent where nothing is asked any more. */
  answerUrl: string | undefined
}

type Frame = {
  town: string
  party: string
  locale: Locale
  tasks: readonly DigestTask[]
  /** Until when the links work. */
  until_ms: number
  /** Where all that is open can be had as one sheet. */
  sheetUrl: string | undefined
}

/** How a reply to it is understood: in words of its one task, as a sheet only, or not at all. */
export type DigestReplies = 'in-words' | 'as-sheet' | 'none'

const ORDER: readonly DigestReason[] = ['reopened', 'offered', 'changed', 'answered', 'withdrawn']
const MOST_WORDS = 160

/**
 * All that waited for this moment in one mail. The subject tells how much it is and nothing of what: it is read over
 * shoulders and kept in many places, and some of it may be confidential.
 */
export function writeDigestMail(frame: Frame & { replies: DigestReplies }): {
  subject: string
  text: string
  html: string
} {
  const { town, locale, tasks, replies } = frame
  const words = DIGEST_WORDS[locale]
  const grouped = Map.groupBy(tasks, ({ reason }) => reason)
  const groups = ORDER.flatMap((reason) => {
    const own = grouped.get(reason)
    return own ? [{ reason, own: own.toSorted(soonestFirst) }] : []
  })
  let number = 0
  const counts = groups.map(({ reason, own }) => words.count[reason](own.length))
  const parts: LetterPart[] = [
    { line: words.opening(town) },
    ...sheetOf(frame),
    ...groups.flatMap(({ reason, own }): LetterPart[] => [
      { heading: `${words.heading[reason]} (${own.length})`, level: 2 },
      { line: words.lead[reason](frame.party) },
      ...own.flatMap((task) => taskIn(task, ++number, locale, words)),
    ]),
    ...endOf(frame, replies),
  ]
  const subject = subjectLine([`[${town}] ${words.tasks(tasks.length)}: ${counts.join(', ')}`])
  return { subject, ...writeLetter(locale, parts) }
}

/** To a party that replied to a digest: what became of that, and what it can answer, each with a link of its own. */
export function writeDigestReplied(frame: Frame & { said: string }): {
  subject: string
  text: string
  html: string
} {
  const { town, locale, tasks, said } = frame
  const words = DIGEST_WORDS[locale]
  const asked = tasks.filter(({ answerUrl }) => answerUrl !== undefined).toSorted(soonestFirst)
  const list: LetterPart[] = [
    { heading: words.stillOpen, level: 2 },
    ...asked.flatMap((task, i) => taskIn(task, i + 1, locale, words)),
  ]
  return {
    subject: subjectLine([`[${town}] ${words.replied}`]),
    ...writeLetter(locale, [
      { line: said, isStrong: true },
      ...sheetOf(frame),
      ...(asked.length === 0 ? [{ line: words.nothingOpen }] : list),
      ...endOf(frame, 'none'),
    ]),
  }
}

function sheetOf({ sheetUrl, locale }: Frame): LetterPart[] {
  return sheetUrl === undefined
    ? []
    : [{ link: { label: MAIL_WORDS[locale].sheet, url: sheetUrl } }]
}

function endOf({ locale, tasks, until_ms }: Frame, replies: DigestReplies): LetterPart[] {
  const words = DIGEST_WORDS[locale]
  const isAsked = tasks.some(({ answerUrl }) => answerUrl !== undefined)
  if (!isAsked) return [{ line: MAIL_WORDS[locale].noAnswer }]
  const reply = {
    'in-words': MAIL_WORDS[locale].canReply,
    'as-sheet': words.reply,
    none: words.noReply,
  }[replies]
  return [
    { heading: words.answering, level: 2 },
    { line: words.once(lastDayOf(until_ms, locale)) },
    { line: reply },
  ]
}

function taskIn(
  { told, cluster, answerUrl }: DigestTask,
  /** In this mail: by it people call one another. */
  number: number,
  locale: Locale,
  words: DigestWords,
): LetterPart[] {
  const own = MAIL_WORDS[locale]
  const pressing = pressingOf(told, own)
  const name = told.category.name?.[locale] ?? told.category.id
  const heading = `${number}. ${pressing === undefined ? name : `${pressing}: ${name}`}`
  const known: Fact = [own.number, told.case.number]
  if (answerUrl === undefined) {
    // As with a mail of its own: of what is taken back nothing is told that need not be.
    return [{ heading, level: 3 }, { facts: [known] }]
  }
  const said = told.shared?.descriptions[0]?.text
  return [
    { heading, level: 3 },
    {
      facts: [
        known,
        ...whereIn(told, locale),
        ...objectsOf(cluster, own),
        ...whenOf({ told, locale }, own),
      ],
    },
    ...(told.case.isAssetUncertain ? [{ line: own.uncertain }] : []),
    ...(said === undefined ? [] : [{ quote: inOneLine(said) }]),
    ...((told.waitsFor ?? []).length > 0 ? [{ line: own.waits }] : []),
    { link: { label: words.answer, url: answerUrl, isBrief: true } },
  ]
}

/** Where to go: by its street and what it is called there, and by coordinates where these are not known. */
function whereIn(
  { case: { street, neighbourhood, asset, place } }: AssignmentTold,
  locale: Locale,
) {
  const words = MAIL_WORDS[locale]
  const address = [street, neighbourhood].filter((one) => one !== undefined).join(', ')
  const facts: (Fact | false | undefined)[] = [
    address !== '' && [words.where, address],
    asset && [words.object, asset.publicNumber ?? asset.id],
    (!asset || street === undefined) &&
      place && [words.coordinates, `${place.lat.toFixed(6)}, ${place.lon.toFixed(6)}`],
  ]
  return facts.filter((one): one is Fact => Array.isArray(one))
}

function inOneLine(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim()
  return line.length <= MOST_WORDS ? line : `${line.slice(0, MOST_WORDS - 1).toWellFormed()}…`
}

function soonestFirst({ told: a }: DigestTask, { told: b }: DigestTask): number {
  return firstTermOf(a) - firstTermOf(b) || (a.case.number < b.case.number ? -1 : 1)
}

function firstTermOf({ terms }: AssignmentTold): number {
  return Math.min(Number.MAX_SAFE_INTEGER, ...terms.map(({ by }) => Date.parse(by)))
}
