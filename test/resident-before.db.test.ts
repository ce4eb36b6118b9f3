import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { Category, enterCategories } from '#modules/categories'
import { type ApiTown, openApiTown } from './api-town.ts'
import { agreementOf, CATEGORIES, statedRole } from './small-town.ts'
import { NOORDDIJK } from './town.ts'

const HERE = `municipality=${NOORDDIJK}`
const LAMP_3 = { lon: 5.004, lat: 52.005 }

let api: ApiTown
before(async () => {
  api = await openApiTown()
})
after(() => api[Symbol.asyncDispose]())

const preview = (query: Record<string, unknown>, own: object = {}) => {
  const search = new URLSearchParams(
    Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
  )
  return api.get(`/signal-previews?${HERE}&${search}`, own)
}

describe('what is known here before it is reported', () => {
  it('names the lamps to choose from, which of them are reported, and the case that it would join', async () => {
    const { number } = await api.town.report({ category: 'lamp-out', asset: 'L3' })
    const { status, json } = await preview({ category: 'lamp-out', ...LAMP_3 })
    assert.equal(status, 200)
    assert.deepEqual([json.asset, json.isPrivate, json.isAssetUncertain], ['lamp-3', false, false])
    const [first, ...others] = json.choices
    assert.deepEqual([first.id, first.distance, first.reported.number], ['lamp-3', 0, number])
    assert.match(first.reported.line, /Lichtwerk/)
    assert.equal(others.filter((one: { reported?: object }) => one.reported).length, 0)
    assert.deepEqual([json.same.as, json.same.case.number], ['joins', number])
    assert.deepEqual(json.near, [])
    // By the number on the lamp it is the same.
    const byNumber = await preview({ category: 'lamp-out', asset: 'l 3' })
    assert.equal(byNumber.json.same.case.number, number)
  })

  it('shows other open cases around, and none of them as the same', async () => {
    const { number } = await api.town.report({ category: 'lamp-out', asset: 'L8' })
    const { json } = await preview({ category: 'lamp-out', asset: 'L9' })
    assert.equal(json.same, undefined)
    assert.deepEqual(
      json.near.map((one: { number: string }) => one.number),
      [number],
    )
  })

  it('foresees what the report then does: it joins exactly the case that was named', async () => {
    const place = { lon: 5.0301, lat: 52.0101 }
    const close = { lon: 5.0302, lat: 52.0101 }
    const far = { lon: 5.0311, lat: 52.0101 }
    const first = await api.town.report({ category: 'litter', place })
    for (const [at, isSame] of [
      [close, true],
      [far, false],
    ] as const) {
      const { json } = await preview({ category: 'litter', ...at })
      assert.equal(json.same?.case.number === first.number, isSame)
      const told = await api.post(`/signals?${HERE}`, { body: { category: 'litter', place: at } })
      assert.equal(told.json.number === first.number, isSame)
    }
  })

  it('says that work which was done is contested by it', async () => {
    const { caseId, number } = await api.town.report({ category: 'lamp-out', asset: 'L12' })
    const { id } = await api.assignmentOf(caseId)
    await api.town.answer(id, { answer: 'done', next: [] })
    const { json } = await preview({ category: 'lamp-out', asset: 'L12' })
    assert.deepEqual([json.same.as, json.same.case.number], ['contests', number])
  })

  it('tells who would get it and by when, in the language asked for', async () => {
    const { json } = await preview(
      { category: 'lamp-out', asset: 'L5' },
      { headers: { 'accept-language': 'en' } },
    )
    assert.deepEqual(
      [json.outlook.outcome, json.outlook.party],
      ['party', { id: 'lichtwerk', name: 'Lichtwerk B.V.' }],
    )
    assert.equal(Date.parse(json.outlook.expectedBy), api.town.clock() + 48 * 3_600_000)
    assert.match(json.outlook.sentence, /Lichtwerk/)
  })

  it('tells whose it is where the municipality has no say, and how they are reached', async () => {
    const askAt = { website: 'https://dedijk.example/melden', phone: '0800 1234' }
    await api.town.enter([
      agreementOf({
        id: 'walls-too',
        party: 'woonstichting',
        basis: 'owner-only',
        categories: ['graffiti'],
        rank: 5,
        askAt,
      }),
    ])
    const { json } = await preview({ category: 'graffiti', lon: 5.02, lat: 52.01 })
    assert.equal(json.outlook.outcome, 'owner-only')
    assert.equal(json.outlook.party.name, 'Woonstichting De Dijk')
    assert.deepEqual(json.outlook.askAt, askAt)
    assert.equal(json.outlook.expectedBy, undefined)
  })

  it('tells why nobody is given it, as the municipality chose', async () => {
    const role = statedRole({ id: 'strange' })
    const entered = await api.post(`/stated-roles?${HERE}`, { as: 'administrator', body: role })
    assert.equal(entered.status, 201)
    const { json } = await preview({ category: 'strange', lon: 5.02, lat: 52.01 })
    assert.deepEqual(
      [json.outlook.outcome, json.outlook.role, json.outlook.because],
      ['desk', 'leaves', role.because],
    )
  })

  it('says whom to call first of what is dangerous, or as the category says', async () => {
    const hit = await preview({ category: 'mast-hit', asset: 'L5' })
    assert.deepEqual(hit.json.callFirst, { phone: '112' })
    const why = { nl: 'Ruikt u gas?', en: 'Do you smell gas?' }
    const gas = Category.parse({
      ...CATEGORIES.find(({ id }) => id === 'playground'),
      callFirst: { phone: '0800 9009', why },
    })
    await api.app.committer.submit(NOORDDIJK, enterCategories, { categories: [gas] })
    api.app.towns.touch(NOORDDIJK)
    const told = await preview({ category: 'playground', lon: 5.02, lat: 52.01 })
    assert.deepEqual(told.json.callFirst, { phone: '0800 9009', why })
    const lamp = await preview({ category: 'lamp-out', asset: 'L5' })
    assert.equal(lamp.json.callFirst, undefined)
  })

  it('tells nothing of what is confidential or shows its status only, to nobody', async () => {
    const place = { lon: 5.0333, lat: 52.0133 }
    const empty = await preview({ category: 'nuisance', ...place })
    const emptyStatus = await preview({ category: 'rough-sleeper', ...place })
    const { number } = await api.town.report({ category: 'nuisance', place })
    const other = await api.town.report({ category: 'rough-sleeper', place })
    for (const as of ['public', 'desk', 'party'] as const) {
      const told = await preview({ category: 'nuisance', ...place }, { as })
      assert.deepEqual([told.status, told.json], [200, empty.json])
      assert(!told.text.includes(number) && told.json.outlook === undefined)
      const status = await preview({ category: 'rough-sleeper', ...place }, { as })
      assert.deepEqual(status.json, emptyStatus.json)
      assert(!status.text.includes(other.number))
    }
  })

  it('refuses what cannot be reported, a place that is missing or elsewhere, and an object that is not known', async () => {
    const cases = [
      [{ category: 'nothing', lon: 5.01, lat: 52.01 }, 'category-unknown'],
      [{ category: 'cable-disconnect', lon: 5.01, lat: 52.01 }, 'category-unknown'],
      [{ category: 'litter' }, 'place-missing'],
      [{ category: 'litter', lon: 5.01 }, 'place-missing'],
      [{ category: 'litter', lon: 6.9, lat: 52.01 }, 'place-outside-municipality'],
      [{ category: 'litter', lon: 'x', lat: 52.01 }, 'input-invalid'],
      [{ category: 'lamp-out', asset: 'L999' }, 'asset-unknown'],
      [{ category: 'litter', lon: 5.01, lat: 52.01, party: 'me' }, 'input-invalid'],
    ] as const
    for (const [query, problem] of cases) {
      const { status, json } = await preview(query)
      assert.deepEqual([status, json.type], [400, `/problems/${problem}`], JSON.stringify(query))
    }
  })
})

