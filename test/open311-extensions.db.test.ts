import assert from 'node:assert/strict'
import { test } from 'node:test'
import { enterCategories } from '#modules/categories'
import { createOpen311Updates } from '../src/composition/open311-updates.ts'
import { openApiTown } from './api-town.ts'
import { CATEGORIES } from './small-town.ts'
import { NOORDDIJK } from './town.ts'

const HOUR_MS = 3_600_000
const BASE = `/open311/v2/${NOORDDIJK}`

test('extensions=true tells the signals, the parties with their dates, and each fact apart', async () => {
  await using api = await openSeenTown()
  const first = await api.town.report({ category: 'mast-hit', asset: 'L3' })
  await api.town.report({ category: 'mast-hit', asset: 'L3', clientAddress: '192.0.2.7' })
  const extended = async () =>
    (await api.json(`/requests/${first.number}.json?extensions=true`))[0].extended_attributes
  assert.deepEqual(await extended(), {
    signals: 2,
    parties: [{ name: 'Lichtwerk B.V.', expected_datetime: null }],
    made_safe_datetime: null,
    done_datetime: null,
    confirmed_datetime: null,
    verification: 'none',
  })
  const { id } = await api.assignmentOf(first.caseId)
  await api.town.answer(id, { answer: 'made-safe' })
  const expected = new Date(api.town.clock() + 48 * HOUR_MS).toISOString().replace('.000', '')
  const safe = await extended()
  assert.deepEqual(safe.parties, [{ name: 'Lichtwerk B.V.', expected_datetime: expected }])
  assert.notEqual(safe.made_safe_datetime, null)
  assert.equal(safe.done_datetime, null)
  await api.town.answer(id, { answer: 'done', next: [] })
  const done = await extended()
  assert.notEqual(done.done_datetime, null)
  assert.deepEqual([done.confirmed_datetime, done.verification], [null, 'none'])
})

test('an id that is taken for a token is resolved; one that is confidential or unknown is not', async () => {
  await using api = await openSeenTown()
  const { number } = await api.town.report({ category: 'lamp-out', asset: 'L3' })
  const place = { lon: 5.012, lat: 52.012 }
  const secret = await api.town.report({ category: 'nuisance', place })
  assert.deepEqual(await api.json(`/tokens/${number}.json`), [
    { service_request_id: number, token: number },
  ])
  for (const token of [secret.number, 'GM9801-26-999999'])
    assert.equal((await api.app.http.request(`${BASE}/tokens/${token}.json`)).status, 404)
})

test('a category that shows only its status by now gives no place of a case that was opened before', async () => {
  await using api = await openSeenTown()
  const place = { lon: 5.012, lat: 52.012 }
  const { number } = await api.town.report({ category: 'litter', place })
  const read = async () => (await api.json(`/requests/${number}.json`))[0]
  assert.equal((await read()).lat, 52.012)
  const categories = CATEGORIES.map((one) =>
    one.id === 'litter' ? { ...one, visibility: 'status-only' as const } : one,
  )
  await api.app.committer.submit(NOORDDIJK, enterCategories, { categories })
  api.app.towns.touch(NOORDDIJK)
  const { lat, long, address_id } = await read()
  assert.deepEqual([lat, long, address_id], [null, null, null])
})

test('a long list of updates is cut between two seconds, so that asking on from the last loses none', async () => {
  await using api = await openSeenTown()
  const { pool, vault, towns, cases } = api.app
  const { updates } = createOpen311Updates({
    pool,
    vault,
    towns,
    cases,
    keyOf: async () => undefined,
  })
  const start_ms = api.town.clock()
  for (const asset of ['L1', 'L2', 'L4', 'L5']) {
    await api.town.report({ category: 'lamp-out', asset })
    api.town.pass(HOUR_MS)
  }
  const range = { start_ms, end_ms: api.town.clock() }
  const all = await updates(NOORDDIJK, { ...range, most: 1000 }, 'nl')
  assert.equal(all.length, 8)
  const some = await updates(NOORDDIJK, { ...range, most: 3 }, 'nl')
  assert.deepEqual(some, all.slice(0, 4))
  const from_ms = some.at(-1)?.updated_datetime_ms ?? 0
  const rest = await updates(NOORDDIJK, { ...range, start_ms: from_ms, most: 1000 }, 'nl')
  assert.deepEqual(rest, all.slice(2))
})

async function openSeenTown() {
  const api = await openApiTown()
  return {
    ...api,
    // biome-ignore lint/suspicious/noExplicitAny: the tests prove the shape
    json: async (path: string): Promise<any> => {
      const response = await api.app.http.request(`${BASE}${path}`)
      assert.equal(response.status, 200)
      return response.json()
    },
    [Symbol.asyncDispose]: () => api.town[Symbol.asyncDispose](),
  }
}
