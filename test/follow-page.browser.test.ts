import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { followCodeOf } from '#modules/cases'
import { checkAccessible, checkFits, LOOKS, openSite, type Site } from './browser.ts'
import { NOORDDIJK } from './town.ts'

const IN = `/${NOORDDIJK}`

let site: Site
let places = 0
before(async () => {
  site = await openSite()
})
after(() => site[Symbol.asyncDispose]())

async function reported(own: object = {}) {
  const { api } = site
  places += 1
  const place = { lon: 5.001 + places * 0.002, lat: 52.003 }
  const told = await api.town.report({ category: 'tree', place, ...own })
  const code = followCodeOf(api.app.vault, NOORDDIJK, told.signalId)
  const link = api.linkTo(told.signalId, 1, { kind: 'report' })
  return { ...told, code, own: `${IN}/solved/${link}`, page: `${IN}/cases/${told.number}` }
}

async function done(own: object = {}) {
  const told = await reported(own)
  const { id } = await site.api.assignmentOf(told.caseId)
  await site.api.town.answer(id, { answer: 'done', next: [] })
  return told
}

const seen = async (number: string) => (await site.api.get(`/cases/${number}`, { as: 'desk' })).json

describe('the page of a case', () => {
  it('tells what, where, who and why, by when and what happened, in every look', async () => {
    const { page: address } = await done({ category: 'lamp-out', asset: 'L4' })
    await site.eachLook(address, async ({ page }, { language, hasScripts }) => {
      const told = (await page.locator('main').textContent()) ?? ''
      const said =
        language === 'nl'
          ? ['Dijkstraat', 'Wie en waarom', 'Lichtwerk B.V. meldt: klaar', 'Nog niet bevestigd']
          : ['Dijkstraat', 'Lichtwerk B.V. says: done', 'Not yet confirmed']
      for (const one of said) assert(told.includes(one), one)
      await checkFits(page)
      if (hasScripts) await checkAccessible(page)
      await page.locator('details:has(.decision) > summary').click()
      assert(await page.locator('.decision').first().isVisible())
    })
  })

  it('leads a neighbour to joining it, and its feed to what happened', async () => {
    const { page: address, number } = await reported()
    await using one = await site.visit(address)
    const feed = await one.page.request.get(`${site.origin}${address}/feed.atom`)
    assert.match(feed.headers()['content-type'] ?? '', /atom\+xml/)
    await one.page.getByRole('link', { name: 'Dit stoort mij ook' }).click()
    assert.equal(new URL(one.page.url()).pathname, `${IN}/melden/ook/${number}`)
  })

  it('is not there for what is confidential, and has no place of what shows its status only', async () => {
    const place = { lon: 5.0351, lat: 52.0151 }
    const secret = await reported({ category: 'nuisance', place })
    await using one = await site.visit(secret.page)
    assert.match((await one.page.locator('h1').textContent()) ?? '', /Deze pagina is er niet/)
    const status = await reported({ category: 'rough-sleeper', place })
    await one.page.goto(`${site.origin}${status.page}`)
    const told = (await one.page.locator('main').textContent()) ?? ''
    assert(told.includes('De plek van deze melding laten wij niet zien'))
    assert(!told.includes('Dit stoort mij ook'))
  })

  it('is found by its number', async () => {
    const { number, page: address } = await reported()
    await using one = await site.visit(IN, { hasScripts: false })
    await one.page.getByLabel('Nummer van de melding').fill(number.toLowerCase())
    await one.page.getByRole('button', { name: 'Zoek' }).click()
    assert.equal(new URL(one.page.url()).pathname, address)
  })
})

