import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { checkAccessible, checkFits, LOOKS, type Look, openSite, type Site } from './browser.ts'
import { makeAccount, PASSWORD, signIn } from './signed-in.ts'
import { NOORDDIJK } from './town.ts'

let site: Site
before(async () => {
  site = await openSite()
})
after(() => site[Symbol.asyncDispose]())

/** Somebody of this role, signed in, with the second factor where the role needs it. */
async function comeAs(role: 'administrator' | 'desk', path: string, look: Partial<Look> = {}) {
  const { address, account } = await makeAccount(site.api.app, NOORDDIJK, { role })
  const { jar } = await signIn(site.api.app, address)
  const one = await site.visit('/', look)
  const cookies = [...jar].map(([name, value]) => ({ name, value, url: site.origin }))
  await one.context.addCookies(cookies)
  await one.page.goto(`${site.origin}${path}`, { waitUntil: 'load' })
  return { ...one, address, account }
}

describe('a form whose session ended while it was open', () => {
  it('of the administration does nothing, gives back what was typed, and leads on', async () => {
    const path = `/${NOORDDIJK}/administration/invitations`
    for (const look of LOOKS) {
      await using one = await comeAs('administrator', path, look)
      const { page } = one
      await page.locator('#field-address').fill('somebody@example.org')
      await one.context.clearCookies({ name: 'lantaarn' })
      await page.locator('section.narrow button[type=submit]').click()
      await page.locator('blockquote', { hasText: 'somebody@example.org' }).waitFor()
      await checkFits(page)
      if (look.hasScripts) await checkAccessible(page)
      const again = page.locator('a.button[href^="/sign-in"]')
      assert.match((await again.getAttribute('href')) ?? '', /next=.*invitations/)
      const invited = await site.api.get('/invitations', { as: 'administrator' })
      assert(!invited.text.includes('somebody@example.org'))
    }
  })

  it('of the own account gives back no password', async () => {
    await using one = await comeAs('desk', '/account/password')
    const { page } = one
    await page.locator('#field-password').fill(PASSWORD)
    await page.locator('#field-newPassword').fill('another long password')
    await one.context.clearCookies({ name: 'lantaarn' })
    await page.getByRole('button', { name: 'Verander het wachtwoord' }).click()
    await page.locator('a.button[href^="/sign-in"]').waitFor()
    const html = await page.content()
    for (const secret of [PASSWORD, 'another long password']) assert(!html.includes(secret))
    await using other = await site.visit('/sign-in')
    await other.page.locator('#field-address').fill(one.address)
    await other.page.locator('#field-password').fill(PASSWORD)
    await other.page.keyboard.press('Enter')
    await other.page.waitForURL(/\/account/)
  })
})

describe('taking the own account away', () => {
  it('says what goes and what stays, in every look', async () => {
    for (const look of LOOKS) {
      await using one = await comeAs('desk', '/account/deletion', look)
      const { page } = one
      const title = { nl: 'Uw account verwijderen', en: 'Delete your account' }[look.language]
      assert.equal(await page.locator('h1').textContent(), title)
      await checkFits(page)
      if (look.hasScripts) await checkAccessible(page)
      assert.deepEqual(one.offences, [])
    }
  })

  for (const hasScripts of [true, false])
    it(`is done by keyboard, with the password, scripts ${hasScripts}`, async () => {
      await using one = await comeAs('desk', '/account', { hasScripts })
      const { page } = one
      await page.getByRole('link', { name: 'Uw account verwijderen' }).click()
      await page.locator('#field-password').fill('not this one')
      await page.keyboard.press('Enter')
      await page.getByRole('alert').waitFor()
      await page.locator('#field-password').fill(PASSWORD)
      await page.keyboard.press('Enter')
      await page.getByText('Uw account is verwijderd.').waitFor()
      await page.locator('#field-address').fill(one.address)
      await page.locator('#field-password').fill(PASSWORD)
      await page.keyboard.press('Enter')
      await page.getByRole('alert').waitFor()
    })

  it('asks a second factor for its code', async () => {
    await using one = await comeAs('administrator', '/account/deletion', { language: 'en' })
    const { page } = one
    await page.locator('#field-password').fill(PASSWORD)
    await page.locator('#field-code').fill('000000')
    await page.getByRole('button', { name: 'Delete your account' }).click()
    await page.getByRole('alert').waitFor()
    assert.match(page.url(), /\/account\/deletion/)
  })
})
