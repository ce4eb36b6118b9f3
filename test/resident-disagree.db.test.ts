import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type ApiTown, openApiTown } from './api-town.ts'
import { NOORDDIJK } from './town.ts'

const HERE = `municipality=${NOORDDIJK}`
const DAY_MS = 86_400_000

let api: ApiTown
let places = 0
before(async () => {
  api = await openApiTown()
})
after(() => api[Symbol.asyncDispose]())

async function ended(closure: object = {}) {
  places += 1
  const place = { lon: 5.001 + places * 0.002, lat: 52.0031 }
  const told = await api.town.report({ category: 'tree', place })
  const body = { as: 'will-not-be-done', remark: 'seen it', ...closure }
  const closed = await api.post(`/cases/${told.number}/closures`, { as: 'desk', body })
  assert.equal(closed.status, 201, closed.text)
  const link = (revision = 1) => api.linkTo(told.signalId, revision, { kind: 'report' })
  return { ...told, link }
}
const say = (number: string, token: string, outcome = 'contested') =>
  api.post(`/cases/${number}/verifications`, {
    token,
    body: { by: 'reporter', outcome, remark: 'it is rotten inside' },
  })
const own = async (token: string) => (await api.get('/follows', { token })).json.items[0]

describe('what the desk ended', () => {
  it('says why to everybody, in both languages', async () => {
    const { number, link } = await ended({ because: 'within-norm' })
    const { json } = await api.get(`/cases/${number}?${HERE}`)
    assert.equal(json.closedBecause.reason, 'within-norm')
    assert.match(json.closedBecause.words.nl, /afgesproken/)
    assert.match(json.closedBecause.words.en, /agreed/)
    assert.equal((await own(link())).closedBecause.reason, 'within-norm')
  })

  it('is looked at once more when its reporter disagrees: open, contested and at the desk', async () => {
    const { number, link } = await ended({ because: 'too-costly' })
    assert.equal((await own(link())).mayDisagree, true)
    assert.equal((await say(number, link())).status, 201)
    const { json } = await api.get(`/cases/${number}`, { as: 'desk' })
    assert.deepEqual(
      [json.status, json.verification, json.closedAs, json.closedBecause],
      ['open', 'contested', undefined, undefined],
    )
    assert.deepEqual(json.atDesk, ['contested-again'])
    const remarks = await api.get(`/cases/${number}/remarks`, { as: 'desk' })
    assert(remarks.text.includes('it is rotten inside'))
  })

  it('is ended for good by a second time, with words of its own', async () => {
    const { number, link } = await ended()
    assert.equal((await say(number, link())).status, 201)
    const body = { as: 'will-not-be-done', remark: 'looked again', because: 'not-found' }
    assert.equal((await api.post(`/cases/${number}/closures`, { as: 'desk', body })).status, 201)
    assert.equal((await own(link(2))).mayDisagree, false)
    const again = await say(number, link(2))
    assert.deepEqual([again.status, again.json.type], [409, '/problems/case-closed'])
  })

  it('may be disagreed with for six weeks, by its reporter, and not be confirmed', async () => {
    const { number, link } = await ended()
    assert.equal((await say(number, link(), 'confirmed')).status, 409)
    const body = { by: 'sample', outcome: 'contested' }
    assert.equal(
      (await api.post(`/cases/${number}/verifications`, { as: 'desk', body })).status,
      409,
    )
    api.town.pass(42 * DAY_MS)
    const late = api.linkTo(
      (await api.get(`/cases/${number}`, { as: 'desk' })).json.descriptions[0].signal,
      1,
      {
        kind: 'report',
      },
    )
    assert.equal((await own(late)).mayDisagree, false)
    assert.equal((await say(number, late)).status, 409)
  })
})
