import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Clock } from '#kernel/clock'
import type { SampleStage } from './sample-stage.ts'
import { askAs } from './web-ask.ts'
import { WEB_BUILD } from './web-build.ts'
import { openWebFiles } from './web-files.ts'
import type { WebSessionOf } from './web-session.ts'
import type { Themes } from './web-themes.ts'

type Municipality = { id: string; name: string }

/** The town in which anybody may let something break. */
type Sample = Pick<SampleStage, 'municipality' | 'breakThing'>

type WebOptions = {
  /** The program's own HTTP: the only way in which a page learns anything. */
  request: (request: Request, env: object) => Response | Promise<Response>
  /** Who has signed in: what proves it stays here, and the page asks with it. */
  sessionOf: WebSessionOf
  municipalities: () => readonly Municipality[]
  publicUrl: () => string
  /** Where the tiles of a base map come from, when they are not our own. */
  baseMapOrigin?: string
  /** The sample town, where something breaks by a button. */
  sample?: Sample
  themes: Themes
  clock: Clock
  onError: (error: Error) => void
}

/** What the build exports; `web/app/entry.server.tsx` says the same from its side. */
type Site = {
  has(path: string): boolean
  answer(visitor: {
    request: Request
    nonce: string
    fetch: (request: Request) => Promise<Response>
    now_ms: number
    municipalities: readonly Municipality[]
    town?: Municipality
    theme?: { stylesheet: string; logo?: string }
    session?: { formToken: string; isAccount: boolean }
    sample?: Sample
  }): Promise<Response>
}

export type Web = {
  /** Its files and every page that it has. */
  mount(http: OpenAPIHono): void
  /** What nobody else has, said as a page to whoever reads pages. Mounted last. */
  mountMissing(http: OpenAPIHono): void
}

const FOR_PROGRAMS = /^\/(api|open311|health|metrics|assets|themes)(\/|$)/
/** Below it a compressed page is hardly smaller. */
const COMPRESSED_FROM_BYTES = 1_000

/** The pages: a client of the API like any other, in this process. */
export async function openWeb(options: WebOptions): Promise<Web> {
  const [build, islands, file] = await Promise.all([
    import(pathToFileURL(path.join(WEB_BUILD, 'server/index.js')).href),
    readFile(path.join(WEB_BUILD, 'islands.json'), 'utf8').then(JSON.parse),
    openWebFiles(path.join(WEB_BUILD, 'client'), options.baseMapOrigin),
  ])
  const { onError } = options
  const site: Site = build.entry.module.openSite(build, { islands, onError })
  const page = (c: Context) => answer(c, site, options)
  return {
    mount(http) {
      http.get('/assets/*', (c, next) => file(c) ?? next())
      options.themes.mount(http)
      http.on(['GET', 'POST'], '*', (c, next) => (site.has(c.req.path) ? page(c) : next()))
    },
    mountMissing(http) {
      http.get('*', (c, next) => {
        const readsPages = c.req.header('accept')?.includes('text/html') === true
        return readsPages && !FOR_PROGRAMS.test(c.req.path) ? page(c) : next()
      })
    },
  }
}

async function answer(c: Context, site: Site, options: WebOptions): Promise<Response> {
  const { municipalities, publicUrl, clock } = options
  const all = municipalities()
  const first = c.req.path.split('/')[1]?.toUpperCase()
  const town = all.find(({ id }) => id === first)
  const session = await options.sessionOf(c, town?.id)
  const asking = askAs(session?.key, c, options)
  const theme = options.themes.of(town?.id)
  const nonce = randomBytes(16).toString('base64')
  const response = await site.answer({
    request: asSeenFromOutside(c, publicUrl()),
    nonce,
    fetch: asking.fetch,
    now_ms: clock(),
    municipalities: all.map(({ id, name }) => ({ id, name })),
    ...(town && { town: { id: town.id, name: town.name } }),
    ...(theme && { theme }),
    ...(options.sample && { sample: options.sample }),
    ...(session && {
      session: { formToken: session.formToken, isAccount: session.isAccount },
    }),
  })
  const headers = new Headers(response.headers)
  for (const cookie of asking.cookies()) headers.append('set-cookie', cookie)
  const vary = 'Accept-Language, Cookie, Accept-Encoding'
  for (const [name, value] of Object.entries({
    'content-security-policy': policyOf(nonce, options.baseMapOrigin),
    // With no-referrer a browser would say of our own forms that they come from nowhere.
    'referrer-policy': 'same-origin',
    'permissions-policy': 'geolocation=(self), camera=(self), microphone=()',
    'cross-origin-opener-policy': 'same-origin',
    vary,
  }))
    headers.set(name, value)
  // What a compressed length could tell of a form's secret stays untold: a page with a session goes as it is.
  const isOpen = session === undefined && response.headers.get('content-type')?.includes('html')
  if (!isOpen || !/\bgzip\b/.test(c.req.header('accept-encoding') ?? ''))
    return new Response(response.body, { status: response.status, headers })
  const bytes = new Uint8Array(await response.arrayBuffer())
  if (bytes.length < COMPRESSED_FROM_BYTES)
    return new Response(bytes, { status: response.status, headers })
  headers.set('content-encoding', 'gzip')
  const packed = new Uint8Array(await promisify(gzip)(bytes, { level: 5 }))
  return new Response(packed, { status: response.status, headers })
}

/** By the address that people know: a form is accepted only from the page's own origin. */
function asSeenFromOutside(c: Context, publicUrl: string): Request {
  const { pathname, search } = new URL(c.req.url)
  const headers = new Headers(c.req.raw.headers)
  headers.set('host', new URL(publicUrl).host)
  const { method, body } = c.req.raw
  const isRead = method === 'GET' || method === 'HEAD'
  return new Request(`${publicUrl}${pathname}${search}`, {
    method,
    headers,
    ...(isRead ? {} : { body, duplex: 'half' }),
  } as RequestInit)
}

function policyOf(nonce: string, baseMapOrigin: string | undefined): string {
  const map = baseMapOrigin === undefined ? '' : ` ${baseMapOrigin}`
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "font-src 'self'",
    `img-src 'self' data: blob:${map}`,
    `connect-src 'self'${map}`,
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')
}
