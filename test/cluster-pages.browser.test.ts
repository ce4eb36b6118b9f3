import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { withBorder } from './border-cabinet.ts'
import { checkAccessible, checkFits, LOOKS, openSite, type Site } from './browser.ts'
import { withCircuits } from './cluster-town.ts'
import { NOORDDIJK, ZUIDDIJK } from './town.ts'
import { visitDesk } from './visit-desk.ts'

let site: Site
/** Of three lamps on one cabinet the first that was reported, and what all of them became, here and across the border. */
let [first, all, elsewhere] = ['', '', '']
before(async () => {
  site = await openSite()
  const town = await withBorder(await withCircuits(site.api))
  first = await town.report(1)
  await town.report(2)
  all = await town.report(3)
  elsewhere = await town.zuidGoesOut()
})
after(() => site[Symbol.asyncDispose]())

describe('the page of a case of several', () => {
  it('says that the street is dark, since when and until when, and where else it is, in every look', async () => {
    await site.eachLook(
      `/${NOORDDIJK}/cases/${all}`,
      async ({ page }, { language, hasScripts }) => {
        const notice = page.locator('section.notice')
        const said = (await notice.textContent()) ?? ''
        const words =
          language === 'nl'
            ? ['3 lampen doen het niet', 'Bekend sinds', 'Verwacht uiterlijk', 'Ook in Zuiddijk:']
            : ['3 lamps do not work', 'Known since', 'Expected no later than', 'Also in Zuiddijk:']
        for (const one of words) assert(said.includes(one), `${one} in: ${said}`)
        const swallowed = page.locator('main').getByRole('link', { name: first })
        assert.equal(await swallowed.getAttribute('href'), `/${NOORDDIJK}/cases/${first}`)
        await checkFits(page)
        if (hasScripts) await checkAccessible(page)
      },
    )
  })

  it('leads to the page of the other municipality, and that back', async () => {
    await using one = await site.visit(`/${NOORDDIJK}/cases/${all}`, { hasScripts: false })
    await one.page.getByRole('link', { name: elsewhere }).click()
    assert.equal(new URL(one.page.url()).pathname, `/${ZUIDDIJK}/cases/${elsewhere}`)
    await one.page.getByText('Ook in Noorddijk:').getByRole('link').click()
    assert.equal(new URL(one.page.url()).pathname, `/${NOORDDIJK}/cases/${all}`)
  })
})

describe('the page of a report that turned out to be part of it', () => {
  it('leads on to the larger fault, in every look', async () => {
    await site.eachLook(
      `/${NOORDDIJK}/cases/${first}`,
      async ({ page }, { language, hasScripts }) => {
        const said = (await page.locator('main').textContent()) ?? ''
        const words =
          language === 'nl'
            ? ['Deze melding gaat verder als:', '3 lampen doen het niet', 'Verwacht uiterlijk']
            : ['This report goes on as:', '3 lamps do not work', 'Expected no later than']
        for (const one of words) assert(said.includes(one), `${one} in: ${said}`)
        await checkFits(page)
        if (hasScripts) await checkAccessible(page)
        await page.locator('main').getByRole('link', { name: all }).click()
        assert.equal(new URL(page.url()).pathname, `/${NOORDDIJK}/cases/${all}`)
      },
    )
  })
})

describe('the desk', () => {
  for (const look of LOOKS.filter(({ hasScripts }) => hasScripts))
    it(`reads which reports are part of it, by which rule, and where else it is: ${look.screen}`, async () => {
      await using one = await visitDesk(site, `/${NOORDDIJK}/desk/cases/${all}`, look)
      const facts = one.page.locator('section[aria-labelledby="facts"]')
      const said = (await facts.textContent()) ?? ''
      for (const words of [
        '3: vanaf 3 binnen 60 minuten, volgens afspraak grid-of-several (1)',
        `Zuiddijk: ${elsewhere}`,
      ])
        assert(said.includes(words), `${words} in: ${said}`)
      const links = await facts.getByRole('link', { name: first }).getAttribute('href')
      assert.equal(links, `/${NOORDDIJK}/desk/cases/${first}`)
      assert.equal(
        await facts.getByRole('link', { name: elsewhere }).getAttribute('href'),
        `/${ZUIDDIJK}/cases/${elsewhere}`,
      )
      await checkFits(one.page)
      await checkAccessible(one.page)
      assert.deepEqual(one.offences, [])
    })
})
