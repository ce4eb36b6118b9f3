import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import sql from 'sql-template-tag'
import { sweepAttempts } from '#modules/delivery'
import { setEndpoint, setEndpointLimits } from '#modules/directory'
import { type ApiTown, openApiTown } from './api-town.ts'
import { NOORDDIJK, openTown, until } from './town.ts'

const HOUR_MS = 3_600_000

let api: ApiTown
before(async () => {
  api = await openApiTown({ roles: ['work'] })
})
after(() => api[Symbol.asyncDispose]())

const listOf = async (as: 'desk' | 'party' | 'stranger', query = '') => {
  const answer = await api.get(`/delivery-attempts?limit=200${query}`, { as })
  assert.equal(answer.status, 200, answer.text)
  return answer.json.items
}

describe('the log of deliveries', () => {
  test('has each attempt with what was answered, without what is personal, secret or said by a reporter', async () => {
    api.town.receivers.answers('lichtwerk', (attempt) => (attempt === 1 ? 503 : 204))
    const { caseId } = await api.town.report({
      category: 'lamp-out',
      asset: 'L3',
      words: { description: 'donker bij de bakker' },
    })
    const { id } = await api.assignmentOf(caseId)
    const attempts = async () => listOf('desk', `&assignment=${id}&organisation=lichtwerk`)
    await until('the first attempt is noted', async () => (await attempts()).length === 1)
    const [first] = await attempts()
    assert.deepEqual(
      [first.kind, first.host, first.outcome, first.status, first.attempt, first.error],
      ['webhook', `127.0.0.1:${api.town.receivers.port}`, 'failed', 503, 1, 'answered 503'],
    )
    assert(Date.parse(first.nextAt) > api.town.clock(), 'it says when it is tried again')
    api.town.pass(HOUR_MS)
    await until('the second is noted', async () => (await attempts()).length === 2)
    const [second] = await attempts()
    assert.deepEqual([second.outcome, second.status, second.attempt], ['delivered', 204, 2])
    assert.equal(second.message, first.message)
    assert.equal(second.nextAt, undefined)
    const page = await api.get(
      `/delivery-attempts?limit=1&assignment=${id}&organisation=lichtwerk`,
      {
        as: 'desk',
      },
    )
    assert.equal(page.json.items[0].id, second.id)
    const rest = await api.get(
      `/delivery-attempts?limit=1&assignment=${id}&organisation=lichtwerk&cursor=${page.json.next}`,
      { as: 'desk' },
    )
    assert.deepEqual([rest.json.items[0].id, rest.json.next], [first.id, undefined])
  })

  test('is read by a party for itself alone, and by nobody without a key', async () => {
    const own = await listOf('party')
    assert(own.length > 0)
    assert(own.every((one: { organisation: string }) => one.organisation === 'lichtwerk'))
    assert.deepEqual(await listOf('party', '&organisation=wijkteam'), [])
    assert.deepEqual(await listOf('stranger'), [])
    assert.equal((await api.get('/delivery-attempts')).status, 401)
    assert.equal((await api.get('/delivery-attempts', { as: 'integrator' })).status, 403)
    assert((await listOf('desk', '&outcome=delivered')).length > 0)
    assert.equal((await api.get('/delivery-attempts?cursor=x', { as: 'desk' })).status, 400)
  })

  test('is swept after 90 days', async () => {
    const old = new Date(api.town.clock() - 91 * 24 * HOUR_MS).toISOString()
    const count = async () => {
      const [row] = await api.app.worker.read({}, (query) =>
        query<{ n: number }>(
          sql`select count(*)::int as n from delivery.attempts where type = 'old'`,
        ),
      )
      return row?.n
    }
    await api.app.worker.write({}, (query) =>
      query(sql`
        insert into delivery.attempts (municipality, id, at, kind, type, attempt, took_ms, outcome)
        values (${NOORDDIJK}, ${randomUUID()}::uuid, ${old}, 'webhook', 'old', 1, 1, 'failed')`),
    )
    assert.equal(await count(), 1)
    await sweepAttempts(api.app.worker, api.town.clock())
    assert.equal(await count(), 0)
    assert((await listOf('desk')).length > 0, 'what is newer stays')
  })
})

