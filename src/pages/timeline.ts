import { html } from 'hono/html'
import type { CaseInFull, StepTold } from './api-answers.ts'
import type { Html } from './layout.ts'
import { dayIn, momentIn } from './moments.ts'
import type { Visit } from './visit.ts'
import { KINDS } from './words/kinds.ts'

/** One fact of a case; without a moment it is so, but nobody said since when. */
export type Happening = {
  at?: string
  text: string
  /** Which task it is about, where that is another than the case itself. */
  task?: string
  kind: 'fact' | 'good' | 'bad' | 'awaited'
}

/** What happened to a case, the first first: separate facts, none of which follows from another. */
export function happeningsOf(one: CaseInFull, visit: Visit): Happening[] {
  const { words } = visit
  const facts: Happening[] = [{ at: one.openedAt, text: openedAs(one, visit), kind: 'fact' }]
  for (const step of one.steps) facts.push(...ofStep(one, step, visit))
  facts.push(...ofQuestion(one, visit))
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
  const dated = facts.toSorted((a, b) => Date.parse(a.at ?? '') - Date.parse(b.at ?? ''))
  return [...dated, ...stillOpen(one, visit)]
}

const openedAs = ({ kind }: CaseInFull, { words, locale }: Visit) =>
  kind === 'fault' ? words.opened : words.openedKind(KINDS[kind][locale])

function ofStep(one: CaseInFull, step: StepTold, { words, locale }: Visit): Happening[] {
  const party = step.party.name
  const ended = words.ended[step.status]
  const moments: [string | undefined, string][] = [
    [step.handedOverAt, words.wasHandedOver(party)],
    [step.receivedAt, words.wasReceived(party)],
    [step.acceptedAt, words.wasAccepted(party)],
    [step.startedAt, words.hasStarted(party)],
    [step.onSiteAt, words.isOnSite(party)],
    [step.madeSafeAt, words.isMadeSafe(party)],
    [step.workingAt, words.isWorking(party)],
    [
      step.suspension?.since,
      step.suspension ? words.isSuspended(party, step.suspension.name[locale]) : '',
    ],
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
function ofQuestion({ question }: CaseInFull, { words }: Visit): Happening[] {
  if (!question) return []
  const { askedAt, repliedAt, lapsedAt } = question
  return [
    { at: askedAt, text: words.isAsked, kind: 'fact' },
    ...(repliedAt === undefined
      ? []
      : [{ at: repliedAt, text: words.isReplied, kind: 'fact' } as const]),
    ...(lapsedAt === undefined
      ? []
      : [{ at: lapsedAt, text: words.hasLapsed, kind: 'fact' } as const]),
  ]
}

/** What is not so yet, told as plainly as what is. */
function stillOpen(one: CaseInFull, { words, locale }: Visit): Happening[] {
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

export function timeline(one: CaseInFull, visit: Visit): Html {
  const { words, locale } = visit
  return html`<ol class="timeline">${happeningsOf(one, visit).map(
    ({ at, text, task, kind }) => html`<li class="${kind}">
  <p>${text}</p>
  ${task && html`<p class="quiet">${words.forTask(task)}</p>`}
  ${at && html`<p class="quiet"><time datetime="${at}">${momentIn(at, locale)}</time></p>`}
</li>`,
  )}</ol>`
}
