import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { readStreams } from '#journal'
import { followCodeOf } from '#modules/cases'
import { type ApiTown, openApiTown } from './api-town.ts'
import { NOORDDIJK, type Reported, ZUIDDIJK } from './town.ts'

const DAY_MS = 86_400_000
const AT = `?municipality=${NOORDDIJK}`

let api: ApiTown
before(async () => {
  api = await openApiTown()
})
after(() => api[Symbol.asyncDispose]())

let places = 0
/** A report in a place of its own, with what its reporter was given. */
async function reported(own: Partial<Reported> = {}) {
  places += 1
  const place = {
    lon: 5.001 + (places % 30) * 0.001,
    lat: 52.001 + Math.floor(places / 30) * 0.001,
  }
  const told = await api.town.report({ category: 'tree', place, ...own })
  const { signalId } = told
  const code = followCodeOf(api.app.vault, NOORDDIJK, signalId)
  const link = (revision = 1, more = {}) =>
    api.linkTo(signalId, revision, { kind: 'report', ...more })
  return { ...told, code, link }
}

async function done(own: Partial<Reported> = {}) {
  const told = await reported(own)
  const { id } = await api.assignmentOf(told.caseId)
  await api.town.answer(id, { answer: 'done', next: [] })
  return { ...told, assignment: id }
}

const follow = (number: string, code: string, path = `/follows${AT}`) =>
  api.post(path, { body: { number, code } })
const say = (number: string, token: string, outcome: string, more = {}) =>
  api.post(`/cases/${number}/verifications`, { token, body: { by: 'reporter', outcome, ...more } })
const seenBy = async (token: string) => (await api.get('/follows', { token })).json?.items?.[0]

async function eventsOf(caseId: string) {
  const events = await api.app.pool.read({ tenant: NOORDDIJK }, (query) =>
    readStreams(query, NOORDDIJK, [`case/${caseId}`]),
  )
  return events.map(({ type, data }) => ({ type, data: data as Record<string, unknown> }))
}

async function signalIn(caseId: string): Promise<Record<string, unknown>> {
  const [received] = await eventsOf(caseId)
  assert.equal(received?.type, 'SignalReceived')
  return received.data.signal as Record<string, unknown>
}

