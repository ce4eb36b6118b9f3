import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { ensureWebBuild } from '../src/composition/web-build.ts'
import { type ApiTown, openApiTown } from './api-town.ts'
import { NOORDDIJK, ZUIDDIJK } from './town.ts'

const FIGURES = {
  handedOver: 'Doorgegeven',
  received: 'Ontvangen',
  done: 'Klaar gemeld',
  confirmed: 'Bevestigd',
  unchallenged: 'Niet weersproken',
  contested: 'Betwist',
}

const PLACE = { lon: 5.0123457, lat: 52.0109873 }
const READS_PAGES = { accept: 'text/html' }

let api: ApiTown
before(async () => {
  await ensureWebBuild(() => undefined)
  api = await openApiTown({ roles: ['web'] })
})
after(() => api[Symbol.asyncDispose]())

async function page(path: string, headers: Record<string, string> = {}, init: RequestInit = {}) {
  const sent = { ...init, headers: { ...READS_PAGES, ...headers } }
  const response = await api.app.http.request(path, sent)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

describe('the start page', () => {
  it('begins with the municipalities that are served', async () => {
    const { status, text } = await page('/')
    assert.equal(status, 200)
    for (const [id, name] of [
      ['GM9801', 'Noorddijk'],
      ['GM9802', 'Zuiddijk'],
    ])
      assert.match(text, new RegExp(`href="/${id}"[\\s\\S]*?${name}`))
  })

  it('ships no framework, no style of its own and nothing of a third party', async () => {
    const { text, headers } = await page('/')
    assert.doesNotMatch(text, /<script|style=|https?:\/\//)
    const policy = headers.get('content-security-policy') ?? ''
    assert.match(policy, /default-src 'none'; script-src 'self' 'nonce-[\w+/=]{24}'/)
    assert.doesNotMatch(policy, /unsafe/)
    assert.equal(headers.get('cache-control'), 'no-store')
    assert.equal(headers.get('x-content-type-options'), 'nosniff')
  })

  it('gives its stylesheet for ever, and packed to whoever can unpack it', async () => {
    const [, href = ''] = /rel="stylesheet" href="([^"]+)"/.exec((await page('/')).text) ?? []
    const sheet = await page(href)
    assert.match(sheet.headers.get('cache-control') ?? '', /immutable/)
    assert.match(sheet.text, /prefers-color-scheme:\s*dark/)
    const packed = await page(href, { 'accept-encoding': 'gzip, br' })
    assert.equal(packed.headers.get('content-encoding'), 'br')
    assert.equal((await page('/assets/nothing.css', { accept: '*/*' })).status, 404)
  })

  it('has a nonce of its own in each answer', async () => {
    const policies = await Promise.all(
      [1, 2].map(async () => (await page('/')).headers.get('content-security-policy')),
    )
    assert.notEqual(policies[0], policies[1])
  })
})