describe('this too bothers me', () => {
  const meToo = (name: string, body: object = {}, own: object = {}) =>
    api.post(`/cases/${name}/me-toos?${HERE}`, { body, ...own })

  it('joins an open case as a signal of its own, with words and an address that staff reads', async () => {
    const { number } = await api.town.report({ category: 'lamp-out', asset: 'L14' })
    const told = await meToo(number, {
      description: 'it is very dark',
      contact: { email: 'buur@example.org' },
    })
    assert.equal(told.status, 201, told.text)
    assert.deepEqual([told.json.number, told.json.isRepeat], [number, false])
    assert.match(told.json.code, /^[0-9A-Z]{5}-[0-9A-Z]{5}$/)
    const { json } = await api.get(`/cases/${number}`, { as: 'desk' })
    assert.equal(json.signals, 2)
    assert(json.descriptions.some((one: { text?: string }) => one.text === 'it is very dark'))
    const token = (await api.post(`/follows?${HERE}`, { body: { number, code: told.json.code } }))
      .json.token
    const { json: follows } = await api.get('/follows', { token })
    assert.deepEqual([follows.items[0].number, follows.items[0].isMailed], [number, true])
  })

  it('joins without a word or an address too, and once for one key', async () => {
    const place = { lon: 5.0351, lat: 52.0101 }
    const { number } = await api.town.report({ category: 'litter', place })
    const headers = { 'idempotency-key': 'tap-1' }
    const [first, again] = [
      await meToo(number, {}, { headers }),
      await meToo(number, {}, { headers }),
    ]
    assert.deepEqual([first.status, again.status], [201, 200])
    assert.equal(again.json.code, first.json.code)
    const other = await meToo(number, {}, { headers: { 'idempotency-key': 'tap-2' } })
    assert.equal(other.status, 201)
    const { json } = await api.get(`/cases/${number}?${HERE}`)
    assert.equal(json.signals, 3)
  })

  it('asks no questions of the category again', async () => {
    const body = { category: 'litter', place: { lon: 5.0371, lat: 52.0101 } }
    const { json } = await api.post(`/signals?${HERE}`, { body })
    const litter = CATEGORIES.find(({ id }) => id === 'litter')
    const text = { nl: 'Hoeveel?', en: 'How much?' }
    const questions = [{ code: 'much', text, datatype: 'string', isRequired: true }]
    const categories = [Category.parse({ ...litter, questions })]
    await api.app.committer.submit(NOORDDIJK, enterCategories, { categories })
    api.app.towns.touch(NOORDDIJK)
    assert.equal((await api.post(`/signals?${HERE}`, { body })).status, 400)
    assert.equal((await meToo(json.number)).status, 201)
  })

  it('is not for what is done, confidential, not public or not there', async () => {
    const { caseId, number } = await api.town.report({ category: 'lamp-out', asset: 'L15' })
    const { id } = await api.assignmentOf(caseId)
    await api.town.answer(id, { answer: 'done', next: [] })
    const refused = await meToo(number)
    assert.deepEqual([refused.status, refused.json.type], [409, '/problems/case-not-open'])
    const place = { lon: 5.0391, lat: 52.0101 }
    const secret = await api.town.report({ category: 'nuisance', place })
    const status = await api.town.report({ category: 'rough-sleeper', place })
    for (const name of [secret.number, secret.caseId, status.number, 'GM9801-26-999999']) {
      const told = await meToo(name)
      assert.deepEqual([told.status, told.json.type], [404, '/problems/case-not-found'], name)
    }
  })

  it('is for residents, integrators and the desk, and not for a party', async () => {
    const { number } = await api.town.report({ category: 'lamp-out', asset: 'L16' })
    for (const [as, status] of [
      ['public', 201],
      ['integrator', 201],
      ['desk', 201],
      ['party', 403],
      ['administrator', 403],
    ] as const) {
      const told = await meToo(number, { description: `of ${as}` }, { as })
      assert.equal(told.status, status, `${as} ${told.text}`)
    }
  })

  it('stops a program that counts a case up', async () => {
    const place = { lon: 5.0251, lat: 52.0051 }
    const { number } = await api.town.report({ category: 'bench', place })
    const answers: number[] = []
    for (let i = 0; i < 22; i++) {
      const headers = { 'idempotency-key': `bot-${i}` }
      answers.push((await meToo(number, {}, { headers })).status)
    }
    assert.deepEqual(answers.slice(0, 20), Array(20).fill(201))
    assert.deepEqual(answers.slice(20), [429, 429])
  })
})

describe('the search for a category', () => {
  const search = (query: string, own: object = {}) =>
    api.get(`/found-categories?${HERE}&${query}`, own)

  it('finds by words with a typing error, with the nodes above it', async () => {
    const { status, json } = await search('q=lampp%20out')
    assert.equal(status, 200)
    assert.equal(json.items[0].id, 'lamp-out')
    assert.deepEqual(
      json.items[0].above.map((one: { id: string }) => one.id),
      ['lighting'],
    )
  })

  it('gives nothing of what is not reported here, and at most as many as are asked', async () => {
    assert.deepEqual((await search('q=cable')).json.items, [])
    assert.equal((await search('q=lamp&limit=1')).json.items.length, 1)
  })

  it('refuses no words, too many, and a parameter that there is not', async () => {
    for (const query of ['', 'q=', `q=${'a'.repeat(201)}`, 'q=lamp&limit=21', 'q=lamp&x=1'])
      assert.equal((await search(query)).status, 400, query.slice(0, 20))
  })
})
