import assert from 'node:assert/strict'
import { loadavg } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { openSite, type Site } from '../test/browser.ts'
import { everyPage, type Kind, type Visited } from '../test/every-page.ts'
import { openTestServer } from '../test/rig.ts'
import { loop } from './closed-loop.ts'
import { median, type Row } from './row.ts'

/** Of a page for residents, and of one at the desk, which hydrates; what is sent, compressed. */
const LIMITS_KB: Readonly<Record<Kind, { js: number; css: number }>> = {
  resident: { js: 30, css: 40 },
  desk: { js: 180, css: 40 },
}
const PAINT_LIMIT_S = 1.5
/** A cheap phone on slow 4G, as Lighthouse has it. */
const PHONE = { cpu: 4, latency: 150, downloadThroughput: 204_800, uploadThroughput: 96_000 }
const PACE = { connections: 8, warm_ms: 1_000, run_ms: 4_000 }
const LEAST_PER_SECOND = 50
const P99_LIMIT_MS = 500
/** What a page sends for its map comes once the map is in sight, and is no part of what the page needs. */
const OF_THE_MAP = /\/assets\/(open-map|maplibre)/
/** Its end is told to the worker alone. */
const OF_A_WORKER = /\/assets\/[^/]*worker[^/]*\.js/
/** What a page waits for once it is there itself; what the desk hears for as long as it is open is none of it. */
const PARTS: ReadonlySet<string> = new Set([
  'Stylesheet',
  'Script',
  'Font',
  'Image',
  'Fetch',
  'XHR',
])
/** A page is at rest when it was so for this long: a script that has come has run by then, on a slow phone too. */
const QUIET_MS = 500
const LOOK_MS = 50
const SEEN_WITHIN_MS = 30_000
/** Others use the machine, too: a paint that seems too late is looked at again. */
const AGAIN = 2

type Weighed = Visited & { js: number; css: number; map: number; paint_ms: number; shift: number }

/** What each page weighs, how soon it is seen on a slow phone, and how many of them one process makes. */
export async function benchWeb(): Promise<Row[]> {
  await using server = await openTestServer()
  process.env.LANTAARN_TEST_DATABASE ??= server.url
  await using site = await openSite()
  for (let i = 0; i < 30; i++)
    await site.api.town.report({
      category: 'strange',
      place: { lon: 5.001 + (i % 6) * 0.006, lat: 52.001 + Math.floor(i / 6) * 0.003 },
    })
  const pages = await everyPage(site.api)
  const weighed: Weighed[] = []
  for (const page of pages) {
    const times: Weighed[] = [await weigh(site, page)]
    while (
      times.length <= AGAIN &&
      median(times.map(({ paint_ms }) => paint_ms)) > PAINT_LIMIT_S * 1000
    )
      times.push(await weigh(site, page))
    const paint_ms = median(times.map((one) => one.paint_ms))
    weighed.push({ ...(times[0] as Weighed), paint_ms })
  }
  const rows = (['resident', 'desk'] as const).flatMap((kind) =>
    rowsOf(
      kind,
      weighed.filter((one) => one.kind === kind),
    ),
  )
  for (const page of pages.filter(({ isPaced }) => isPaced)) rows.push(...(await make(site, page)))
  return rows
}

async function weigh(site: Site, visited: Visited): Promise<Weighed> {
  const { address, cookies } = visited
  await using opened = await site.visit('/health/live')
  const { page, context } = opened
  await context.addCookies(cookies.map((one) => ({ ...one, url: site.origin })))
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', { offline: false, ...PHONE })
  await session.send('Emulation.setCPUThrottlingRate', { rate: PHONE.cpu })
  const sent = { js: 0, css: 0, map: 0 }
  const kindOf = new Map<string, keyof typeof sent>()
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (OF_THE_MAP.test(response.url)) kindOf.set(requestId, 'map')
    else if (type === 'Script') kindOf.set(requestId, 'js')
    else if (type === 'Stylesheet') kindOf.set(requestId, 'css')
  })
  const underWay = new Set<string>()
  session.on('Network.requestWillBeSent', ({ requestId, type, request }) => {
    if (OF_A_WORKER.test(request.url)) return
    if (type !== undefined && PARTS.has(type)) underWay.add(requestId)
  })
  session.on('Network.loadingFailed', ({ requestId }) => void underWay.delete(requestId))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    underWay.delete(requestId)
    const what = kindOf.get(requestId)
    if (what) sent[what] += encodedDataLength
  })
  const answer = await page.goto(`${site.origin}${address}`, { waitUntil: 'load' })
  assert.equal(answer?.status(), 200, address)
  const asked = new URL(page.url()).pathname
  assert.equal(asked, new URL(address, site.origin).pathname, `${address} is a page of its own`)
  const told = await seen(page, underWay)
  assert(sent.css > 0, `${address} has a stylesheet`)
  return { ...visited, ...sent, ...told }
}

