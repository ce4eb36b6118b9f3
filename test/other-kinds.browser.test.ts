import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { checkAccessible, checkFits, openSite, type Site, wholePage } from './browser.ts'
import { NOORDDIJK } from './town.ts'

let site: Site
before(async () => {
  site = await openSite()
})
after(() => site[Symbol.asyncDispose]())

const forwarded = async (number: string) => {
  const { json } = await site.api.get(`/cases/${number}`, { as: 'desk' })
  return json
}

describe('what is no fault', () => {
  it('is chosen on its own page and goes to its office, in every look', () =>
    site.eachLook(
      `/${NOORDDIJK}/melden`,
      async ({ page, offences }, { language, hasScripts, screen }) => {
        const nl = language === 'nl'
        const check = async () => {
          await checkFits(page)
          if (hasScripts) await checkAccessible(page)
        }
        await page.getByRole('link', { name: nl ? 'Iets anders vragen' : 'Ask or say' }).click()
        await check()
        await page
          .getByRole('link', { name: nl ? 'Ik heb een vraag' : 'I have a question' })
          .click()
        await wholePage(page)
        assert.match((await page.locator('main').textContent()) ?? '', /Klantcontact/)
        await check()
        const words = `May the bridge be painted? ${language} ${screen}`
        await page
          .getByRole('textbox', { name: nl ? 'Wat is uw vraag?' : 'What is your question?' })
          .fill(words)
        const send = page.getByRole('button', { name: nl ? 'Verstuur' : 'Send', exact: true })
        await send.click()
        // Nobody could be answered: what was written stands there still.
        await page.getByRole('alert').waitFor()
        assert.equal(await page.locator('textarea').inputValue(), words)
        await check()
        // The browser puts on its console that a form was refused.
        while (offences[0]?.includes('status of 400')) offences.shift()
        await page
          .getByRole('textbox', { name: nl ? 'Uw e-mailadres' : 'Your e-mail address' })
          .fill('asker@example.org')
        await send.click()
        await page.waitForURL(/\/melden\/klaar$/)
        const told = (await page.locator('main').textContent()) ?? ''
        assert.match(told, nl ? /Uw vraag is op .* ontvangen/ : /Your question was received on/)
        await check()
        const number = (await page.locator('dd.number').first().textContent()) ?? ''
        const one = await forwarded(number)
        assert.equal(one.kind, 'question')
        assert.match(JSON.stringify(one), /Klantcontact/)
        const open = await site.api.get(`/cases/${number}?municipality=${NOORDDIJK}`)
        assert(!open.text.includes('bridge'), 'the words are for the office')
      },
    ))

  it('may be a compliment of nobody, and is nothing without words', async () => {
    const send = (fields: Record<string, string>, kind = 'compliment') => {
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.set(name, value)
      const url = `${site.origin}/${NOORDDIJK}/melden/anders?kind=${kind}`
      return fetch(url, { method: 'POST', body: form, redirect: 'manual' })
    }
    const sent = await send({ description: 'The park is lovely' })
    assert.deepEqual(
      [sent.status, sent.headers.get('location')],
      [303, `/${NOORDDIJK}/melden/klaar`],
    )
    assert.equal((await send({ description: ' ' })).status, 400)
    const unknown = await send({ description: 'x' }, 'fault')
    assert.deepEqual(
      [unknown.status, unknown.headers.get('location')],
      [303, `/${NOORDDIJK}/melden/anders`],
    )
  })

  it('sent twice under one key is one', async () => {
    const numbers = []
    for (let i = 0; i < 2; i++) {
      const form = new FormData()
      form.set('key', 'a-key-of-a-browser')
      form.set('description', 'The park is lovely')
      const url = `${site.origin}/${NOORDDIJK}/melden/anders?kind=compliment`
      const sent = await fetch(url, { method: 'POST', body: form, redirect: 'manual' })
      numbers.push(sent.headers.get('set-cookie'))
    }
    assert(numbers[0])
    assert.equal(numbers[0], numbers[1])
  })
})
