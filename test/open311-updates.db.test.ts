import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { verifyChain } from '#journal'
import type { Answer } from '#modules/cases'
import { destroyCaseWords } from '../src/composition/destroy-personal-data.ts'
import { type ApiTown, type Caller, openApiTown } from './api-town.ts'
import { NOORDDIJK } from './town.ts'

const HOUR_MS = 3_600_000
const BASE = `/open311/v2/${NOORDDIJK}/servicerequestupdates`

type Update = {
  update_id: string
  service_request_id: string
  status: string
  updated_datetime: string
  description: string
  media_url: null
}

let api: ApiTown
before(async () => {
  api = await openApiTown()
})
after(() => api.town[Symbol.asyncDispose]())

async function updates(query: string, headers: Record<string, string> = {}): Promise<Update[]> {
  const response = await api.app.http.request(`${BASE}.json${query}`, { headers })
  const text = await response.text()
  assert.equal(response.status, 200, text)
  return JSON.parse(text)
}

async function send(fields: Record<string, string>, as: Caller = 'integrator') {
  const body = new URLSearchParams({
    api_key: `lk_of_${as}`,
    updated_datetime: new Date(api.town.clock()).toISOString(),
    description: 'Wat iemand erbij schreef',
    ...fields,
  })
  const response = await api.app.http.request(`${BASE}.json`, { method: 'POST', body })
  const [first] = (await response.json()) as { update_id?: string; code?: string }[]
  return { status: response.status, ...first }
}

async function answer(caseId: string, given: Answer): Promise<void> {
  api.town.pass(HOUR_MS)
  const assignment = await api.assignmentOf(caseId)
  const answered = await api.town.answer(assignment.id, given)
  assert.equal(answered.status, 'accepted')
}

/** A report of its own for each test: another lamp, or another place. */
let lamps = 0
async function reported() {
  lamps += 1
  return api.town.report({ category: 'lamp-out', asset: `L${lamps}` })
}

async function done() {
  const one = await reported()
  await answer(one.caseId, { answer: 'done', next: [] })
  return one
}

const storyOf = (all: readonly Update[]) => all.map((one) => `${one.status} ${one.description}`)

