import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { checkAccessible, checkFits, type Look, openSite, type Site } from './browser.ts'
import { makeAccount, signIn } from './signed-in.ts'
import { NOORDDIJK, ZUIDDIJK } from './town.ts'

let site: Site
let administrator: string
let officer: string
before(async () => {
  site = await openSite()
  const { app } = site.api
  administrator = (await makeAccount(app, NOORDDIJK, { role: 'administrator' })).address
  officer = (await makeAccount(app, NOORDDIJK, { role: 'privacy-officer' })).address
})
after(() => site[Symbol.asyncDispose]())

const BASE = `/${NOORDDIJK}/administration`

/** A browser in which this account has signed in, with its second factor. */
async function visitAs(address: string, look: Partial<Look> = {}) {
  const { jar } = await signIn(site.api.app, address)
  const one = await site.visit('/', look)
  await one.context.addCookies([...jar].map(([name, value]) => ({ name, value, url: site.origin })))
  return one
}

const open = (page: Page, path: string) => page.goto(`${site.origin}${path}`)

describe('administration', () => {
  it('reads well on a phone and wide, in both languages', async () => {
    for (const look of [
      { screen: 'phone', language: 'nl' },
      { screen: 'wide', language: 'en', scheme: 'dark' },
    ] as const)
      for (const [address, parts] of [
        [administrator, ['', '/people', '/invitations', '/keys', '/deliveries']],
        [officer, ['/processing-log']],
      ] as const) {
        await using one = await visitAs(address, look)
        for (const part of parts) {
          const answer = await open(one.page, `${BASE}${part}`)
          assert.equal(answer?.status(), 200, part)
          await checkFits(one.page)
          await checkAccessible(one.page)
        }
        assert.deepEqual(one.offences, [])
      }
  })

  it('leads to the texts of mails, which the administrator changes by their account', async () => {
    await using one = await visitAs(administrator, { screen: 'wide' })
    const { page } = one
    await open(page, BASE)
    await page.locator('.parts').getByRole('link', { name: 'Mailteksten' }).click()
    await page.getByRole('link', { name: 'Wijzig Ontvangen: Nederlands' }).click()
    await page.getByLabel('Onderwerp').fill('Dank voor {number}')
    await page.getByRole('button', { name: 'Bekijk het voorbeeld' }).click()
    await page.getByText('Dank voor GM9801-26-000123').waitFor()
    await page.getByRole('button', { name: 'Bewaar deze tekst' }).click()
    await page.getByRole('status').getByText('De tekst is bewaard').waitFor()
    await checkFits(page)
    await checkAccessible(page)
    assert.deepEqual(one.offences, [])
    const { json } = await site.api.get('/templates', { as: 'desk' })
    const own = json.items.filter(({ isDefault }: { isDefault: boolean }) => !isDefault)
    assert.deepEqual(
      own.map(({ subject }: { subject: string }) => subject),
      ['Dank voor {number}'],
    )
    const desk = (await makeAccount(site.api.app, NOORDDIJK, { role: 'desk' })).address
    await using other = await visitAs(desk)
    await open(other.page, `/${NOORDDIJK}/desk/today`)
    await other.page.locator('.page-menu summary').click()
    await other.page.getByRole('link', { name: 'Mailteksten' }).click()
    await other.page.getByRole('heading', { level: 1, name: 'Mails aan melders' }).waitFor()
    const inspector = (await makeAccount(site.api.app, NOORDDIJK, { role: 'inspector' })).address
    await using none = await visitAs(inspector)
    assert.equal((await open(none.page, `/${NOORDDIJK}/desk/templates`))?.status(), 403)
  })

  it('has its menu behind one line on a phone, which Escape closes', async () => {
    await using one = await visitAs(administrator)
    const { page } = one
    await open(page, `${BASE}/keys`)
    const link = page.getByRole('link', { name: 'Uitnodigingen' })
    assert.equal(await link.isVisible(), false)
    await page.locator('.page-menu summary').focus()
    await page.keyboard.press('Enter')
    await link.waitFor()
    await checkAccessible(page)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Escape')
    assert.equal(await link.isVisible(), false)
    assert.equal(await page.evaluate('document.activeElement.tagName'), 'SUMMARY')
    assert.deepEqual(one.offences, [])
  })

  it('shows each only what their role opens, and nothing of another town', async () => {
    const desk = (await makeAccount(site.api.app, NOORDDIJK, { role: 'desk' })).address
    for (const [address, path] of [
      [desk, `${BASE}/keys`],
      [officer, `${BASE}/keys`],
      [administrator, `${BASE}/processing-log`],
      [administrator, `/${ZUIDDIJK}/administration`],
    ] as const) {
      await using one = await visitAs(address)
      assert.equal((await open(one.page, path))?.status(), 404, path)
    }
    await using nobody = await site.visit(`${BASE}/keys`)
    assert.match(nobody.page.url(), /\/sign-in\?next=%2FGM9801%2Fadministration%2Fkeys$/)
  })

  it('gives a role until a day, sets a deputy, ends it, and keeps the last administrator', async () => {
    const { address } = await makeAccount(site.api.app, NOORDDIJK, { role: 'moderator' })
    await using one = await visitAs(administrator, { hasScripts: false })
    const { page } = one
    await open(page, `${BASE}/people`)
    await page.locator('#account').selectOption({ label: `The moderator (${address})` })
    assert.equal(await page.locator('#field-upTo').isVisible(), false)
    await page.locator('#field-role').selectOption('approver')
    assert.equal(await page.locator('#field-organisation').isVisible(), false)
    await page.locator('#field-until').fill('2030-12-31')
    await page.getByRole('button', { name: 'Geef de rol' }).click()
    await page.getByRole('link', { name: 'Een goedkeurder heeft een bedrag nodig' }).waitFor()
    assert.equal(await page.locator('#field-until').inputValue(), '2030-12-31')
    await page.locator('#field-upTo').fill('5000')
    await page.getByRole('button', { name: 'Geef de rol' }).click()
    await page.getByText('De rol is gegeven').waitFor()
    const row = page.locator('.row', { hasText: 'The moderator: goedkeurder' })
    assert.match((await row.textContent()) ?? '', /€ 5000.*tot en met 31\sdec\s2030/)
    await page
      .locator('#stand-for')
      .selectOption({ label: `The moderator (${address}): goedkeurder` })
    await page.locator('#stand-by').selectOption({ label: `The administrator (${administrator})` })
    await page.locator('#stand-until').fill('2030-01-01')
    await page.getByRole('button', { name: 'Stel de vervanger in' }).click()
    await page.getByText('The administrator: goedkeurder').waitFor()
    await page.getByRole('button', { name: /rol goedkeurder van The moderator/ }).click()
    await page.getByText('De rol is beëindigd').waitFor()
    await page.getByRole('button', { name: /rol beheerder van The administrator/ }).click()
    await page.getByText('Dit is de laatste beheerder').waitFor()
  })

  it('invites and withdraws; the link is then worth nothing', async () => {
    await using one = await visitAs(administrator, { hasScripts: false })
    const { page } = one
    await open(page, `${BASE}/invitations`)
    await page.locator('#field-address').fill('colleague@example.org')
    await page.getByRole('button', { name: 'Stuur de uitnodiging' }).click()
    await page.getByText('De uitnodiging is verstuurd').waitFor()
    const { invitations } = site.api.app.identity
    const [made] = await invitations.list(NOORDDIJK)
    assert(made)
    const link = `/invitation/${invitations.tokenOf(made)}`
    await using guest = await site.visit(link)
    await guest.page.locator('#field-name').waitFor()
    await page.getByRole('button', { name: /Trek de uitnodiging van colleague/ }).click()
    await page.getByText('De uitnodiging is ingetrokken').waitFor()
    const answer = await open(guest.page, link)
    assert.equal(answer?.status(), 404)
    const after = await invitations.read(NOORDDIJK, made.id)
    assert.equal(after?.address, undefined, 'the address is forgotten')
  })

  it('shows a new key once, as text whatever it is called, and revokes it', async () => {
    await using one = await visitAs(administrator, { hasScripts: false })
    const { page } = one
    await open(page, `${BASE}/keys`)
    const label = '<script>alert(1)</script>'
    await page.locator('#field-label').fill(label)
    const year = new Date(site.api.town.clock()).getFullYear() + 1
    await page.locator('#field-expires').fill(`${year}-01-15`)
    await page.getByLabel('gebeurtenissen van apparaten sturen').check()
    await page.getByRole('button', { name: 'Maak de sleutel' }).click()
    const key = (await page.locator('.outcome .code').textContent()) ?? ''
    const told = await site.api.get('/cases', { token: key })
    assert.equal(told.status, 403, 'it is for sending events alone')
    await open(page, `${BASE}/keys`)
    assert(!(await page.content()).includes(key))
    await page.getByRole('button', { name: `Trek de sleutel ${label} in` }).click()
    await page.getByText('De sleutel is ingetrokken').waitFor()
  })

  it('finds who saw what by person and day', async () => {
    const { app, town } = site.api
    const { account, address } = await makeAccount(app, NOORDDIJK, { role: 'inspector' })
    const { number } = await town.report({
      category: 'lamp-out',
      asset: 'L1',
      words: { description: 'dark' },
    })
    await (await signIn(app, address)).get(`/api/v1/cases/${number}`)
    await using one = await visitAs(officer, { hasScripts: false })
    const { page } = one
    await open(page, `${BASE}/processing-log`)
    await page.locator('#field-by').selectOption(`account/${account}`)
    await page.getByRole('button', { name: 'Filter' }).click()
    await page.locator('.row', { hasText: 'bekeek een melding' }).first().waitFor()
    assert.equal(await page.locator('.row strong', { hasNotText: 'The inspector' }).count(), 0)
    await page.locator('#field-day').fill('2020-01-01')
    await page.getByRole('button', { name: 'Filter' }).click()
    await page.getByText('Er is niets gevonden').waitFor()
  })
})

