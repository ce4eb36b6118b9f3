import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import {
  checkAccessible,
  checkFits,
  type Opened,
  openSite,
  type Site,
  wholePage,
} from './browser.ts'
import { NOORDDIJK, until } from './town.ts'

const LITTER = { lon: 5.012, lat: 52.011 }
const LAMP_2 = { lon: 5.003, lat: 52.005 }
const SHOWN = 'lantaarn-map[data-state="shown"]'
const WITHIN = { timeout: 60_000 }

let site: Site
let litter: string
before(async () => {
  site = await openSite()
  litter = (await site.api.town.report({ category: 'litter', place: LITTER })).number
  await site.api.town.report({ category: 'lamp-out', asset: 'L2' })
  await site.api.town.report({ category: 'nuisance', place: LITTER })
})
after(() => site[Symbol.asyncDispose]())

/** Puts a form in the place of the map, in which one picks a place, such as that of a report. */
const PICKER = `
const known = document.querySelector('lantaarn-map')
const options = { ...JSON.parse(known.dataset.options), mode: 'pick', at: AT, assetTypes: ['lamp-post'] }
const form = document.createElement('form')
for (const name of ['lon', 'lat', 'asset']) {
  const input = Object.assign(document.createElement('input'), { type: 'hidden' })
  input.dataset.mapField = name
  form.append(input)
}
const list = document.createElement('div')
list.dataset.mapNear = ''
const map = document.createElement('lantaarn-map')
map.dataset.options = JSON.stringify(options)
form.append(map, list)
form.addEventListener('lantaarn-place', ({ detail }) => {
  form.dataset.told = JSON.stringify(detail)
})
known.closest('.map-with-list').replaceWith(form)`

async function openPicker({ page }: Opened, at: { lon: number; lat: number }): Promise<void> {
  await page.evaluate(`{ const AT = ${JSON.stringify(at)}; ${PICKER} }`)
  await page.locator(SHOWN).waitFor(WITHIN)
}

/** Moves what is in the box from its left edge to its right one. */
async function drag({ mouse }: Page, box: { x: number; y: number; width: number; height: number }) {
  await mouse.move(box.x + 30, box.y + box.height / 2)
  await mouse.down()
  await mouse.move(box.x + box.width - 30, box.y + box.height / 2, { steps: 5 })
  await mouse.up()
}

const field = (page: Page, name: string) =>
  page.locator(`input[data-map-field="${name}"]`).inputValue()

describe('the map of a town', () => {
  it('stands beside a list that says the same, in every look, and asks nobody else', () =>
    site.eachLook(`/${NOORDDIJK}/map`, async ({ page }, { hasScripts }) => {
      if (hasScripts) await page.locator(SHOWN).waitFor(WITHIN)
      else assert.equal(await page.locator('lantaarn-map').isVisible(), false)
      await checkFits(page)
      assert.equal(await page.locator('.rows .row').count(), 2)
      if (hasScripts) await checkAccessible(page)
    }))

  it('finds a place without a script, and lists what is near it', async () => {
    await using one = await site.visit(`/${NOORDDIJK}/map`, { hasScripts: false })
    await one.page.getByLabel('Zoek een straat').fill('l2')
    await one.page.getByRole('button', { name: 'Zoek' }).click()
    await one.page.getByRole('link', { name: 'lantaarnpaal L2, Dijkstraat' }).click()
    await one.page
      .getByRole('heading', { name: 'Meldingen bij Dijkstraat, lantaarnpaal L2' })
      .waitFor()
    await wholePage(one.page)
    assert.equal(await one.page.locator('.rows .row').count(), 1)
  })

  it('tells by keyboard what stands in its middle, and leads to its page', async () => {
    const address = `/${NOORDDIJK}/map?lon=${LITTER.lon}&lat=${LITTER.lat}`
    await using one = await site.visit(address)
    await one.page.locator(SHOWN).waitFor(WITHIN)
    await one.page.locator('.maplibregl-canvas').focus()
    await one.page.keyboard.press('Enter')
    const card = one.page.locator('.map-card')
    await card.getByRole('link').waitFor()
    assert.match(
      (await card.getByRole('link').getAttribute('href')) ?? '',
      new RegExp(`${litter}$`),
    )
    await card.getByText(litter).waitFor()
    await card.getByRole('link').focus()
    await one.page.keyboard.press('Escape')
    assert.equal(await card.textContent(), '', 'Escape closes it')
    assert.equal(
      await one.page.evaluate('document.activeElement.className'),
      'maplibregl-canvas',
      'and whoever was in it is at the map',
    )
    assert.deepEqual(one.offences, [])
  })

  it('takes its list along when it is moved, by keyboard and by pointer, and says so politely', async () => {
    await using one = await site.visit(`/${NOORDDIJK}/map`)
    const { page } = one
    await page.locator(SHOWN).waitFor(WITHIN)
    const rows = page.locator('.rows .row')
    const told = page.locator('[data-map-told][role=status]')
    assert.deepEqual([await rows.count(), await told.textContent()], [2, '2 meldingen'])
    await page.locator('.maplibregl-canvas').focus()
    for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowRight')
    await told.getByText('Hier zijn geen open meldingen.').waitFor()
    assert.equal(await rows.count(), 0)
    assert.match(page.url(), /[?]view=[\d.,-]+$/)
    assert.equal(await page.evaluate('document.activeElement.className'), 'maplibregl-canvas')
    await checkAccessible(page)
    // The same address gives the same, also without a script.
    await using same = await site.visit(page.url().slice(site.origin.length), { hasScripts: false })
    assert.equal(await same.page.locator('.rows .row').count(), 0)
    await same.page.getByRole('link', { name: 'Laat de hele gemeente zien' }).click()
    await wholePage(same.page)
    assert.equal(await same.page.locator('.rows .row').count(), 2)
    const box = await page.locator('.maplibregl-canvas').boundingBox()
    assert(box)
    for (let i = 0; i < 3; i++) {
      const [answer] = await Promise.all([
        page.waitForResponse(/\/map\?view=/, WITHIN),
        drag(page, box),
      ])
      // The list takes its place, and then the address says so.
      await page.waitForURL(answer.url(), WITHIN)
      if ((await rows.count()) > 0) break
    }
    await told.getByText(/in beeld/).waitFor()
    assert((await rows.count()) > 0)
    assert.deepEqual(one.offences, [])
  })

  it('names every button, also before the browser tells whether it may be asked for its place', async () => {
    await using one = await site.visit(`/${NOORDDIJK}/map`)
    await one.page.locator(SHOWN).waitFor(WITHIN)
    await one.page.evaluate('navigator.permissions.query = () => new Promise(() => {})')
    await openPicker(one, LITTER)
    const button = one.page.locator('.maplibregl-ctrl-geolocate')
    assert.equal(await button.isDisabled(), true)
    assert.equal(await button.getAttribute('aria-label'), 'Laat zien waar ik ben')
    await checkAccessible(one.page)
  })

  it('says so where it cannot be drawn, and the list remains', async () => {
    await using one = await site.visit('/')
    await one.page.addInitScript('HTMLCanvasElement.prototype.getContext = () => null')
    await one.page.goto(`${site.origin}/${NOORDDIJK}/map`)
    await one.page.getByText('De kaart kan hier niet worden getoond').waitFor(WITHIN)
    assert.equal(await one.page.locator('.rows .row').count(), 2)
  })
})