describe('GET servicerequestupdates', () => {
  test('tells the whole story of a request, the newest last, in words that name the party', async () => {
    const { caseId, number } = await reported()
    await answer(caseId, { answer: 'accepted' })
    await answer(caseId, { answer: 'planned', on: '2026-06-20' })
    await answer(caseId, { answer: 'started' })
    await answer(caseId, { answer: 'done', next: [] })
    api.town.pass(HOUR_MS)
    await send({ service_request_id: number, update_id: 'story', status: 'FIXED' })
    const all = await updates(`?service_request_id=${number}`)
    assert.deepEqual(storyOf(all), [
      'OPEN De melding is ontvangen.',
      'OPEN De melding is aan Lichtwerk B.V. doorgegeven.',
      'INVESTIGATING Lichtwerk B.V. heeft uw melding aangenomen.',
      'PLANNED Lichtwerk B.V. heeft het werk ingepland.',
      'IN_PROGRESS Lichtwerk B.V. is begonnen.',
      'FIXED Lichtwerk B.V. meldt dat het werk klaar is.',
      'FIXED Al het werk is klaar. Dat is nog niet bevestigd.',
      'FIXED Het is opgelost en bevestigd.',
    ])
    assert.equal(new Set(all.map(({ update_id }) => update_id)).size, all.length)
    for (const one of all) {
      assert.match(one.update_id, /^[\w-]+$/)
      assert.match(one.updated_datetime, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
      assert.deepEqual([one.service_request_id, one.media_url], [number, null])
    }
    assert.deepEqual(await updates(`?service_request_id=${number}`), all, 'ids are for ever')
    const english = await updates(`?service_request_id=${number}`, { 'accept-language': 'en' })
    assert.equal(english[2]?.description, 'Lichtwerk B.V. has accepted your report.')
  })

  test('a range gives what happened in it, of every public request, oldest first', async () => {
    api.town.pass(100 * HOUR_MS)
    const from = new Date(api.town.clock()).toISOString()
    const one = await reported()
    api.town.pass(HOUR_MS)
    const other = await reported()
    await answer(one.caseId, { answer: 'accepted' })
    const to = new Date(api.town.clock()).toISOString()
    await answer(one.caseId, { answer: 'started' })
    const all = await updates(`?start_date=${from}&end_date=${to}`)
    assert.deepEqual(
      all.map((update) => update.service_request_id),
      [one.number, one.number, other.number, other.number, one.number],
    )
    assert.deepEqual(
      all.map(({ updated_datetime }) => updated_datetime),
      all.map(({ updated_datetime }) => updated_datetime).toSorted(),
    )
    assert.equal(all.at(-1)?.status, 'INVESTIGATING')
  })

  test('what is confidential is in no update, by range or by name, whatever is asked', async () => {
    const place = { lon: 5.012, lat: 52.012 }
    const secret = await api.town.report({ category: 'nuisance', place })
    const sleeper = await api.town.report({ category: 'rough-sleeper', place })
    const all = await updates('')
    assert(!all.some(({ service_request_id }) => service_request_id === secret.number))
    assert(all.some(({ service_request_id }) => service_request_id === sleeper.number))
    assert.deepEqual(await updates(`?service_request_id=${secret.number}`), [])
  })

  test('each end has its status, and its own words', async () => {
    const place = { lon: 5.011, lat: 52.011 }
    const lastOf = async (number: string) =>
      storyOf(await updates(`?service_request_id=${number}`)).at(-1)

    const owned = await api.town.report({ category: 'graffiti', place })
    assert.equal(
      await lastOf(owned.number),
      'NOT_COUNCILS_RESPONSIBILITY Dit is van Woonstichting De Dijk: vraag het daar.',
    )

    const sound = await reported()
    await answer(sound.caseId, { answer: 'nothing-found', remark: 'brandt' })
    assert.match((await lastOf(sound.number)) ?? '', /^NO_FURTHER_ACTION Al het werk is klaar/)
    await api.app.cases(NOORDDIJK, {
      type: 'RecordUnchallenged',
      caseId: sound.caseId,
      afterDays: 0,
    })
    assert.equal(
      await lastOf(sound.number),
      'NO_FURTHER_ACTION Niemand heeft gezegd dat het niet is opgelost.',
    )

    const refused = await reported()
    const remark = 'geen geld'
    await answer(refused.caseId, { answer: 'will-not-be-done', reason: 'no-budget', remark })
    assert.match((await lastOf(refused.number)) ?? '', /^OPEN Lichtwerk B.V. voert dit niet uit/)
    for (const [as, expected] of [
      [refused, 'NO_FURTHER_ACTION De gemeente heeft besloten dat dit niet wordt uitgevoerd.'],
      [await reported(), 'CLOSED De gemeente heeft dit afgehandeld.'],
    ] as const) {
      const end = as === refused ? 'will-not-be-done' : 'settled-by-desk'
      const path = `/cases/${as.number}/closures`
      const closed = await api.post(path, { as: 'desk', body: { as: end, remark } })
      assert.equal(closed.status, 201, closed.text)
      assert.equal(await lastOf(as.number), expected)
    }
  })

  test('a task of a confidential category within an open case is as if it were not there', async () => {
    const { caseId, number } = await reported()
    await answer(caseId, { answer: 'accepted' })
    await answer(caseId, { answer: 'passed-on', cause: 'other', next: ['nuisance'] })
    const row = await api.town.case(caseId)
    assert.equal(row.assignments.at(-1)?.organisation, 'wijkteam')
    const story = storyOf(await updates(`?service_request_id=${number}`))
    assert.equal(
      story.at(-1),
      'OPEN Lichtwerk B.V. heeft de oorzaak gevonden. Een andere organisatie moet verder.',
    )
    const path = `/open311/v2/${NOORDDIJK}/requests/${number}.json?extensions=true`
    const text = await (await api.app.http.request(path)).text()
    assert.doesNotMatch(text, /wijkteam/i)
    const body = new URLSearchParams({ service_code: 'lamp-out', address_id: `L${lamps}` })
    const repeat = () =>
      api.app.http.request(`/open311/v2/${NOORDDIJK}/requests.json`, { method: 'POST', body })
    for (const response of [await repeat(), await repeat()]) {
      const notice = await response.text()
      assert(notice.includes(number), notice)
      assert.doesNotMatch(notice, /wijkteam/i)
    }
  })

  test('a range ends with its whole second', async () => {
    api.town.pass(HOUR_MS + 400)
    const { number } = await reported()
    const second = `${new Date(api.town.clock()).toISOString().slice(0, 19)}Z`
    const told = await updates(`?start_date=${second}&end_date=${second}`)
    assert.deepEqual(
      told.map(({ service_request_id }) => service_request_id),
      [number, number],
    )
  })

  test('the first and the last date that can be written are no fault', async () => {
    for (const moment of ['0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z'])
      for (const query of [`start_date=${moment}`, `end_date=${moment}`])
        assert.deepEqual(await updates(`?${query}`), [], query)
  })

  test('XML has the elements of the extension', async () => {
    const { number } = await reported()
    const response = await api.app.http.request(`${BASE}.xml?service_request_id=${number}`)
    assert.equal(response.headers.get('content-type'), 'text/xml; charset=utf-8')
    assert.match(
      await response.text(),
      /<service_request_updates><request_update><update_id>[\w-]+<\/update_id><service_request_id>/,
    )
  })
})

describe('POST servicerequestupdates', () => {
  test('FIXED confirms work that is done, once: a repeat gets the same answer', async () => {
    const { caseId, number } = await done()
    const fields = { service_request_id: number, update_id: '7', status: 'FIXED' }
    const [first, second] = await Promise.all([send(fields), send(fields)])
    assert.equal(first.status, 200)
    assert.deepEqual(second, first)
    assert.deepEqual(await send(fields), first)
    const row = await api.town.case(caseId)
    assert.equal(row.closed_as, 'confirmed')
    const told = await updates(`?service_request_id=${number}`)
    assert.equal(told.at(-1)?.update_id, first.update_id, 'who sent it knows its own again')
  })

  test('REOPEN contests it; the same update_id again does not contest twice', async () => {
    const { caseId, number } = await done()
    const fields = { service_request_id: number, update_id: '8', status: 'REOPEN' }
    const first = await send(fields)
    await answer(caseId, { answer: 'done', next: [] })
    assert.deepEqual(await send(fields), first)
    const row = await api.town.case(caseId)
    assert.deepEqual([row.status, row.contested], ['done', 1])
    const told = storyOf(await updates(`?service_request_id=${number}`))
    assert(told.some((one) => one.startsWith('IN_PROGRESS Iemand zegt dat het niet is opgelost.')))
  })

  test('any other status is a remark: kept sealed, told to nobody, and changing nothing', async () => {
    const { caseId, number } = await reported()
    const before = await updates(`?service_request_id=${number}`)
    const sent = await send({ service_request_id: number, update_id: '9', status: 'in_progress' })
    assert.equal(sent.status, 200)
    assert.deepEqual(await updates(`?service_request_id=${number}`), before)
    assert.equal((await api.town.case(caseId)).status, 'open')
    const path = `/cases/${number}/remarks?municipality=${NOORDDIJK}`
    const read = async (as: Caller) => {
      const { status, json } = await api.get(path, { as })
      return status === 200 ? json.items : status
    }
    const [{ at: _, source: __, ...remark }] = await read('desk')
    assert.deepEqual(remark, { said: 'IN_PROGRESS', remark: 'Wat iemand erbij schreef' })
    for (const as of ['integrator', 'party'] as const) assert.equal(await read(as), 403, as)
    await destroyCaseWords(api.app, NOORDDIJK, number, 'desk')
    const [destroyed] = await read('desk')
    assert.equal('remark' in destroyed, false, 'it is destroyed with the words of the case')
    assert.deepEqual((await verifyChain(api.app.pool, NOORDDIJK)).faults, [])
  })

  test('a wrong state is 400: not done yet, seen before it was done, closed', async () => {
    const open = await reported()
    const about = { service_request_id: open.number, update_id: '1' }
    const early = await send({ ...about, status: 'FIXED' })
    assert.deepEqual(early, { ...early, status: 400, code: 'case-not-done' })
    const seen = new Date(api.town.clock()).toISOString()
    await answer(open.caseId, { answer: 'done', next: [] })
    const late = await send({ ...about, status: 'OPEN', updated_datetime: seen })
    assert.deepEqual([late.status, late.code], [400, 'case-not-done'])
    assert.equal((await send({ ...about, status: 'CLOSED' })).status, 200)
    const closed = await send({ ...about, update_id: '2', status: 'REOPEN' })
    assert.deepEqual([closed.status, closed.code], [400, 'case-closed'])
  })

  test('only a key of this municipality; and what it cannot see is not there', async () => {
    const { number } = await done()
    const fields = { service_request_id: number, update_id: 'x', status: 'FIXED' }
    for (const as of ['party', 'administrator', 'zuiddijkIntegrator', 'zuiddijkDesk'] as const)
      assert.equal((await send(fields, as)).status, 403, as)
    const place = { lon: 5.013, lat: 52.013 }
    const secret = await api.town.report({ category: 'nuisance', place })
    const about = { service_request_id: secret.number, update_id: 'y', status: 'PLANNED' }
    assert.equal((await send(about)).status, 404)
    assert.equal((await send(about, 'desk')).status, 200)
    assert.equal((await send({ ...about, service_request_id: 'GM9801-26-999999' })).status, 404)
  })
})
