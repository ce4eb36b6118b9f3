import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { checkAccessible, checkFits, openSite, type Site } from './browser.ts'
import { makeAccount, PASSWORD } from './signed-in.ts'
import { NOORDDIJK } from './town.ts'

let site: Site
let address: string
before(async () => {
  site = await openSite()
  address = (await makeAccount(site.api.app, NOORDDIJK, { role: 'desk' })).address
})
after(() => site[Symbol.asyncDispose]())

describe('signing in', () => {
  it('reads well in every look', () =>
    site.eachLook('/sign-in', async ({ page }, { language, hasScripts }) => {
      const title = { nl: 'Inloggen', en: 'Sign in' }[language]
      assert.equal(await page.locator('h1').textContent(), title)
      await checkFits(page)
      if (hasScripts) await checkAccessible(page)
      const passkey = page.locator('sign-in-passkey button')
      assert.equal(await passkey.isVisible(), hasScripts)
    }))

  for (const hasScripts of [true, false])
    it(`leads on to where somebody was going, scripts ${hasScripts}`, async () => {
      await using one = await site.visit('/sign-out?x=1', { hasScripts })
      const { page } = one
      await page.goto(`${site.origin}/sign-in?next=${encodeURIComponent(`/${NOORDDIJK}?a=b`)}`)
      await page.getByLabel('E-mailadres').fill(address)
      await page.getByLabel('Wachtwoord', { exact: true }).fill('not this one')
      await page.keyboard.press('Enter')
      await page.getByRole('alert').waitFor()
      assert.equal(await page.getByLabel('E-mailadres').inputValue(), address)
      await page.getByLabel('Wachtwoord', { exact: true }).fill(PASSWORD)
      await page.keyboard.press('Enter')
      await page.waitForURL(`${site.origin}/${NOORDDIJK}?a=b`)
      const cookies = await one.context.cookies()
      const own = cookies.find(({ name }) => name === 'lantaarn')
      assert(own?.httpOnly && own.sameSite === 'Lax')
      await page.goto(`${site.origin}/sign-out`)
      await page.getByRole('button', { name: 'Uitloggen' }).click()
      await page.getByText('U bent uitgelogd').waitFor()
      const left = (await one.context.cookies()).filter(({ name }) => name === 'lantaarn')
      assert.deepEqual(left, [])
    })

  it('leads nowhere but to a page of ours', async () => {
    for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example', '/a\tb']) {
      await using one = await site.visit(`/sign-in?next=${encodeURIComponent(next)}`)
      assert.equal(await one.page.locator('input[name=next]').count(), 0, next)
      assert.equal(await one.page.locator('sign-in-passkey').getAttribute('data-next'), '/account')
    }
  })
})
