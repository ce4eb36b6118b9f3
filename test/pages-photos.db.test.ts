import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { ensureWebBuild } from '../src/composition/web-build.ts'
import { type ApiTown, openApiTown } from './api-town.ts'
import { photoOf } from './pictures.ts'
import { NOORDDIJK, ZUIDDIJK } from './town.ts'

const DESK = `/${NOORDDIJK}/desk`
const WORDS = 'marker-of-the-words <b>'

describe('the desk and what people sent', () => {
  let api: ApiTown
  let cookie: string
  before(async () => {
    await ensureWebBuild(() => undefined)
    api = await openApiTown({ roles: ['web'] })
    const body = new URLSearchParams({ key: 'lk_of_desk' })
    const response = await api.app.http.request(`${DESK}/sign-in`, { method: 'POST', body })
    cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  })
  after(() => api[Symbol.asyncDispose]())

  const get = (path: string, own = cookie) =>
    api.app.http.request(path, { headers: { cookie: own } })

  async function send(path: string, fields: Record<string, string>) {
    const page = await (await get(path)).text()
    const csrf = /name="formToken" value="([^"]+)"/.exec(page)?.[1] ?? ''
    const body = new URLSearchParams({ formToken: csrf, ...fields })
    const response = await api.app.http.request(path, { method: 'POST', body, headers: { cookie } })
    return {
      status: response.status,
      location: response.headers.get('location'),
      text: await response.text(),
    }
  }

  async function reported(category: string, asset?: string) {
    const on = asset === undefined ? { place: { lon: 5.012, lat: 52.012 } } : { asset }
    const report = { ...on, category, words: { description: WORDS }, photos: [await photoOf()] }
    const { number } = await api.town.report(report)
    const { json } = await api.get(`/cases/${number}`, { as: 'desk' })
    const { signal, photos } = json.descriptions[0]
    return { number, signal, photo: photos[0].id, path: `${DESK}/cases/${number}` }
  }

  it('sees words and photos, with a form that releases them', async () => {
    const { number, signal, photo, path } = await reported('lamp-out', 'L1')
    const page = await (await get(path)).text()
    assert(page.includes('marker-of-the-words &lt;b&gt;'))
    assert(page.includes(`src="${DESK}/photos/${photo}?size=thumb"`))
    const shown = await get(`${DESK}/photos/${photo}`)
    assert.deepEqual([shown.status, shown.headers.get('content-type')], [200, 'image/jpeg'])
    assert.equal((await get(`${DESK}/photos/${photo}`, '')).status, 404)
    assert.equal((await get(`/${ZUIDDIJK}/desk/photos/${photo}`)).status, 404)

    const done = await send(path, {
      do: 'publish',
      signal,
      text: 'De lamp is uit',
      [`photo-${photo}`]: 'yes',
    })
    assert.deepEqual([done.status, done.location], [303, `${path}?told=published`])
    const open = await (await get(`/${NOORDDIJK}/cases/${number}`, '')).text()
    assert(open.includes('De lamp is uit') && open.includes(`/api/v1/photos/${photo}?`))
    assert(!open.includes('marker-of'))
    const again = await (await get(path)).text()
    assert.match(again, /<textarea[^>]*>De lamp is uit<\/textarea>/)
    assert.match(
      again,
      new RegExp(`name="photo-${photo}"[^>]*checked|checked[^>]*name="photo-${photo}"`),
    )

    assert.equal((await send(path, { do: 'unpublish', signal })).status, 303)
    const closed = await (await get(`/${NOORDDIJK}/cases/${number}`, '')).text()
    assert(!closed.includes('De lamp is uit') && !closed.includes(photo))
  })

  it('gets back what it typed when it cannot be released', async () => {
    const { signal, path } = await reported('lamp-out', 'L3')
    const empty = await send(path, { do: 'publish', signal, text: '  ' })
    assert.equal(empty.status, 400)
    const wrong = await send(path, { do: 'publish', signal, text: 'Zo goed?', 'photo-x': 'yes' })
    assert.equal(wrong.status, 400)
    assert.match(wrong.text, /role="alert"/)
    assert.match(wrong.text, /<textarea[^>]*>Zo goed\?<\/textarea>/)
  })

  it('has no such form where everybody sees nothing or only the status', async () => {
    for (const category of ['nuisance', 'rough-sleeper']) {
      const { path, photo } = await reported(category)
      const page = await (await get(path)).text()
      assert(page.includes(photo), 'the desk itself sees it')
      assert(!page.includes('value="publish"'))
    }
  })
})
