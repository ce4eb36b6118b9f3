import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import sql from 'sql-template-tag'
import {
  type ApiTown,
  type Caller,
  filled,
  type OpenApi,
  openApiTown,
  operationsIn,
} from './api-town.ts'
import { photoOf } from './pictures.ts'
import { NOORDDIJK } from './town.ts'

/** Digits that stand nowhere else. */
const PLACE = { lon: 5.0123457, lat: 52.0109873 }
const STREET_PLACE = { lon: 5.0277391, lat: 52.0133917 }
const OUTSIDERS: readonly Caller[] = ['public', 'integrator', 'party', 'stranger', 'zuiddijkDesk']
const NOBODYS = '01a1ffff-0000-7000-8000-000000000000'
const UNKNOWN = { case: 'GM9801-26-999999', assignment: NOBODYS, photo: NOBODYS }

describe('what is confidential', () => {
  let api: ApiTown
  let document: OpenApi
  let figures: string
  let changesFrom: string
  let secret: {
    number: string
    caseId: string
    assignment: string
    photo: string
    reporter: string
  }
  before(async () => {
    api = await openApiTown()
    document = await api.document()
    await api.town.report({ category: 'lamp-out', asset: 'L1' })
    figures = (await api.get(`/figures?municipality=${NOORDDIJK}`)).text
    changesFrom = await lastEventId()
    const { number, caseId } = await api.town.report({
      category: 'nuisance',
      place: PLACE,
      asset: 'L16',
      words: { description: 'somebody shouts at night, xyzzy' },
      photos: [await photoOf()],
      contact: { email: 'kees@example.nl' },
    })
    const { id } = await api.assignmentOf(caseId)
    const read = await api.get(`/cases/${number}`, { as: 'desk' })
    const photo = read.json.descriptions[0].photos[0].id
    const [known] = await api.app.pool.read({ tenant: NOORDDIJK }, (query) =>
      query<{ person: string }>(
        sql`select person from cases.signals where case_id = ${caseId}::uuid`,
      ),
    )
    secret = {
      number,
      caseId,
      assignment: id,
      photo,
      reporter: (known?.person ?? '').replace('person/', ''),
    }
    assert(secret.reporter)
    // A figure must differ by what is not secret alone.
    await api.town.report({ category: 'rough-sleeper', place: STREET_PLACE })
    api.town.pass(1_000)
  })
  after(() => api[Symbol.asyncDispose]())

  /** The position behind the report of the lamp. */
  async function lastEventId(): Promise<string> {
    const response = await api.request('GET', `/changes?municipality=${NOORDDIJK}`)
    const reader = response.body?.getReader()
    await reader?.read()
    const next = reader?.read()
    await api.town.report({ category: 'litter', place: { lon: 5.03, lat: 52.01 } })
    const text = new TextDecoder().decode((await next)?.value)
    await reader?.cancel()
    api.town.pass(1_000)
    const [, id] = /^id: (.+)$/m.exec(text) ?? []
    assert(id, text)
    figures = (await api.get(`/figures?municipality=${NOORDDIJK}`)).text
    return id
  }

  /** Every address that a reader can think of: each filter, each name, the number and the id. */
  function addresses(path: string, as: Caller): string[] {
    const municipality = as === 'integrator' || as === 'zuiddijkDesk' ? '' : NOORDDIJK
    const own = municipality === '' ? '' : `municipality=${municipality}`
    const { assignment, photo, reporter } = secret
    const names = {
      assignment,
      photo,
      reporter,
      agreement: 'nuisance',
      draft: 'next-year',
      asset: 'lamp-16',
      area: 'centrum',
      mail: 'none.eml',
    }
    const filters = path === '/cases' ? CASE_FILTERS : ['']
    return [secret.number, secret.caseId].flatMap((name) =>
      filters.map((filter) => {
        const query = [own, filter].filter((one) => one !== '').join('&')
        return `${filled(path, { ...names, case: name })}${query === '' ? '' : `?${query}`}`
      }),
    )
  }

  const CASE_FILTERS = [
    '',
    'category=nuisance',
    'asset=lamp-16',
    'area=centrum',
    'status=open&limit=200',
    'openedFrom=2026-01-01T00:00:00Z',
  ]

  it('is in no answer to anybody outside', async () => {
    const marks = [
      secret.number,
      secret.caseId,
      secret.assignment,
      String(PLACE.lon),
      String(PLACE.lat),
      'xyzzy',
    ]
    let answers = 0
    for (const { path, method } of operationsIn(document)) {
      if (method !== 'get') continue
      for (const as of OUTSIDERS) {
        for (const address of addresses(path, as)) {
          const headers = path === '/changes' ? { 'last-event-id': changesFrom } : {}
          const { text } = await api.get(address, { as, headers })
          answers += 1
          for (const mark of marks)
            assert(!text.includes(mark), `${address} as ${as} shows ${mark}`)
          // The register of objects is open, and says of none what is reported of it.
          if (!path.startsWith('/assets') && !path.startsWith('/tiles/assets'))
            assert(!text.includes('lamp-16'), `${address} as ${as} shows the object`)
        }
      }
    }
    assert(answers > 100)
  })

  it('answers exactly as what never was', async () => {
    for (const as of ['public', 'integrator', 'party'] as const) {
      for (const rest of ['', '/decisions', '/assignments']) {
        const query = as === 'integrator' ? '' : `?municipality=${NOORDDIJK}`
        const never = await api.get(`/cases/${UNKNOWN.case}${rest}${query}`, { as })
        assert.equal(never.status, 404)
        for (const name of [secret.number, secret.caseId]) {
          const hidden = await api.get(`/cases/${name}${rest}${query}`, { as })
          assert.deepEqual([hidden.status, hidden.text], [never.status, never.text])
        }
      }
    }
    const body = { by: 'reporter', outcome: 'contested' }
    const never = await api.post(`/cases/${UNKNOWN.case}/verifications`, { as: 'integrator', body })
    const hidden = await api.post(`/cases/${secret.number}/verifications`, {
      as: 'integrator',
      body,
    })
    assert.deepEqual([hidden.status, hidden.text], [never.status, never.text])
    const answer = { answer: 'accepted' }
    const notOurs = await api.answer(secret.assignment, 1, answer)
    const nowhere = await api.answer(UNKNOWN.assignment, 1, answer)
    assert.deepEqual([notOurs.status, notOurs.text], [404, nowhere.text])
  })

  it('counts in no figure outside, and in those of the desk', async () => {
    const before = JSON.parse(figures)
    const outside = (await api.get(`/figures?municipality=${NOORDDIJK}`)).json
    assert.equal(outside.cases, before.cases + 1)
    assert.equal(outside.signals, before.signals + 1)
    assert.equal(outside.handedOver, before.handedOver + 1)
    const desk = (await api.get('/figures', { as: 'desk' })).json
    assert.equal(desk.cases, outside.cases + 1)
    assert.equal(desk.signals, outside.signals + 1)
  })

  it('is told to the stream to nobody, where what came after it is', async () => {
    const { text } = await api.get(`/changes?municipality=${NOORDDIJK}`, {
      as: 'desk',
      headers: { 'last-event-id': changesFrom },
    })
    assert.match(text, /retry/)
    const response = await api.request('GET', `/changes?municipality=${NOORDDIJK}`, {
      headers: { 'last-event-id': changesFrom },
    })
    const reader = response.body?.getReader()
    await reader?.read()
    const told = new TextDecoder().decode((await reader?.read())?.value)
    await reader?.cancel()
    assert.match(told, /rough-sleeper/)
    assert.doesNotMatch(told, /nuisance/)
    assert(!told.includes(secret.number))
  })

  it('is there for the desk, with its words and the place that stands sealed', async () => {
    for (const as of ['desk', 'administrator'] as const) {
      const { json } = await api.get(`/cases/${secret.number}`, { as })
      assert.deepEqual(json.place, PLACE)
      assert.equal(json.descriptions[0].text, 'somebody shouts at night, xyzzy')
      const list = (await api.get('/cases?category=nuisance', { as })).json.items
      assert.deepEqual(
        list.map((one: { number: string }) => one.number),
        [secret.number],
      )
    }
  })

  it('is there for the party that has it, until it has not', async () => {
    const path = `/cases/${secret.number}?municipality=${NOORDDIJK}`
    const seen = await api.get(path, { as: 'team' })
    assert.deepEqual(seen.json.place, PLACE)
    assert.equal(seen.json.descriptions, undefined)
    const assignment = await api.get(`/assignments/${secret.assignment}`, { as: 'team' })
    assert.deepEqual(assignment.json.case.place, PLACE)
    const refused = await api.answer(
      secret.assignment,
      assignment.json.revision,
      { answer: 'not-ours', reason: 'not-our-task' },
      { as: 'team' },
    )
    assert.equal(refused.status, 201)
    assert.equal(refused.json.assignment.case.place, undefined)
    assert.equal((await api.get(path, { as: 'team' })).status, 404)
  })
})

