import type { Told } from '../../api/client.ts'
import type { CaseWords } from '../../messages/case-nl.ts'
import type { Locale } from '../../messages/languages.ts'
import type { Words } from '../../messages/nl.ts'
import { dayIn } from '../../moments.ts'

type Case = Told['CaseInFull']
type Step = Case['steps'][number]

/** One fact of a case; without a moment it is so, but nobody said since when. */
export type Happening = {
  at?: string
  text: string
  /** Which task it is about, where that is another than the case itself. */
  task?: string
  kind: 'fact' | 'good' | 'bad' | 'awaited'
}

type In = { words: CaseWords; kinds: Words['case']['kinds']; locale: Locale }

/** What happened to a case, the first first: separate facts, none of which follows from another. */
export function happeningsOf(one: Case, { words, kinds, locale }: In): Happening[] {
  const opened = one.kind === 'fault' ? words.opened : words.openedKind(kinds[one.kind])
  const facts: Happening[] = [{ at: one.openedAt, text: opened, kind: 'fact' }]
  for (const step of one.steps) facts.push(...ofStep(one, step, words, locale))
  facts.push(...ofQuestion(one, words))
  if (one.closedAs !== undefined)
    facts.push({
      ...(one.closedAt === undefined ? {} : { at: one.closedAt }),
      text:
        one.closedAs === 'forwarded' && one.forwardedTo !== undefined
          ? words.wasForwarded(one.forwardedTo)
          : words.closed[one.closedAs],
      kind: one.closedAs === 'confirmed' ? 'good' : 'fact',
    })
  // The sort is stable: what has the same moment keeps the order in which it is told.
  const dated = facts.sort((a, b) => Date.parse(a.at ?? '') - Date.parse(b.at ?? ''))
  return [...dated, ...stillOpen(one, words, locale)]
}

function ofStep(one: Case, step: Step, words: CaseWords, locale: Locale): Happening[] {
  const party = step.party.name
  const ended = words.ended[step.status]
  const stands = step.suspension
  const moments: [string | undefined, string][] = [
    [step.handedOverAt, words.wasHandedOver(party)],
    [step.receivedAt, words.wasReceived(party)],
    [step.acceptedAt, words.wasAccepted(party)],
    [step.startedAt, words.hasStarted(party)],
    [step.onSiteAt, words.isOnSite(party)],
    [step.madeSafeAt, words.isMadeSafe(party)],
    [step.workingAt, words.isWorking(party)],
    [stands?.since, stands ? words.isSuspended(party, stands.name[locale]) : ''],
    [step.doneAt, words.isDone(party)],
    [step.endedAt, ended === undefined ? step.status : ended(party)],
  ]
  const other = step.category.id === one.category?.id ? undefined : step.category
  const about = other === undefined ? {} : { task: other.name?.[locale] ?? other.id }
  return moments.flatMap(([at, text]): Happening[] =>
    at === undefined ? [] : [{ at, text, ...about, kind: 'fact' }],
  )
}

/** The words of both are not everybody's; that it was asked is why the work stood still. */
function ofQuestion({ question }: Case, words: CaseWords): Happening[] {
  if (!question) return []
  const { askedAt, repliedAt, lapsedAt } = question
  const all: [string | undefined, string][] = [
    [askedAt, words.isAsked],
    [repliedAt, words.isReplied],
    [lapsedAt, words.hasLapsed],
  ]
  return all.flatMap(([at, text]): Happening[] =>
    at === undefined ? [] : [{ at, text, kind: 'fact' }],
  )
}

/** What is not so yet, told as plainly as what is. */
function stillOpen(one: Case, words: CaseWords, locale: Locale): Happening[] {
  const open: Happening[] = []
  for (const { status, plannedOn, party } of one.steps)
    if (status === 'planned' && plannedOn !== undefined)
      open.push({ text: words.isPlanned(party.name, dayIn(plannedOn, locale)), kind: 'awaited' })
  if (one.verification === 'contested') open.push({ text: words.isContested, kind: 'bad' })
  if (one.status === 'open' && one.kind === 'fault')
    open.push({ text: words.notDoneYet, kind: 'awaited' })
  if (one.status === 'done') open.push({ text: words.notCheckedYet, kind: 'awaited' })
  return open
}
