import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { ensureWebBuild } from '../src/composition/web-build.ts'
import { type ApiTown, openApiTown } from './api-town.ts'
import { agreementOf } from './small-town.ts'
import { NOORDDIJK } from './town.ts'

const HOUR_MS = 3_600_000
const PLACE = { lon: 5.0123457, lat: 52.0109873 }
const UNKNOWN = 'GM9801-26-999999'
/** Any but an island of ours. */
const OTHER_SCRIPT =
  /<script(?! type="module" src="\/assets\/[\w-]+\.js" nonce="[\w+/=]{24}"(?: async="")?>)/
const EVIL = '<script>alert("1")</script>'

let api: ApiTown
before(async () => {
  await ensureWebBuild(() => undefined)
  api = await openApiTown({ roles: ['web'] })
})
after(() => api[Symbol.asyncDispose]())

async function page(path: string, headers: Record<string, string> = {}) {
  const response = await api.app.http.request(path, { headers })
  return {
    status: response.status,
    headers: response.headers,
    text: (await response.text()).replaceAll('<!-- -->', ''),
  }
}

const caseOf = (number: string, query = '') => page(`/${NOORDDIJK}/cases/${number}${query}`)

async function doneLamp(asset: string): Promise<string> {
  const { number, caseId } = await api.town.report({ category: 'lamp-out', asset })
  const { id } = await api.assignmentOf(caseId)
  await api.town.answer(id, { answer: 'done', next: [] })
  return number
}

describe('the first pages', () => {
  it('have landmarks, one first heading, a way past them and a language', async () => {
    const { number } = await api.town.report({ category: 'lamp-out', asset: 'L2' })
    for (const path of [`/${NOORDDIJK}/follow`, `/${NOORDDIJK}/cases/${number}`]) {
      const { text } = await page(path)
      for (const mark of ['<html lang="nl"', '<main id="content"', '<header', '<footer'])
        assert(text.includes(mark), `${path} has ${mark}`)
      assert(text.includes('href="#content"'))
      assert.equal(text.match(/<h1/g)?.length, 1)
      const levels = [...text.matchAll(/<h(\d)/g)].map(([, level]) => Number(level))
      levels.forEach((level, i) => {
        assert(level <= (levels[i - 1] ?? 0) + 1, `${path}: headings ${levels}`)
      })
    }
  })
})

describe('the page of a case', () => {
  it('tells what, where, who, why and by when', async () => {
    const { number } = await api.town.report({ category: 'lamp-out', asset: 'L3' })
    const { status, text } = await caseOf(number)
    assert.equal(status, 200)
    for (const told of ['L3', 'Dijkstraat', 'Centrum', 'Lichtwerk B.V.', 'Agreement lighting'])
      assert(text.includes(told), told)
    assert.match(text, /donderdag 11\sjuni vóór\s10:00/)
    assert.match(text, /De termijn is nog niet voorbij/)
    assert.match(text, /<details><summary>/)
    assert.match(text, /Doorgegeven aan Lichtwerk[\s\S]*Nog niet klaar gemeld/)
    assert.doesNotMatch(text, /Ontvangen door/)
  })

  it('keeps done and confirmed apart', async () => {
    const number = await doneLamp('L4')
    const done = await caseOf(number)
    assert.match(done.text, /meldt: klaar[\s\S]*Nog niet bevestigd/)
    const body = { by: 'reporter', outcome: 'confirmed' }
    await api.post(`/cases/${number}/verifications`, { as: 'desk', body })
    const confirmed = await caseOf(number)
    assert.match(confirmed.text, /meldt: klaar[\s\S]*Bevestigd: een ander zag/)
    assert.doesNotMatch(confirmed.text, /Nog niet bevestigd/)
  })

  it('tells who owns what is not the municipality’s', async () => {
    const { number } = await api.town.report({ category: 'graffiti', place: PLACE })
    const { text } = await caseOf(number)
    assert.match(text, /Dit is van Woonstichting De Dijk. Vraag het daar/)
  })

  it('says the same of what is confidential as of what never was', async () => {
    const { number } = await api.town.report({
      category: 'nuisance',
      place: PLACE,
      words: { description: 'xyzzy' },
    })
    const never = await caseOf(UNKNOWN)
    const hidden = await caseOf(number)
    assert.equal(never.status, 404)
    assert.match(never.text, /Wat kunt u doen/)
    assert.equal(hidden.status, 404)
    const alike = (text: string) => text.replaceAll(/nonce="[^"]+"/g, '')
    assert.equal(alike(hidden.text.replaceAll(number, UNKNOWN)), alike(never.text))
    assert.equal((await caseOf(`${number}/feed.atom`)).status, 404)
  })

  it('hides the place of what shows only its status', async () => {
    const words = { description: 'in the porch' }
    const { number } = await api.town.report({ category: 'rough-sleeper', asset: 'L15', words })
    const { status, text } = await caseOf(number)
    assert.equal(status, 200)
    assert.match(text, /De plek van deze melding laten wij niet zien/)
    for (const mark of ['L15', '<svg viewBox="-', 'Dijkstraat', 'Agreement', 'porch'])
      assert(!text.includes(mark), mark)
  })

  it('shows nothing that people wrote, and nothing of the desk', async () => {
    const words = { description: 'xyzzy is my name' }
    const { number } = await api.town.report({ category: 'strange', place: PLACE, words })
    const { text } = await caseOf(number)
    assert.doesNotMatch(text, /xyzzy|no-agreement|Geen afspraak|csrf/)
  })

  it('writes names as text, whatever is in them', async () => {
    const own = { id: 'evil', party: 'straatwerk', categories: ['mast-hit'], rank: 50, title: EVIL }
    await api.town.enter([agreementOf({ ...own, scope: { managers: ['noorddijk'] } })])
    const { number } = await api.town.report({ category: 'mast-hit', asset: 'L5' })
    const { text } = await caseOf(number)
    assert(text.includes('&lt;script&gt;alert(&quot;1&quot;)'))
    assert.doesNotMatch(text, OTHER_SCRIPT)
    assert.doesNotMatch(
      (await page(`/${NOORDDIJK}/cases/%3Cscript%3E?lang=%3Cscript%3E`)).text,
      OTHER_SCRIPT,
    )
  })

  it('can be followed as an Atom feed', async () => {
    const number = await doneLamp('L6')
    const { headers, text } = await caseOf(number, '/feed.atom')
    assert.match(headers.get('content-type') ?? '', /atom/)
    assert.match(text, /^<\?xml[\s\S]*<feed[\s\S]*meldt: klaar[\s\S]*Melding ontvangen/)
  })

  it('says when it is late', async () => {
    const { number } = await api.town.report({ category: 'lamp-out', asset: 'L7' })
    api.town.pass(49 * HOUR_MS)
    const { text } = await caseOf(number, '?lang=en')
    assert.match(text, /mark--late">Late/)
    assert.match(text, /The term has passed. It is not done yet/)
  })

  it('says that it is late when what was done in time is contested after the term', async () => {
    const number = await doneLamp('L9')
    api.town.pass(49 * HOUR_MS)
    assert.match((await caseOf(number)).text, /Het was op tijd klaar/)
    const body = { by: 'sample', outcome: 'contested' }
    await api.post(`/cases/${number}/verifications`, { as: 'desk', body })
    const { text } = await caseOf(number)
    assert.match(text, /De termijn is voorbij[\s\S]*Betwist: iemand/)
  })
})
