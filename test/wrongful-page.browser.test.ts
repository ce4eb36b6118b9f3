import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import {
  checkAccessible,
  checkFits,
  LOOKS,
  type Look,
  openSite,
  type Site,
  wholePage,
} from './browser.ts'
import { photoOf } from './pictures.ts'
import { makeAccount, signIn } from './signed-in.ts'
import { NOORDDIJK } from './town.ts'
import { visitDesk } from './visit-desk.ts'
import { putPriceOn, refuse } from './wrongful-town.ts'

const PAGE = `/${NOORDDIJK}/desk/wrongful`

let site: Site
before(async () => {
  site = await openSite()
})
after(() => site[Symbol.asyncDispose]())

/** Somebody with this role who has signed in, at an address. */
async function visitAs(
  own: Parameters<typeof makeAccount>[2],
  address: string,
  look: Partial<Look> = {},
) {
  const { api, origin } = site
  const { jar } = await signIn(api.app, (await makeAccount(api.app, NOORDDIJK, own)).address)
  const opened = await site.visit('/sign-in', look)
  const cookies = [...jar].map(([name, value]) => ({ name, value, url: origin }))
  await opened.context.addCookies(cookies)
  await opened.page.goto(`${origin}${address}`)
  return opened
}

const MANAGER = { role: 'contract-manager' } as const

describe('wrongful reports at the desk', () => {
  it('say what to do where there is none yet', async () => {
    await using one = await visitAs(MANAGER, PAGE)
    assert.match((await one.page.locator('main').textContent()) ?? '', /Vraag de beheerder/)
    await checkAccessible(one.page)
    assert.deepEqual(one.offences, [])
  })

  it('read well, fit and keep their policy in every look', async () => {
    await putPriceOn(site.api)
    const { id } = await refuse(site.api, 'L1', true)
    for (const look of LOOKS)
      for (const address of [PAGE, `${PAGE}/${id}`]) {
        await using one = await visitAs(MANAGER, address, look)
        assert.match(
          (await one.page.locator('h1').textContent()) ?? '',
          look.language === 'nl' ? /Onterechte melding/ : /Wrongful report/,
        )
        await checkFits(one.page)
        if (look.hasScripts) await checkAccessible(one.page)
        assert.deepEqual(one.offences, [], `${address} ${JSON.stringify(look)}`)
      }
  })

  for (const hasScripts of [true, false])
    it(`are disputed with a photo, ${hasScripts ? 'with' : 'without'} scripts`, async () => {
      const { id, number } = await refuse(site.api, hasScripts ? 'L2' : 'L3')
      await using one = await visitAs(MANAGER, PAGE, { hasScripts })
      const { page } = one
      await page.locator('main li a', { hasText: number }).click()
      await page.waitForURL(`**/desk/wrongful/${id}`)
      const form = page.locator('form:has([name=step][value=disputed])')
      await page.locator('summary', { hasText: 'Betwist' }).click()
      await form.locator('[name=reason]').selectOption('their-asset')
      await form.locator('[name=remark]').fill('De mast staat in uw register.')
      const { image } = await photoOf()
      await form
        .locator('[name=photos]')
        .setInputFiles({ name: 'plate.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(image) })
      await form.locator('button').click()
      await page.waitForURL(/told=wrongful-disputed/)
      const story = page.locator('section[aria-labelledby=story]')
      assert.match((await story.textContent()) ?? '', /De gemeente betwist het: Het is haar object/)
      assert.match((await story.textContent()) ?? '', /The contract-manager/, 'with who it was')
      assert.equal(await story.locator('img').count(), 1)
      assert.match((await page.locator('.panel').textContent()) ?? '', /U hoeft nu niets te doen/)
      assert.deepEqual(one.offences, [])
    })

  it('keep what was typed where it is refused, and say why', async () => {
    const { id } = await refuse(site.api, 'L4')
    await using one = await visitAs(MANAGER, `${PAGE}/${id}`)
    const { page } = one
    // A colleague was first.
    await site.api.post(`/wrongful-reports/${id}/replies`, {
      as: 'party',
      body: { step: 'dropped' },
    })
    await page.locator('summary', { hasText: 'Betwist' }).click()
    const form = page.locator('form:has([name=step][value=disputed])')
    await form.locator('[name=reason]').selectOption('other')
    await form.locator('[name=remark]').fill('te laat')
    await form.locator('button').click()
    await page.locator('[role=alert]').waitFor()
    await wholePage(page)
    assert.match((await page.locator('[role=alert]').textContent()) ?? '', /een collega u voor/)
    assert.match((await page.locator('.titled').textContent()) ?? '', /niet gerekend/)
    assert.match((await page.locator('.panel').textContent()) ?? '', /te laat/, 'it can be copied')
  })

  it('are accepted by an approver no higher than their amount, and by nobody without the role', async () => {
    const { id } = await refuse(site.api, 'L5')
    const address = `${PAGE}/${id}`
    await using approver = await visitAs({ role: 'approver', upTo_cents: 100 }, address)
    await approver.page.locator('form:has([name=step][value=accepted]) button').click()
    await approver.page.locator('[role=alert]').waitFor()
    assert.match((await approver.page.locator('[role=alert]').textContent()) ?? '', /hoger dan u/)
    await using desk = await visitAs({ role: 'desk' }, address)
    assert.equal(await desk.page.locator('[name=step]').count(), 0)
    assert.match((await desk.page.locator('.panel').textContent()) ?? '', /contractmanager/)
    await using key = await visitDesk(site, address)
    assert.match((await key.page.locator('.panel').textContent()) ?? '', /eigen account/)
    await using manager = await visitAs(MANAGER, address)
    await manager.page.locator('form:has([name=step][value=accepted]) button').click()
    await manager.page.waitForURL(/told=wrongful-accepted/)
  })

  it('leave as a file, narrowed as the page is', async () => {
    await using one = await visitAs(MANAGER, `${PAGE}?state=accepted`)
    const [download] = await Promise.all([
      one.page.waitForEvent('download'),
      one.page.locator('a[download]').click(),
    ])
    assert.match(download.suggestedFilename(), /wrongful-reports\.csv$/)
    const text = await (await download.createReadStream()).toArray()
    const lines = Buffer.concat(text).toString().trim().split('\r\n')
    assert.equal(lines.length, 2, lines.join('\n'))
    assert.match(lines[1] ?? '', /accepted/)
  })
})
