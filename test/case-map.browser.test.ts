import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { checkAccessible, checkFits, openSite, type Site } from './browser.ts'
import { NOORDDIJK } from './town.ts'
import { visitDesk } from './visit-desk.ts'

const DESK = `/${NOORDDIJK}/desk`
const SHOWN = 'lantaarn-map[data-state=shown]'
/** What a page for residents may weigh before its map. */
const MOST_SCRIPT_BYTES = 30_000

let site: Site
let number: string
let neighbour: string
before(async () => {
  site = await openSite()
  const { api } = site
  number = (await api.town.report({ category: 'lamp-out', asset: 'L3' })).number
  const place = { lon: 5.0045, lat: 52.0052 }
  neighbour = (await api.town.report({ category: 'bench', place })).number
})
after(() => site[Symbol.asyncDispose]())

describe('the map of a case', () => {
  it('stands on its public page, which weighs no more than it may before it', async () => {
    const page = await site.api.app.http.request(`/${NOORDDIJK}/cases/${number}`)
    const html = await page.text()
    const scripts = [...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, src = '']) => src)
    assert(scripts.length > 0)
    let bytes = 0
    for (const src of new Set(scripts))
      bytes += (await (await site.api.app.http.request(src)).arrayBuffer()).byteLength
    assert(bytes > 0 && bytes <= MOST_SCRIPT_BYTES, `${bytes} bytes`)
    await site.eachLook(`/${NOORDDIJK}/cases/${number}`, async ({ page }, { hasScripts }) => {
      const map = page.locator('lantaarn-map')
      if (hasScripts) {
        await map.scrollIntoViewIfNeeded()
        await page.locator(SHOWN).waitFor({ timeout: 60_000 })
        await checkAccessible(page)
      } else assert.equal(await map.isVisible(), false)
      await checkFits(page)
    })
  })

  it('is not there where everybody reads only how it stands', async () => {
    const hidden = await site.api.town.report({
      category: 'rough-sleeper',
      place: { lon: 5.01, lat: 52.012 },
    })
    const told = await site.api.get(`/cases/${hidden.number}?municipality=${NOORDDIJK}`)
    await using one = await site.visit(`/${NOORDDIJK}/cases/${hidden.number}`)
    assert.equal(told.json.place, undefined)
    assert.equal(await one.page.locator('lantaarn-map').count(), 0)
  })

  it('stands at the desk beside a list of what is open there, with areas by their names', async () => {
    await using one = await visitDesk(site, `${DESK}/cases/${number}`, { screen: 'wide' })
    const { page } = one
    await page.locator('lantaarn-map').scrollIntoViewIfNeeded()
    await page.locator(SHOWN).waitFor({ timeout: 60_000 })
    const row = page.locator('.case-map .row', { hasText: neighbour })
    assert.equal(await row.getByRole('link').getAttribute('href'), `${DESK}/cases/${neighbour}`)
    assert.match((await page.locator('.facts').first().textContent()) ?? '', /Centrum/)
    await checkAccessible(page)
    assert.deepEqual(one.offences, [])
  })

  it('is not there at the desk without scripts, and the list is', async () => {
    await using one = await visitDesk(site, `${DESK}/cases/${number}`, { hasScripts: false })
    assert.equal(await one.page.locator('lantaarn-map').count(), 0)
    await one.page.locator('.case-map .row', { hasText: neighbour }).waitFor()
  })
})

describe('at the desk', () => {
  it('what will not be done is closed with a reason that everybody reads', async () => {
    const { number: one } = await site.api.town.report({
      category: 'bench',
      place: { lon: 5.014, lat: 52.003 },
    })
    await using opened = await visitDesk(site, `${DESK}/cases/${one}`, { hasScripts: false })
    const { page } = opened
    await page.locator('summary', { hasText: 'Sluit de melding' }).click()
    await page.getByLabel('Hoe loopt het af?').selectOption('will-not-be-done')
    await page.getByLabel('Waarom? Dit leest iedereen').selectOption('too-costly')
    await page.getByLabel('Opmerking (verplicht)').fill('x')
    await page.getByRole('button', { name: 'Sluit de melding' }).click()
    await page.getByText('De melding is gesloten.').waitFor()
    await page.goto(`${site.origin}/${NOORDDIJK}/cases/${one}`)
    await page.getByText('Het kost te veel voor wat het oplevert.').waitFor()
  })

  it('the first of a chain that was joined is made loose in one act', async () => {
    const place = { lon: 5.016, lat: 52.003 }
    const numbers: string[] = []
    for (const category of ['litter', 'bench', 'strange'])
      numbers.push((await site.api.town.report({ category, place })).number)
    const [first, second, third] = numbers
    for (const [from, into] of [
      [first, second],
      [second, third],
    ])
      assert.equal(
        (await site.api.post(`/cases/${from}/joinings`, { as: 'desk', body: { into } })).status,
        201,
      )
    await using opened = await visitDesk(site, `${DESK}/cases/${first}`, { hasScripts: false })
    const { page } = opened
    await page.getByRole('button', { name: `Maak ${first} weer los` }).click()
    await page.getByText('De meldingen zijn weer los.').waitFor()
    const told = (await site.api.get(`/cases/${first}`, { as: 'desk' })).json
    assert.equal(told.status, 'open')
    assert.equal(told.signals, 1)
  })
})
