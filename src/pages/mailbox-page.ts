import type { Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { MailFolder } from '#platform/mail-folder'
import type { Html } from './layout.ts'
import type { Reply, Shown } from './look.ts'
import type { Visit } from './visit.ts'
import { MAILBOX_WORDS } from './words/mailbox.ts'

const MOST = 50

type Mailbox = {
  folder: MailFolder
  /** Of our own pages: only an address there becomes a link. */
  origin: () => string
  visitAt(c: Context): Visit
  show(c: Context, at: { visit: Visit }, page: Shown): Reply
  missing(c: Context, at: { visit: Visit }): Reply
}

/** What was mailed on a machine that tries things out: the text of each mail, and nothing that a mail could run. */
export function mountMailbox(router: Hono, mailbox: Mailbox): void {
  router.get('/mailbox', (c) => showList(mailbox, c))
  router.get('/mailbox/:name', (c) => showMail(mailbox, c))
}

const HEADERS = { 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow' }

async function showList(mailbox: Mailbox, c: Context): Promise<Response> {
  const visit = mailbox.visitAt(c)
  const words = MAILBOX_WORDS[visit.locale]
  const before = c.req.query('before')
  const options = { most: MOST, ...(before === undefined ? {} : { before }) }
  const names = await mailbox.folder.list(options)
  const rows = await Promise.all(names.map((name) => rowOf(mailbox, visit, name)))
  const last = names.length === MOST ? names.at(-1) : undefined
  const body = html`<h1>${words.title}</h1>
<p class="lead">${words.intro}</p>
${names.length === 0 ? html`<p>${words.none}</p>` : html`<ul class="rows">${rows}</ul>`}
${last && html`<p class="pager"><a href="${visit.link('/mailbox', { before: last })}">${words.older}</a></p>`}`
  return mailbox.show(c, { visit }, { title: words.title, body, headers: HEADERS })
}

async function rowOf({ folder }: Mailbox, visit: Visit, name: string): Promise<Html> {
  const mail = await folder.read(name)
  return html`<li class="row">
<p class="row-title"><a href="${visit.link(`/mailbox/${name}`)}">${mail?.subject || name}</a></p>
<p class="quiet">${mail?.to} · ${mail && whenOf(mail.date, visit)}</p></li>`
}

async function showMail(mailbox: Mailbox, c: Context): Promise<Response> {
  const visit = mailbox.visitAt(c)
  const words = MAILBOX_WORDS[visit.locale]
  const mail = await mailbox.folder.read(c.req.param('name') ?? '')
  if (!mail) return mailbox.missing(c, { visit })
  const rows: [string, string][] = [
    [words.from, mail.from],
    [words.to, mail.to],
    [words.date, whenOf(mail.date, visit)],
  ]
  const body = html`<p class="crumb"><a href="${visit.link('/mailbox')}">← ${words.title}</a></p>
<h1>${mail.subject}</h1>
<dl class="facts mail-head">${rows.map(
    ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`,
  )}</dl>
<div class="mail-text">${linked(mail.text.trim(), mailbox.origin())}</div>`
  return mailbox.show(c, { visit }, { title: mail.subject, body, headers: HEADERS })
}

/** Its addresses of ours as links; all else is text. */
function linked(text: string, origin: string): Html[] {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part) =>
      part.startsWith(`${origin}/`) ? html`<a href="${part}">${part}</a>` : html`${part}`,
    )
}

function whenOf(date: string, { locale }: Visit): string {
  const at_ms = Date.parse(date)
  if (Number.isNaN(at_ms)) return date
  const tag = locale === 'nl' ? 'nl-NL' : 'en-GB'
  return new Intl.DateTimeFormat(tag, {
    dateStyle: 'long',
    timeStyle: 'medium',
    timeZone: 'Europe/Amsterdam',
  }).format(at_ms)
}