describe('the language', () => {
  it('is the one that is asked for, and the one that is chosen wins', async () => {
    assert.match((await page(`/${NOORDDIJK}`)).text, /Open meldingen/)
    const english = await page(`/${NOORDDIJK}`, { 'accept-language': 'fr, en-GB;q=0.8, nl;q=0.1' })
    assert.match(english.text, /<html lang="en"[\s\S]*Open reports/)
    assert.equal(english.headers.get('content-language'), 'en')
    const kept = await page('/', { cookie: 'language=en' })
    assert.match(kept.text, /<html lang="en"/)
    const linked = await page(`/${NOORDDIJK}?lang=en`, { cookie: 'language=nl' })
    assert.match(linked.text, /Open reports/)
    assert.match(linked.headers.get('set-cookie') ?? '', /^language=en;.*HttpOnly/)
  })

  it('leads back to a page of ours only, and keeps what is a choice', async () => {
    const choose = (to: string, language: string) =>
      page(
        '/preferences',
        { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost' },
        { method: 'POST', body: String(new URLSearchParams({ to, language })) },
      )
    const back = await choose(`/${NOORDDIJK}?lang=nl&cursor=x`, 'en')
    assert.equal(back.status, 303)
    assert.equal(back.headers.get('location'), `/${NOORDDIJK}?cursor=x`)
    assert.match(back.headers.get('set-cookie') ?? '', /^language=en;/)
    for (const to of ['//evil.example/x', 'https://evil.example', 'javascript:alert(1)'])
      assert.equal((await choose(to, 'en')).headers.get('location'), '/')
    assert.equal((await choose('/', 'fr; Domain=x')).headers.get('set-cookie'), null)
  })

  it('is not chosen by a form of another site', async () => {
    const { status, headers } = await page(
      '/preferences',
      { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' },
      { method: 'POST', body: 'language=en' },
    )
    assert.equal(status, 403)
    assert.equal(headers.get('set-cookie'), null)
  })
})

describe('the page of a town', () => {
  it('gives 25 open cases and then the older ones', async () => {
    for (let i = 0; i < 30; i++)
      await api.town.report({
        category: 'strange',
        place: { lon: 5.001 + (i % 6) * 0.006, lat: 52.001 + Math.floor(i / 6) * 0.003 },
      })
    const first = await page(`/${NOORDDIJK}`)
    const numbers = (text: string) =>
      [...text.matchAll(/cases\/(GM9801-26-\d+)/g)].map(([, number]) => number)
    const [link = ''] = /<a[^>]*rel="next"[^>]*>/.exec(first.text) ?? []
    const [, next = ''] = /href="([^"]+)"/.exec(link) ?? []
    const second = await page(next.replaceAll('&amp;', '&'))
    assert.equal(second.status, 200)
    const shown = numbers(first.text)
    assert.equal(shown.length, 25)
    assert(numbers(second.text).length > 0)
    assert(numbers(second.text).every((number) => !shown.includes(number)))
    assert.equal((await page(`/${NOORDDIJK}?cursor=nonsense`)).status, 404)
  })

  it('keeps the figures apart as the API counts them, and has none where there is nothing to count', async () => {
    assert.match((await page(`/${ZUIDDIJK}`)).text, /Cijfers[\s\S]*zijn er nog geen cijfers/)
    const { caseId } = await api.town.report({ category: 'lamp-out', asset: 'L5' })
    await api.town.answer((await api.assignmentOf(caseId)).id, { answer: 'done', next: [] })
    api.town.pass(60_000)
    const { json } = await api.get(`/figures?municipality=${NOORDDIJK}`)
    assert.equal(json.done, 1)
    const { text } = await page(`/${NOORDDIJK}`)
    for (const [name, label] of Object.entries(FIGURES))
      assert.match(text, new RegExp(`${label}(?:(?!<dd)[\\s\\S])*<dd[^>]*>${json[name]}</dd>`))
  })

  it('tells what was solved lately, and lists nothing confidential', async () => {
    const { number, caseId } = await api.town.report({ category: 'lamp-out', asset: 'L4' })
    const { id } = await api.assignmentOf(caseId)
    await api.town.answer(id, { answer: 'done', next: [] })
    const body = { by: 'reporter', outcome: 'confirmed' }
    await api.post(`/cases/${number}/verifications`, { as: 'desk', body })
    const hidden = await api.town.report({
      category: 'nuisance',
      place: PLACE,
      words: { description: 'xyzzy' },
    })
    const { text } = await page(`/${NOORDDIJK}`)
    assert.match(text, new RegExp(`Pas opgelost[\\s\\S]*${number}`))
    assert(!text.includes(hidden.number) && !text.includes('xyzzy'))
  })

  it('leads to whoever follows a report of their own', async () => {
    assert.match((await page(`/${NOORDDIJK}`)).text, /href="\/GM9801\/follow"/)
    assert.equal((await page(`/${NOORDDIJK}/follow`)).status, 200)
  })

  it('is the same in small letters', async () => {
    assert.match((await page('/gm9801')).text, /Meldingen in Noorddijk/)
  })
})

describe('what is not there', () => {
  it('says so as a page to whoever reads pages, and as a problem to programs', async () => {
    for (const path of ['/GM1234', '/GM1234/desk', '/gm9801/nothing', '/nothing', '/a/b/c']) {
      const { status, text } = await page(path)
      assert.equal(status, 404, path)
      assert.match(text, /Deze pagina is er niet/)
    }
    for (const path of ['/api/v1/nothing', '/open311/v2/nothing']) {
      const { status, headers } = await page(path)
      assert.equal(status, 404)
      assert.doesNotMatch(headers.get('content-type') ?? '', /html/)
    }
    const plain = await api.app.http.request('/nothing', {
      headers: { accept: 'application/json' },
    })
    assert.match(plain.headers.get('content-type') ?? '', /problem\+json/)
  })

  it('shows what was typed as nothing but text', async () => {
    const { text } = await page('/%3Cscript%3Ealert(1)%3C/script%3E?lang=%3Cscript%3E')
    assert.doesNotMatch(text, /<script/)
  })
})

describe('what does not work now', () => {
  it('is said as such, with what to do, while the program is there', async () => {
    await using ill = await openApiTown({ roles: ['web'] })
    const none = () => Promise.reject(new Error('Connection terminated'))
    ill.app.pool.read = none
    const response = await ill.app.http.request(`/${NOORDDIJK}`, { headers: READS_PAGES })
    assert.equal(response.status, 503)
    const text = await response.text()
    assert.match(text, /Het lukt nu niet[\s\S]*Bel 112[\s\S]*Probeer het opnieuw/)
    assert.doesNotMatch(text, /Connection terminated/)
  })
})