describe('whoever reported it', () => {
  it('comes in with number and code, and says that it is solved', async () => {
    for (const look of LOOKS) {
      const nl = look.language === 'nl'
      const { number, code } = await done()
      await using one = await site.visit(`${IN}/follow?number=${number}`, look)
      const { page } = one
      await checkFits(page)
      if (look.hasScripts) await checkAccessible(page)
      await page.getByLabel('Code').fill('00000-00000')
      await page.getByRole('button', { name: nl ? 'Laat zien' : 'Show it' }).click()
      await page.getByRole('alert').waitFor()
      await page.getByLabel('Code').fill(code.toLowerCase())
      await page.getByRole('button', { name: nl ? 'Laat zien' : 'Show it' }).click()
      await page.waitForURL('**/solved/**')
      await checkFits(page)
      if (look.hasScripts) await checkAccessible(page)
      await page
        .getByRole('button', { name: nl ? 'Ja, het is opgelost' : 'Yes, it is solved' })
        .click()
      await page.getByText(nl ? 'Wij hebben het vastgelegd' : 'We have recorded it').waitFor()
      assert.equal((await seen(number)).closedAs, 'confirmed')
    }
  })

  it('says by the link of a mail that it is not solved, with words for the desk', async () => {
    const { own, number } = await done()
    await using one = await site.visit(own, { hasScripts: false })
    await one.page.getByLabel('Wilt u er iets bij zeggen?').fill('nog steeds scheef')
    await one.page.getByRole('button', { name: 'Nee, het is niet opgelost' }).click()
    await one.page.getByText('U hebt gezegd dat het niet is opgelost').waitFor()
    const told = await seen(number)
    assert.deepEqual([told.status, told.verification], ['open', 'contested'])
  })

  it('reads why it will not be done, and has it looked at once more', async () => {
    const { own, number, page: address } = await reported()
    const body = { as: 'will-not-be-done', because: 'within-norm', remark: 'seen it' }
    const closed = await site.api.post(`/cases/${number}/closures`, { as: 'desk', body })
    assert.equal(closed.status, 201)
    await using one = await site.visit(address)
    const { page } = one
    await page.getByText('Het voldoet aan wat in de gemeente is afgesproken').waitFor()
    await page.goto(`${site.origin}${own}`)
    await checkAccessible(page)
    await checkFits(page)
    await page.getByLabel('Waarom bent u het er niet mee eens?').fill('de stam is hol')
    await page.getByRole('button', { name: 'Ik ben het er niet mee eens' }).click()
    await page.getByText('U hebt gezegd dat het niet is opgelost').waitFor()
    const told = await seen(number)
    assert.deepEqual([told.status, told.atDesk], ['open', ['contested-again']])
    assert.deepEqual(one.offences, [])
  })

  it('stops the mail with one POST, as a mail reader sends it, and by nothing that is only opened', async () => {
    const { own, caseId } = await reported({ contact: { email: 'jan@example.org' } })
    const isMailed = async () => {
      const response = await fetch(`${site.origin}${own}`)
      return (await response.text()).includes('Mail over deze melding')
    }
    await fetch(`${site.origin}${own}/stop`)
    assert.equal(await isMailed(), true)
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
    const answer = await fetch(`${site.origin}${own}/stop`, { method: 'POST', body })
    assert.equal(answer.status, 200)
    assert.match(await answer.text(), /U krijgt geen mail meer/)
    assert.equal(await isMailed(), false)
    assert(caseId)
  })

  it('is told kindly of a link that ended, or that is none', async () => {
    const { signalId } = await reported()
    const ended = site.api.linkTo(signalId, 1, {
      kind: 'report',
      expires_ms: site.api.town.clock() - 1,
    })
    for (const [token, status, words] of [
      [ended, 410, 'Deze link werkt niet meer'],
      ['ll_nonsense', 404, 'Deze link klopt niet'],
      ['lk_of_desk', 404, 'Deze link klopt niet'],
    ] as const) {
      const answer = await fetch(`${site.origin}${IN}/solved/${token}`)
      assert.equal(answer.status, status, token)
      assert((await answer.text()).includes(words), token)
    }
  })

  it('sees of what is confidential how it stands and nothing more', async () => {
    const { own } = await reported({ category: 'nuisance', place: { lon: 5.0361, lat: 52.0161 } })
    const text = await (await fetch(`${site.origin}${own}`)).text()
    assert(text.includes('Wij laten hier niet zien waar deze melding over gaat'))
    assert(!text.includes('nuisance'))
    assert(text.includes('noindex'))
  })
})
