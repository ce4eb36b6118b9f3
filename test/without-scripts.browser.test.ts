import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { checkAccessible, checkFits, openSite, type Site } from './browser.ts'
import { everyPage, type Visited } from './every-page.ts'

describe('a page whose scripts do not come', () => {
  let site: Site
  let pages: Visited[]
  before(async () => {
    site = await openSite()
    pages = await everyPage(site.api)
  })
  after(() => site[Symbol.asyncDispose]())

  /** Each page in one of two looks. Scripts are allowed, so that its accessibility can be looked into, and none of ours arrives. */
  for (const [half, look] of (
    [
      { screen: 'phone', language: 'nl', scheme: 'light' },
      { screen: 'wide', language: 'en', scheme: 'dark' },
    ] as const
  ).entries())
    it(`is whole, fits and can be used by everybody: ${look.screen}, ${look.language}, ${look.scheme}`, async () => {
      const faults: string[] = []
      let blocked = 0
      await using one = await site.visit('/health/live', look)
      const { page, context } = one
      await context.route('**/assets/*.js', (route) => {
        blocked += 1
        return route.abort()
      })
      for (const { name, address, cookies } of pages.filter((_, at) => at % 2 === half)) {
        await context.clearCookies()
        await context.addCookies(cookies.map((own) => ({ ...own, url: site.origin })))
        const answer = await page.goto(`${site.origin}${address}`, { waitUntil: 'load' })
        assert.equal(answer?.status(), 200, name)
        assert.equal(await page.locator('h1').count(), 1, `${name} has one heading over all`)
        // What does nothing without its script is not shown.
        assert.equal(await page.locator('button[type=button]:visible').count(), 0, name)
        try {
          await checkFits(page)
          await checkAccessible(page)
        } catch (error) {
          faults.push(`${name}: ${(error as Error).message}`)
        }
      }
      assert.deepEqual(faults, [])
      assert(pages.length > 35 && blocked > 2, `${pages.length} pages, ${blocked} scripts`)
    })
})
