import type { Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { CaseInFull } from './api-answers.ts'
import type { Answer } from './api-client.ts'
import { casePage } from './case-page.ts'
import type { Html } from './layout.ts'
import type { InTown, Look, Reply, Show } from './look.ts'
import { momentIn } from './moments.ts'
import type { Visit } from './visit.ts'

type Page = { show: Show; missing(c: Context, look: Look): Reply }

/**
 * The page of whoever is called because it is dangerous. To look at it changes nothing, however often and by whom: a
 * scanner of mails does. Only the button takes over.
 */
export function mountDuty(router: Hono, options: Page & { inTown: InTown; pattern: string }): void {
  const { inTown, pattern, ...page } = options
  // What cannot be a link is none of ours: it leads nowhere.
  const address = `${pattern}/duty/:case/:token{ll_[0-9A-Za-z_-]+}`
  router.get(
    address,
    inTown((c, look) => showDuty(page, c, look, undefined)),
  )
  router.post(
    address,
    inTown((c, look) => act(page, c, look)),
  )
}

async function act(page: Page, c: Context, look: Look): Promise<Response> {
  const { act } = await c.req.parseBody()
  const what = act === 'made-safe' ? 'safety-reports' : 'takeovers'
  const answer = await apiOf(c, look).post(['cases', caseIn(c), what], {})
  return showDuty(page, c, look, answer)
}

const caseIn = (c: Context) => c.req.param('case') ?? ''
const apiOf = (c: Context, { visit, town }: Look) => visit.apiOf(town.id, c.req.param('token'))

async function showDuty(
  page: Page,
  c: Context,
  look: Look,
  done: Answer<unknown> | undefined,
): Promise<Response> {
  const { visit, town } = look
  const { duty } = visit.desk
  const api = apiOf(c, look)
  const read = await api.get<CaseInFull>(['cases', caseIn(c)])
  if (!read.ok && read.problem === 'link-expired') {
    const body = html`<h1>${duty.title}</h1><p>${duty.expired}</p>`
    return page.show(c, look, { title: duty.title, body, status: 410 })
  }
  if (!read.ok) return page.missing(c, look)
  const one = read.body
  const acts = html`${outcome(visit, done)}${panel(visit, one)}`
  // What stands beside the case is everybody's, and the link is for nothing else.
  const open = { api: visit.apiOf(town.id), atDesk: { back: html``, acts } }
  const body = await casePage(visit, town, one, open)
  const status = done && !done.ok ? 409 : 200
  return page.show(c, look, { title: `${duty.title} ${one.number}`, body, status })
}

function outcome({ desk }: Visit, done: Answer<unknown> | undefined): Html | false {
  if (!done) return false
  if (done.ok) return html`<p class="notice notice-told" role="status">${desk.duty.thanks}</p>`
  return html`<div class="notice notice-wrong" role="alert">
<p>${desk.problems[done.problem] ?? desk.otherProblem}</p></div>`
}

function panel({ desk, locale }: Visit, one: CaseInFull): Html {
  const { duty, danger } = desk
  const isOver = one.status !== 'open' || one.priority !== 'danger'
  if (isOver || one.madeSafeAt)
    return html`<section class="panel"><h2>${duty.title}</h2><p>${
      one.madeSafeAt ? danger.safeSince(momentIn(one.madeSafeAt, locale)) : duty.over
    }</p></section>`
  const isUnattended = one.duty?.isUnattended === true
  const takenOverAt = one.duty?.takenOverAt
  return html`<section class="danger"><h2>${duty.title}</h2>
<p>${
    isUnattended
      ? danger.unattended
      : takenOverAt
        ? danger.takenOver(momentIn(takenOverAt, locale), one.duty?.takenOverBy)
        : danger.begun
  }</p>
<form method="post">${
    isUnattended
      ? html`<p>${duty.ask}</p><button name="act" value="take-over">${danger.takeOver}</button>`
      : html`<p>${duty.askSafe}</p><button name="act" value="made-safe">${danger.madeSafe}</button>`
  }</form></section>`
}
