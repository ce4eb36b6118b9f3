import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { checkAccessible, checkFits, openSite, type Site } from './browser.ts'
import { NOORDDIJK, ZUIDDIJK } from './town.ts'

let site: Site
before(async () => {
  site = await openSite()
  await site.api.town.report({ category: 'lamp-out', asset: 'L2' })
})
after(() => site[Symbol.asyncDispose]())

const ADDRESSES = [
  { name: 'the start', address: '/', title: { nl: 'Wie doet het', en: 'Who does it' } },
  { name: 'a town', address: `/${NOORDDIJK}`, title: { nl: 'Meldingen in', en: 'Reports in' } },
  { name: 'an empty town', address: `/${ZUIDDIJK}`, title: { nl: 'Meldingen', en: 'Reports' } },
  { name: 'no page', address: '/GM1234/x', title: { nl: 'Deze pagina', en: 'This page is' } },
]

describe('every page in every look', () => {
  for (const { name, address, title } of ADDRESSES)
    it(`${name}: reads well, keeps its policy and asks nobody else`, () =>
      site.eachLook(address, async ({ page }, look) => {
        const { language } = look
        assert.equal(await page.locator('html').getAttribute('lang'), language)
        assert.match((await page.locator('h1').textContent()) ?? '', new RegExp(title[language]))
        await checkFits(page)
        // The checker is a script itself.
        await using same = await site.visit(address, { ...look, hasScripts: true })
        await checkAccessible(same.page)
      }))
})

describe('the choice of how to read', () => {
  it('is kept without a script, and leads back to the page', async () => {
    await using one = await site.visit(`/${NOORDDIJK}`, { hasScripts: false })
    await one.page.getByRole('button', { name: 'English' }).click()
    assert.equal(new URL(one.page.url()).pathname, `/${NOORDDIJK}`)
    assert.match((await one.page.locator('h1').textContent()) ?? '', /Reports in Noorddijk/)
    await one.page.getByRole('button', { name: 'Dark' }).click()
    await one.page.goto(`${site.origin}/`)
    assert.equal(await one.page.locator('html').getAttribute('data-appearance'), 'dark')
    assert.match((await one.page.locator('h1').textContent()) ?? '', /Who does it/)
  })

  it('shows the dark colours whatever the system wants', async () => {
    await using one = await site.visit('/', { scheme: 'light', hasScripts: false })
    const ground = () => one.page.evaluate('getComputedStyle(document.body).backgroundColor')
    const light = await ground()
    await one.page.getByRole('button', { name: 'Donker' }).click()
    assert.notEqual(await ground(), light)
  })
})

describe('an island', () => {
  it('copies the link of the page where scripts run', async () => {
    await using one = await site.visit(`/${NOORDDIJK}`)
    await one.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await one.page.getByRole('button', { name: 'Kopieer de link' }).click()
    await one.page.getByText('De link is gekopieerd').waitFor()
    assert.equal(await one.page.evaluate('navigator.clipboard.readText()'), one.page.url())
    assert.deepEqual(one.offences, [])
  })

  it('shows nothing that does nothing where they do not', async () => {
    await using one = await site.visit(`/${NOORDDIJK}`, { hasScripts: false })
    assert.equal(await one.page.getByText('Kopieer de link').isVisible(), false)
  })
})

describe('the keyboard', () => {
  it('comes first to the way past the header', async () => {
    await using one = await site.visit(`/${NOORDDIJK}`)
    await one.page.keyboard.press('Tab')
    const skip = one.page.getByRole('link', { name: 'Naar de inhoud' })
    assert(await skip.isVisible())
    assert.equal(await one.page.evaluate('document.activeElement.hash'), '#content')
    await one.page.keyboard.press('Enter')
    // The focus goes along with the next picture of the page.
    await one.page.locator('#content:focus').waitFor()
  })
})