type Seen = { paint_ms: number; shift: number }

/** Read when nothing is under way any more, and nothing has been painted or has moved for a while. */
async function seen(page: Page, underWay: ReadonlySet<string>): Promise<Seen> {
  await page.evaluate(`{
    const told = { paint_ms: 0, shift: 0 }
    window.seen = { told, last_ms: performance.now() }
    const watch = (type, each) =>
      new PerformanceObserver((list) => {
        list.getEntries().forEach(each)
        window.seen.last_ms = performance.now()
      }).observe({ type, buffered: true })
    watch('largest-contentful-paint', (entry) => { told.paint_ms = entry.startTime })
    watch('layout-shift', (entry) => { told.shift += entry.value })
  }`)
  const end_ms = performance.now() + SEEN_WITHIN_MS
  for (;;) {
    const told = (await page.evaluate(
      `performance.now() - window.seen.last_ms > ${QUIET_MS} && window.seen.told`,
    )) as Seen | false
    if (told && told.paint_ms > 0 && underWay.size === 0) return told
    assert(performance.now() < end_ms, `${page.url()} comes to rest: ${[...underWay]}`)
    await delay(LOOK_MS)
  }
}

function rowsOf(kind: Kind, pages: readonly Weighed[]): Row[] {
  const limits = LIMITS_KB[kind]
  const slow = `CPU ÷${PHONE.cpu}, ${PHONE.latency} ms, ${(PHONE.downloadThroughput * 8) / 1e6} Mbit/s`
  const maps = pages
    .filter(({ map }) => map > 0)
    .map(({ name, map }) => `${name} ${(map / 1000).toFixed(0)}`)
  const withMap =
    maps.length > 0 ? `; the map itself, once in sight, in kB: ${maps.join(', ')}` : ''
  const worst = (
    what: string,
    of: (one: Weighed) => number,
    unit: string,
    limit: number,
    note: string,
  ): Row => {
    const sorted = pages.toSorted((a, b) => of(b) - of(a))
    const each = sorted.map((one) => `${one.name} ${Number(of(one).toPrecision(3))}`).join(', ')
    return {
      what: `${kind} pages, worst of ${pages.length} (${sorted[0]?.name}): ${what}`,
      figure: sorted[0] ? of(sorted[0]) : Number.NaN,
      unit,
      limit,
      limitIs: 'at most',
      note: `${note}; ${each}`,
    }
  }
  return [
    worst('JS sent', ({ js }) => js / 1000, 'kB', limits.js, `compressed, with headers${withMap}`),
    worst('CSS sent', ({ css }) => css / 1000, 'kB', limits.css, 'compressed, with headers'),
    worst(
      'largest paint on a slow phone',
      ({ paint_ms }) => paint_ms / 1000,
      's',
      PAINT_LIMIT_S,
      `${slow}, load ${loadavg()[0]?.toFixed(1)} on this machine`,
    ),
    worst('layout shift', ({ shift }) => shift, '', 0, slow),
  ]
}

async function make(site: Site, { name, address, cookies }: Visited): Promise<Row[]> {
  const cookie = cookies.map((one) => `${one.name}=${one.value}`).join('; ')
  const { perSecond, p99_ms } = await loop(PACE, async () => {
    const response = await fetch(`${site.origin}${address}`, { headers: { cookie } })
    assert.equal(response.status, 200)
    await response.arrayBuffer()
  })
  const note = `${PACE.connections} connections, client and database on the same machine, load ${loadavg()[0]?.toFixed(1)}`
  return [
    {
      what: `${name}: pages made`,
      figure: perSecond,
      unit: '/s',
      limit: LEAST_PER_SECOND,
      limitIs: 'at least',
      note,
    },
    {
      what: `${name}: 99 in 100 within`,
      figure: p99_ms,
      unit: 'ms',
      limit: P99_LIMIT_MS,
      limitIs: 'at most',
      note,
    },
  ]
}
