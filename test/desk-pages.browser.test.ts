import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import {
  checkAccessible,
  checkFits,
  LOOKS,
  type Look,
  type Opened,
  openSite,
  type Site,
} from './browser.ts'
import { photoOf } from './pictures.ts'
import { NOORDDIJK, until } from './town.ts'
import { visitDesk } from './visit-desk.ts'

const DESK = `/${NOORDDIJK}/desk`

let site: Site
before(async () => {
  site = await openSite()
})
after(() => site[Symbol.asyncDispose]())

const atDesk = (address: string, look: Partial<Look> = {}) => visitDesk(site, address, look)

const heading = (opened: Opened) => opened.page.locator('h1').textContent()

describe('each page of the desk in every look', () => {
  let number = ''
  before(async () => {
    const { api } = site
    await api.town.report({ category: 'strange', place: { lon: 5.01, lat: 52.01 } })
    const told = await api.post('/signals', {
      as: 'desk',
      body: {
        category: 'bench',
        place: { lon: 5.015, lat: 52.015 },
        description: 'The bench of 06-12345678 is broken',
        channel: 'phone',
        tellBy: 'letter',
        onBehalfOf: { lastName: 'Jansen', postalAddress: 'Dijk 1' },
      },
    })
    number = told.json.number
    await api.town.report({
      category: 'mast-hit',
      asset: 'L2',
      words: { description: 'wires!' },
      photos: [await photoOf()],
    })
  })

  const ADDRESSES = [
    ['today', /Vandaag/, /Today/],
    ['intake', /Nieuwe melding/, /New report/],
    ['cases', /Alle meldingen/, /All reports/],
    ['moderation', /Beoordelen/, /Review/],
    ['duty', /Piket/, /Duty/],
    ['case', /./, /./],
  ] as const
  for (const [name, nl, en] of ADDRESSES)
    it(`${name}: reads well, fits and keeps its policy`, async () => {
      for (const look of LOOKS) {
        const address = name === 'case' ? `${DESK}/cases/${number}` : `${DESK}/${name}`
        await using opened = await atDesk(address, look)
        assert.match((await heading(opened)) ?? '', look.language === 'nl' ? nl : en)
        await checkFits(opened.page)
        if (look.hasScripts) await checkAccessible(opened.page)
        assert.deepEqual(opened.offences, [], `${name} ${JSON.stringify(look)}`)
      }
    })
})

describe('without a session', () => {
  it('every page leads to where one signs in, and a wrong key says so', async () => {
    for (const name of [
      'today',
      'intake',
      'cases',
      'moderation',
      'duty',
      'cases/GM9801-26-000001',
    ]) {
      await using one = await site.visit(`${DESK}/${name}`, { hasScripts: false })
      assert.match(one.page.url(), /\/sign-in\?next=%2FGM9801%2Fdesk%2F/, name)
    }
    await using one = await site.visit(`${DESK}/today`)
    await one.page.getByRole('link', { name: 'sleutel van het meldpunt' }).click()
    await one.page.locator('#key').fill('lk_of_nobody')
    await one.page.locator('#key').press('Enter')
    await one.page.getByText('Deze sleutel kennen wij niet').waitFor()
  })
})

describe('what waits', () => {
  for (const hasScripts of [true, false])
    it(`is closed with a reason, ${hasScripts ? 'with' : 'without'} scripts`, async () => {
      const { number } = await site.api.town.report({
        category: 'strange',
        place: { lon: 5.003, lat: hasScripts ? 52.003 : 52.006 },
      })
      await using one = await atDesk(`${DESK}/today?reason=no-agreement`, { hasScripts })
      const { page } = one
      await page.getByRole('link', { name: number }).click()
      await page.locator('summary', { hasText: 'Sluit de melding' }).click()
      await page.getByLabel('Opmerking (verplicht)').fill('settled with the neighbours')
      await page.getByRole('button', { name: 'Sluit de melding' }).click()
      await page.getByText('De melding is gesloten.').waitFor()
      assert.equal((await site.api.town.case(number)).status, 'closed')
      assert.deepEqual(one.offences, [])
    })

  it('keeps what was typed where it is refused, and says what to do', async () => {
    const { number } = await site.api.town.report({
      category: 'bench',
      place: { lon: 5.004, lat: 52.004 },
    })
    await using one = await atDesk(`${DESK}/cases/${number}`)
    const { page } = one
    await page.locator('summary', { hasText: 'Voeg samen' }).click()
    await page.getByLabel('Nummer van de melding die doorgaat').fill(number)
    await page.getByRole('button', { name: 'Voeg samen' }).click()
    await page.getByRole('alert').getByText('Dit is dezelfde melding').waitFor()
    assert.equal(await page.getByLabel('Nummer van de melding die doorgaat').inputValue(), number)
  })

  it('is joined with another, and split off again', async () => {
    const place = { lon: 5.005, lat: 52.005 }
    const one = await site.api.town.report({ category: 'bench', place })
    const other = await site.api.town.report({ category: 'litter', place })
    await using opened = await atDesk(`${DESK}/cases/${other.number}`)
    const { page } = opened
    await page.locator('summary', { hasText: 'Voeg samen' }).click()
    await page.getByLabel('Nummer van de melding die doorgaat').fill(one.number.toLowerCase())
    await page.getByRole('button', { name: 'Voeg samen' }).click()
    await page.getByText('De meldingen zijn samengevoegd.').waitFor()
    assert.match(page.url(), new RegExp(one.number))
    await page.goto(`${site.origin}${DESK}/cases/${other.number}`)
    await page.getByRole('button', { name: `Maak ${other.number} weer los` }).click()
    await page.getByText('De meldingen zijn weer los.').waitFor()
    assert.equal((await site.api.town.case(other.number)).status, 'open')
  })
})