describe('a form', () => {
  const sent = (cookies: string, body: Record<string, string>, headers = {}) =>
    site.api.app.http.request(`${BASE}/people`, {
      method: 'POST',
      headers: {
        cookie: cookies,
        origin: site.origin,
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
        ...headers,
      },
      body: String(new URLSearchParams(body)),
    })
  const cookiesOf = async (address: string) =>
    [...(await signIn(site.api.app, address)).jar].map((one) => one.join('=')).join('; ')
  const tokenIn = async (cookie: string) => {
    const page = await site.api.app.http.request(`${BASE}/people`, { headers: { cookie } })
    return /name="formToken" value="([^"]+)"/.exec(await page.text())?.[1] ?? ''
  }

  it('is refused from another site, without its token, and with that of another session', async () => {
    const second = (await makeAccount(site.api.app, NOORDDIJK, { role: 'administrator' })).address
    const [own, other] = [await cookiesOf(administrator), await cookiesOf(second)]
    const [formToken, foreign] = [await tokenIn(own), await tokenIn(other)]
    assert(formToken !== '' && formToken !== foreign)
    const body = { do: 'end', id: '01890000-0000-7000-8000-000000000000' }
    for (const headers of [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ])
      assert.equal((await sent(own, { ...body, formToken }, headers)).status, 403)
    for (const wrong of ['', foreign, 'x'.repeat(formToken.length)]) {
      const told = await sent(own, { ...body, formToken: wrong })
      assert.equal(told.status, 401)
      assert.match(await told.text(), /Er is niets opgeslagen/)
    }
    // With its own it comes as far as the API, which knows no such role.
    const guessed = await sent(own, { ...body, formToken })
    assert.equal(guessed.status, 404)
    assert.match(await guessed.text(), /Deze rol was al beëindigd/)
  })

  it('does by the API what a role allows, also where somebody made the form themselves', async () => {
    const { address } = await makeAccount(site.api.app, NOORDDIJK, { role: 'desk' })
    const { account } = await makeAccount(site.api.app, NOORDDIJK, { role: 'desk' })
    const cookie = await cookiesOf(address)
    const page = await site.api.app.http.request('/account', { headers: { cookie } })
    const found = /name="formToken" value="([^"]+)"/.exec(
      await (await site.api.app.http.request('/sign-out', { headers: { cookie } })).text(),
    )
    assert.equal(page.status, 200)
    const body = { formToken: found?.[1] ?? '', account, role: 'administrator' }
    assert((await sent(cookie, body)).status >= 403)
    const roles = await (await signIn(site.api.app, administrator)).get('/api/v1/roles?limit=200')
    const own = roles.json.items.filter((one: { account: string }) => one.account === account)
    assert.deepEqual(
      own.map((one: { role: string }) => one.role),
      ['desk'],
    )
  })
})

describe('deliveries', () => {
  it('tells how parties are reached, and shows a test of one step by step', async () => {
    for (const look of [
      { screen: 'phone', language: 'nl' },
      { screen: 'wide', language: 'en', scheme: 'dark' },
    ] as const) {
      site.api.town.pass(11_000)
      await using one = await visitAs(administrator, look)
      await open(one.page, `${BASE}/deliveries`)
      await one.page.getByRole('button', { name: /Stroomnet/ }).click()
      await one.page.getByRole('heading', { name: /test .*Stroomnet/ }).waitFor()
      await checkFits(one.page)
      await checkAccessible(one.page)
      if (process.env.LOOK)
        await one.page.screenshot({
          path: `${process.env.LOOK}-${look.screen}.png`,
          fullPage: true,
        })
      assert.deepEqual(one.offences, [])
    }
  })
})
