import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import {
  checkAccessible,
  checkFits,
  type Opened,
  openSite,
  type Site,
  wholePage,
} from './browser.ts'
import { readMail } from './read-mail.ts'
import { codeNow, makeAccount, PASSWORD } from './signed-in.ts'
import { NOORDDIJK, until } from './town.ts'
import { withAuthenticator } from './virtual-authenticator.ts'

let site: Site
before(async () => {
  site = await openSite({ roles: ['web', 'work'] })
})
after(() => site[Symbol.asyncDispose]())

async function comeIn(one: Opened, address: string, next = '/account'): Promise<void> {
  const { page } = one
  await page.goto(`${site.origin}/sign-in?next=${encodeURIComponent(next)}`)
  await page.locator('#field-address').fill(address)
  await page.locator('#field-password').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.waitForURL(`${site.origin}${next}`)
}

const newAccount = async (role: 'desk' | 'administrator' = 'desk') =>
  (await makeAccount(site.api.app, NOORDDIJK, { role })).address

async function invitation(address: string, role: 'desk' | 'administrator' = 'desk') {
  const { invitations } = site.api.app.identity
  const invited = { address, role: { role }, by: 'test' }
  return invitations.invite(NOORDDIJK, invited)
}

describe('an invitation', () => {
  it('makes an account without a script, and works once', async () => {
    const address = 'new-without-script@example.org'
    const { token } = await invitation(address)
    await using one = await site.visit(`/invitation/${token}`, { hasScripts: false })
    const { page } = one
    assert.match((await page.locator('h1').textContent()) ?? '', /uitgenodigd door Noorddijk/)
    await page.locator('#field-name').fill('<b>Noor</b>')
    await page.locator('#field-password').fill('short')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').waitFor()
    assert.equal(await page.locator('#field-name').inputValue(), '<b>Noor</b>')
    await page.locator('#field-password').fill(PASSWORD)
    await page.keyboard.press('Enter')
    await page.getByText('Uw account is gemaakt').waitFor()
    await comeIn(one, address)
    await page.getByText('<b>Noor</b>').waitFor()
    await page.goto(`${site.origin}/invitation/${token}`)
    await page.getByText('werkt niet').first().waitFor()
  })

  it('says plainly what is forged, and reads well in every look', async () => {
    const { token } = await invitation('looked-at@example.org')
    await site.eachLook(`/invitation/${token}`, async ({ page }, { hasScripts }) => {
      await checkFits(page)
      if (hasScripts) await checkAccessible(page)
    })
    await site.eachLook('/invitation/ll_forged', async ({ page }, { language, hasScripts }) => {
      const told = { nl: /werkt niet/, en: /does not work/ }[language]
      assert.match((await page.locator('h1').textContent()) ?? '', told)
      if (hasScripts) await checkAccessible(page)
    })
  })

  it('is taken with a passkey, which then lets in and counts as two factors', async () => {
    const { token } = await invitation('by-passkey@example.org', 'administrator')
    await using one = await site.visit('/')
    const { page } = one
    await withAuthenticator(page)
    await page.goto(`${site.origin}/invitation/${token}`)
    await page.locator('#field-name').fill('Pas')
    await page.getByRole('button', { name: 'met een passkey' }).click()
    await page.waitForURL(`${site.origin}/account`)
    assert.equal(await page.getByRole('link', { name: 'Naar beheer' }).count(), 1)
    await page.goto(`${site.origin}/sign-out`)
    await page.getByRole('button', { name: 'Uitloggen' }).click()
    await page.getByRole('button', { name: 'Inloggen met een passkey' }).click()
    await page.waitForURL(`${site.origin}/account`)
    assert.equal(await page.getByRole('link', { name: 'Naar beheer' }).count(), 1)
    assert.deepEqual(one.offences, [])
  })
})

describe('passkeys', () => {
  it('are added with a name, listed as text, and removed', async () => {
    await using one = await site.visit('/')
    const { page } = one
    await withAuthenticator(page)
    await comeIn(one, await newAccount(), '/account/passkeys')
    await checkAccessible(page)
    await page.locator('#field-name').fill('<i>Laptop</i>')
    await page.getByRole('button', { name: 'Maak een passkey' }).click()
    await page.getByText('De passkey is toegevoegd').waitFor()
    await page.getByText('<i>Laptop</i>').waitFor()
    await page.getByRole('button', { name: 'Verwijder' }).click()
    await page.getByText('De passkey is verwijderd').waitFor()
  })
})

