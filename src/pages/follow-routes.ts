import type { Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { PageTold } from './api-answers.ts'
import type { Answer, ApiClient } from './api-client.ts'
import type { Typed } from './desk-forms.ts'
import { askCodePage, deadLinkPage, type FollowTold, followPage } from './follow-page.ts'
import type { InTown, Look, Reply, Show } from './look.ts'
import { typedIn } from './typed.ts'

type Following = { show: Show; missing(c: Context, look: Look): Reply }
type Refusal = Extract<Answer<unknown>, { ok: false }>

/** What is shown to one person is kept by no search engine. */
const HEAD = html`<meta name="robots" content="noindex">`

/**
 * The pages of whoever reported something: by the link in a mail, or by number and code. A link proves who asks, so a
 * form needs no other proof; programs that open every link in a mail only ever GET, which changes nothing.
 */
export function mountFollow(
  router: Hono,
  options: Following & { inTown: InTown; pattern: string },
): void {
  const { inTown, pattern, ...following } = options
  const at = (handle: (on: Following, c: Context, look: Look) => Reply) =>
    inTown((c, look) => handle(following, c, look))
  router.get(`${pattern}/follow`, at(askCode))
  router.post(`${pattern}/follow`, at(follow))
  router.get(`${pattern}/solved/:token`, at(showOwn))
  router.post(`${pattern}/solved/:token`, at(say))
  router.post(`${pattern}/solved/:token/reply`, at(reply))
  router.get(`${pattern}/solved/:token/stop`, at(showOwn))
  router.post(`${pattern}/solved/:token/stop`, at(stop))
}

function askCode({ show }: Following, c: Context, look: Look): Reply {
  const { visit, town } = look
  const typed = { number: (c.req.query('number') ?? '').slice(0, 40) }
  const body = askCodePage(visit, town, { typed })
  return show(c, look, { title: visit.follow.followTitle, body })
}

async function follow({ show }: Following, c: Context, look: Look): Promise<Response> {
  const { visit, town } = look
  const { number = '', code = '' } = await typedIn(c)
  const typed = { number: number.trim(), code: code.trim() }
  const answer = await visit.apiOf(town.id).post<{ token: string }>(['follows'], typed)
  if (answer.ok) return c.redirect(visit.link(pathOf(look, answer.body.token)), 303)
  const body = askCodePage(visit, town, { typed, problem: answer.problem })
  return show(c, look, { title: visit.follow.followTitle, body, status: statusOf(answer.status) })
}

async function showOwn(on: Following, c: Context, look: Look): Promise<Response> {
  const read = await ownOf(look, c)
  if (!read.ok) return refused(on, c, look, read)
  return showIt(on, c, look, read.body, { told: c.req.query('told') })
}

async function say(on: Following, c: Context, look: Look): Promise<Response> {
  const typed = await typedIn(c)
  const remark = (typed.remark ?? '').trim()
  return tell(on, c, look, {
    typed,
    to: 'verifications',
    body: { by: 'reporter', outcome: typed.outcome, ...(remark === '' ? {} : { remark }) },
    toldBy: ({ said }) => (said === undefined ? 'thanks' : 'already'),
  })
}

async function reply(on: Following, c: Context, look: Look): Promise<Response> {
  const typed = await typedIn(c)
  const body = { text: (typed.reply ?? '').trim() }
  return tell(on, c, look, { typed, to: 'replies', body, toldBy: () => 'replied' })
}

type Said = {
  typed: Typed
  to: 'verifications' | 'replies'
  body: object
  /** What is read when it is recorded, from how the case was before. */
  toldBy: (before: FollowTold) => string
}

/** Says something of the case, and shows it as it is then; what was refused stands there to be sent again. */
async function tell(
  on: Following,
  c: Context,
  look: Look,
  { typed, to, body, toldBy }: Said,
): Promise<Response> {
  const read = await ownOf(look, c)
  if (!read.ok) return refused(on, c, look, read)
  const answer = await apiOf(look, c).post(['cases', read.body.number, to], body)
  const told = toldBy(read.body)
  if (answer.ok) return c.redirect(look.visit.link(pathOf(look, tokenIn(c)), { told }), 303)
  if (answer.status === 401) return refused(on, c, look, answer)
  const now = await ownOf(look, c)
  const { problem, status } = answer
  return showIt(on, c, look, now.ok ? now.body : read.body, { problem, typed }, statusOf(status))
}

/** Also what a mail reader sends for its own button (RFC 8058): one POST, answered at once. */
async function stop(on: Following, c: Context, look: Look): Promise<Response> {
  const answer = await apiOf(look, c).post<FollowTold>(['mail-stops'])
  if (!answer.ok) return refused(on, c, look, answer)
  return showIt(on, c, look, answer.body, { told: 'stopped' })
}

type State = Omit<Parameters<typeof followPage>[3], 'path'>

async function showIt(
  { show }: Following,
  c: Context,
  look: Look,
  one: FollowTold,
  state: State,
  status = 200,
): Promise<Response> {
  const { visit, town } = look
  const body = followPage(visit, town, one, { ...state, path: pathOf(look, tokenIn(c)) })
  const title = `${visit.follow.yours} ${one.number}`
  return show(c, look, { title, body, head: HEAD, status })
}

async function ownOf(look: Look, c: Context): Promise<Answer<FollowTold>> {
  const answer = await apiOf(look, c).get<PageTold<FollowTold>>(['follows'])
  if (!answer.ok) return answer
  const [one] = answer.body.items
  return one ? { ok: true, body: one } : { ok: false, status: 404, problem: 'case-not-found' }
}

async function refused(on: Following, c: Context, look: Look, answer: Refusal): Promise<Response> {
  const { visit, town } = look
  if (answer.status === 404) return on.missing(c, look)
  if (answer.status >= 500) {
    const body = askCodePage(visit, town, { problem: answer.problem })
    return on.show(c, look, { title: visit.follow.followTitle, body, status: 503 })
  }
  const isExpired = answer.problem === 'link-expired'
  const { expiredTitle, forgedTitle } = visit.follow
  return on.show(c, look, {
    title: isExpired ? expiredTitle : forgedTitle,
    body: deadLinkPage(visit, town, isExpired),
    status: isExpired ? 410 : 404,
  })
}

const tokenIn = (c: Context): string => c.req.param('token') ?? ''
/** Anything but a link, such as a key that somebody put there, is nobody's. */
const bearerIn = (c: Context): string =>
  /^ll_[\w-]{1,300}$/.test(tokenIn(c)) ? tokenIn(c) : 'll_none'
const apiOf = ({ visit, town }: Look, c: Context): ApiClient => visit.apiOf(town.id, bearerIn(c))
const pathOf = ({ town }: Look, token: string) => `/${town.id}/solved/${encodeURIComponent(token)}`
const statusOf = (status: number): number => (status < 500 ? status : 503)
