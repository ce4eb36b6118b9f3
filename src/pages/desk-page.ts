import { html } from 'hono/html'
import { termInWords } from '#kernel/term-in-words'
import { type AssignmentTold, type CaseTold, DESK_REASONS, type DeskReason } from './api-answers.ts'
import { type Answer, type ApiClient, readAll } from './api-client.ts'
import { categoryOf, lineOf, marks } from './case-row.ts'
import { type DeskForms, notice } from './desk-forms.ts'
import type { Html } from './layout.ts'
import { numberIn, shortDayIn } from './moments.ts'
import type { Municipality, Visit } from './visit.ts'

const ON_PAGE = 20
const MOST_TO_CHECK = 50
/** The API gives the newest first and 200 at a time: so far back a desk can have left things. */
const MOST_PAGES = 25

export type DeskView = {
  reason?: string | undefined
  page: number
  told?: string | undefined
  problem?: string | undefined
}

type Waiting = { cases: CaseTold[]; held: ReadonlyMap<string, AssignmentTold[]> }

/** What waits for a person, the oldest first; or what the API has against this visitor. */
export async function deskPage(
  visit: Visit,
  town: Municipality,
  { api, forms, view }: { api: ApiClient; forms: DeskForms; view: DeskView },
): Promise<Answer<Html>> {
  const waiting = await readWaiting(api)
  if (!waiting.ok) return waiting
  const { cases } = waiting.body
  const done = await readAll<CaseTold>(api, ['cases'], { status: 'done' }, MOST_PAGES)
  const chosen = DESK_REASONS.find((one) => one === view.reason)
  const isToCheck = view.reason === 'check'
  const listed = chosen ? cases.filter(({ atDesk }) => atDesk?.includes(chosen)) : cases
  const { desk } = visit
  const body = html`${notice(visit, view.problem, view.told)}
<div class="head"><h1>${desk.title(town.name)}</h1>${forms.signOut()}</div>
<p class="lead">${isToCheck ? desk.toCheckIntro : desk.intro}</p>
${counts(visit, town, { cases, toCheck: done.ok ? done.body.length : 0, chosen: view.reason })}
${
  isToCheck
    ? checking(visit, town, done.ok ? done.body : [], forms)
    : await list(visit, town, { waiting: { ...waiting.body, cases: listed }, forms, view, chosen })
}
<p><a href="${visit.link(`/${town.id}/desk/templates`)}">${visit.mailTexts.title}</a></p>
${cases.length >= MOST_PAGES * 200 && html`<p>${desk.notAll}</p>`}`
  return { ok: true, body }
}

async function readWaiting(api: ApiClient): Promise<Answer<Waiting>> {
  const cases = await readAll<CaseTold>(api, ['cases'], { atDesk: 'true' }, MOST_PAGES)
  if (!cases.ok) return cases
  const tasks = await readHeld(api)
  const held = Map.groupBy(tasks, (one) => one.case.number)
  return { ok: true, body: { cases: cases.body.toReversed(), held } }
}

/** The tasks that wait for the desk, in whichever case. */
export async function readHeld(api: ApiClient): Promise<AssignmentTold[]> {
  const tasks = await readAll<AssignmentTold>(
    api,
    ['assignments'],
    { status: 'proposed' },
    MOST_PAGES,
  )
  return tasks.ok ? tasks.body : []
}

function counts(
  visit: Visit,
  town: Municipality,
  { cases, toCheck, chosen }: { cases: CaseTold[]; toCheck: number; chosen: string | undefined },
): Html {
  const { desk, locale } = visit
  const of = DESK_REASONS.map(
    (reason) => [reason, cases.filter(({ atDesk }) => atDesk?.includes(reason)).length] as const,
  ).filter(([, count]) => count > 0)
  const chip = (reason: string | undefined, label: string, count: number) =>
    html`<li><a href="${visit.link(`/${town.id}/desk`, { reason })}"
    ${reason === chosen ? html`aria-current="page"` : ''}>${label}
    <span class="count">${numberIn(count, locale)}</span></a></li>`
  return html`<nav aria-label="${desk.whatNow}"><ul class="chips">
${chip(undefined, desk.all, cases.length)}
${of.map(([reason, count]) => chip(reason, desk.reasons[reason][0], count))}
${chip('check', desk.toCheck, toCheck)}
</ul></nav>`
}

