import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { XMLParser } from 'fast-xml-parser'
import { checkAccessible, checkFits, openSite, type Site, wholePage } from './browser.ts'
import { NOORDDIJK } from './town.ts'

const HERE = `municipality=${NOORDDIJK}`
const HOUR_MS = 3_600_000

let site: Site
before(async () => {
  site = await openSite()
  const { api } = site
  // Twelve lamps of which three are done too late, each confirmed; then one that is open.
  for (let lamp = 1; lamp <= 12; lamp++) {
    const { caseId, number } = await api.town.report({ category: 'lamp-out', asset: `L${lamp}` })
    const { id } = await api.assignmentOf(caseId)
    api.town.pass((lamp > 9 ? 60 : 1) * HOUR_MS)
    await api.town.answer(id, { answer: 'done', next: [] })
    const body = { by: 'sample', outcome: 'confirmed' }
    const told = await api.post(`/cases/${number}/verifications`, { as: 'desk', body })
    assert.equal(told.status, 201, told.text)
  }
  await api.town.report({ category: 'litter', place: { lon: 5.01, lat: 52.01 } })
  const tree = await api.town.report({ category: 'tree', place: { lon: 5.012, lat: 52.01 } })
  const { id } = await api.assignmentOf(tree.caseId)
  await api.town.answer(id, { answer: 'done', next: [] })
  await api.town.report({ category: 'nuisance', place: { lon: 5.01, lat: 52.011 } })
  await api.town.report({ category: 'rough-sleeper', place: { lon: 5.01, lat: 52.012 } })
})
after(() => site[Symbol.asyncDispose]())

const figuresOf = async (area: string) =>
  site.api.get(`/areas/${encodeURIComponent(area)}/figures?${HERE}`)

describe('the figures of a neighbourhood', () => {
  it('count what is open and solved, and tell a share of ten or more only', async () => {
    const { status, json } = await figuresOf('centrum')
    assert.equal(status, 200)
    assert.deepEqual(json.area, { id: 'centrum', kind: 'neighbourhood', name: 'Centrum' })
    const { open, late, solved, dated, kept } = json
    assert.deepEqual([open, late, solved, dated, kept], [1, 0, 12, 13, 10])
    const lamps = json.categories.find(({ id }: { id: string }) => id === 'lamp-out')
    assert.deepEqual([lamps.dated, lamps.kept, lamps.keptShare], [12, 9, 0.75])
    const tree = json.categories.find(({ id }: { id: string }) => id === 'tree')
    assert.deepEqual([tree.dated, tree.kept, tree.keptShare], [1, 1, undefined])
  })

  it('tell nothing of what not everybody may find by its place', async () => {
    const { text } = await figuresOf('centrum')
    assert(!/nuisance|rough-sleeper/.test(text))
  })

  it('forget what was solved longer ago, and know no area that is not there', async () => {
    const { status, json } = await figuresOf('nowhere')
    assert.deepEqual([status, json.type], [404, '/problems/area-not-found'])
    const none = await figuresOf('haven')
    assert.deepEqual([none.json.open, none.json.categories], [0, []])
  })
})

describe('the page of a neighbourhood', () => {
  it('is found among the others, and tells how it stands, in every look', () =>
    site.eachLook(`/${NOORDDIJK}/buurt`, async ({ page }, { language, hasScripts }) => {
      await checkFits(page)
      if (hasScripts) await checkAccessible(page)
      await page.getByRole('link', { name: 'Centrum' }).click()
      await wholePage(page)
      const told = (await page.locator('main').textContent()) ?? ''
      assert(told.includes(language === 'nl' ? '75 % (9 van 12)' : '75 % (9 of 12)'), told)
      assert(told.includes(language === 'nl' ? '1 van 1' : '1 of 1'))
      await checkFits(page)
      if (hasScripts) await checkAccessible(page)
    }))

  it('is not there of an area that is not', async () => {
    const answer = await fetch(`${site.origin}/${NOORDDIJK}/buurt/nowhere`)
    assert.equal(answer.status, 404)
  })
})

describe('the feed of a neighbourhood', () => {
  const read = async (query: string) => {
    const answer = await fetch(`${site.origin}/${NOORDDIJK}/feed.atom?${query}`)
    assert.match(answer.headers.get('content-type') ?? '', /^application\/atom\+xml/)
    const text = await answer.text()
    const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'entry' })
    return { text, feed: parser.parse(text).feed }
  }

  it('has its cases, or those of a category in it, each with its page', async () => {
    const { feed } = await read('area=centrum')
    assert.equal(feed.title, 'Meldingen in Centrum')
    assert.equal(feed.entry.length, 14)
    for (const { id } of feed.entry)
      assert.match(id, new RegExp(`^${site.origin}/${NOORDDIJK}/cases/`))
    const litter = await read('area=centrum&category=litter')
    assert.equal(litter.feed.entry.length, 1)
    assert.match(litter.feed.entry[0].title, /^litter: /)
  })

  it('has nothing of what is confidential, or has no place for everybody', async () => {
    const { text } = await read('area=centrum')
    assert(!/nuisance|rough-sleeper/.test(text))
    assert(!(await read('category=nuisance')).text.includes('<entry>'))
  })
})
