import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { checkAccessible, checkFits, type Look, openSite, type Site } from './browser.ts'
import { photoOf } from './pictures.ts'
import { makeAccount, PASSWORD } from './signed-in.ts'
import { NOORDDIJK } from './town.ts'

const DESK = `/${NOORDDIJK}/desk`

let site: Site
before(async () => {
  site = await openSite()
})
after(() => site[Symbol.asyncDispose]())

/** Somebody with an account of this role, who comes to an address and signs in by password on the way. */
async function comeAs(
  role: Parameters<typeof makeAccount>[2]['role'],
  path: string,
  look: Partial<Look> = {},
) {
  const own = { role, ...(role === 'planner' && { organisation: 'licht' }) }
  const { address } = await makeAccount(site.api.app, NOORDDIJK, own)
  const one = await site.visit(path, look)
  await signIn(one.page, address)
  return one
}

async function signIn(page: Page, address: string) {
  assert.match(page.url(), /\/sign-in\?next=/)
  await page.locator('#address, #field-address').first().fill(address)
  await page.locator('#password, #field-password').first().fill(PASSWORD)
  await page.getByRole('button', { name: 'Inloggen', exact: true }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}

describe('the desk with an account', () => {
  for (const hasScripts of [true, false])
    it(`is entered by password, opens a case and closes it, ${hasScripts ? 'with' : 'without'} scripts`, async () => {
      const { number } = await site.api.town.report({
        category: 'strange',
        place: { lon: 5.002, lat: hasScripts ? 52.002 : 52.007 },
        photos: [await photoOf()],
      })
      await using one = await comeAs('desk', `${DESK}/today?reason=no-agreement`, { hasScripts })
      const { page } = one
      assert.equal(new URL(page.url()).search, '?reason=no-agreement')
      await page.getByRole('link', { name: number }).click()
      const photo = await page.locator('.photos img').first().getAttribute('src')
      assert.equal((await page.request.get(`${site.origin}${photo}`)).status(), 200)
      await page.locator('summary', { hasText: 'Sluit de melding' }).click()
      await page.getByLabel('Opmerking (verplicht)').fill('settled with the neighbours')
      await page.getByRole('button', { name: 'Sluit de melding' }).click()
      await page.getByText('De melding is gesloten.').waitFor()
      assert.equal((await site.api.town.case(number)).status, 'closed')
      await page.locator('.page-menu summary').click()
      await page.getByRole('button', { name: 'Uitloggen' }).click()
      await page.getByText('U bent uitgelogd.').waitFor()
      assert.deepEqual(one.offences, [])
    })

  it('gives back what was written where the session ended meanwhile', async () => {
    const { number } = await site.api.town.report({
      category: 'strange',
      place: { lon: 5.004, lat: 52.003 },
    })
    await using one = await comeAs('desk', `${DESK}/cases/${number}`, { hasScripts: false })
    const { page } = one
    await page.locator('summary', { hasText: 'Sluit de melding' }).click()
    await page.getByLabel('Opmerking (verplicht)').fill('they will call again')
    await one.context.clearCookies()
    await page.getByRole('button', { name: 'Sluit de melding' }).click()
    await page.locator('blockquote', { hasText: 'they will call again' }).waitFor()
    assert.equal((await site.api.town.case(number)).status, 'open')
  })

  it('offers a moderator what a moderator may, and nothing else', async () => {
    const { number } = await site.api.town.report({
      category: 'bench',
      place: { lon: 5.006, lat: 52.004 },
      words: { description: 'the bench is broken' },
    })
    await using one = await comeAs('moderator', `${DESK}/cases/${number}`)
    const { page } = one
    await page.getByRole('heading', { level: 1 }).waitFor()
    assert.equal(await page.locator('summary', { hasText: 'Sluit de melding' }).count(), 0)
    assert.equal(await page.locator('input[name=do][value=publish]').count(), 1)
    const offered = await page
      .locator('input[name=do]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('value')))
    assert.deepEqual(
      offered.filter((does) => !['publish', 'keep-back', 'unpublish'].includes(does ?? '')),
      [],
    )
    assert.deepEqual(one.offences, [])
  })

  it('is closed to a role that has nothing there, and says what to do', async () => {
    await using one = await comeAs('alderman', `${DESK}/today`)
    const { page } = one
    await page.getByText('geen rol aan het meldpunt').waitFor()
    await page.getByText('Vraag de beheerder').waitFor()
    await checkFits(page)
    await checkAccessible(page)
    const answer = await page.goto(`${site.origin}${DESK}/intake`)
    assert.equal(answer?.status(), 403)
    await using inspector = await comeAs('inspector', `${DESK}/today`)
    await inspector.page.getByRole('link', { name: 'Alle meldingen' }).click()
    await inspector.page.getByRole('heading', { name: 'Alle meldingen' }).waitFor()
    assert.deepEqual(
      inspector.offences.filter((one) => !/403/.test(one)),
      [],
    )
  })

  it('opens by its key for an account whose roles have nothing to do there', async () => {
    await using one = await comeAs('alderman', `${DESK}/today`, { hasScripts: false })
    const { page } = one
    await page.getByText('geen rol aan het meldpunt').waitFor()
    await page.getByRole('link', { name: 'sleutel' }).click()
    await page.locator('#key').fill('lk_of_desk')
    await page.locator('#key').press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Vandaag' }).waitFor()
    const { number } = await site.api.town.report({
      category: 'strange',
      place: { lon: 5.008, lat: 52.003 },
    })
    await page.goto(`${site.origin}${DESK}/cases/${number}`)
    await page.locator('summary', { hasText: 'Sluit de melding' }).click()
    await page.getByLabel('Opmerking (verplicht)').fill('by the key')
    await page.getByRole('button', { name: 'Sluit de melding' }).click()
    await page.getByText('De melding is gesloten.').waitFor()
    // Elsewhere they are who they are.
    await page.goto(`${site.origin}/account`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    assert(page.url().endsWith('/account'))
  })

  it('is sat at by the person who has signed in, also where the key of the desk is there', async () => {
    await using one = await comeAs('inspector', `${DESK}/cases`, { hasScripts: false })
    const { page } = one
    await page.goto(`${site.origin}${DESK}/key`)
    await page.locator('#key').fill('lk_of_desk')
    await page.locator('#key').press('Enter')
    // The key would open it; their own role does not.
    const answer = await page.goto(`${site.origin}${DESK}/intake`)
    assert.equal(answer?.status(), 200)
    const today = await page.goto(`${site.origin}${DESK}/today`)
    assert.equal(today?.status(), 403)
  })
})
