import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { serve } from '@hono/node-server'
import type { Page } from 'playwright-core'
import { openSite, type Site } from './browser.ts'
import { jpegOf } from './pictures.ts'
import { NOORDDIJK, until } from './town.ts'
import { visitDesk } from './visit-desk.ts'

const DESK = `/${NOORDDIJK}/desk`

/** What a page still has to say when its scripts are there: on a slow line, and for whoever has them from another page. */
type Held = { after: string; letCome: Promise<void> }

const stack = new AsyncDisposableStack()
let site: Site
let origin: string
let held: Held | undefined
before(async () => {
  site = stack.use(await openSite())
  const server = serve({ fetch: slowly, port: 0, hostname: '127.0.0.1' })
  await new Promise<void>((resolve) => server.once('listening', resolve))
  stack.defer(() => {
    if ('closeAllConnections' in server) server.closeAllConnections()
    server.close()
  })
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
})
after(() => stack.disposeAsync())

/** As the site answers, but of a page the rest comes later. */
async function slowly(request: Request): Promise<Response> {
  const headers = new Headers(request.headers)
  headers.delete('accept-encoding')
  const url = request.url.replace(origin, site.origin)
  const answer = await site.api.app.http.fetch(new Request(url, { headers }))
  if (!held || !/html/.test(answer.headers.get('content-type') ?? '')) return answer
  const { after, letCome } = held
  const html = await answer.text()
  const at = html.indexOf('>', html.indexOf(after)) + 1
  assert(html.includes(after) && at > 0, `${url} has ${after}`)
  const parts = [html.slice(0, at), html.slice(at)].map((one) => new TextEncoder().encode(one))
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      controller.enqueue(parts[0] as Uint8Array)
      await letCome
      controller.enqueue(parts[1] as Uint8Array)
      controller.close()
    },
  })
  const told = new Headers(answer.headers)
  told.delete('content-length')
  return new Response(body, { status: answer.status, headers: told })
}

const PAGES = [
  ['copy-link', `/${NOORDDIJK}`, 'copy-link button'],
  ['own-place', `/${NOORDDIJK}/melden/waar?category=lamp-out`, 'own-place button'],
  ['sign-in-passkey', '/sign-in', 'sign-in-passkey button'],
] as const

describe('a script that is there before the page is', () => {
  for (const [name, address, shown] of PAGES)
    it(`${name}: finds what it works on all the same`, async () => {
      // Once before, so that the script is at hand.
      held = undefined
      await using one = await site.visit('/')
      const { page } = one
      await page.goto(`${origin}${address}`)
      const { promise, resolve } = Promise.withResolvers<void>()
      held = { after: `<${name}`, letCome: promise }
      await page.goto(`${origin}${address}`, { waitUntil: 'commit' })
      await page.locator(name).waitFor({ state: 'attached' })
      // Whatever the beginning of the page asks for comes before its rest.
      const isThere = `!document.querySelector('script[src*="/${name}-"]') || performance.getEntriesByType('resource').some(({ name }) => name.includes('/${name}-'))`
      await until('its script is there', () => page.evaluate(isThere) as Promise<boolean>)
      resolve()
      await page.locator(shown).waitFor()
    })
})

/** Keeps what is asked at such addresses waiting until it is let go. */
async function holdBack(page: Page, address: string): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  await page.context().route(address, async (route) => {
    await promise
    await route.continue()
  })
  return resolve
}

describe('a script that comes after somebody began', () => {
  it('shows the photo that was chosen before it, and adds the next one to it', async () => {
    await using one = await site.visit('/')
    const { page } = one
    const letCome = await holdBack(page, '**/assets/photo-picker-*.js')
    const address = `/${NOORDDIJK}/melden/versturen?category=tree&lon=5.02&lat=52.012&seen=yes`
    await page.goto(`${site.origin}${address}`, { waitUntil: 'commit' })
    const field = page.locator('input[type=file]')
    const photo = { name: 'tree.jpg', mimeType: 'image/jpeg', buffer: await jpegOf() }
    await field.setInputFiles(photo)
    letCome()
    await page.locator('.thumbs img').waitFor()
    await field.setInputFiles(photo)
    await page.locator('.thumbs li:nth-child(2) img').waitFor()
    assert.deepEqual(one.offences, [])
  })

  it('looks up what was typed at the desk before it', async () => {
    await using one = await visitDesk(site, `${DESK}/today`)
    const { page } = one
    const letCome = await holdBack(page, '**/assets/entry.client-*.js')
    await page.goto(`${site.origin}${DESK}/intake`, { waitUntil: 'commit' })
    await page.getByLabel('Soort').selectOption('lamp-out')
    await page.getByLabel('Zoek een adres').fill('L9')
    letCome()
    await page.getByRole('radio', { name: 'lantaarnpaal L9, Dijkstraat' }).check()
    await page.getByText('Gekozen: bij Dijkstraat, lantaarnpaal L9.').waitFor()
    assert.equal(await page.getByLabel('Soort').inputValue(), 'lamp-out')
    assert.equal(await page.getByLabel('Zoek een adres').inputValue(), 'L9')
    assert.deepEqual(one.offences, [])
  })

  it('shows at the desk what happened before it heard of anything', async () => {
    const place = { lon: 5.018, lat: 52.003 }
    const { number } = await site.api.town.report({ category: 'strange', place })
    await using one = await visitDesk(site, `${DESK}/today`)
    const { page } = one
    const letCome = await holdBack(page, '**/desk/live')
    await page.goto(`${site.origin}${DESK}/cases/${number}`, { waitUntil: 'load' })
    const body = { as: 'settled-by-desk', remark: 'by another' }
    const closed = await site.api.post(`/cases/${number}/closures`, { as: 'desk', body })
    assert.equal(closed.status, 201, closed.text)
    letCome()
    await page.getByText('Gesloten: afgehandeld door het meldpunt.').waitFor()
    assert.deepEqual(one.offences, [])
  })
})

describe('a place that is picked before the map knows what was reported', () => {
  it('is exactly that of the lamp, and the list says that it was reported', async () => {
    const { number } = await site.api.town.report({ category: 'lamp-out', asset: 'L2' })
    assert(number)
    const address = `/${NOORDDIJK}/melden/waar?category=lamp-out&lon=5.003&lat=52.005`
    await using one = await site.visit('/')
    const { page } = one
    const tellReported = await holdBack(page, '**/api/v1/case-cells?*')
    const tellNear = await holdBack(page, '**/api/v1/assets?*')
    await page.goto(`${site.origin}${address}`)
    const map = page.locator('lantaarn-map')
    await map.scrollIntoViewIfNeeded()
    await page.locator('lantaarn-map[data-state=shown]').waitFor({ timeout: 60_000 })
    await page.locator('.maplibregl-canvas').focus()
    await page.keyboard.press('Enter')
    const field = (name: string) => page.locator(`input[data-map-field="${name}"]`).inputValue()
    assert.equal(await field('asset'), 'lamp-2')
    const reported = page.waitForResponse('**/api/v1/case-cells?*')
    tellReported()
    await (await reported).finished()
    tellNear()
    await page.getByRole('radio', { name: /L2 · .* · al gemeld/, checked: true }).waitFor()
    assert.deepEqual([await field('lon'), await field('lat')], ['5.003', '52.005'])
  })
})
