import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { checkAccessible, checkFits, LOOKS, openSite, type Site, wholePage } from './browser.ts'
import { NOORDDIJK, until } from './town.ts'

const START = `/${NOORDDIJK}/melden`
const TITLES = { nl: 'U hebt geen verbinding', en: 'You have no connection' }
const AGAIN = { nl: 'Probeer het opnieuw', en: 'Try again' }

let site: Site
before(async () => {
  site = await openSite()
})
after(() => site[Symbol.asyncDispose]())

/** The worker has its page at hand from here on. */
const ready = (page: Page) =>
  page.evaluate(`navigator.serviceWorker.getRegistration('${START}').then(async () => {
    const { active } = await navigator.serviceWorker.ready
    return active.scriptURL
  })`) as Promise<string>

const keptBy = (page: Page) =>
  page.evaluate(`(async () => {
    const all = {}
    for (const name of await caches.keys())
      all[name] = (await (await caches.open(name)).keys()).map(({ url }) => url)
    return all
  })()`) as Promise<Record<string, string[]>>

describe('a step of a report without a connection', () => {
  for (const { screen, language, scheme } of LOOKS)
    it(`shows our own page, which goes on by itself: ${screen}, ${language}, ${scheme}`, async () => {
      await using one = await site.visit(START, { screen, language, scheme, hasScripts: true })
      const { page, context } = one
      await ready(page)
      await context.setOffline(true)
      await page.locator('.choice').first().click()
      await page.getByRole('heading', { name: TITLES[language] }).waitFor()
      const asked = page.url()
      assert.match(asked, /\/melden(\/waar)?\?/, 'the address of the step has what was chosen')
      assert.equal(await page.locator('html').getAttribute('lang'), language)
      await checkFits(page)
      await checkAccessible(page)
      // Still nothing: the same page, and nothing lost.
      await page.getByRole('link', { name: AGAIN[language] }).click()
      await page.getByRole('heading', { name: TITLES[language] }).waitFor()
      assert.equal(page.url(), asked)
      // What goes on by itself is a script.
      await wholePage(page)
      await context.setOffline(false)
      await page.locator('form, .choice').first().waitFor()
      assert.equal(page.url(), asked)
      assert.equal(await page.getByRole('heading', { name: TITLES[language] }).count(), 0)
      assert.deepEqual(
        one.offences.filter((told) => !/ERR_INTERNET_DISCONNECTED/.test(told)),
        [],
      )
    })

  it('keeps that page and what it loads, and nothing of whoever reports', async () => {
    await using one = await site.visit(START)
    const { page } = one
    await ready(page)
    await page.goto(
      `${site.origin}${START}/versturen?category=strange&lon=5.003&lat=52.003&seen=yes`,
    )
    await page.getByLabel('Wat is er te zien?').fill('iets van mij')
    await page.getByLabel('Uw e-mailadres').fill('ik@example.org')
    await page.getByRole('button', { name: 'Verstuur de melding' }).click()
    await page.waitForURL('**/klaar')
    const [[name = '', addresses] = [], ...more] = Object.entries(await keptBy(page))
    assert.equal(more.length, 0)
    assert(name.startsWith(`${site.origin}${START} `), name)
    const pages = addresses?.filter((address) => !/\/assets\/[^/]+\.(js|css|woff2)$/.test(address))
    assert.deepEqual(pages, [`${site.origin}${START}/zonder-verbinding?lang=nl`])
    assert((addresses?.length ?? 0) > 2, `${addresses?.length} addresses`)
  })

  it('is another worker for another language, and stands beside reports alone', async () => {
    await using one = await site.visit(START)
    const { page, context } = one
    const first = await ready(page)
    assert.match(first, /\/assets\/report-worker-[^/]+\.js\?build=[0-9a-f]{12}&language=nl$/)
    await page.goto(`${site.origin}${START}?lang=en`)
    await until('the page of the other language alone is kept', async () => {
      const names = Object.keys(await keptBy(page))
      return names.length === 1 && / en$/.test(names[0] ?? '')
    })
    const isOther = async () => (await ready(page)).endsWith('language=en')
    await until('the other worker is there', isOther)
    await context.setOffline(true)
    await page.goto(`${site.origin}${START}/anders`)
    assert.equal(await page.getByRole('heading', { name: TITLES.en }).count(), 1)
    await assert.rejects(page.goto(`${site.origin}/${NOORDDIJK}`), /ERR_INTERNET_DISCONNECTED/)
  })
})