describe('the second factor', () => {
  it('has to be set up before the role of an administrator counts, and needs no script', async () => {
    const address = await newAccount('administrator')
    await using one = await site.visit('/', { hasScripts: false })
    const { page } = one
    await comeIn(one, address)
    assert.equal(await page.getByRole('link', { name: 'Naar beheer' }).count(), 0)
    await page.getByRole('link', { name: 'Stel de tweede stap in' }).click()
    await page.locator('#field-password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Stel de tweede stap in' }).click()
    await page.locator('img.qr').waitFor()
    await wholePage(page)
    const picture = page.locator('img.qr')
    assert.match((await picture.getAttribute('src')) ?? '', /^data:image\/png/)
    const width = await picture.evaluate(
      (one) => (one as unknown as { naturalWidth: number }).naturalWidth,
    )
    assert(width > 100, 'the policy lets the picture be seen')
    assert.equal(await page.locator('.codes li').count(), 10)
    const [recovery = ''] = await page.locator('.codes li').allTextContents()
    const secret = ((await page.locator('span.code').textContent()) ?? '').replaceAll(' ', '')
    await page.locator('#field-code').fill('12')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'Vul zes cijfers in' }).waitFor()
    await page.locator('#field-code').fill(codeNow(`otpauth://totp/x?secret=${secret}`))
    await page.keyboard.press('Enter')
    await page.getByText('De tweede stap staat aan').waitFor()
    assert.equal(await page.getByRole('link', { name: 'Naar beheer' }).count(), 1)
    await page.goto(`${site.origin}/account/second-factor`)
    assert.equal(await page.locator('.codes').count(), 0, 'the codes are shown once')
    await page.goto(`${site.origin}/sign-in`)
    await page.locator('#field-address').fill(address)
    await page.locator('#field-password').fill(PASSWORD)
    await page.keyboard.press('Enter')
    await page.waitForURL(/sign-in\/code/)
    await page.locator('#field-recoveryCode').fill(recovery)
    await page.keyboard.press('Enter')
    await page.waitForURL(`${site.origin}/account`)
  })
})

describe('the account', () => {
  it('reads well on a phone and wide, in both languages', async () => {
    const address = await newAccount()
    for (const look of [
      { screen: 'phone', language: 'nl' },
      { screen: 'wide', language: 'en', scheme: 'dark' },
    ] as const) {
      await using one = await site.visit('/', look)
      await comeIn(one, address)
      for (const path of ['', '/password', '/second-factor', '/passkeys']) {
        await one.page.goto(`${site.origin}/account${path}`)
        await checkFits(one.page)
        await checkAccessible(one.page)
      }
      assert.deepEqual(one.offences, [])
    }
  })

  it('ends another session, and all others; that of somebody else is out of reach', async () => {
    const address = await newAccount()
    await using one = await site.visit('/')
    await using two = await site.visit('/', { screen: 'wide' })
    await comeIn(one, address)
    await comeIn(two, address)
    await one.page.goto(`${site.origin}/account`)
    await one.page
      .getByRole('button', { name: /Beëindig de sessie/ })
      .first()
      .click()
    await one.page.getByText('De sessie is beëindigd').waitFor()
    await two.page.goto(`${site.origin}/account`)
    assert.match(two.page.url(), /\/sign-in\?next=%2Faccount/)
  })

  it('keeps what was typed when the session ended meanwhile, and does nothing', async () => {
    const address = await newAccount()
    await using one = await site.visit('/', { hasScripts: false })
    await comeIn(one, address, '/account/password')
    await one.page.locator('#field-password').fill(PASSWORD)
    await one.page.locator('#field-newPassword').fill('another long password')
    await one.context.clearCookies()
    await one.page.keyboard.press('Enter')
    await one.page.getByText('U bent niet meer ingelogd').first().waitFor()
    assert.doesNotMatch(await one.page.content(), /another long password/)
    await comeIn(one, address)
  })
})

describe('a forgotten password', () => {
  it('is replaced by mail once, ends every session, and says nothing of who has an account', async () => {
    const address = await newAccount()
    await using before = await site.visit('/')
    await comeIn(before, address)
    await using one = await site.visit('/forgotten-password', { hasScripts: false })
    const { page } = one
    const answers: string[] = []
    for (const who of ['nobody@example.org', address]) {
      await page.goto(`${site.origin}/forgotten-password`)
      await page.locator('#field-address').fill(who)
      await page.keyboard.press('Enter')
      await page.getByText('Kijk in uw mail').first().waitFor()
      answers.push((await page.locator('main').textContent()) ?? '')
    }
    assert.equal(answers[0], answers[1])
    let link = ''
    await until('the mail has come', async () => {
      const mails = await site.api.town.mails()
      const own = mails.map(readMail).find(({ to }) => to.includes(address))
      link = /\/new-password\/[\w-]+/.exec(own?.text ?? '')?.[0] ?? ''
      return link !== ''
    })
    await page.goto(`${site.origin}${link}`)
    await page.locator('#field-password').fill('another long password')
    await page.locator('#field-repeated').fill('another long passwort')
    await page.keyboard.press('Enter')
    await page.getByText('niet hetzelfde').first().waitFor()
    await page.locator('#field-password').fill('another long password')
    await page.locator('#field-repeated').fill('another long password')
    await page.keyboard.press('Enter')
    await page.getByText('Uw nieuwe wachtwoord is opgeslagen').waitFor()
    await before.page.goto(`${site.origin}/account`)
    assert.match(before.page.url(), /\/sign-in/)
    await page.goto(`${site.origin}${link}`)
    await page.getByText('Deze link werkt niet').first().waitFor()
    await page.goto(`${site.origin}/sign-in`)
    await page.locator('#field-address').fill(address)
    await page.locator('#field-password').fill('another long password')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${site.origin}/account`)
  })
})