type Listing = {
  waiting: Waiting
  forms: DeskForms
  view: DeskView
  chosen: DeskReason | undefined
}

async function list(
  visit: Visit,
  town: Municipality,
  { waiting, forms, view, chosen }: Listing,
): Promise<Html> {
  const { desk } = visit
  const { cases, held } = waiting
  const pages = Math.max(1, Math.ceil(cases.length / ON_PAGE))
  const page = Math.min(Math.max(1, view.page), pages)
  const shown = cases.slice((page - 1) * ON_PAGE, page * ON_PAGE)
  const turn = (to: number) => visit.link(`/${town.id}/desk`, { reason: chosen, page: String(to) })
  return html`${cases.length === 0 && html`<p>${desk.nothing}</p>`}
<ul class="rows desk">${shown.map((one) =>
    waitingRow(visit, town, one, { forms, held: held.get(one.number) ?? [] }),
  )}</ul>
${
  pages > 1 &&
  html`<p class="pager"><span>${desk.page(page, pages)}</span>
${page > 1 && html`<a rel="prev" href="${turn(page - 1)}">${desk.older}</a>`}
${page < pages && html`<a rel="next" href="${turn(page + 1)}">${desk.newer}</a>`}</p>`
}`
}

function waitingRow(
  visit: Visit,
  town: Municipality,
  one: CaseTold,
  { forms, held }: { forms: DeskForms; held: readonly AssignmentTold[] },
): Html {
  const { desk, words, locale } = visit
  const href = visit.link(`/${town.id}/desk/cases/${one.number}`)
  const expected =
    one.reporterBy &&
    html` ·
${words.expectedBy.toLowerCase()} ${termInWords(Date.parse(one.reporterBy), locale, visit.now_ms)}`
  return html`<li class="row">
<div><p class="row-title"><a href="${href}">${categoryOf(one, visit)}</a> ${marks(one, visit)}</p>
${reasonsOf(visit, one)}
<p class="quiet"><span class="number">${one.number}</span> ·
${desk.waitsSince} ${shortDayIn(one.openedAt, locale)}${expected}</p></div>
<div class="acts">${quickActs(one, forms, held)}
<a class="button plain" href="${href}">${desk.look}<span class="unseen"> ${one.number}</span></a>
</div></li>`
}

/** Each reason in words, with what can be done about it. */
export function reasonsOf({ desk }: Visit, { atDesk = [] }: CaseTold): Html {
  return html`<ul class="reasons">${atDesk.map((reason) => {
    const [name, advice] = desk.reasons[reason]
    return html`<li><strong>${name}.</strong> ${advice}</li>`
  })}</ul>`
}

/** The desk did it elsewhere, and has only to say so. */
export const SETTLED_AT_ONCE = [
  'danger-unacknowledged',
  'tell-the-party',
  'delivery-stuck',
  'conflict',
  'no-address',
  'done-unasked',
  'term-near',
  'term-broken',
] as const satisfies DeskReason[]

/** What needs no more than one button. */
export function quickActs(
  one: CaseTold,
  forms: DeskForms,
  held: readonly AssignmentTold[],
): Html[] {
  const settled = SETTLED_AT_ONCE.filter((reason) => one.atDesk?.includes(reason))
  return [
    ...held.map((task) => forms.release(one, task)),
    ...settled.map((reason) => forms.settle(one, reason)),
  ]
}

function checking(visit: Visit, town: Municipality, done: CaseTold[], forms: DeskForms): Html {
  const { desk, locale } = visit
  return html`${done.length === 0 && html`<p>${desk.noToCheck}</p>`}
<ul class="rows desk">${done
    .toSorted((a, b) => ((a.doneAt ?? '') < (b.doneAt ?? '') ? -1 : 1))
    .slice(0, MOST_TO_CHECK)
    .map(
      (one) => html`<li class="row">
<div><p class="row-title"><a href="${visit.link(`/${town.id}/desk/cases/${one.number}`)}"
>${categoryOf(one, visit)}</a> ${marks(one, visit)}</p>
<p>${lineOf(one, visit)}</p><p class="quiet"><span class="number">${one.number}</span> ·
${desk.doneOn} ${shortDayIn(one.doneAt ?? one.updatedAt, locale)}</p></div>
<div class="acts">${forms.verify(one)}</div></li>`,
    )}</ul>`
}
