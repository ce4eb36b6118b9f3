import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { checkAccessible, checkFits, openSite, type Site } from './browser.ts'
import { NOORDDIJK, ZUIDDIJK } from './town.ts'

let site: Site
before(async () => {
  const sample = { municipality: NOORDDIJK, category: 'lamp-out', assetType: 'lamp-post' }
  site = await openSite({ sample })
})
after(() => site[Symbol.asyncDispose]())

describe('breaking a lamp in the sample town', () => {
  it('reports a lamp that works and tells each step, until it is over', async () => {
    await using one = await site.visit(`/${NOORDDIJK}`, { hasScripts: false })
    const { page } = one
    page.setDefaultTimeout(8_000)
    await page.getByRole('link', { name: 'Laat een lamp stukgaan' }).click()
    await checkFits(page)
    await page.getByRole('button', { name: 'Laat een lamp stukgaan' }).click()
    await page.waitForURL(/\/demo\/GM9801-/)
    const number = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    const { json } = await site.api.get(`/cases/${number}/decisions`, { as: 'desk' })
    await page.getByText(json.items[0].inWords.nl.sentence, { exact: true }).waitFor()
    assert.equal(await page.locator('meta[http-equiv=refresh]').count(), 1)
    assert.equal((await site.api.town.case(number)).status, 'open')
    const body = { as: 'settled-by-desk', remark: 'shown' }
    const closed = await site.api.post(`/cases/${number}/closures`, { as: 'desk', body })
    assert(closed.status < 300, closed.text)
    await page.locator('meta[http-equiv=refresh]').waitFor({ state: 'detached' })
    await checkFits(page)
    assert.deepEqual(one.offences, [])
    await using other = await site.visit(`/${NOORDDIJK}/demo/${number}?still=yes`, {
      language: 'en',
    })
    await other.page.getByText('What happened').waitFor()
    await checkAccessible(other.page)
  })

  it('is nowhere else', async () => {
    await using one = await site.visit(`/${ZUIDDIJK}`)
    assert.equal(await one.page.locator('a[href$="/demo"]').count(), 0)
    const answer = await one.page.goto(`${site.origin}/${ZUIDDIJK}/demo`)
    assert.equal(answer?.status(), 404)
  })
})
