import assert from 'node:assert/strict'
import { it } from 'node:test'
import { openApiTown } from './api-town.ts'

const DESK = { as: 'desk' } as const

/** Reads a stream until an event says what is asked, and tells when that was. */
async function untilTold(response: Response, wanted: RegExp): Promise<number> {
  const reader = response.body?.getReader()
  assert(reader)
  const decoder = new TextDecoder()
  let text = ''
  while (!wanted.test(text)) {
    const { value, done } = await reader.read()
    assert(!done, `the stream ended before ${wanted}: ${text}`)
    text += decoder.decode(value, { stream: true })
  }
  await reader.cancel()
  return performance.now()
}

it('two desks see each other, and what the other did, within a second and across processes', async () => {
  await using api = await openApiTown()
  await using other = await api.town.open()
  const { number } = await api.town.report({
    category: 'strange',
    place: { lon: 5.01, lat: 52.01 },
  })
  const follow = () =>
    other.http.request('/api/v1/desk-events', { headers: { authorization: 'Bearer lk_of_desk' } })

  const looking = await follow()
  const at = 'window-of-one'
  const say = (doing: string) =>
    api.post('/presences', { ...DESK, body: { case: number, at, doing } })
  const heard = untilTold(looking, /"doing":"editing"/)
  assert.equal((await say('editing')).status, 201)
  const said = performance.now()
  assert((await heard) - said < 1_000)

  const acting = await follow()
  const changed = untilTold(acting, /event: changed/)
  await api.post(`/cases/${number}/closures`, {
    ...DESK,
    body: { as: 'settled-by-desk', remark: 'x' },
  })
  const closed = performance.now()
  assert((await changed) - closed < 1_000)

  const gone = untilTold(await follow(), /"presences":\[\]/)
  await say('gone')
  const left = performance.now()
  assert((await gone) - left < 1_000)
})

it('a window that says nothing for a while is gone, and nobody else hears of it', async () => {
  await using api = await openApiTown()
  const { number } = await api.town.report({
    category: 'strange',
    place: { lon: 5.01, lat: 52.01 },
  })
  const body = { case: number, at: 'window-of-one', doing: 'looking' }
  const said = await api.post('/presences', { ...DESK, body })
  assert.deepEqual(said.json.presences, [body])
  api.town.pass(31_000)
  const other = await api.post('/presences', { ...DESK, body: { ...body, at: 'window-of-two' } })
  assert.equal(other.json.presences.length, 1)
  assert.equal(
    (await api.post('/presences', { ...DESK, body: { ...body, at: 'x y' } })).status,
    400,
  )
  const nowhere = { ...body, case: 'GM9801-26-999999' }
  assert.equal((await api.post('/presences', { ...DESK, body: nowhere })).status, 404)
  assert.equal((await api.post('/presences', { as: 'integrator', body })).status, 403)
  assert.equal((await api.get('/desk-events', { as: 'party' })).status, 403)
})