describe('a party that fails', () => {
  test('is seen to rest, what waits is listed, and somebody can have it tried now', async () => {
    let works = false
    api.town.receivers.answers('groenwerk', () => (works ? 204 : 500))
    for (let tree = 0; tree < 6; tree++)
      await api.town.report({ category: 'tree', place: { lon: 5.002 + tree / 300, lat: 52.01 } })
    const channel = async () => {
      const { json } = await api.get('/channels', { as: 'desk' })
      return json.items.find((one: { id: string }) => one.id === 'groenwerk')
    }
    await until('it rests', async () => (await channel()).state === 'rests')
    const now = await channel()
    assert(now.failures >= 5 && now.waiting === 6 && now.isSet, JSON.stringify(now))
    const waiting = async () => (await api.get('/waiting-messages', { as: 'desk' })).json.items
    const [one] = await waiting()
    assert.deepEqual(
      [one.organisation, one.kind, one.error],
      ['groenwerk', 'webhook', 'answered 500'],
    )
    const retry = (message: string, as: 'desk' | 'party' = 'desk') =>
      api.post(`/waiting-messages/${message}/retries`, { as })
    assert.equal((await retry(one.id, 'party')).status, 403)
    works = true
    const tried = await retry(one.id)
    assert.equal(tried.status, 201, tried.text)
    await until('it is there', async () =>
      (await waiting()).every((other: { id: string }) => other.id !== one.id),
    )
    assert.equal((await channel()).state, 'works')
    const never = await retry('01890000-0000-7000-8000-000000000001')
    assert.deepEqual([never.status, never.json.type], [404, '/problems/message-not-found'])
    const late = await retry(one.id)
    assert.deepEqual([late.status, late.json.type], [409, '/problems/message-not-waiting'])
  })
})

describe('limits of a party', () => {
  test('hold in each minute, are told, and lose nothing', async () => {
    await using town = await openTown()
    const limits = { most_at_once: 1, most_per_minute: 3 }
    assert(await setEndpointLimits(town.app.worker, 'groenwerk', limits))
    assert.equal(await setEndpointLimits(town.app.worker, 'nobody', limits), false)
    for (let tree = 0; tree < 8; tree++)
      await town.report({ category: 'tree', place: { lon: 5.002 + tree / 300, lat: 52.01 } })
    await using worker = await town.open({ roles: ['work'] })
    assert(worker)
    const arrived = () => town.receivers.at('groenwerk').length
    for (const expected of [3, 6, 8]) {
      await until(`${expected} arrive`, () => arrived() === expected)
      await settledFor(150)
      assert.equal(arrived(), expected, 'no more in this minute')
      town.pass(61_000)
    }
  })
})

const settledFor = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('a test of a connection', () => {
  const tested = (organisation: string, as: 'desk' | 'party' = 'desk') => {
    api.town.pass(11_000)
    return api.post(`/channels/${organisation}/tests`, { as })
  }
  const stepsOf = (answer: Awaited<ReturnType<typeof tested>>) =>
    answer.json.tests[0].steps.map((one: { step: string; isOk: boolean }) => [one.step, one.isOk])

  test('tells step by step that a webhook is signed and taken, and makes no case', async () => {
    const cases = async () => (await api.get('/cases?limit=200', { as: 'desk' })).json.items.length
    const before = await cases()
    const answer = await tested('stroomnet')
    assert.equal(answer.status, 201, answer.text)
    assert.deepEqual(stepsOf(answer), [
      ['connection', true],
      ['answer', true],
      ['signature', true],
    ])
    const arrival = api.town.receivers.at('stroomnet').at(-1)
    assert.equal(arrival?.event.type, 'nl.lantaarn.assignment.test.v1')
    assert.deepEqual(api.town.receivers.faults, [])
    assert.equal(await cases(), before)
  })

  test('tells where it ends: refused, no name, nobody there, no address', async () => {
    api.town.receivers.answers('stroomnet', () => 401)
    const refused = await tested('stroomnet')
    assert.deepEqual(stepsOf(refused).at(-1), ['signature', false])
    const at = (url: string) =>
      setEndpoint(api.app.worker, api.app.vault, {
        organisation: 'provincie',
        url,
        secret: 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
      })
    await at('http://no-such-host.invalid/')
    assert.deepEqual(stepsOf(await tested('provincie')), [['name', false]])
    await at('http://127.0.0.1:1/')
    assert.deepEqual(stepsOf(await tested('provincie')), [['connection', false]])
    const again = await api.post('/channels/provincie/tests', { as: 'desk' })
    assert.deepEqual([again.status, again.json.type], [409, '/problems/tested-just-now'])
    assert.equal((await tested('provincie', 'party')).status, 403)
    assert.equal((await tested('nobody')).status, 404)
  })
})
