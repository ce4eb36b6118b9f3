import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type Context, Hono } from 'hono'
import type { Clock } from '#kernel/clock'
import type { LinkReading } from '#platform/link'
import type { MailFolder } from '#platform/mail-folder'
import type { Uploads } from '#platform/uploads'
import { mountAnswers } from './answer-routes.ts'
import type { InProcess } from './api-client.ts'
import { layout } from './layout.ts'
import type { InTown, Reply, Show, Shown } from './look.ts'
import { mountMailbox } from './mailbox-page.ts'
import { missingPage } from './missing-page.ts'
import { type Municipality, type Visit, visitOf } from './visit.ts'

type Needs = {
  /** The program's own HTTP, through which every page reads and writes. */
  request: InProcess
  municipalities: () => readonly Municipality[]
  clock: Clock
  readLink: (token: string) => LinkReading
  /** Takes in the photos of a form. */
  uploads: Uploads
  /** Where mails lie that a page may show. */
  mailFolder?: MailFolder
  /** Where it is reached from outside. */
  publicUrl: () => string
}

const CSS = readFileSync(new URL('pages.css', import.meta.url), 'utf8')
const STYLESHEET = `/pages.css?v=${createHash('sha256').update(CSS).digest('hex').slice(0, 12)}`
const CSS_HEADERS = {
  'content-type': 'text/css; charset=utf-8',
  'cache-control': 'public, max-age=86400, immutable',
}
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; " +
    "frame-ancestors 'none'; base-uri 'none'",
  // With no-referrer a browser would say of our own forms that they come from nowhere.
  'referrer-policy': 'same-origin',
  vary: 'Accept-Language, Cookie',
}
/** Without braces within braces, which the router does not read. */
const TOWN = '/:municipality{[Gg][Mm][0-9][0-9][0-9][0-9]}'

/** The first pages: what everybody may know, and the desk. They need no script and no third party. */
export function createPages(needs: Needs): Hono {
  const router = new Hono()
  const visitAt = (c: Context) => visitOf(c, { request: needs.request, now_ms: needs.clock() })
  const inTown: InTown = (handle) => (c) => {
    const id = (c.req.param('municipality') ?? '').toUpperCase()
    const town = needs.municipalities().find((one) => one.id === id)
    const visit = visitAt(c)
    return town ? handle(c, { visit, town }) : missing(c, { visit })
  }
  router.get('/pages.css', (c) => c.body(CSS, 200, CSS_HEADERS))
  if (needs.mailFolder)
    mountMailbox(router, {
      folder: needs.mailFolder,
      origin: needs.publicUrl,
      visitAt,
      show,
      missing,
    })
  const { readLink, uploads } = needs
  mountAnswers(router, { inTown, pattern: TOWN, show, missing, readLink, uploads })
  return router
}

type Somewhere = { visit: Visit; town?: Municipality }

async function show(c: Context, { visit, town }: Somewhere, page: Shown): Promise<Response> {
  const { status = 200, headers, ...rest } = page
  const text = await layout(visit, { ...rest, town, stylesheet: STYLESHEET })
  return c.html(text, status as 200, {
    ...HEADERS,
    'content-language': visit.locale,
    ...headers,
  })
}

show satisfies Show

function missing(c: Context, at: Somewhere): Reply {
  const { visit, town } = at
  const title = visit.words.missingTitle
  return show(c, at, { title, body: missingPage(visit, town), status: 404 })
}
