import { randomUUID } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { Link, LinkReading } from '#platform/link'
import type { Uploads } from '#platform/uploads'
import { answerIn, placeOfFault } from './answer-fields.ts'
import { answerForm } from './answer-form.ts'
import {
  type AnswerGiven,
  type AskedTask,
  answerPage,
  type CategoryTold,
  titleOf,
} from './answer-page.ts'
import { sendPhotos, takeAnswerForm } from './answer-photos.ts'
import type { PageTold } from './api-answers.ts'
import { type ApiClient, readAll } from './api-client.ts'
import type { Typed } from './desk-forms.ts'
import type { InTown, Look, Reply, Show, Shown } from './look.ts'
import { askLink, usedLinkPage } from './used-link-page.ts'
import { answerEn } from './words/answer-en.ts'
import { type AnswerWords, answerNl } from './words/answer-nl.ts'

const WORDS: Record<'nl' | 'en', AnswerWords> = { nl: answerNl, en: answerEn }

/** The address is the key: it goes to nobody else, and is found by nobody. */
const HEADERS = { 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex, nofollow' }
const HEAD = html`<meta name="robots" content="noindex, nofollow">`

type Answering = {
  show: Show
  missing: (c: Context, look: Look) => Reply
  readLink: (token: string) => LinkReading
  uploads: Uploads
}

/** A page with a link that is ours. */
type At = {
  c: Context
  look: Look
  words: AnswerWords
  link: Link
  isExpired: boolean
  action: string
  /** As whoever holds the link, and as anybody. */
  own: ApiClient
  open: ApiClient
  show(page: Shown): Reply
  missing(): Reply
  uploads: Uploads
}

/**
 * Where a party without software answers. To open it changes nothing, however often and whoever does so: mail
 * scanners open every link. Only the one button does.
 */
export function mountAnswers(
  router: Hono,
  options: Answering & { inTown: InTown; pattern: string },
): void {
  const { inTown, pattern, ...answering } = options
  const path = `${pattern}/answer/:token`
  const at = (handle: (at: At) => Reply) => inTown((c, look) => enter(answering, c, look, handle))
  router.get(path, at(showLink))
  router.post(path, at(takeForm))
  router.get(`${path}/photos/:photo`, at(showPhoto))
}

function enter(
  { show, missing, readLink, uploads }: Answering,
  c: Context,
  look: Look,
  handle: (at: At) => Reply,
): Reply {
  const { visit, town } = look
  const words = WORDS[visit.locale]
  const token = c.req.param('token') ?? ''
  const showOwn = (page: Shown) => show(c, look, { ...page, head: HEAD, headers: HEADERS })
  const reading = readLink(token)
  const isOurs =
    reading.state !== 'forged' &&
    reading.link.kind === 'assignment' &&
    reading.link.tenant === town.id
  if (!isOurs) {
    const body = html`<h1>${words.forgedTitle}</h1><p class="lead">${words.forgedText}</p>
<p>${words.forgedNext}</p>`
    return showOwn({ title: words.forgedTitle, body, status: 404 })
  }
  return handle({
    c,
    look,
    words,
    link: reading.link,
    isExpired: reading.state === 'expired',
    action: visit.link(`/${town.id}/answer/${token}`),
    own: visit.apiOf(town.id, token),
    open: visit.apiOf(town.id),
    show: showOwn,
    missing: () => missing(c, look),
    uploads,
  })
}

type State = {
  typed?: Typed
  missing?: readonly string[]
  problem?: string | undefined
  hadPhotos?: boolean
  status?: number
}

async function showLink(at: At): Promise<Response> {
  return showState(at, {})
}

async function showState(at: At, state: State): Promise<Response> {
  if (at.isExpired) return showExpired(at)
  const read = await at.own.get<AskedTask>(['assignments', at.link.subject])
  if (!read.ok) return showTrouble(at, read.status)
  const task = read.body
  const isOpen = task.revision === at.link.revision && task.allowedAnswers.length > 0
  return isOpen ? showForm(at, task, state) : showUsed(at, task, state)
}

async function showForm(at: At, task: AskedTask, state: State): Promise<Response> {
  const { look, words, action, open } = at
  const { visit, town } = look
  const { typed = {}, missing = [], problem, hadPhotos = false, status } = state
  const found = await readAll<CategoryTold>(open, ['categories'], {}, 5)
  const categories = found.ok
    ? found.body.toSorted((a, b) => a.name[visit.locale].localeCompare(b.name[visit.locale]))
    : []
  const formId = typed.form ?? randomUUID()
  const suspensions = task.suspensions ?? []
  const filled = { visit, words, categories, suspensions, typed, missing, hadPhotos }
  const form = answerForm(filled, { task, action, formId })
  const page = await answerPage({ visit, town, words, task, action, api: open }, form)
  const body = html`${faults(words, missing, problem)}${page}`
  return at.show({ title: titleOf(task, visit), body, ...(status && { status }) })
}

/** At the top of the page, each with a way to its field. */
function faults(words: AnswerWords, missing: readonly string[], problem: string | undefined) {
  if (missing.length === 0 && problem === undefined) return ''
  return html`<div class="notice notice-wrong" role="alert"><h2>${words.wrong}</h2>
${problem !== undefined && html`<p>${words.problems[problem] ?? words.otherProblem}</p>`}
${
  missing.length > 0 &&
  html`<ul>${missing.map((id) => html`<li><a href="#${placeOfFault(id)}">${words.missing[id]}</a></li>`)}</ul>`
}</div>`
}

async function showUsed(at: At, task: AskedTask, { status = 200 }: State): Promise<Response> {
  const { c, look, words, action, own, open: api } = at
  const found = await own.get<PageTold<AnswerGiven>>(['assignments', task.id, 'answers'])
  const answers = found.ok ? found.body.items : []
  const shown = { ...look, words, action }
  const page = await usedLinkPage(shown, { task, answers, api, told: c.req.query('told') })
  return at.show({ ...page, status })
}

function showExpired({ c, words, action, show }: At): Reply {
  const isMailed = c.req.query('told') === 'mailed'
  const body = html`<h1>${words.expiredTitle}</h1>
${
  isMailed
    ? html`<p class="notice notice-told" role="status">${words.mailedSomewhere}</p>`
    : html`<p class="lead">${words.expiredText}</p>${askLink({ words, action })}`
}`
  return show({ title: words.expiredTitle, body })
}

function showTrouble({ words, show }: At, status: number): Reply {
  const isGone = status < 500
  const title = isGone ? words.forgedTitle : words.wrong
  const text = isGone ? words.forgedNext : words.otherProblem
  const body = html`<h1>${title}</h1><p class="lead">${text}</p>`
  return show({ title, body, status: isGone ? 404 : 503 })
}

/** What of an assignment's refusal means that this link is of no more use: then the page says what happened. */
const IS_USED = ['assignment-changed', 'assignment-withdrawn', 'idempotency-key-reused']

async function takeForm(at: At): Promise<Response> {
  const { typed, photos, fault } = await takeAnswerForm(at.c, at.uploads)
  if (typed.do === 'link') return mailLink(at)
  if (at.isExpired) return showExpired(at)
  const again = { typed, hadPhotos: photos.length > 0 || fault !== undefined }
  const answer = answerIn(typed)
  const missing = answer.ok ? [] : answer.missing
  if (!answer.ok || fault)
    return showState(at, {
      ...again,
      missing,
      problem: fault?.problem,
      status: fault?.status ?? 400,
    })
  // Sent twice by an impatient finger, it is one answer.
  const form = FORM_ID.test(typed.form ?? '') ? typed.form : undefined
  const of = ['assignments', at.link.subject]
  const sent = await sendPhotos(at.own, of, photos, form)
  const given = sent.ok
    ? await at.own.post(
        [...of, 'answers'],
        { ...answer.body, ...sent.body },
        {
          'if-match': `"${at.link.revision}"`,
          ...(form === undefined ? {} : { 'idempotency-key': form }),
        },
      )
    : sent
  if (given.ok) return at.c.redirect(told(at, 'answered'), 303)
  const { problem, status } = given
  if (IS_USED.includes(problem)) return showState(at, { ...again, status: 409 })
  return showState(at, { ...again, problem, status: status < 500 ? status : 503 })
}

/** A photo that the party may see, by the address of the page: the link is the key to it. */
async function showPhoto(at: At): Promise<Response> {
  const { c, own, isExpired } = at
  if (isExpired) return at.missing()
  const size = c.req.query('size') === 'thumb' ? 'thumb' : 'full'
  const photo = await own.fetch(['photos', c.req.param('photo') ?? ''], { size })
  if (!photo.ok) return at.missing()
  const shown = new Response(photo.body, photo)
  for (const [name, value] of Object.entries(HEADERS)) shown.headers.set(name, value)
  return shown
}

const FORM_ID = /^[0-9a-f-]{36}$/

async function mailLink(at: At): Promise<Response> {
  const asked = await at.own.post(['assignments', at.link.subject, 'links'])
  if (asked.ok || asked.problem === 'link-not-given')
    return at.c.redirect(told(at, asked.ok ? 'mailed' : undefined), 303)
  return showTrouble(at, asked.status)
}

/** The page itself again, by GET, so that nothing is sent twice when it is loaded again. */
function told({ look, c }: At, what: string | undefined): string {
  return look.visit.link(c.req.path, { told: what })
}
