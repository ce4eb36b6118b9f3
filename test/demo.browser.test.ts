import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { readEndpoints, setEndpoint } from '#modules/directory'
import { makeWebhookSecret } from '#standards/cloudevents'
import { createSampleStage, type SampleStage } from '../src/composition/sample-stage.ts'
import { checkAccessible, checkFits, openSite, type Site } from './browser.ts'
import { NOORDDIJK, until, ZUIDDIJK } from './town.ts'

const PACE_MS = 400

const makeStage = () =>
  createSampleStage(
    {
      municipality: NOORDDIJK,
      category: 'lamp-out',
      condition: 'lamp-failure',
      assetType: 'lamp-post',
      contractor: 'lichtwerk',
      keys: { party: 'lk_of_party', thing: 'lk_of_integrator' },
    },
    { pace_ms: PACE_MS, clock: () => site.api.town.clock() },
  )

const faults: Error[] = []
const onError = (error: Error) => void faults.push(error)

let stage: SampleStage
let site: Site
let opened: AsyncDisposable
before(async () => {
  stage = makeStage()
  // Private addresses are refused here, as in a real town: only the stage's own is let through.
  site = await openSite({
    sample: stage,
    roles: ['serve', 'web', 'work'],
    canCallPrivateAddresses: false,
  })
  const { worker, vault } = site.api.app
  // As a process that is gone left it.
  const gone = { url: 'http://127.0.0.1:1/sample-contractor', secret: makeWebhookSecret() }
  await setEndpoint(worker, vault, { organisation: 'lichtwerk', ...gone })
  opened = await stage.open(site.api.app, onError)
})
after(async () => {
  await opened[Symbol.asyncDispose]()
  await site[Symbol.asyncDispose]()
})

describe('breaking a lamp in the sample town', () => {
  for (const hasScripts of [false, true])
    it(`shows each step as it happens, to the lamp that burns again, ${hasScripts ? 'live' : 'without scripts'}`, async () => {
      await using one = await site.visit(`/${NOORDDIJK}`, {
        hasScripts,
        screen: hasScripts ? 'wide' : 'phone',
      })
      const { page } = one
      page.setDefaultTimeout(60_000)
      // As it is at first: in a moment it says more, and a page that loads itself anew does so no more.
      let begun = ''
      await page.route(/\/demo$/, async (route) => {
        if (route.request().method() !== 'POST') return route.continue()
        const response = await route.fetch({ maxRedirects: 0 })
        const { location = '' } = response.headers()
        begun = await (await page.request.get(new URL(location, site.origin).href)).text()
        await route.fulfill({ response })
      })
      await page.getByRole('link', { name: 'Laat een lamp stukgaan' }).click()
      await checkFits(page)
      await page.getByRole('button', { name: 'Laat een lamp stukgaan' }).click()
      await page.waitForURL(/\/demo\/GM9801-/)
      const number = new URL(page.url()).pathname.split('/').at(-1) ?? ''
      const { json } = await site.api.get(`/cases/${number}/decisions`, { as: 'desk' })
      await page.getByText(json.items[0].inWords.nl.sentence, { exact: true }).waitFor()
      const refreshing = page.locator('meta[http-equiv=refresh]')
      assert.match(begun, /<noscript><meta http-equiv="refresh"/i)
      if (hasScripts) await page.evaluate('window.isTheSame = true')
      for (const step of [
        /Doorgegeven aan Lichtwerk/,
        /Ontvangen door Lichtwerk/,
        /Aangenomen door Lichtwerk/,
        /Lichtwerk B\.V\. is begonnen/,
        /Lichtwerk B\.V\. meldt: klaar/,
        /Bevestigd: een ander zag/,
        'De lamp meldt zelf dat zij weer brandt.',
      ])
        await page.getByText(step).first().waitFor()
      if (hasScripts) {
        const isTheSame = await page.evaluate('window.isTheSame')
        assert.equal(isTheSame, true, 'no page was loaded anew')
      }
      assert.equal(await refreshing.count(), 0)
      const { signals, closedAs, verification } = (
        await site.api.get(`/cases/${number}`, { as: 'desk' })
      ).json
      assert.deepEqual([signals, closedAs, verification], [1, 'confirmed', 'confirmed'])
      const read = await site.api.get(`/cases/${number}`, { as: 'desk' })
      assert.equal(read.json.descriptions[0].channel, 'thing', 'the lamp told it itself')
      await checkFits(page)
      if (hasScripts) await checkAccessible(page)
      assert.deepEqual(one.offences, [])
      assert.deepEqual(faults, [])
    })

  it('answers nothing that somebody else reported', async () => {
    const { number, caseId } = await site.api.town.report({ category: 'lamp-out', asset: 'L5' })
    const { id } = await site.api.assignmentOf(caseId)
    const delivered = async () => (await site.api.town.assignment(id)).delivered_at !== null
    await until('its webhook arrived', delivered)
    await new Promise((resolve) => setTimeout(resolve, 3 * PACE_MS))
    const { json } = await site.api.get(`/cases/${number}`, { as: 'desk' })
    assert.equal(json.steps[0].status, 'offered')
  })

  it('leaves the address alone that somebody set for the contractor', async () => {
    const { worker, vault } = site.api.app
    const own = { organisation: 'lichtwerk', url: 'https://lichtwerk.example/hook', secret: '' }
    const [before] = (await readEndpoints(worker, vault, ['lichtwerk'])).values()
    assert(before)
    await setEndpoint(worker, vault, { ...own, secret: before.secret })
    await using _ = await makeStage().open(site.api.app, onError)
    const [now] = (await readEndpoints(worker, vault, ['lichtwerk'])).values()
    assert.equal(now?.url, own.url)
    await setEndpoint(worker, vault, before)
    assert.equal(stage.isOwnAddress(before.url), true)
    assert.equal(stage.isOwnAddress(before.url.replace('/sample', '/other')), false)
  })

  it('is nowhere else, and not where the stage is dark', async () => {
    await using one = await site.visit(`/${ZUIDDIJK}`)
    assert.equal(await one.page.locator('a[href$="/demo"]').count(), 0)
    const answer = await one.page.goto(`${site.origin}/${ZUIDDIJK}/demo`)
    assert.equal(answer?.status(), 404)
    assert.deepEqual(await makeStage().breakThing(), { problem: 'trouble' })
  })
})