describe('taking in what somebody tells', () => {
  it('goes by the keyboard alone, and shows what is known while one types', async () => {
    const before = await site.api.town.report({ category: 'lamp-out', asset: 'L3' })
    await using one = await atDesk(`${DESK}/intake`)
    const { page } = one
    await page.getByLabel('Soort').focus()
    await page.keyboard.type('Lamp')
    const chosen = await page.getByLabel('Soort').inputValue()
    if (chosen !== 'lamp-out') await page.getByLabel('Soort').selectOption('lamp-out')
    await page.keyboard.press('Tab')
    await page.keyboard.type('it has been dark for days')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.type('dijkstr L3')
    await page.getByRole('radio', { name: 'lantaarnpaal L3, Dijkstraat' }).waitFor()
    // Past the button, to the first of what was found.
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await page.getByText('Gekozen: bij Dijkstraat, lantaarnpaal L3.').waitFor()
    await page.getByText('Dit is al gemeld').waitFor()
    await page.getByText(before.number).first().waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByText(`Aangenomen: ${before.number}.`).waitFor()
    assert.deepEqual(one.offences, [])
  })

  it('works without a script, keeps what was typed, and lands as a call to make', async () => {
    await using one = await atDesk(`${DESK}/intake`, { hasScripts: false })
    const { page } = one
    await page.getByLabel('Soort').selectOption('bench')
    await page.locator('summary', { hasText: 'Vul zelf' }).click()
    await page.getByLabel('Of een punt').fill('somewhere')
    await page.getByLabel('Telefoon', { exact: true }).fill('06-87654321')
    await page.getByLabel('Hoe hoort de melder ervan?').selectOption('call-back')
    await page.getByRole('button', { name: 'Neem de melding aan' }).click()
    await page.getByRole('alert').getByText('Schrijf een punt').waitFor()
    assert.equal(await page.getByLabel('Telefoon', { exact: true }).inputValue(), '06-87654321')
    await page.getByLabel('Of een punt').fill('52.0161, 5.0161')
    await page.getByRole('button', { name: 'Neem de melding aan' }).click()
    await page.getByText(/Aangenomen: GM9801/).waitFor()
    const number = /GM9801-\d\d-\d+/.exec((await page.locator('.outcome').textContent()) ?? '')?.[0]
    assert(number)
    const { id } = await site.api.town.case(number)
    const task = await site.api.assignmentOf(id)
    await site.api.town.answer(task.id, { answer: 'done', next: [] })
    await page.goto(`${site.origin}${DESK}/cases/${number}`)
    await page.getByRole('link', { name: '06-87654321' }).first().waitFor()
    await page.getByRole('button', { name: 'Dit is verteld' }).click()
    await page.getByText('De melder is op de hoogte.').waitFor()
  })

  it('finds a street without a script, and keeps what was chosen until it is sent', async () => {
    await using one = await atDesk(`${DESK}/intake`, { hasScripts: false })
    const { page } = one
    await page.getByLabel('Zoek een adres').fill('zzzz')
    await page.getByRole('button', { name: 'Zoek', exact: true }).click()
    await page.getByText('Niets gevonden.').waitFor()
    await page.getByLabel('Zoek een adres').fill('L7')
    await page.getByLabel('Zoek een adres').press('Enter')
    await page.getByRole('radio', { name: 'lantaarnpaal L7, Dijkstraat' }).check()
    await page.getByLabel('Soort').selectOption('lamp-out')
    await page.getByRole('button', { name: 'Kijk wat bekend is' }).click()
    await page.getByText('Gekozen: bij Dijkstraat, lantaarnpaal L7.').waitFor()
    await page.getByText('Lichtwerk B.V.').first().waitFor()
    await page.getByRole('button', { name: 'Neem de melding aan' }).click()
    await page.getByText(/Aangenomen: GM9801/).waitFor()
    const number = /GM9801-\d\d-\d+/.exec((await page.locator('.outcome').textContent()) ?? '')?.[0]
    const { json } = await site.api.get(`/cases/${number}`, { as: 'desk' })
    assert.equal(json.asset.id, 'lamp-7')
  })

  it('takes a place from the map by keyboard, shows what is open there, and leaves it for another', async () => {
    const near = await site.api.town.report({
      category: 'bench',
      place: { lon: 5.0082, lat: 52.0051 },
    })
    await using one = await atDesk(`${DESK}/intake`, { screen: 'wide' })
    const { page } = one
    await page.getByLabel('Zoek een adres').fill('L8')
    await page.getByRole('radio', { name: 'lantaarnpaal L8, Dijkstraat' }).check()
    await page.getByText(near.number).first().waitFor()
    await page.locator('lantaarn-map').scrollIntoViewIfNeeded()
    await page.locator('lantaarn-map[data-state=shown]').waitFor({ timeout: 60_000 })
    assert.equal(await page.locator('input[name=asset]').inputValue(), 'lamp-8')
    await checkAccessible(page)
    await page.locator('lantaarn-map canvas').focus()
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    const place = page.locator('input[name=place]')
    const asset = page.locator('input[name=asset]')
    await until('another place is chosen', async () => (await asset.inputValue()) === '')
    const pointedAt = await place.inputValue()
    const [lat = 0, lon = 0] = pointedAt.split(', ').map(Number)
    assert(Math.abs(lon - 5.009) < 0.001 && lat > 52.005 && lat < 52.02, `${lon} ${lat}`)
    assert.equal(await page.locator('input[name=found]:checked').count(), 0)
    await page.getByLabel('Zoek een adres').fill('Dijkstraat')
    await page
      .getByRole('radio', { name: /Dijkstraat/ })
      .first()
      .check()
    await until('it is left', async () => (await place.inputValue()) !== pointedAt)
    assert.deepEqual(one.offences, [])
  })
})

