import type { Context, Hono } from 'hono'
import type { PageTold } from './api-answers.ts'
import type { Answer } from './api-client.ts'
import { askKey, type Desk, isOurs, type Refusal, refused, STALE, signedIn } from './desk-routes.ts'
import type { InTown, Look, Reply } from './look.ts'
import {
  type MailTextTold,
  mailTextPage,
  mailTextsPage,
  mailTextsPath,
  type PreviewTold,
  textIn,
} from './mail-text-page.ts'
import { typedIn } from './typed.ts'

/** More than may be kept, so that what is too long is told and not cut. */
const MOST_TYPED = 20_000

/** The texts of the mails to reporters: behind the desk's door, to be changed by the administrator. */
export function mountMailTexts(
  router: Hono,
  options: Desk & { inTown: InTown; pattern: string },
): void {
  const { inTown, pattern, ...desk } = options
  const at = (handle: (desk: Desk, c: Context, look: Look) => Reply) =>
    inTown((c, look) => handle(desk, c, look))
  router.get(`${pattern}/desk/templates`, at(showAll))
  router.get(`${pattern}/desk/templates/:kind/:locale`, at(showOne))
  router.post(`${pattern}/desk/templates/:kind/:locale`, at(change))
}

type On = NonNullable<ReturnType<typeof signedIn>>

const readAll = ({ api }: On) => api.get<PageTold<MailTextTold>>(['templates'], { limit: '200' })

async function showAll(desk: Desk, c: Context, look: Look): Promise<Response> {
  const on = signedIn(desk, c, look)
  if (!on) return askKey(desk, c, look, {}, 200)
  const all = await readAll(on)
  if (!all.ok) return refused(desk, c, look, all)
  const body = mailTextsPage(look.visit, look.town, all.body.items)
  return desk.show(c, look, { title: look.visit.mailTexts.title, body })
}

async function showOne(desk: Desk, c: Context, look: Look): Promise<Response> {
  const on = signedIn(desk, c, look)
  if (!on) return askKey(desk, c, look, {}, 200)
  return page(desk, c, look, { on, told: c.req.query('told') })
}

type Shown = {
  on: On
  told?: string | undefined
  typed?: PreviewTold
  refusal?: Refusal
}

/** The mail as it is, or as it was typed, with what it becomes as far as that can be shown. */
async function page(desk: Desk, c: Context, look: Look, shown: Shown): Promise<Response> {
  const { on, told, refusal } = shown
  const all = await readAll(on)
  if (!all.ok) return refused(desk, c, look, all)
  const [kind = '', locale = ''] = namesIn(c)
  const one = all.body.items.find((some) => some.kind === kind && some.locale === locale)
  if (!one) return desk.missing(c, look)
  const typed = shown.typed ?? { subject: one.subject, text: one.text }
  const preview = await on.api.post<PreviewTold>(['templates', kind, locale, 'previews'], typed)
  const wrong = refusal ?? (preview.ok || preview.status === 403 ? undefined : preview)
  const body = mailTextPage(look.visit, look.town, one, {
    csrf: desk.sessions.formToken(on.session),
    typed,
    told,
    ...(preview.ok ? { preview: preview.body } : {}),
    ...(wrong ? { problem: wrong.problem, faults: wrong.faults } : {}),
  })
  const status = wrong === undefined ? 200 : wrong.status < 500 ? wrong.status : 503
  return desk.show(c, look, { title: look.visit.mailTexts.title, body, status })
}

async function change(desk: Desk, c: Context, look: Look): Promise<Response> {
  const fields = await typedIn(c, MOST_TYPED)
  const on = signedIn(desk, c, look)
  if (!on) return askKey(desk, c, look, { problem: 'session-ended', typed: fields }, 401)
  const typed = textIn(fields)
  if (!isOurs(desk, c, fields, on.session))
    return page(desk, c, look, { on, typed, refusal: STALE })
  if (fields.do === 'preview') return page(desk, c, look, { on, typed })
  const path = ['templates', ...namesIn(c)]
  const isRestored = fields.do === 'restore'
  const answer: Answer<unknown> = isRestored
    ? await on.api.delete(path)
    : await on.api.put(path, typed)
  if (answer.ok) {
    const told = isRestored ? 'restored' : 'saved'
    const to = [mailTextsPath(look.town), ...namesIn(c)].join('/')
    return c.redirect(look.visit.link(to, { told }), 303)
  }
  if (answer.status === 401) return refused(desk, c, look, answer)
  return page(desk, c, look, { on, typed, refusal: answer })
}

const namesIn = (c: Context): string[] =>
  [c.req.param('kind'), c.req.param('locale')].map((one) => encodeURIComponent(one ?? ''))
