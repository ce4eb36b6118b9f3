import type { Context, Hono } from 'hono'
import type { Answer } from './api-client.ts'
import type { Typed } from './desk-forms.ts'
import {
  type DeskSession,
  type DeskSessions,
  isFromElsewhere,
  isSameToken,
} from './desk-session.ts'
import type { InTown, Look, Reply, Show } from './look.ts'
import { signInPage } from './sign-in-page.ts'
import { typedIn } from './typed.ts'

export type Refusal = Extract<Answer<unknown>, { ok: false }>

export type Desk = {
  sessions: DeskSessions
  show: Show
  missing(c: Context, look: Look): Reply
}

/** The door of the desk's pages, and the photos that only they show. */
export function mountDesk(router: Hono, options: Desk & { inTown: InTown; pattern: string }): void {
  const { inTown, pattern, ...desk } = options
  const base = `${pattern}/desk`
  const at = (handle: (desk: Desk, c: Context, look: Look) => Reply) =>
    inTown((c, look) => handle(desk, c, look))
  router.post(`${base}/sign-in`, at(signIn))
  router.post(`${base}/sign-out`, at(signOut))
  router.get(`${base}/photos/:photo`, at(showPhoto))
}

async function signIn(desk: Desk, c: Context, look: Look): Promise<Response> {
  const { visit, town } = look
  if (isFromElsewhere(c)) return askKey(desk, c, look, { problem: 'form-stale' }, 403)
  const key = ((await typedIn(c)).key ?? '').trim()
  const problem = key === '' ? 'key-missing' : 'key-wrong'
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) return askKey(desk, c, look, { problem }, 401)
  const tried = await visit.apiOf(town.id, key).get(['cases'], { atDesk: 'true', limit: '1' })
  if (!tried.ok) return refused(desk, c, look, tried)
  desk.sessions.begin(c, town.id, key, visit.now_ms)
  return c.redirect(visit.link(`/${town.id}/desk`), 303)
}

async function signOut(desk: Desk, c: Context, look: Look): Promise<Response> {
  const { visit, town } = look
  const session = desk.sessions.read(c, town.id, visit.now_ms)
  if (session && !isOurs(desk, c, await typedIn(c), session))
    return askKey(desk, c, look, { problem: 'form-stale' }, 403)
  desk.sessions.end(c, town.id)
  return c.redirect(visit.link(`/${town.id}/desk/key`, { told: 'signed-out' }), 303)
}

/** A photo that only the desk may see: its key is in the session, and never in the browser's hands. */
async function showPhoto(desk: Desk, c: Context, look: Look): Promise<Response> {
  const on = signedIn(desk, c, look)
  if (!on) return desk.missing(c, look)
  const size = c.req.query('size') === 'thumb' ? 'thumb' : 'full'
  const photo = await on.api.fetch(['photos', c.req.param('photo') ?? ''], { size })
  return photo.ok ? new Response(photo.body, photo) : desk.missing(c, look)
}

export const STALE: Refusal = { ok: false, status: 403, problem: 'form-stale' }

type State = Parameters<typeof signInPage>[2]

export async function askKey(desk: Desk, c: Context, look: Look, state: State, status: number) {
  return desk.show(c, look, {
    title: look.visit.desk.signInTitle(look.town.name),
    body: signInPage(look.visit, look.town, state),
    status,
  })
}

export function signedIn({ sessions }: Desk, c: Context, { visit, town }: Look) {
  const session = sessions.read(c, town.id, visit.now_ms)
  if (!session) return undefined
  const formToken = sessions.formToken(session)
  return { session, formToken, api: visit.apiOf(town.id, session.key) }
}

/** A key that was revoked ends the session; anything else is told. */
export async function refused(
  desk: Desk,
  c: Context,
  look: Look,
  answer: Refusal,
): Promise<Response> {
  if (answer.status === 404) return desk.missing(c, look)
  if (answer.status === 401 || answer.status === 403) desk.sessions.end(c, look.town.id)
  return askKey(desk, c, look, { problem: answer.problem }, statusOf(answer.status))
}

const statusOf = (status: number): number => (status < 500 ? status : 503)

export function isOurs(
  { sessions }: Desk,
  c: Context,
  typed: Typed,
  session: DeskSession,
): boolean {
  return !isFromElsewhere(c) && isSameToken(typed.csrf ?? '', sessions.formToken(session))
}