describe('a link of whoever reported it', () => {
  it('shows the case, and changes nothing however often it is opened', async () => {
    const { number, caseId, link } = await done()
    const before = await eventsOf(caseId)
    for (let i = 0; i < 3; i++) {
      const { json, status } = await api.get('/follows', { token: link() })
      assert.equal(status, 200)
      assert.equal(json.items.length, 1)
      const [one] = json.items
      assert.equal(one.number, number)
      assert.equal(one.status, 'done')
      assert.equal(one.mayVerify, true)
      assert.match(one.case, new RegExp(`/cases/${number}`))
    }
    assert.deepEqual(await eventsOf(caseId), before)
  })

  it('says once that it is solved, as the reporter of its signal', async () => {
    const { number, caseId, signalId, link } = await done()
    const first = await say(number, link(), 'confirmed')
    assert.equal(first.status, 201)
    assert.deepEqual(
      [first.json.status, first.json.closedAs, first.json.said, first.json.mayVerify],
      ['closed', 'confirmed', 'confirmed', false],
    )
    const again = await say(number, link(), 'contested')
    assert.equal(again.status, 201)
    assert.equal(again.json.said, 'confirmed')
    const confirmed = (await eventsOf(caseId)).filter(({ type }) =>
      /Confirmed|Contested/.test(type),
    )
    assert.equal(confirmed.length, 1)
    assert.equal(confirmed[0]?.data.source, `signal/${signalId}`)
    assert.equal(confirmed[0]?.data.by, 'reporter')
  })

  it('says that it is not solved, with a remark that only the desk reads', async () => {
    const { number, caseId, link, assignment } = await done()
    const words = { remark: 'it still leans over' }
    const told = await say(number, link(), 'contested', words)
    assert.deepEqual([told.json.status, told.json.said], ['open', 'contested'])
    assert(!JSON.stringify(await eventsOf(caseId)).includes('leans'))
    const remarks = await api.get(`/cases/${number}/remarks`, { as: 'desk' })
    assert.equal(remarks.json.items[0]?.remark, 'it still leans over')
    await api.town.answer(assignment, { answer: 'done', next: [] })
    const same = await say(number, link(), 'confirmed')
    assert.deepEqual([same.json.status, same.json.said], ['done', 'contested'], 'a link works once')
    const next = await say(number, link(2), 'confirmed')
    assert.equal(next.json.closedAs, 'confirmed', 'the link of the next mail is another one')
  })

  it('says nothing of work that is not done, or of a case that is closed', async () => {
    const open = await reported()
    const early = await say(open.number, open.link(), 'confirmed')
    assert.deepEqual([early.status, early.json.type], [409, '/problems/case-not-done'])
    const late = await done()
    await say(late.number, late.link(), 'confirmed')
    const other = await say(late.number, late.link(2), 'contested')
    assert.deepEqual([other.status, other.json.type], [409, '/problems/case-closed'])
  })

  it('speaks for the reporter only, and of no other case', async () => {
    const mine = await done()
    const yours = await done()
    const asSample = await api.post(`/cases/${mine.number}/verifications`, {
      token: mine.link(),
      body: { by: 'sample', outcome: 'confirmed' },
    })
    assert.equal(asSample.status, 403)
    const toOther = { token: mine.link(), body: { text: 'x' } }
    assert.equal((await api.post(`/cases/${yours.number}/replies`, toOther)).status, 404)
    const other = await say(yours.number, mine.link(), 'confirmed')
    assert.deepEqual([other.status, other.json.type], [404, '/problems/case-not-found'])
    for (const path of ['/cases', `/cases/${mine.number}`, '/assignments', '/templates'])
      assert.equal((await api.get(path, { token: mine.link() })).status, 403, path)
    assert.equal((await api.town.case(yours.number)).status, 'done')
  })

  it('is refused when it is forged, has ended, is of another kind or of another town', async () => {
    const { number, signalId, caseId, link } = await done()
    const [head, tail] = [link().slice(0, -1), link().slice(-1)]
    const forged = head + (tail === 'A' ? 'B' : 'A')
    const expired = link(1, { expires_ms: api.town.clock() - 1 })
    const foreign = link(1, { tenant: ZUIDDIJK })
    const party = api.linkTo(signalId, 1)
    for (const [token, status, problem] of [
      [forged, 401, 'key-wrong'],
      [expired, 401, 'link-expired'],
      [party, 403, 'not-allowed'],
    ] as const)
      for (const told of [
        await api.get('/follows', { token }),
        await say(number, token, 'confirmed'),
        await api.post('/mail-stops', { token }),
      ])
        assert.deepEqual([told.status, told.json.type], [status, `/problems/${problem}`])
    assert.deepEqual((await api.get('/follows', { token: foreign })).json.items, [])
    assert.equal((await say(number, foreign, 'confirmed')).status, 404)
    assert.equal((await api.get(`/follows${AT}`, { token: foreign })).status, 403)
    assert(!(await eventsOf(caseId)).some(({ type }) => type === 'CaseConfirmed'))
  })

  it('stops the mails of its reporter, and says so however often', async () => {
    const { caseId, link } = await reported({ contact: { email: 'ann@example.org' } })
    assert.equal((await seenBy(link())).isMailed, true)
    for (let i = 0; i < 2; i++) {
      const { status, json } = await api.post('/mail-stops', { token: link() })
      assert.deepEqual([status, json.isMailed], [201, false])
    }
    const stops = (await eventsOf(caseId)).filter(({ type }) => type === 'ReporterStopped')
    assert.equal(stops.length, 1)
  })

  it('shows of what is confidential only how far it is, and of a hidden task nothing', async () => {
    const place = { lon: 5.012, lat: 52.012 }
    const { number, caseId, link } = await reported({ category: 'nuisance', place })
    const one = await seenBy(link())
    assert.equal(one.visibility, 'confidential')
    assert.equal(one.case, undefined)
    assert.doesNotMatch(JSON.stringify(one), /nuisance|Wijkteam|52\.0/)
    const { id, status } = await api.assignmentOf(caseId)
    assert.equal(status, 'offered')
    const reply = { token: link(), body: { text: 'x' } }
    assert.equal(
      (await api.post(`/cases/${number}/replies`, reply)).json.type,
      '/problems/no-question',
    )
    await api.town.answer(id, { answer: 'done', next: [] })
    const told = await say(number, link(), 'confirmed')
    assert.equal(told.json.closedAs, 'confirmed')
    assert.doesNotMatch(told.text, /nuisance|ijkteam|52\.0/)
    assert.equal(told.headers.get('location'), null)
  })
})