describe('what people wrote', () => {
  it('is shown to everybody as somebody edited it, or to nobody', async () => {
    const { number } = await site.api.town.report({
      category: 'bench',
      place: { lon: 5.017, lat: 52.007 },
      words: { description: 'Call 06-12345678 about the bench' },
    })
    await using one = await atDesk(`${DESK}/moderation`)
    const { page } = one
    const section = page.locator('section', { hasText: number })
    assert.equal(await section.locator('mark').textContent(), '06-12345678')
    await section.getByLabel('Wat iedereen mag lezen').fill('The bench is broken')
    await section.getByRole('button', { name: 'Maak openbaar' }).click()
    await page.getByText('Iedereen kan het nu zien.').waitFor()
    const told = await site.api.get(`/cases/${number}?municipality=${NOORDDIJK}`)
    assert.equal(told.json.published[0].text, 'The bench is broken')
  })

  for (const how of ['typed', 'chosen'] as const)
    it(`stays as somebody has ${how} it while the page comes to run`, async () => {
      const { number } = await site.api.town.report({
        category: 'bench',
        place: { lon: 5.018, lat: 52.008 },
        words: { description: 'Call 06-12345678 about that bench' },
      })
      await using one = await atDesk(`${DESK}/today`)
      const { page, context } = one
      const { promise: isTyped, resolve: letRun } = Promise.withResolvers<void>()
      await context.route('**/assets/entry.client-*.js', async (route) => {
        await isTyped
        await route.continue()
      })
      await page.goto(`${site.origin}${DESK}/moderation`, { waitUntil: 'commit' })
      const section = page.locator('section', { hasText: number })
      const field = section.getByLabel('Wat iedereen mag lezen')
      if (how === 'typed') await field.fill('Nobody is to be called')
      else await field.selectText()
      letRun()
      const isRunning = `Object.keys(document.querySelector('main') ?? {}).some((key) => key.startsWith('__react'))`
      await until('the page runs', () => page.evaluate(isRunning) as Promise<boolean>)
      if (how === 'chosen') await page.keyboard.insertText('Nobody is to be called')
      assert.equal(await field.inputValue(), 'Nobody is to be called')
      assert.deepEqual(one.offences, [])
    })
})

describe('two desks', () => {
  it('see within a second what the other has before it, edits and did', async () => {
    const { number } = await site.api.town.report({
      category: 'strange',
      place: { lon: 5.018, lat: 52.001 },
    })
    await using one = await atDesk(`${DESK}/cases/${number}`)
    await using other = await atDesk(`${DESK}/cases/${number}`)
    await one.page.getByText('Een collega heeft deze melding ook voor zich.').waitFor()
    await other.page.locator('summary', { hasText: 'Sluit de melding' }).click()
    await other.page.getByLabel('Opmerking (verplicht)').focus()
    await one.page.getByText('aan het bewerken').waitFor({ timeout: 1_000 })
    await other.page.getByLabel('Opmerking (verplicht)').fill('x')
    await other.page.getByRole('button', { name: 'Sluit de melding' }).click()
    await other.page.getByText('De melding is gesloten.').waitFor()
    await one.page.getByText('Gesloten: afgehandeld door het meldpunt.').waitFor({ timeout: 2_000 })
    assert.deepEqual([...one.offences, ...other.offences], [])
  })
})
