import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { Category, enterCategories } from '#modules/categories'
import {
  checkAccessible,
  checkFits,
  LOOKS,
  type Opened,
  openSite,
  type Site,
  wholePage,
} from './browser.ts'
import { jpegOf } from './pictures.ts'
import { agreementOf, CATEGORIES } from './small-town.ts'
import { NOORDDIJK } from './town.ts'

const START = `/${NOORDDIJK}/melden`
const WORDS = {
  nl: {
    find: 'Zoek',
    number: 'Nummer op de paal',
    go: 'Ga verder met dit nummer',
    send: 'Verstuur de melding',
  },
  en: {
    find: 'Search',
    number: 'Number on the pole',
    go: 'Continue with this number',
    send: 'Send the report',
  },
}
const NAMES = { nl: 'de lamp brandt niet', en: 'the lamp does not burn' }

let site: Site
before(async () => {
  site = await openSite()
  const lamp = CATEGORIES.find(({ id }) => id === 'lamp-out')
  const bench = CATEGORIES.find(({ id }) => id === 'bench')
  const part = {
    code: 'part',
    text: { nl: 'Welk deel is stuk?', en: 'Which part is broken?' },
    datatype: 'singlevaluelist',
    isRequired: true,
    values: [
      { key: 'seat', name: { nl: 'De zitting', en: 'The seat' } },
      { key: 'back', name: { nl: 'De rug', en: 'The back' } },
    ],
  }
  const colour = {
    code: 'colour',
    text: { nl: 'Welke kleur?', en: 'Which colour?' },
    datatype: 'string',
  }
  const categories = [
    Category.parse({ ...lamp, name: NAMES, synonyms: ['lantaarnpaal kapot', 'straat donker'] }),
    Category.parse({ ...bench, questions: [part, colour] }),
  ]
  await site.api.app.committer.submit(NOORDDIJK, enterCategories, { categories })
  site.api.app.towns.touch(NOORDDIJK)
})
after(() => site[Symbol.asyncDispose]())

const pathOf = ({ page }: Opened) => new URL(page.url()).pathname
const caseOf = async (number: string) =>
  (await site.api.get(`/cases/${number}`, { as: 'desk' })).json
const number = async ({ page }: Opened) =>
  (await page.locator('.ticket .number').first().textContent()) ?? ''

/** From the first page to the last before it is sent, by the number on the lamp. */
async function toSending(one: Opened, lamp: string, language: 'nl' | 'en' = 'nl'): Promise<void> {
  const { page } = one
  const words = WORDS[language]
  await page
    .getByRole('textbox')
    .first()
    .fill(language === 'nl' ? 'lantarnpaal' : 'lamp burn')
  await page.getByRole('button', { name: words.find }).click()
  await page.locator('.choice').first().click()
  await page.getByLabel(words.number).fill(lamp)
  await page.getByRole('button', { name: words.go }).click()
  // With what its scripts do: keeping a report, making a photo smaller.
  await wholePage(page)
}