describe('number and code', () => {
  it('give a link for a day, however they are typed', async () => {
    const { number, code } = await reported()
    for (const typed of [code, code.toLowerCase(), code.replace('-', '')]) {
      const { status, json } = await follow(` ${number.toLowerCase()}`, ` ${typed} `)
      assert.equal(status, 201)
      assert.equal(json.expiresAt, new Date(api.town.clock() + DAY_MS).toISOString())
      assert.equal((await seenBy(json.token)).number, number)
    }
  })

  it('each reporter of a case has a code of their own, and it shows their own mails', async () => {
    const place = { lon: 5.035, lat: 52.011 }
    const first = await reported({ category: 'litter', place, contact: { email: 'a@example.org' } })
    const second = await reported({ category: 'litter', place, clientAddress: '192.0.2.8' })
    assert.equal(first.number, second.number)
    assert.notEqual(first.code, second.code)
    for (const [{ number, code }, isMailed] of [
      [first, true],
      [second, false],
    ] as const) {
      const { json } = await follow(number, code)
      assert.equal((await seenBy(json.token)).isMailed, isMailed)
    }
  })

  it('are refused in the same words, whether the number is wrong or the code', async () => {
    const { number } = await reported()
    const other = await reported()
    const answers = [
      await follow(number, other.code),
      await follow(number, 'no code'),
      await follow('GM9801-26-999999', other.code),
      await follow('nonsense', other.code),
      await follow(other.number, other.code, `/follows?municipality=${ZUIDDIJK}`),
    ]
    for (const { status, json } of answers) {
      assert.equal(status, 404)
      assert.deepEqual(json, answers[0]?.json)
    }
  })

  it('cannot be guessed at: after a few wrong ones even the right one waits, for that number only', async () => {
    const { number, code } = await reported()
    const other = await reported()
    let limited = 0
    for (let i = 0; i < 12; i++) {
      const { status, headers } = await follow(number, `00000-0000${i % 10}`)
      if (status === 429) {
        limited += 1
        assert(Number(headers.get('retry-after')) > 0)
      } else assert.equal(status, 404)
    }
    assert.equal(limited, 4)
    assert.equal((await follow(number, code)).status, 429)
    assert.equal((await follow(other.number, other.code)).status, 201)
    let unknown = 0
    for (let i = 0; i < 12; i++)
      unknown += (await follow('GM9801-26-888888', code)).status === 429 ? 1 : 0
    assert.equal(unknown, 4, 'a number that never was is counted as any other')
  })

  it('take no more than their two fields', async () => {
    for (const body of [
      {},
      { number: 'x' },
      { number: 'x', code: 'y', more: 1 },
      { number: 'x'.repeat(41), code: 'y' },
    ])
      assert.equal((await api.post(`/follows${AT}`, { body })).status, 400)
  })
})

