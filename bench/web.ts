import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { openSite, type Site } from '../test/browser.ts'
import { openTestServer } from '../test/rig.ts'
import { NOORDDIJK } from '../test/town.ts'
import { loop } from './closed-loop.ts'
import type { Row } from './row.ts'

/** Of a page for residents, and of one at the desk, which hydrates; what is sent, compressed. */
const LIMITS_KB = { resident: { js: 30, css: 40 }, desk: { js: 180, css: 40 } }
const PAINT_LIMIT_S = 1.5
/** A cheap phone on slow 4G, as Lighthouse has it. */
const PHONE = { cpu: 4, latency: 150, downloadThroughput: 204_800, uploadThroughput: 96_000 }
const PACE = { connections: 8, warm_ms: 1_000, run_ms: 4_000 }
const LEAST_PER_SECOND = 50
const P99_LIMIT_MS = 500

const PAGES: readonly { name: string; address: string; kind: keyof typeof LIMITS_KB }[] = [
  { name: 'start', address: '/', kind: 'resident' },
  { name: 'town', address: `/${NOORDDIJK}`, kind: 'resident' },
]

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
  const rows: Row[] = []
  for (const page of PAGES) {
    rows.push(...(await weigh(site, page)))
    rows.push(...(await make(site, page)))
  }
  return rows
}

async function weigh(site: Site, { name, address, kind }: (typeof PAGES)[number]): Promise<Row[]> {
  await using opened = await site.visit('/health/live')
  const { page } = opened
  const session = await opened.context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', { offline: false, ...PHONE })
  await session.send('Emulation.setCPUThrottlingRate', { rate: PHONE.cpu })
  const sent = { js: 0, css: 0 }
  const kindOf = new Map<string, keyof typeof sent>()
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') kindOf.set(requestId, 'js')
    if (type === 'Stylesheet') kindOf.set(requestId, 'css')
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const what = kindOf.get(requestId)
    if (what) sent[what] += encodedDataLength
  })
  await page.goto(`${site.origin}${address}`, { waitUntil: 'networkidle' })
  assert(sent.css > 0, `${address} has a stylesheet`)
  const { paint_ms, shift } = await seen(page)
  const limits = LIMITS_KB[kind]
  const size = (what: keyof typeof sent): Row => ({
    what: `${name}: ${what.toUpperCase()} sent`,
    figure: sent[what] / 1000,
    unit: 'kB',
    limit: limits[what],
    limitIs: 'at most',
    note: 'with headers, compressed',
  })
  const slow = `CPU ÷${PHONE.cpu}, ${PHONE.latency} ms, ${(PHONE.downloadThroughput * 8) / 1e6} Mbit/s`
  return [
    size('js'),
    size('css'),
    {
      what: `${name}: largest paint on a slow phone`,
      figure: paint_ms / 1000,
      unit: 's',
      limit: PAINT_LIMIT_S,
      limitIs: 'at most',
      note: slow,
    },
    {
      what: `${name}: layout shift`,
      figure: shift,
      unit: '',
      limit: 0,
      limitIs: 'at most',
    },
  ]
}

async function seen(page: Page): Promise<{ paint_ms: number; shift: number }> {
  return page.evaluate(`new Promise((resolve) => {
    const told = { paint_ms: 0, shift: 0 }
    const watch = (type, each) =>
      new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true })
    watch('largest-contentful-paint', (entry) => { told.paint_ms = entry.startTime })
    watch('layout-shift', (entry) => { told.shift += entry.value })
    setTimeout(() => resolve(told), 500)
  })`)
}

async function make(site: Site, { name, address }: (typeof PAGES)[number]): Promise<Row[]> {
  const { perSecond, p99_ms } = await loop(PACE, async () => {
    const response = await fetch(`${site.origin}${address}`)
    assert.equal(response.status, 200)
    await response.arrayBuffer()
  })
  const note = `${PACE.connections} connections, client and database on the same machine`
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
