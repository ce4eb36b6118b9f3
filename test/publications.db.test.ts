import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { destroyCaseWords } from '../src/composition/destroy-personal-data.ts'
import { type ApiTown, openApiTown } from './api-town.ts'
import { photoOf } from './pictures.ts'
import { NOORDDIJK } from './town.ts'

const WORDS = 'marker-of-the-words and my telephone number'
const EDITED = 'The lamp is out'

describe('what people wrote and sent', () => {
  let api: ApiTown
  before(async () => {
    api = await openApiTown({ roles: ['web'] })
  })
  after(() => api[Symbol.asyncDispose]())

  async function reported(category = 'lamp-out', asset: string | undefined = 'L1') {
    const on = asset === undefined ? { place: { lon: 5.012, lat: 52.012 } } : { asset }
    const report = { category, ...on, words: { description: WORDS }, photos: [await photoOf()] }
    const { number, caseId } = await api.town.report(report)
    const told = await api.get(`/cases/${number}`, { as: 'desk' })
    const { signal, photos } = told.json.descriptions.at(-1)
    return { number, caseId, signal, photo: photos[0] as { id: string; href: string } }
  }

  const publish = (number: string, body: object) =>
    api.post(`/cases/${number}/publications`, { as: 'desk', body })
  const withdraw = (number: string, signal: string) =>
    api.post(`/cases/${number}/publication-withdrawals`, { as: 'desk', body: { signal } })

  async function seen(number: string, photo: { href: string }) {
    const list = `/open311/v2/${NOORDDIJK}/requests.json?service_request_id=${number}`
    const [request] = (await (await api.app.http.request(list)).json()) as {
      description: string | null
      media_url: string | null
    }[]
    const page = await (await api.app.http.request(`/${NOORDDIJK}/cases/${number}`)).text()
    const picture = await api.app.http.request(photo.href)
    return {
      description: request?.description,
      media_url: request?.media_url,
      isOnPage: page.includes(EDITED),
      isPicture: page.includes(photo.href.replaceAll('&', '&amp;')),
      picture: picture.status,
      cache: picture.headers.get('cache-control'),
      hasWords: page.includes('marker-of'),
    }
  }

  const NOTHING = {
    description: null,
    media_url: null,
    isOnPage: false,
    isPicture: false,
    picture: 404,
    cache: 'no-store',
    hasWords: false,
  }

  it('is shown to nobody outside before the desk releases it, then as the desk worded it, until it is withdrawn', async () => {
    const { number, signal, photo } = await reported()
    assert.deepEqual(await seen(number, photo), NOTHING)
    const told = await publish(number, { signal, text: EDITED, photos: [photo.id] })
    assert.equal(told.status, 201)
    const shown = {
      description: EDITED,
      media_url: `http://localhost${photo.href}`,
      isOnPage: true,
      isPicture: true,
      picture: 200,
      cache: 'public, max-age=300',
      hasWords: false,
    }
    assert.deepEqual(await seen(number, photo), shown)
    await publish(number, { signal, photos: [photo.id] })
    assert.equal((await seen(number, photo)).description, null, 'the later one takes its place')
    await publish(number, { signal, text: EDITED })
    assert.equal((await seen(number, photo)).picture, 404)
    assert.equal((await withdraw(number, signal)).status, 201)
    assert.deepEqual(await seen(number, photo), NOTHING)
    assert.equal((await withdraw(number, signal)).json.type, '/problems/not-published')
  })

  it('is gone from everywhere when the words are destroyed', async () => {
    const { number, signal, photo } = await reported('lamp-out', 'L3')
    await publish(number, { signal, text: EDITED, photos: [photo.id] })
    await destroyCaseWords(api.app, NOORDDIJK, number, 'desk')
    assert.deepEqual(await seen(number, photo), NOTHING)
    const again = await publish(number, { signal, text: EDITED })
    assert.deepEqual([again.status, again.json.type], [409, '/problems/words-destroyed'])
  })

  it('of a confidential category, or one that shows only its status, is never released', async () => {
    for (const category of ['nuisance', 'rough-sleeper']) {
      const { number, signal, photo } = await reported(category, undefined)
      const told = await publish(number, { signal, text: EDITED, photos: [photo.id] })
      assert.deepEqual(
        [told.status, told.json.type],
        [409, '/problems/not-for-the-public'],
        category,
      )
      assert.equal((await api.app.http.request(photo.href)).status, 404)
    }
  })

  it('is hidden again when the case turns out to be of such a category', async () => {
    const { number, caseId, signal, photo } = await reported('lamp-out', 'L5')
    await publish(number, { signal, text: EDITED, photos: [photo.id] })
    const { id, revision } = await api.assignmentOf(caseId)
    const correction = { answer: 'facts-corrected', category: 'rough-sleeper' }
    assert.equal((await api.answer(id, revision, correction)).status, 201)
    assert.deepEqual(await seen(number, photo), NOTHING)
    const staff = await api.get(`/cases/${number}`, { as: 'desk' })
    assert.equal(staff.json.published, undefined)
  })

  it('names a signal and photos of this very case', async () => {
    const [one, other] = [await reported('lamp-out', 'L9'), await reported('lamp-out', 'L13')]
    const problem = async (body: object) => (await publish(one.number, body)).json.type
    assert.equal(await problem({ signal: other.signal, text: 'x' }), '/problems/signal-not-found')
    assert.equal(
      await problem({ signal: one.signal, photos: [other.photo.id] }),
      '/problems/photo-not-found',
    )
    assert.equal(await problem({ signal: one.signal }), '/problems/input-invalid')
    assert.equal(await problem({ signal: one.signal, text: ' ' }), '/problems/input-invalid')
    const missing = await publish('GM9801-26-999999', { signal: one.signal, text: 'x' })
    assert.equal(missing.status, 404)
  })

  it('asks no more questions for a list of many than for a list of one', async () => {
    const { app } = api
    const questions = async (most: number) => {
      let asked = 0
      const read = app.pool.read
      app.pool.read = (scope, work) =>
        read(scope, (query) =>
          work((statement) => {
            asked += 1
            return query(statement)
          }),
        )
      try {
        const numbers = (await api.get(`/cases?municipality=${NOORDDIJK}`)).json.items
          .slice(0, most)
          .map((one: { number: string }) => one.number)
        asked = 0
        const list = `/open311/v2/${NOORDDIJK}/requests.json?service_request_id=${numbers.join()}`
        const told = (await (await app.http.request(list)).json()) as unknown[]
        assert.equal(told.length, most)
        assert(asked >= 2)
        return asked
      } finally {
        app.pool.read = read
      }
    }
    for (const asset of ['L2', 'L6', 'L8']) {
      const { number, signal } = await reported('lamp-out', asset)
      await publish(number, { signal, text: EDITED })
    }
    assert.equal(await questions(3), await questions(1))
  })
})
