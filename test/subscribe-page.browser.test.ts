import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { checkAccessible, checkFits, openSite, type Site } from './browser.ts'
import { readMail } from './read-mail.ts'
import { NOORDDIJK, until } from './town.ts'

let site: Site
let number: string
before(async () => {
  site = await openSite({ roles: ['web', 'work'] })
  ;({ number } = await site.api.town.report({ category: 'lamp-out', asset: 'L3' }))
})
after(() => site[Symbol.asyncDispose]())

/** The path of the newest link to somebody. */
async function linkTo(address: string): Promise<string> {
  let path = ''
  await until(`a mail to ${address}`, async () => {
    site.api.app.wake.ring('outbox')
    const mails = (await site.api.town.mails()).map(readMail).filter(({ to }) => to === address)
    path =
      /https?:\/\/[^/\s]+(\/GM\d{4}\/volgen\/ll_[\w-]+)/.exec(mails.at(-1)?.text ?? '')?.[1] ?? ''
    return path !== ''
  })
  return path
}

const statusOf = async (path: string) => {
  const token = path.slice(path.lastIndexOf('/') + 1)
  const { json } = await site.api.call('GET', '/subscriptions', { token })
  return json.items.map((one: { status: string }) => one.status)
}

describe('whoever wants to know how a case ends', () => {
  it('asks from its page, confirms by a button and stops by one, in every look', () =>
    site.eachLook(`/${NOORDDIJK}/cases/${number}`, async ({ page }, look) => {
      const { language, hasScripts, screen } = look
      const nl = language === 'nl'
      const email = `${language}-${screen}@example.org`
      const check = async () => {
        await checkFits(page)
        if (hasScripts) await checkAccessible(page)
      }
      await page
        .getByRole('link', {
          name: nl ? 'Mail mij over deze melding' : 'Mail me about this report',
        })
        .click()
      await check()
      await page
        .getByRole('textbox', { name: nl ? 'Uw e-mailadres' : 'Your e-mail address' })
        .fill(email)
      await page
        .getByRole('button', { name: nl ? 'Houd mij op de hoogte' : 'Keep me informed' })
        .click()
      assert.match(page.url(), /\/volgen\/gevraagd\?case=/)
      assert(!page.url().includes('example.org'), 'no address stands in an address')
      await check()

      const path = await linkTo(email)
      await page.goto(`${site.origin}${path}`)
      assert.deepEqual(await statusOf(path), ['awaiting'])
      await check()
      await page.getByRole('button', { name: nl ? 'Ja, mail mij' : 'Yes, mail me' }).click()
      await page.getByRole('status').waitFor()
      assert.deepEqual(await statusOf(path), ['active'])
      await check()

      await page.goto(`${site.origin}${path}/stop`)
      assert.deepEqual(await statusOf(path), ['active'])
      await check()
      await page.getByRole('button', { name: nl ? 'Stop met alles' : 'Stop everything' }).click()
      await page.getByText(nl ? 'Uw adres is gewist' : 'Your address is erased').waitFor()
      assert.deepEqual(await statusOf(path), [])
    }))

  it('is told what is wrong with an address, and loses nothing', async () => {
    await using opened = await site.visit(`/${NOORDDIJK}/volgen?case=${number}`, {
      hasScripts: false,
    })
    const { page } = opened
    await page.getByRole('textbox', { name: 'Uw e-mailadres' }).fill('naam@voorbeeld')
    await page.getByRole('button', { name: 'Houd mij op de hoogte' }).click()
    const alert = page.getByRole('alert')
    assert.match((await alert.textContent()) ?? '', /Dit is geen e-\u2060mailadres/)
    assert.equal(
      await page.getByRole('textbox', { name: 'Uw e-mailadres' }).inputValue(),
      'naam@voorbeeld',
    )
  })
})

describe('whoever lives in a street', () => {
  it('finds it by its name, and follows the lamps around it', () =>
    site.eachLook(`/${NOORDDIJK}/buurt`, async ({ page }, { language, hasScripts, screen }) => {
      const nl = language === 'nl'
      const email = `street-${language}-${screen}@example.org`
      await page
        .getByRole('link', { name: nl ? 'donker is in mijn straat' : 'my street is dark' })
        .click()
      await page.getByRole('textbox').first().fill('Dijkstraat')
      await page.getByRole('button', { name: nl ? 'Zoek' : 'Search', exact: true }).click()
      await checkFits(page)
      if (hasScripts) await checkAccessible(page)
      await page.locator('.choice').first().click()
      const category = page.getByLabel(nl ? 'Waarover?' : 'About what?')
      assert.equal(await category.inputValue(), 'lighting')
      await page.getByLabel(nl ? 'Hoe ver' : 'How far').selectOption('300')
      await checkFits(page)
      if (hasScripts) await checkAccessible(page)
      await page
        .getByRole('textbox', { name: nl ? 'Uw e-mailadres' : 'Your e-mail address' })
        .fill(email)
      await page
        .getByRole('button', { name: nl ? 'Houd mij op de hoogte' : 'Keep me informed' })
        .click()
      const path = await linkTo(email)
      const token = path.slice(path.lastIndexOf('/') + 1)
      const headers = { 'accept-language': language }
      const { json } = await site.api.call('GET', '/subscriptions', { token, headers })
      const about = nl
        ? 'meldingen over lighting bij Dijkstraat, binnen 300 meter'
        : 'reports about lighting near Dijkstraat, within 300 metres'
      assert.equal(json.items[0].about, about)
    }))
})

describe('a page for a link', () => {
  it('says that it is not right, or has ended', async () => {
    const answer = await fetch(`${site.origin}/${NOORDDIJK}/volgen/ll_nothing`)
    assert.equal(answer.status, 404)
    assert.match(await answer.text(), /Deze link klopt niet/)
  })

  it('changes nothing when it is opened or looked through, and all by one POST of a mail reader', async () => {
    const email = 'reader@example.org'
    await site.api.post(`/subscriptions?municipality=${NOORDDIJK}`, {
      body: { email, area: 'centrum' },
    })
    const path = await linkTo(email)
    for (const method of ['GET', 'HEAD', 'OPTIONS'])
      for (const part of ['', '/stop']) await fetch(`${site.origin}${path}${part}`, { method })
    assert.deepEqual(await statusOf(path), ['awaiting'])
    const stopped = await fetch(`${site.origin}${path}/stop`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    })
    assert.equal(stopped.status, 200)
    assert.deepEqual(await statusOf(path), [])
  })
})
