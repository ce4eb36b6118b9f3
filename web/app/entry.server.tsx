import { Writable } from 'node:stream'
import { renderToPipeableStream } from 'react-dom/server'
import {
  createRequestHandler,
  type EntryContext,
  matchRoutes,
  RouterContextProvider,
  type ServerBuild,
  ServerRouter,
} from 'react-router'
import { createAuth } from './api/auth.ts'
import { createApi } from './api/client.ts'
import { isLocale, LANGUAGES, LOCALES, type Locale, localeOf } from './messages/languages.ts'
import type { Words } from './messages/nl.ts'
import { pageAddress } from './page-address.ts'
import { cookiesOf, cookiesOfPreferences, preferencesIn } from './preferences.ts'
import { GivenProvider, type Setting } from './setting.ts'
import { type Visit, visitContext } from './visit.ts'

/** What the program tells of whoever asks for a page. */
export type Visitor = {
  request: Request
  nonce: string
  /** Asks the program itself, as this visitor. */
  fetch: (request: Request) => Promise<Response>
  now_ms: number
  municipalities: Visit['municipalities']
  town?: NonNullable<Setting['town']>
  theme?: NonNullable<Setting['theme']>
  session?: NonNullable<Visit['session']>
  sample?: NonNullable<Visit['sample']>
}

type Options = {
  islands: Readonly<Record<string, string>>
  onError: (error: unknown) => void
}

const words = Object.fromEntries(
  await Promise.all(LOCALES.map(async (locale) => [locale, await LANGUAGES[locale].load()])),
) as Record<Locale, Words>

const TOWN = /^gm\d{4}$/i
const renderContext = new WeakMap<object, { visit: Visit; nonce: string }>()
let tellError: Options['onError'] = () => undefined

/** The pages of one build: which addresses they have, and their answers. */
export function openSite(build: ServerBuild, { islands, onError }: Options) {
  tellError = onError
  const handle = createRequestHandler(build, 'production')
  const routes = treeOf(build)
  return {
    /** Whether this is a page here; what is not may be somebody else's. */
    has(path: string): boolean {
      const matches = matchRoutes(routes, path.replace(/(\.data|\/_root\.data)$/, '') || '/')
      const town = matches?.at(-1)?.params.municipality
      return matches !== null && (town === undefined || TOWN.test(town))
    },
    async answer(visitor: Visitor): Promise<Response> {
      const { visit, chosen } = visitOf(visitor, islands)
      const context = new RouterContextProvider()
      context.set(visitContext, visit)
      renderContext.set(context, { visit, nonce: visitor.nonce })
      const response = await handle(visitor.request, context)
      if (chosen)
        for (const cookie of cookiesOfPreferences({ language: chosen }, visit.origin))
          response.headers.append('set-cookie', cookie)
      return response
    },
  }
}

type Routes = NonNullable<Parameters<typeof matchRoutes>[0]>

function treeOf(build: ServerBuild): Routes {
  const all = Object.values(build.routes).filter((route) => route !== undefined)
  const below = (parentId: string | undefined): Routes =>
    all
      .filter((route) => route.parentId === parentId)
      .map(({ id, path, index }) =>
        index
          ? { id, index: true as const, ...(path === undefined ? {} : { path }) }
          : { id, children: below(id), ...(path === undefined ? {} : { path }) },
      )
  return below('root')
}

function visitOf(
  visitor: Visitor,
  islands: Options['islands'],
): { visit: Visit; chosen: Locale | undefined } {
  const { request, fetch, now_ms, municipalities, town, theme, session, sample } = visitor
  const url = new URL(request.url)
  const kept = preferencesIn(cookiesOf(request.headers.get('cookie')))
  const asked = url.searchParams.get('lang')
  const chosen = isLocale(asked) ? asked : undefined
  const locale = chosen ?? kept.language ?? localeOf(request.headers.get('accept-language'))
  const named = session?.isAccount ? town?.id : undefined
  const inTown = (asked: Request) => fetch(named ? naming(asked, named) : asked)
  const visit: Visit = {
    locale,
    appearance: kept.appearance ?? 'automatic',
    path: pageAddress(url),
    ...(town && { town }),
    ...(theme && { theme }),
    ...(session && { session }),
    ...(sample && { sample }),
    words: words[locale],
    isSignedIn: session?.isAccount === true,
    islands,
    api: createApi({ origin: url.origin, locale, fetch: inTown }),
    auth: createAuth(url.origin, fetch),
    municipalities,
    now_ms,
    origin: url.origin,
  }
  return { visit, chosen }
}

/** An account can have roles in more towns: what a page of one asks is about that one. */
function naming(asked: Request, municipality: string): Request {
  const url = new URL(asked.url)
  if (asked.headers.has('authorization') || url.searchParams.has('municipality')) return asked
  url.searchParams.set('municipality', municipality)
  return new Request(url, asked)
}

/** What a page may tell the browser of its visit: no key, no client of the API. */
export function settingOf(visit: Visit): Setting {
  const { locale, appearance, path, isSignedIn, islands, town, theme } = visit
  const own = { ...(town && { town }), ...(theme && { theme }) }
  return { locale, appearance, path, isSignedIn, islands, ...own }
}

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  router: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  headers.set('content-type', 'text/html; charset=utf-8')
  const given = renderContext.get(context)
  if (given === undefined) throw new Error('a page is asked for through openSite')
  const { visit, nonce } = given
  headers.set('content-language', visit.locale)
  if (request.method === 'HEAD') return new Response(null, { status, headers })
  const value = { words: visit.words, setting: settingOf(visit), nonce }
  const html = await rendered(
    <GivenProvider value={value}>
      <ServerRouter context={router} url={request.url} nonce={nonce} />
    </GivenProvider>,
    nonce,
  )
  return new Response(html, { status, headers })
}

export function handleError(error: unknown): void {
  tellError(error)
}

/** The whole page at once: what fails on the way is an error page, and never half of one. */
function rendered(page: React.ReactNode, nonce: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    const { pipe } = renderToPipeableStream(page, {
      nonce,
      onShellError: reject,
      onError: (error) => tellError(error),
      onAllReady() {
        pipe(
          new Writable({
            write(chunk, _encoding, done) {
              chunks.push(chunk)
              done()
            },
            final(done) {
              resolve(Buffer.concat(chunks).toString('utf8'))
              done()
            },
          }),
        )
      },
    })
  })
}
