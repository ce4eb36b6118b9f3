import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { readAfter } from '#journal'
import { type ApiTown, openApiTown, type Told } from './api-town.ts'
import { NOORDDIJK } from './town.ts'

function refused(told: Told, status: number, name: string): void {
  assert.deepEqual([told.status, told.json.type], [status, `/problems/${name}`], told.text)
  assert.equal(told.headers.get('content-type'), 'application/problem+json')
}

describe('answering over the API', () => {
  let api: ApiTown
  let lamp: { id: string; caseId: string; number: string }
  let lamps = 0
  before(async () => {
    api = await openApiTown()
  })
  after(() => api[Symbol.asyncDispose]())
  beforeEach(async () => {
    lamps += 1
    const { caseId, number } = await api.town.report({
      category: 'lamp-out',
      asset: `L${lamps}`,
      words: { description: 'it is dark here' },
    })
    lamp = { caseId, number, id: (await api.assignmentOf(caseId)).id }
  })

  it('takes an answer to the revision that was read, and gives the next', async () => {
    const read = await api.get(`/assignments/${lamp.id}`, { as: 'party' })
    assert.equal(read.headers.get('etag'), '"1"')
    assert.equal(read.json.shared.descriptions[0].text, 'it is dark here')
    const told = await api.answer(lamp.id, 1, { answer: 'accepted', remark: 'we go today' })
    assert.equal(told.status, 201)
    assert.equal(told.headers.get('etag'), '"2"')
    assert.equal(told.headers.get('location'), `/api/v1/assignments/${lamp.id}/answers`)
    assert.equal(told.json.remark, 'we go today')
    assert.equal(told.json.by, 'lichtwerk')
    assert.equal(told.json.assignment.status, 'accepted')
    assert.equal(told.json.assignment.acceptedAt, new Date(api.town.clock()).toISOString())
    const { json } = await api.get(`/assignments/${lamp.id}/answers`, { as: 'party' })
    assert.deepEqual(
      json.items.map((one: { id: string }) => one.id),
      [told.json.id],
    )
  })

  it('asks for the revision, and says which it is now when it was another', async () => {
    const path = `/assignments/${lamp.id}/answers`
    const body = { answer: 'accepted' }
    const missing = await api.post(path, { as: 'party', body })
    refused(missing, 428, 'if-match-missing')
    await api.answer(lamp.id, 1, { answer: 'accepted' })
    const late = await api.answer(lamp.id, 1, { answer: 'started' })
    refused(late, 412, 'assignment-changed')
    assert.equal(late.headers.get('etag'), '"2"')
    for (const ifMatch of ['*', '2', 'W/"2"', '"x"']) {
      const told = await api.post(path, { as: 'party', body, headers: { 'if-match': ifMatch } })
      refused(told, 412, 'assignment-changed')
    }
  })

  it('gives the same answer to the same Idempotency-Key, once recorded', async () => {
    const body = { answer: 'planned', on: '2026-06-12' }
    const headers = { 'idempotency-key': 'key-of-a-retry' }
    const [first, again] = [
      await api.answer(lamp.id, 1, body, { headers }),
      await api.answer(lamp.id, 1, body, { headers }),
    ]
    assert.deepEqual([first.status, again.status], [201, 200])
    assert.deepEqual(again.json, first.json)
    refused(
      await api.answer(lamp.id, 2, { answer: 'started' }, { headers }),
      409,
      'idempotency-key-reused',
    )
    const { json } = await api.get(`/assignments/${lamp.id}/answers`, { as: 'desk' })
    assert.equal(json.items.length, 1)
    assert.equal((await journal(api)).includes('key-of-a-retry'), false)
  })

  it('records one of two answers that come at once', async () => {
    const both = await Promise.all([
      api.answer(lamp.id, 1, { answer: 'accepted' }),
      api.answer(lamp.id, 1, { answer: 'started' }),
    ])
    assert.deepEqual(both.map(({ status }) => status).sort(), [201, 412])
  })

  it('names who has it now when it was withdrawn', async () => {
    const overruled = await api.post(`/cases/${lamp.number}/overrulings`, {
      as: 'desk',
      body: { agreement: 'lighting-reserve', reason: 'they stand beside it' },
    })
    assert.equal(overruled.status, 201)
    const late = await api.answer(lamp.id, 2, { answer: 'accepted' })
    refused(late, 409, 'assignment-withdrawn')
    assert.deepEqual(late.json.owner, { id: 'nachtlicht', name: 'Nachtlicht' })
    assert.equal((await journal(api)).includes('they stand beside it'), false)
  })

  it('says what an assignment takes when it does not take this', async () => {
    await api.answer(lamp.id, 1, { answer: 'done', next: [] })
    const told = await api.answer(lamp.id, 2, { answer: 'accepted' })
    refused(told, 409, 'answer-not-allowed')
    assert.deepEqual([told.json.assignmentStatus, told.json.allowed], ['done', []])
  })

  it('keeps a remark out of the journal', async () => {
    await api.answer(lamp.id, 1, { answer: 'nothing-found', remark: 'plugh, it burned' })
    assert.equal((await journal(api)).includes('plugh'), false)
  })

  it('corrects facts by what the server knows, and refuses what it does not', async () => {
    const elsewhere = { answer: 'facts-corrected', place: { lon: 5.06, lat: 52.01 } }
    refused(await api.answer(lamp.id, 1, elsewhere), 400, 'place-outside-municipality')
    const swapped = { answer: 'facts-corrected', place: { lon: 52.01, lat: 5.01 } }
    refused(await api.answer(lamp.id, 1, swapped), 400, 'place-swapped')
    const nothing = { answer: 'facts-corrected', asset: 'L999' }
    refused(await api.answer(lamp.id, 1, nothing), 400, 'asset-unknown')
    refused(await api.answer(lamp.id, 1, { answer: 'facts-corrected' }), 400, 'facts-unchanged')
    const told = await api.answer(lamp.id, 1, { answer: 'facts-corrected', asset: 'L51' })
    assert.equal(told.status, 201)
    const { json } = await api.get(`/cases/${lamp.number}`, { as: 'desk' })
    assert.equal(json.asset.id, 'lamp-51')
    assert.deepEqual(
      json.steps.map((one: { party: { id: string }; status: string }) => [
        one.party.id,
        one.status,
      ]),
      [
        ['lichtwerk', 'withdrawn'],
        ['provincie', 'offered'],
      ],
    )
  })

  it('leaves the answer to the party, save where the desk is how it is reached', async () => {
    const told = await api.answer(lamp.id, 1, { answer: 'accepted' }, { as: 'desk' })
    refused(told, 403, 'not-allowed')
    const bench = await api.town.report({ category: 'bench', place: { lon: 5.02, lat: 52.011 } })
    const { id, revision } = await api.assignmentOf(bench.caseId)
    const done = await api.answer(id, revision, { answer: 'done', next: [] }, { as: 'desk' })
    assert.equal(done.status, 201)
    assert.match(done.json.by, /^key\//)
  })

  it('tells every fault of the input at once', async () => {
    const told = await api.post('/assignments/nothing/answers?colour=red', {
      as: 'party',
      body: { answer: 'planned', on: 'tomorrow', party: 'us' },
      headers: { 'if-match': '"1"' },
    })
    refused(told, 400, 'input-invalid')
    const where = told.json.faults.map((one: { in: string; path: string }) => [one.in, one.path])
    assert.deepEqual(where, [
      ['path', 'assignment'],
      ['query', 'colour'],
      ['body', 'on'],
      ['body', 'party'],
    ])
    const path = `/assignments/${lamp.id}/answers`
    const headers = { authorization: 'Bearer lk_of_party', 'if-match': '"1"' }
    for (const [type, body] of [
      ['application/json', '{'],
      ['text/plain', '{}'],
      ['application/json', 'null'],
    ]) {
      const response = await api.app.http.request(`/api/v1${path}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': type as string },
        body: body as string,
      })
      assert.equal(response.status, 400, body)
    }
  })
})

describe('directing over the API', () => {
  let api: ApiTown
  before(async () => {
    api = await openApiTown()
  })
  after(() => api[Symbol.asyncDispose]())

  it('lets go what waits for the desk, once', async () => {
    const { caseId, number } = await api.town.report({
      category: 'container-full',
      asset: 'container-1',
      place: { lon: 5.012, lat: 52.012 },
    })
    const { id } = await api.assignmentOf(caseId)
    const path = `/cases/${number}?municipality=${NOORDDIJK}`
    const unseen = await api.get(path)
    assert.deepEqual([unseen.json.parties, unseen.json.steps], [[], []])
    assert.equal((await api.get(`/assignments/${id}`, { as: 'team' })).status, 404)
    const atDesk = await api.get('/cases?atDesk=true', { as: 'desk' })
    assert.equal(atDesk.json.items[0].number, number)
    assert.deepEqual(atDesk.json.items[0].atDesk, ['confirm'])
    const told = await api.post(`/assignments/${id}/releases`, { as: 'desk' })
    assert.equal(told.status, 201)
    assert.equal(told.json.status, 'offered')
    refused(
      await api.post(`/assignments/${id}/releases`, { as: 'desk' }),
      409,
      'assignment-not-held',
    )
    assert.equal((await api.get(`/assignments/${id}`, { as: 'team' })).status, 200)
  })

  it('overrules only under an agreement that is in force', async () => {
    const { number } = await api.town.report({
      category: 'strange',
      place: { lon: 5.01, lat: 52.01 },
    })
    const overrule = (agreement: string) =>
      api.post(`/cases/${number}/overrulings`, { as: 'desk', body: { agreement, reason: 'so' } })
    refused(await overrule('nothing'), 400, 'agreement-unknown')
    refused(await overrule('walls'), 409, 'agreement-not-in-force')
    refused(await overrule('trees-off'), 409, 'agreement-not-in-force')
    const told = await overrule('paving')
    assert.equal(told.status, 201)
    assert.deepEqual(told.json.parties, [{ id: 'straatwerk', name: 'Straatwerk' }])
    assert.deepEqual(told.json.atDesk, [])
  })

  it('settles what is at the desk, and nothing else', async () => {
    const { number } = await api.town.report({
      category: 'strange',
      place: { lon: 5.02, lat: 52.01 },
    })
    const settle = (reason: string) =>
      api.post(`/cases/${number}/desk-settlements`, { as: 'desk', body: { reason } })
    const absent = await settle('paused')
    refused(absent, 409, 'desk-reason-not-present')
    assert.deepEqual(absent.json.atDesk, ['no-agreement'])
    refused(await settle('no-agreement'), 409, 'case-without-owner')
    refused(await settle('boredom'), 400, 'input-invalid')
  })

  it('closes a case once, and keeps the remark sealed', async () => {
    const { number } = await api.town.report({
      category: 'strange',
      place: { lon: 5.03, lat: 52.01 },
    })
    const body = { as: 'settled-by-desk', remark: 'they called, quux' }
    const told = await api.post(`/cases/${number}/closures`, { as: 'desk', body })
    assert.deepEqual([told.status, told.json.closedAs], [201, 'settled-by-desk'])
    refused(await api.post(`/cases/${number}/closures`, { as: 'desk', body }), 409, 'case-closed')
    assert.equal((await journal(api)).includes('quux'), false)
    refused(
      await api.post('/cases/GM9801-26-999999/closures', { as: 'desk', body }),
      404,
      'case-not-found',
    )
  })

  it('keeps done, confirmed and contested apart', async () => {
    const { caseId, number } = await api.town.report({ category: 'lamp-out', asset: 'L9' })
    const verify = (outcome: string, as: 'desk' | 'integrator' = 'integrator') =>
      api.post(`/cases/${number}/verifications`, { as, body: { by: 'sample', outcome } })
    refused(await verify('confirmed'), 409, 'case-not-done')
    const { id } = await api.assignmentOf(caseId)
    await api.answer(id, 1, { answer: 'done', next: [] })
    const read = async () => (await api.get(`/cases/${number}?municipality=${NOORDDIJK}`)).json
    assert.deepEqual([(await read()).status, (await read()).verification], ['done', 'none'])
    const contested = await verify('contested')
    assert.deepEqual([contested.json.status, contested.json.verification], ['open', 'contested'])
    const { revision } = await api.assignmentOf(caseId)
    await api.answer(id, revision, { answer: 'done', next: [] })
    const confirmed = await verify('confirmed', 'desk')
    assert.deepEqual([confirmed.json.status, confirmed.json.verification], ['closed', 'confirmed'])
    refused(await verify('contested'), 409, 'case-closed')
  })
})

/** All that stands in the journal of Noorddijk, as text. */
async function journal({ app }: ApiTown): Promise<string> {
  const events = await app.pool.read({ tenant: NOORDDIJK }, (query) =>
    readAfter(query, NOORDDIJK, 0, 10_000),
  )
  return JSON.stringify(events)
}