describe('the door of the API', () => {
  it('gives the code, and keeps the language of whoever reports, not of whoever enters it for another', async () => {
    const enter = (as: 'public' | 'desk', description: string) =>
      api.post(`/signals${as === 'public' ? AT : ''}`, {
        as,
        headers: { 'accept-language': 'en' },
        body: {
          category: 'tree',
          place: { lon: 5.022, lat: 52.003 },
          description,
          contact: { email: 'a@example.org' },
        },
      })
    for (const [as, locale] of [
      ['public', 'en'],
      ['desk', undefined],
    ] as const) {
      const { status, json } = await enter(as, `entered by ${as}`)
      assert.equal(status, 201)
      const token = (await follow(json.number, json.code)).json.token
      assert.equal((await seenBy(token)).isMailed, true)
      const { id } = await api.town.case(json.number)
      const received = (await eventsOf(id)).filter(({ type }) => type === 'SignalReceived').at(-1)
      const signal = (received?.data.signal ?? {}) as { locale?: string }
      assert.equal(signal.locale, locale)
    }
  })
})

describe('Open311', () => {
  const post = async (query = '', own: Record<string, string> = {}, headers = {}) => {
    places += 1
    const fields = { service_code: 'tree', lat: '52.0151', long: String(5.0011 + places * 0.0011) }
    const body = new URLSearchParams({ ...fields, ...own })
    const path = `/open311/v2/${NOORDDIJK}/requests.json${query}`
    const response = await api.app.http.request(path, { method: 'POST', body, headers })
    assert.equal(response.status, 200)
    return ((await response.json()) as Record<string, unknown>[])[0] ?? {}
  }
  const CODE = /code ([0-9A-Z]{5}-[0-9A-Z]{5})\.$/

  it('gives the code in the notice, and in an element of its own to whoever asks for extensions', async () => {
    const strict = await post()
    assert.deepEqual(Object.keys(strict).sort(), [
      'account_id',
      'service_notice',
      'service_request_id',
    ])
    const [, code = ''] = CODE.exec(String(strict.service_notice)) ?? []
    assert.equal((await follow(String(strict.service_request_id), code)).status, 201)
    const extended = await post('?extensions=true')
    const [, shown] = CODE.exec(String(extended.service_notice)) ?? []
    assert.deepEqual(extended.extended_attributes, { follow_code: shown })
    const xml = await api.app.http.request(
      `/open311/v2/${NOORDDIJK}/requests.xml?extensions=true`,
      {
        method: 'POST',
        body: new URLSearchParams({ service_code: 'tree', lat: '52.0161', long: '5.0021' }),
      },
    )
    assert.match(await xml.text(), /<extended_attributes><follow_code>[0-9A-Z]{5}-[0-9A-Z]{5}</)
  })

  it('gives the same code to the same report that is sent again, and nobody else reads it', async () => {
    const headers = { 'idempotency-key': 'one-and-the-same' }
    const own = { lat: '52.0171', long: '5.0031' }
    const [first, again] = [await post('', own, headers), await post('', own, headers)]
    assert.deepEqual(again, first)
    const path = `/open311/v2/${NOORDDIJK}/requests/${first.service_request_id}.json?extensions=true`
    assert.doesNotMatch(
      await (await api.app.http.request(path)).text(),
      /code [0-9A-Z]{5}-|follow_code/,
    )
  })

  it('keeps in which language it was reported, and whether there is an address to write to', async () => {
    const told = await post('', { email: 'ann@example.org' }, { 'accept-language': 'en-GB' })
    assert.match(String(told.service_notice), /Follow your report with code/)
    const { id } = await api.town.case(String(told.service_request_id))
    const signal = await signalIn(id)
    assert.deepEqual([signal.locale, signal.wantsMail], ['en', true])
    const silent = await post()
    const other = await api.town.case(String(silent.service_request_id))
    const without = await signalIn(other.id)
    assert.deepEqual([without.locale, 'wantsMail' in without], ['nl', false])
  })
})