describe('what shows only its status', () => {
  let api: ApiTown
  let shown: { number: string; caseId: string }
  before(async () => {
    api = await openApiTown()
    shown = await api.town.report({
      category: 'rough-sleeper',
      place: STREET_PLACE,
      asset: 'L15',
      words: { description: 'sleeps in the porch' },
    })
  })
  after(() => api[Symbol.asyncDispose]())

  it('is listed without a place, object or area', async () => {
    const { json } = await api.get(`/cases?municipality=${NOORDDIJK}`)
    assert.equal(json.items[0].number, shown.number)
    for (const path of [
      '',
      `/${shown.number}`,
      `/${shown.number}/decisions`,
      `/${shown.caseId}/assignments`,
    ]) {
      const { status, text } = await api.get(`/cases${path}?municipality=${NOORDDIJK}`)
      assert.equal(status, 200)
      for (const mark of [
        'lamp-15',
        'L15',
        String(STREET_PLACE.lon),
        'haven',
        'porch',
        'agreement',
      ])
        assert(!text.includes(mark), `${path} shows ${mark}`)
    }
  })

  it('is not found by its place', async () => {
    for (const filter of ['area=haven', 'asset=lamp-15']) {
      const { json } = await api.get(`/cases?municipality=${NOORDDIJK}&${filter}`)
      assert.deepEqual(json.items, [], filter)
      const desk = await api.get(`/cases?${filter}`, { as: 'desk' })
      assert.equal(desk.json.items.length, 1, filter)
    }
  })
})