describe('reporting a lamp that is out', () => {
  for (const [place, look] of LOOKS.entries()) {
    const { screen, language, hasScripts } = look
    it(`takes four pages: ${screen}, ${language}, ${hasScripts ? 'with' : 'without'} scripts`, async () => {
      await using one = await site.visit(START, look)
      const { page } = one
      let pages = 1
      page.on('framenavigated', () => {
        pages += 1
      })
      const check = async () => {
        await checkFits(page)
        if (hasScripts) await checkAccessible(page)
      }
      await check()
      await toSending(one, `L${place + 1}`, language)
      assert.equal(pathOf(one), `${START}/versturen`)
      await check()
      // The search, where, sending and what became of it: nobody has to read more.
      await page.getByRole('button', { name: WORDS[language].send }).click()
      await page.waitForURL(`**${START}/klaar`)
      await check()
      assert(pages <= 5, `${pages} pages`)
      const { json } = await site.api.get(`/cases/${await number(one)}?municipality=${NOORDDIJK}`)
      assert.deepEqual([json.asset.id, json.category.id], [`lamp-${place + 1}`, 'lamp-out'])
      assert.deepEqual(one.offences, [])
    })
  }

  it('goes by the keyboard alone', async () => {
    await using one = await site.visit(START)
    const { page } = one
    const press = (key: string) => page.keyboard.press(key)
    const tabTo = async (selector: string) => {
      for (let i = 0; i < 60; i++) {
        await press('Tab')
        if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`))
          return
      }
      assert.fail(`the keyboard comes to ${selector}`)
    }
    await tabTo('input[name=q]')
    await page.keyboard.type('straat donker')
    await press('Enter')
    await page.waitForURL('**q=*')
    await tabTo('.choice')
    await press('Enter')
    await page.waitForURL('**/waar?*')
    await tabTo('input[name=asset]')
    await page.keyboard.type('L5')
    await press('Enter')
    await page.waitForURL('**/versturen?*')
    await tabTo('textarea')
    await page.keyboard.type('donker')
    await tabTo('button[type=submit]')
    await press('Enter')
    await page.waitForURL('**/klaar')
    const { descriptions } = await caseOf(await number(one))
    assert.equal(descriptions[0].text, 'donker')
  })

  it('sends words, an address, consent and a photo that was made smaller', async () => {
    await using one = await site.visit(START)
    const { page } = one
    await toSending(one, 'L6')
    await page.getByLabel('Wat is er te zien?').fill('De lamp is uit')
    await page.getByLabel('Uw e-mailadres').fill('jan@example.org')
    await page.getByLabel('Mijn tekst en foto’s mogen').check()
    const buffer = await jpegOf()
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'lamp.jpg', mimeType: 'image/jpeg', buffer })
    await page.locator('.thumbs img').waitFor()
    await page.getByRole('button', { name: 'Verstuur de melding' }).click()
    await page.waitForURL('**/klaar')
    const told = await caseOf(await number(one))
    const [{ text, mayPublish, photos }] = told.descriptions
    assert.deepEqual([text, mayPublish, photos.length], ['De lamp is uit', true, 1])
    assert.deepEqual(one.offences, [])
  })

  it('takes the same photo without scripts', async () => {
    await using one = await site.visit(START, { hasScripts: false })
    const { page } = one
    await toSending(one, 'L7')
    const buffer = await jpegOf()
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'lamp.jpg', mimeType: 'image/jpeg', buffer })
    await page.getByRole('button', { name: 'Verstuur de melding' }).click()
    const [{ photos, mayPublish }] = (await caseOf(await number(one))).descriptions
    assert.deepEqual([photos.length, mayPublish], [1, false])
  })

  it('keeps what was typed when something is wrong, and says what', async () => {
    await using one = await site.visit(START, { hasScripts: false })
    const { page } = one
    await toSending(one, 'L8')
    await page.getByLabel('Wat is er te zien?').fill('helemaal donker')
    await page.getByLabel('Uw e-mailadres').fill('jan@nergens')
    await page.getByRole('button', { name: 'Verstuur de melding' }).click()
    await page.getByRole('alert').getByText('Dit is geen e-\u2060mailadres').waitFor()
    assert.equal(await page.getByLabel('Wat is er te zien?').inputValue(), 'helemaal donker')
    await checkFits(page)
    await page.getByLabel('Uw e-mailadres').fill('jan@example.org')
    await page.getByRole('button', { name: 'Verstuur de melding' }).click()
    assert.equal(pathOf(one), `${START}/klaar`)
  })

  it('says of a number that is not there that it is not', async () => {
    await using one = await site.visit(START, { hasScripts: false })
    await toSending(one, 'L999')
    assert.equal(pathOf(one), `${START}/waar`)
    await one.page.getByText('Dit nummer kennen wij niet').waitFor()
    assert.equal(await one.page.getByLabel('Nummer op de paal').inputValue(), 'L999')
  })

  it('begins at the lamp for whoever comes by the code on it', async () => {
    await using one = await site.visit(`/${NOORDDIJK}/p/L9`, { hasScripts: false })
    const { page } = one
    await page.getByRole('textbox').first().fill('lantaarnpaal kapot')
    await page.getByRole('button', { name: 'Zoek' }).click()
    await page.locator('.choice').first().click()
    assert.equal(pathOf(one), `${START}/versturen`)
    assert.match((await page.locator('.summary').textContent()) ?? '', /L9, Dijkstraat/)
  })

  it('finds a street without scripts, and asks which lamp in it', async () => {
    await using one = await site.visit(`${START}/waar?category=lamp-out`, { hasScripts: false })
    const { page } = one
    await page.getByLabel('Straat, buurt of adres').fill('dijkstr')
    await page.getByRole('button', { name: 'Zoek' }).click()
    await checkFits(page)
    await page
      .getByRole('link', { name: /Dijkstraat, / })
      .first()
      .click()
    assert.equal(pathOf(one), `${START}/waar`)
    await page.getByRole('button', { name: 'Ga verder met deze plek' }).click()
    assert.equal(pathOf(one), `${START}/bekend`)
    await page.getByRole('button', { name: 'Verder' }).click()
    assert([`${START}/versturen`, `${START}/bekend`].includes(pathOf(one)))
  })

  it('takes a place of the map by the keyboard', async () => {
    await using one = await site.visit(`${START}/waar?category=lamp-out&lon=5.0112&lat=52.005`)
    const { page } = one
    const choice = page.locator('[data-map-near] label').first()
    await choice.waitFor()
    await checkAccessible(page)
    await choice.locator('input').focus()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Ga verder met deze plek' }).press('Enter')
    await page.waitForURL(/bekend|versturen/)
    assert.match(page.url(), /asset=lamp-1\d/)
  })

  it('goes on with where the device is, and asks which lamp', async () => {
    await using one = await site.visit(`${START}/waar?category=lamp-out`)
    const { page, context } = one
    await context.grantPermissions(['geolocation'])
    await context.setGeolocation({ longitude: 5.0111, latitude: 52.005, accuracy: 10 })
    await page.getByRole('button', { name: 'Gebruik mijn locatie' }).click()
    await page.waitForURL('**/bekend?*')
    await page.getByText('L10').waitFor()
    await checkAccessible(page)
    await page.getByRole('button', { name: 'Verder' }).click()
    await page.waitForURL('**/versturen?*')
    assert.match((await page.locator('.summary').textContent()) ?? '', /L10/)
  })
})

describe('what is known before it is sent', () => {
  it('is told, and whoever it bothers too joins with one tap', () =>
    site.eachLook('/', async (one, { language, hasScripts }) => {
      const { page } = one
      const lamp = language === 'nl' ? 'L11' : 'L12'
      const { number: known } = await site.api.town.report({ category: 'lamp-out', asset: lamp })
      await page.goto(`${site.origin}${START}/bekend?category=lamp-out&asset=${lamp}`)
      await page
        .getByText(language === 'nl' ? 'Dit is al gemeld' : 'This was reported already')
        .waitFor()
      await checkFits(page)
      if (hasScripts) await checkAccessible(page)
      const before = (await caseOf(known)).signals
      await page
        .getByRole('link', {
          name: language === 'nl' ? 'Dit stoort mij ook' : 'This bothers me too',
        })
        .click()
      await checkFits(page)
      if (hasScripts) await checkAccessible(page)
      await page
        .getByRole('button', { name: language === 'nl' ? 'Verstuur' : 'Send', exact: true })
        .click()
      await page.waitForURL(`**${START}/klaar`)
      assert.equal((await caseOf(known)).signals, before + 1)
    }))

  it('calls first where it is dangerous', () =>
    site.eachLook(
      `${START}/bekend?category=mast-hit&asset=L13`,
      async ({ page }, { hasScripts }) => {
        const call = page.getByRole('link', { name: /112/ })
        assert.equal(await call.getAttribute('href'), 'tel:112')
        await checkFits(page)
        if (hasScripts) await checkAccessible(page)
      },
    ))

  it('names whose it is and how they are reached, and lets it be reported all the same', async () => {
    const askAt = { website: 'https://dedijk.example/', phone: '0800 1234' }
    const agreement = { id: 'walls-too', party: 'woonstichting', categories: ['graffiti'], rank: 9 }
    await site.api.town.enter([agreementOf({ ...agreement, basis: 'owner-only', askAt })])
    const address = `${START}/bekend?category=graffiti&lon=5.02&lat=52.01`
    await using one = await site.visit(address)
    const { page } = one
    await page.getByRole('heading', { name: 'Dit is van Woonstichting De Dijk' }).waitFor()
    await checkAccessible(page)
    assert.equal(
      await page.getByRole('link', { name: 'Bel 0800 1234' }).getAttribute('href'),
      'tel:08001234',
    )
    await page.getByRole('link', { name: 'Toch melden' }).click()
    assert.equal(pathOf(one), `${START}/versturen`)
  })
})

describe('the questions of a category', () => {
  it('are asked on a page of their own, and not passed over', async () => {
    const { agreeing, back, colour } = {
      agreeing: { nl: 'Verder', en: 'Continue' },
      back: { nl: 'De rug', en: 'The back' },
      colour: { nl: 'Welke kleur', en: 'Which colour' },
    }
    for (const [at, look] of LOOKS.entries()) {
      const { language, hasScripts } = look
      // Each in a place of its own: in one place it would be known already.
      const draft = `category=bench&lon=5.0301&lat=52.00${10 + at * 25}`
      await using one = await site.visit(`${START}/bekend?${draft}`, look)
      const { page } = one
      assert.equal(pathOf(one), `${START}/vragen`)
      await checkFits(page)
      if (hasScripts) await checkAccessible(page)
      await page.goto(`${site.origin}${START}/versturen?${draft}&asked=yes`)
      const wrong = language === 'nl' ? 'Beantwoord deze vraag.' : 'Answer this question.'
      await page.getByText(wrong).first().waitFor()
      await page.getByLabel(back[language]).check()
      await page.getByRole('button', { name: agreeing[language] }).click()
      assert.equal(pathOf(one), `${START}/versturen`)
      assert(((await page.locator('.summary').textContent()) ?? '').includes(back[language]))
      await page.getByLabel(colour[language]).fill('groen')
      await page.getByRole('button', { name: WORDS[language].send }).click()
      await page.waitForURL(`**${START}/klaar`)
      assert.deepEqual(one.offences, [])
    }
  })
})

describe('a report on a bad connection', () => {
  it('stays on the device, leaves once there is a connection, and is one report', async () => {
    await using one = await site.visit(START)
    const { page, context } = one
    await toSending(one, 'L14')
    await page.getByLabel('Wat is er te zien?').fill('zonder verbinding')
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Verstuur de melding' }).click()
    await page.getByText('U hebt geen verbinding').waitFor()
    await checkAccessible(page)
    await context.setOffline(false)
    await page.waitForURL('**/klaar')
    const told = await caseOf(await number(one))
    assert.equal(told.signals, 1)
    assert.equal(told.descriptions[0].text, 'zonder verbinding')
  })

  it('leaves on the next visit where the page was closed, also when the answer was lost, once', async () => {
    await using one = await site.visit(START)
    const { page, context } = one
    await toSending(one, 'L15')
    await page.getByLabel('Wat is er te zien?').fill('antwoord kwijt')
    // The program takes it, and its answer never comes.
    let isLost = true
    await context.route('**/versturen*', async (route) => {
      if (route.request().method() !== 'POST' || !isLost) return route.continue()
      isLost = false
      await route.fetch({ maxRedirects: 0 })
      await route.abort('connectionreset')
    })
    await page.getByRole('button', { name: 'Verstuur de melding' }).click()
    await page.getByText('U hebt geen verbinding').waitFor()
    await page.goto(`${site.origin}${START}`)
    await page.getByText('Uw bewaarde melding is verstuurd.').waitFor()
    const { json } = await site.api.get('/cases?asset=lamp-15', { as: 'desk' })
    assert.equal(json.items.length, 1)
    assert.equal(json.items[0].signals, 1)
    await page.goto(`${site.origin}${START}`)
    assert.equal(await page.locator('kept-report').isVisible(), false)
  })
})
