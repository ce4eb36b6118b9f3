import assert from 'node:assert/strict'
import { access, mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { serve } from '@hono/node-server'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import type { App } from '../src/app.ts'
import { ensureWebBuild } from '../src/composition/web-build.ts'
import { type ApiTown, openApiTown } from './api-town.ts'

const SYSTEM_CHROMIUM = '/usr/bin/chromium'
const FLAGS = [
  '--no-sandbox',
  // Maps are drawn by the processor: nowhere is a graphics card needed.
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const SCREENS = { phone: { width: 390, height: 844 }, wide: { width: 1280, height: 800 } }

/** One way in which somebody looks at a page. */
export type Look = {
  screen: keyof typeof SCREENS
  language: 'nl' | 'en'
  scheme: 'light' | 'dark'
  hasScripts: boolean
}

/** Each screen, language, colour scheme and both with and without scripts: not all together, but each with others. */
export const LOOKS: readonly Look[] = [
  { screen: 'phone', language: 'nl', scheme: 'light', hasScripts: true },
  { screen: 'phone', language: 'en', scheme: 'dark', hasScripts: false },
  { screen: 'wide', language: 'nl', scheme: 'dark', hasScripts: true },
  { screen: 'wide', language: 'en', scheme: 'light', hasScripts: false },
]

/** What a page did that it may not: against its policy, on its console, or to another origin. */
export type Offences = string[]

export type Opened = { page: Page; offences: Offences; context: BrowserContext } & AsyncDisposable

export type Site = AsyncDisposable & {
  api: ApiTown
  origin: string
  browser: Browser
  /** A visitor of their own, with an empty profile, who looks like this. */
  visit(address: string, look?: Partial<Look>): Promise<Opened>
  /** Opens the page in each look, and has nothing against what it did meanwhile. */
  eachLook(address: string, check: (opened: Opened, look: Look) => Promise<void>): Promise<void>
}

/** The small towns with their pages on a port of their own, or on this one, and one browser for the whole file. */
export async function openSite(
  options: Parameters<typeof openApiTown>[0] = {},
  port = 0,
): Promise<Site> {
  await using stack = new AsyncDisposableStack()
  await ensureWebBuild(() => undefined)
  let origin = 'http://localhost'
  const api = stack.use(await openApiTown({ roles: ['web'], publicUrl: () => origin, ...options }))
  const pages = await openPages(stack, api.app, port)
  origin = pages.origin
  const { visit } = pages
  const opened = stack.move()
  return {
    api,
    ...pages,
    async eachLook(address, check) {
      for (const look of LOOKS) {
        await using one = await visit(address, look)
        await check(one, look)
        assert.deepEqual(one.offences, [], `${address} ${JSON.stringify(look)}`)
      }
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  }
}

/** The pages of a program on a port, and a browser to look at them. */
export async function openPages(stack: AsyncDisposableStack, { http }: App, port = 0) {
  const server = serve({ fetch: http.fetch, port, hostname: '127.0.0.1' })
  await new Promise<void>((resolve) => server.once('listening', resolve))
  stack.defer(() => new Promise((resolve) => server.close(() => resolve())))
  // Passkeys are bound to a name, and an address is none.
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  const browser = await openBrowser(stack)
  const visit = (address: string, look: Partial<Look> = {}) =>
    visitPage(browser, `${origin}${address}`, { ...(LOOKS[0] as Look), ...look })
  return { origin, browser, visit }
}

/** Chromium of the system, else the one that comes as a package; in a profile that is thrown away. */
export async function openBrowser(stack: AsyncDisposableStack): Promise<Browser> {
  const home = await mkdtemp(path.join(tmpdir(), 'lantaarn-browser-'))
  stack.defer(() => rm(home, { recursive: true, force: true }))
  const isThere = await access(SYSTEM_CHROMIUM).then(
    () => true,
    () => false,
  )
  const executablePath = isThere
    ? SYSTEM_CHROMIUM
    : await (await import('@sparticuz/chromium')).default.executablePath()
  const browser = await chromium.launch({
    executablePath,
    args: FLAGS,
    env: { ...process.env, HOME: home } as Record<string, string>,
  })
  stack.defer(() => browser.close())
  return browser
}

async function visitPage(browser: Browser, url: string, look: Look): Promise<Opened> {
  const context = await browser.newContext({
    viewport: SCREENS[look.screen],
    locale: look.language === 'nl' ? 'nl-NL' : 'en-GB',
    colorScheme: look.scheme,
    javaScriptEnabled: look.hasScripts,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  const offences: Offences = []
  const { origin } = new URL(url)
  page.on('request', (request) => {
    const asked = request.url()
    if (!asked.startsWith(`${origin}/`) && !/^(data|blob):/.test(asked))
      offences.push(`asks ${asked}`)
  })
  page.on('pageerror', (error) => offences.push(`fails: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() !== 'error') return
    const text = message.text()
    const { url } = message.location()
    if (/\/assets\//.test(url)) offences.push(`lacks ${url}: ${text}`)
    // A page that is not there says so by its status, which the browser puts on its console, too.
    else if (!/status of (404|500|503)/.test(text)) offences.push(`says: ${text}`)
  })
  await page.goto(url, { waitUntil: 'load' })
  return { page, context, offences, [Symbol.asyncDispose]: () => context.close() }
}

/** WCAG 2.2 AA as far as a machine can see it, with each fault and where it is. */
export async function checkAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  const told = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  )
  assert.deepEqual(told, [])
}

/** Nothing is wider than the screen: nobody scrolls sideways. */
export async function checkFits(page: Page): Promise<void> {
  const [content = 0, screen = 0] = (await page.evaluate(
    'const { scrollWidth, clientWidth } = document.documentElement; [scrollWidth, clientWidth]',
  )) as number[]
  assert(content <= screen, `${content} px on a screen of ${screen}`)
}
