import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { type ApiTown, openApiTown } from './api-town.ts'
import { jpegOf } from './pictures.ts'
import { NOORDDIJK } from './town.ts'

const REQUESTS = `/open311/v2/${NOORDDIJK}/requests.json`
const MOST = 3

/** All of them come from one address: in process there is no socket. */
describe('the limit on writing requests', () => {
  let api: ApiTown
  beforeEach(async () => {
    api = await openApiTown({ rate_per_minute: MOST })
  })
  afterEach(() => api[Symbol.asyncDispose]())

  const signal = async (headers: Record<string, string> = {}) => (await signalTold(headers)).status
  const signalTold = (headers: Record<string, string>) =>
    api.post(`/signals?municipality=${NOORDDIJK}`, {
      headers,
      body: { category: 'lamp-out', asset: 'L1', description: randomUUID() },
    })

  async function open311(
    own: { form?: object; query?: string; headers?: Record<string, string> } = {},
  ) {
    const fields = {
      service_code: 'litter',
      lat: '52.012',
      long: '5.012',
      description: randomUUID(),
    }
    const response = await api.app.http.request(`${REQUESTS}${own.query ?? ''}`, {
      method: 'POST',
      headers: own.headers ?? {},
      body: new URLSearchParams({ ...fields, ...own.form }),
    })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }

  async function times(count: number, ask: () => Promise<number>): Promise<number[]> {
    const statuses: number[] = []
    for (let i = 0; i < count; i++) statuses.push(await ask())
    return statuses
  }

  it('holds back a stranger, and says how long', async () => {
    assert.deepEqual(await times(MOST + 1, () => signal()), [201, 201, 201, 429])
    const told = await signalTold({})
    assert.equal(told.json.type, '/problems/rate-exceeded')
    assert.match(told.headers.get('retry-after') ?? '', /^\d{1,2}$/)
    assert.equal((await api.get(`/cases?municipality=${NOORDDIJK}`)).status, 200)
  })

  for (const headers of [
    { authorization: 'Bearer lk_made_up' },
    { 'x-api-key': 'made-up' },
    { authorization: 'Basic abc' },
    { authorization: 'Bearer ll_forged' },
  ] as Record<string, string>[])
    it(`holds back whoever makes up ${JSON.stringify(headers)}`, async () => {
      assert.deepEqual(await times(MOST + 1, () => signal(headers)), [401, 401, 401, 429])
      assert.equal((await open311({ headers })).status, 429)
    })

  it('holds back nobody whose key is known, also where a stranger used up the address', async () => {
    await times(MOST + 1, () => signal())
    for (const name of ['authorization', 'x-api-key']) {
      const value = name === 'authorization' ? 'Bearer lk_of_integrator' : 'lk_of_integrator'
      const statuses = await times(MOST + 2, () => signal({ [name]: value }))
      assert(
        statuses.every((one) => one === 201),
        `${name}: ${statuses}`,
      )
    }
    assert.equal(await signal(), 429)
  })

  it('holds back a stranger at Open311 in the form of that door, also for what is not valid', async () => {
    const statuses = await times(MOST, async () => (await open311({ form: { lat: 'x' } })).status)
    assert.deepEqual(statuses, [400, 400, 400])
    const told = await open311()
    assert.equal(told.status, 429)
    assert.match(told.text, /^\[\{"code":"rate-exceeded"/)
    assert.match(told.headers.get('retry-after') ?? '', /^\d{1,2}$/)
    assert.equal(await signal(), 429, 'both doors count the same address')
  })

  it('holds back no integrator at Open311 whose api_key is right, wherever it stands', async () => {
    await times(MOST + 1, () => signal())
    const own = [
      { form: { api_key: 'lk_of_integrator' } },
      { query: '?api_key=lk_of_integrator' },
      { headers: { 'x-api-key': 'lk_of_integrator' } },
    ]
    for (const one of own) {
      const statuses = await times(MOST + 2, async () => (await open311(one)).status)
      assert(
        statuses.every((status) => status === 200),
        `${JSON.stringify(one)}: ${statuses}`,
      )
    }
  })

  it('holds back a wrong api_key as a stranger', async () => {
    const wrong = async () => (await open311({ form: { api_key: 'lk_made_up' } })).status
    assert.deepEqual(await times(MOST + 1, wrong), [403, 403, 403, 429])
  })

  it('takes in no photos at Open311 from an address that is used up', async () => {
    await times(MOST + 1, () => signal())
    const body = new FormData()
    body.append('service_code', 'litter')
    body.append('media', new Blob([await jpegOf()]), 'x.jpg')
    const told = await api.app.http.request(REQUESTS, { method: 'POST', body })
    assert.equal(told.status, 429)
    assert.match(await told.text(), /problems\/rate-exceeded/)
  })

  it('counts whoever holds a link by that link, and not by the address', async () => {
    const { caseId } = await api.town.report({ category: 'lamp-out', asset: 'L2' })
    const { id, revision } = await api.assignmentOf(caseId)
    await times(MOST + 1, () => signal())
    const ask = async (token: string) =>
      (await api.post(`/assignments/${id}/links`, { token })).status
    const link = api.linkTo(id, revision)
    const statuses = await times(10 * MOST + 1, () => ask(link))
    assert(
      statuses.slice(0, -1).every((one) => one === 409),
      String(statuses),
    )
    assert.equal(statuses.at(-1), 429)
    const expired = api.linkTo(id, revision, { expires_ms: api.town.clock() })
    assert.equal(await ask(expired), 429, 'one that has ended is nobody’s')
    assert.equal((await open311({ headers: { authorization: `Bearer ${link}` } })).status, 429)
  })
})

/** One address, and two instances of the program behind one balancer that takes turns. */
describe('the limit of what may be misused without a key', () => {
  const LIMITED = [
    {
      what: 'who asks to follow by mail',
      most: 20,
      ask: () => ({
        path: `/subscriptions?municipality=${NOORDDIJK}`,
        body: { email: `${randomUUID()}@example.org`, area: 'centrum' },
      }),
    },
    {
      what: 'who is bothered too',
      most: 20,
      ask: (number: string) => ({
        path: `/cases/${number}/me-toos?municipality=${NOORDDIJK}`,
        body: { description: randomUUID() },
      }),
    },
    {
      what: 'who tries the code of a report',
      most: 8,
      ask: (number: string) => ({
        path: `/follows?municipality=${NOORDDIJK}`,
        body: { number, code: '00000-00000' },
      }),
    },
  ]

  for (const { what, most, ask } of LIMITED)
    it(`is counted by both together: ${what}`, async () => {
      await using api = await openApiTown()
      await using second = await api.town.open()
      const { number } = await api.town.report({ category: 'lamp-out', asset: 'L3' })
      const statuses: number[] = []
      for (let turn = 0; turn < most + 2; turn++) {
        const { path, body } = ask(number)
        const { http } = turn % 2 === 0 ? api.app : second
        const answer = await http.request(`/api/v1${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        })
        statuses.push(answer.status)
      }
      assert.equal(statuses.filter((one) => one !== 429).length, most, String(statuses))
      assert.deepEqual(statuses.slice(-2), [429, 429])
    })
})
