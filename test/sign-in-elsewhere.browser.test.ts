import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { checkAccessible, type Opened, openSite, type Site } from './browser.ts'
import { freePort } from './free-port.ts'
import { type Issuer, openIssuer } from './issuer.ts'
import { NOORDDIJK } from './town.ts'

let site: Site
let issuer: Issuer
before(async () => {
  // The issuer has to know before where it sends people back to.
  const port = await freePort()
  issuer = await openIssuer(`http://localhost:${port}/auth/oidc/town/callback`)
  site = await openSite({ oidc: [issuer.configured] }, port)
})
after(async () => {
  await site[Symbol.asyncDispose]()
  await issuer[Symbol.asyncDispose]()
})

/** The issuer is another origin, and going there is what this is about. */
const offencesOf = ({ offences }: Opened) =>
  offences.filter((one) => !one.startsWith(`asks ${issuer.configured.issuer}`))

describe('the button of a place to sign in elsewhere', () => {
  it('takes an invitation, with a real issuer', async () => {
    issuer.mood.subject = 'noor'
    const { token } = await site.api.app.identity.invitations.invite(NOORDDIJK, {
      address: 'noor@example.org',
      role: { role: 'desk' },
      by: 'test',
    })
    await using one = await site.visit(`/invitation/${token}`)
    const { page } = one
    await page.locator('#field-name').fill('Noor')
    await page.getByRole('button', { name: 'The town' }).click()
    await page.waitForURL((url) => url.origin === site.origin && !url.pathname.startsWith('/inv'))
    await page.goto(`${site.origin}/account`)
    await page.getByText('Noor', { exact: false }).first().waitFor()
    assert.deepEqual(offencesOf(one), [])
  })

  for (const hasScripts of [true, false])
    it(`signs in and leads on to where somebody was going, scripts ${hasScripts}`, async () => {
      issuer.mood.subject = 'noor'
      await using one = await site.visit(`/${NOORDDIJK}/desk/today`, { hasScripts })
      const { page } = one
      assert.match(page.url(), /\/sign-in\?next=/)
      if (hasScripts) await checkAccessible(page)
      await page.getByRole('button', { name: 'The town' }).focus()
      await page.keyboard.press('Enter')
      await page.waitForURL(`${site.origin}/${NOORDDIJK}/desk/today`)
      await page.getByRole('heading', { level: 1, name: 'Vandaag' }).waitFor()
      assert.deepEqual(offencesOf(one), [])
    })

  it('says so to somebody whom nobody invited', async () => {
    issuer.mood.subject = 'a stranger'
    await using one = await site.visit('/sign-in', { language: 'en' })
    const { page } = one
    await page.getByRole('button', { name: 'The town' }).click()
    await page.waitForURL(/problem=account-unknown/)
    await page.getByRole('alert').waitFor()
    const cookies = await one.context.cookies()
    assert.equal(
      cookies.some(({ name }) => name === 'lantaarn'),
      false,
    )
  })
})