describe('picking a place on a map', () => {
  it('takes a lamp post by keyboard, and says which of them were reported', async () => {
    await using one = await site.visit(`/${NOORDDIJK}/map`)
    const { page } = one
    await openPicker(one, LAMP_2)
    await page.locator('.maplibregl-canvas').focus()
    await page.keyboard.press('Enter')
    const name = /Lantaarnpaal L2 · 0 meter · al gemeld/
    const reported = page.getByRole('radio', { name })
    await reported.waitFor()
    await page.locator('form[data-told*="lamp-2"]').waitFor()
    assert.equal(await field(page, 'asset'), 'lamp-2')
    // What the map asked at first has come in: the list stays as it is.
    await page.waitForLoadState('networkidle')
    await page.getByRole('radio', { name, checked: true }).waitFor()
    await reported.focus()
    await page.keyboard.press('ArrowDown')
    // Something else at this place.
    await until('no lamp is meant', async () => (await field(page, 'asset')) === '')
    assert.equal(await field(page, 'lon'), String(LAMP_2.lon))
    const told = JSON.parse((await page.locator('form[data-told]').getAttribute('data-told')) ?? '')
    assert.deepEqual(told, LAMP_2)
    assert.deepEqual(one.offences, [])
  })

  it('takes the place that is clicked where nothing stands', async () => {
    await using one = await site.visit(`/${NOORDDIJK}/map`)
    await openPicker(one, LITTER)
    await one.page.locator('.maplibregl-canvas').click({ position: { x: 40, y: 40 } })
    await one.page.getByText('Hier vlakbij staat niets dat wij kennen').waitFor()
    assert(Number(await field(one.page, 'lon')) < LITTER.lon)
    assert(Number(await field(one.page, 'lat')) > LITTER.lat)
    assert.equal(await field(one.page, 'asset'), '')
  })
})

// Last: what it reports stands on every map of the town.
describe('a view of the map', () => {
  it('says how many are in view, also where they are too many for a list', async () => {
    await using one = await site.visit(`/${NOORDDIJK}/map?view=4.9,51.9,5.1,52.1`)
    await one.page.getByText('Er zijn 2 meldingen in beeld.').waitFor()
    assert.equal(await one.page.locator('.rows .row').count(), 2)
    for (const wrong of ['x', '1,2,3', '5,52,4,53', '-200,0,200,10', '1,1,9,9', '', '5,52,,53']) {
      const answer = await one.page.request.get(`${site.origin}/${NOORDDIJK}/map?view=${wrong}`)
      assert.equal(answer.status(), 200, wrong)
    }
    for (let i = 0; i < 100; i++)
      await site.api.town.report({
        category: 'strange',
        place: { lon: 5.001 + (i % 20) * 0.0018, lat: 52.001 + Math.floor(i / 20) * 0.0008 },
      })
    await one.page.reload()
    await one.page.getByText('Er zijn 102 meldingen in beeld. Zoom in om ze').waitFor()
    await wholePage(one.page)
    assert.equal(await one.page.locator('.rows .row').count(), 0)
  })
})
