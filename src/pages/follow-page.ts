import { html } from 'hono/html'
import { termInWords } from '#kernel/term-in-words'
import type { Html } from './layout.ts'
import { dayIn } from './moments.ts'
import type { Municipality, Visit } from './visit.ts'

/** What the API tells of a case to whoever holds a reporter's link. */
export type FollowTold = {
  number: string
  case?: string
  visibility: 'public' | 'status-only' | 'confidential'
  status: 'open' | 'done' | 'closed'
  line: string
  expectedBy?: string
  question?: { text?: string; replyBy: string; repliedAt?: string }
  mayReply: boolean
  said?: 'confirmed' | 'contested'
  mayVerify: boolean
  isMailed: boolean
}

type State = {
  told?: string | undefined
  problem?: string | undefined
  typed?: Readonly<Record<string, string>>
}

/** Asks for number and code. */
export function askCodePage(visit: Visit, town: Municipality, state: State): Html {
  const { follow } = visit
  const { typed = {} } = state
  return html`${notice(visit, state)}
<h1>${follow.followTitle}</h1>
<p class="lead">${follow.followText}</p>
<form class="panel" method="post" action="${visit.link(`/${town.id}/follow`)}">
<label for="number">${follow.number}</label>
<input id="number" name="number" required maxlength="40" autocomplete="off" spellcheck="false"
  placeholder="${town.id}-26-000123" value="${typed.number ?? ''}">
<label for="code">${follow.code}</label>
<p class="hint" id="code-hint">${follow.codeHint}</p>
<input id="code" name="code" required maxlength="40" autocomplete="off" spellcheck="false"
  autocapitalize="characters" aria-describedby="code-hint" value="${typed.code ?? ''}">
<button>${follow.show}</button>
</form>`
}

/** How it stands, for whoever reported it, with what they can say of it. Looking at it changes nothing. */
export function followPage(
  visit: Visit,
  town: Municipality,
  one: FollowTold,
  at: State & { path: string },
): Html {
  const { follow, locale } = visit
  return html`${notice(visit, at)}
<h1>${follow.yours} <span class="number">${one.number}</span></h1>
<p class="standing standing-${one.status}">${one.line}</p>
${one.said && html`<p>${follow.said[one.said]}</p>`}
${one.visibility === 'confidential' && html`<p>${follow.reserved}</p>`}
${
  one.expectedBy &&
  one.visibility === 'confidential' &&
  html`<p>${follow.expected} <strong>${termInWords(Date.parse(one.expectedBy), locale, visit.now_ms)}</strong>.</p>`
}
${one.question && asked(visit, one, at)}
${one.mayVerify ? question(visit, at) : html`<p>${nothingToSay(visit, one)}</p>`}
${one.isMailed && mails(visit, at.path)}
${
  one.case !== undefined &&
  html`<p><a href="${visit.link(`/${town.id}/cases/${one.number}`)}">${follow.whole}</a></p>`
}`
}

/** What a party asks; where its words cannot be shown, whom to call. */
function asked(visit: Visit, one: FollowTold, at: State & { path: string }): Html {
  const { follow, link, locale } = visit
  const { text, replyBy, repliedAt } = one.question ?? { replyBy: '' }
  if (repliedAt !== undefined) return html`<p>${follow.replied}</p>`
  if (one.status === 'closed') return html``
  if (!one.mayReply) return html`<p>${follow.askedByPhone}</p>`
  return html`<form class="panel" method="post" action="${link(`${at.path}/reply`)}">
<h2 id="asked">${follow.asked}</h2>
<blockquote>${text}</blockquote>
<label for="reply">${follow.reply}</label>
<p class="hint" id="reply-hint">${follow.replyHint} ${dayIn(replyBy, locale)}.</p>
<textarea id="reply" name="reply" rows="4" maxlength="2000" required
  aria-describedby="reply-hint">${at.typed?.reply ?? ''}</textarea>
<div class="buttons"><button>${follow.sendReply}</button></div>
</form>`
}

function question({ follow, link }: Visit, { path, typed = {} }: State & { path: string }): Html {
  return html`<form class="panel" method="post" action="${link(path)}">
<h2 id="question">${follow.question}</h2>
<p>${follow.questionText}</p>
<label for="remark">${follow.remark}</label>
<p class="hint" id="remark-hint">${follow.remarkHint}</p>
<textarea id="remark" name="remark" rows="3" maxlength="2000"
  aria-describedby="remark-hint">${typed.remark ?? ''}</textarea>
<div class="buttons"><button name="outcome" value="confirmed">${follow.yes}</button>
<button class="plain" name="outcome" value="contested">${follow.no}</button></div>
</form>`
}

function nothingToSay({ follow }: Visit, { status, said }: FollowTold): string {
  if (status === 'closed') return follow.closed
  if (said === 'contested') return follow.newLink
  return status === 'open' ? follow.notDoneYet : follow.newLink
}

function mails({ follow, link }: Visit, path: string): Html {
  return html`<section class="panel" aria-labelledby="mails"><h2 id="mails">${follow.mails}</h2>
<p>${follow.mailsText}</p>
<form method="post" action="${link(`${path}/stop`)}"><button class="plain">${follow.stop}</button></form>
</section>`
}

/** A link that has ended, or that we never gave. */
export function deadLinkPage(visit: Visit, town: Municipality, isExpired: boolean): Html {
  const { follow } = visit
  return html`<h1>${isExpired ? follow.expiredTitle : follow.forgedTitle}</h1>
<p class="lead">${isExpired ? follow.expiredText : follow.forgedText}</p>
<p><a class="button" href="${visit.link(`/${town.id}/follow`)}">${follow.toFollow}</a></p>`
}

function notice({ follow }: Visit, { problem, told }: State): Html | false {
  if (problem !== undefined)
    return html`<div class="notice notice-wrong" role="alert"><h2>${follow.wrong}</h2>
<p>${follow.problems[problem] ?? follow.otherProblem}</p></div>`
  const said = told === undefined ? undefined : follow.told[told]
  return said !== undefined && html`<p class="notice notice-told" role="status">${said}</p>`
}
