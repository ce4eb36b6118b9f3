import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { readAll } from '#journal'
import { readContacts } from '#modules/cases'
import { Category, enterCategories } from '#modules/categories'
import { ensureWebBuild } from '../src/composition/web-build.ts'
import { type ApiTown, type Caller, openApiTown, type Told } from './api-town.ts'
import { NOORDDIJK } from './town.ts'

const HERE = `municipality=${NOORDDIJK}`
const PLACE = { lon: 5.0134567, lat: 52.0112345 }
const NAME = { nl: 'bank stuk', en: 'bench broken' }
const WITH_QUESTIONS = Category.parse({
  id: 'bench-broken',
  name: NAME,
  description: NAME,
  questions: [
    {
      code: 'part',
      text: { nl: 'Welk deel?', en: 'Which part?' },
      datatype: 'singlevaluelist',
      isRequired: true,
      values: [
        { key: 'back', name: { nl: 'rug', en: 'back' } },
        { key: 'seat', name: { nl: 'zitting', en: 'seat' } },
      ],
    },
    { code: 'planks', text: { nl: 'Hoeveel planken?', en: 'How many?' }, datatype: 'number' },
  ],
})

function refused(told: Told, status: number, name: string, named?: RegExp): void {
  assert.deepEqual([told.status, told.json.type], [status, `/problems/${name}`], told.text)
  assert.equal(told.headers.get('content-type'), 'application/problem+json')
  if (named) assert.match(JSON.stringify(told.json.faults ?? told.json.detail), named)
}

describe('the door for signals', () => {
  let api: ApiTown
  let lamps = 0
  before(async () => {
    api = await openApiTown()
    await api.app.committer.submit(NOORDDIJK, enterCategories, { categories: [WITH_QUESTIONS] })
    api.app.towns.touch(NOORDDIJK)
  })
  after(() => api[Symbol.asyncDispose]())

  const nextLamp = () => {
    lamps += 1
    return { category: 'lamp-out', asset: `L${lamps}` }
  }
  const send = (body: object, as: Caller = 'public', headers: Record<string, string> = {}) =>
    api.post(`/signals?${HERE}`, { as, body, headers })
  const staffSees = async (number: string) =>
    (await api.get(`/cases/${number}`, { as: 'desk' })).json

  it('says at once who has it and by when, in the language asked for', async () => {
    const told = await send({ ...nextLamp(), description: 'it is dark' }, 'public', {
      'accept-language': 'en',
    })
    assert.equal(told.status, 201, told.text)
    const { number, sentence, kind, isRepeat, href, code, ...others } = told.json
    assert.match(
      sentence,
      /^lamp-out: Lichtwerk B\.V\. has been given the report\. Expected to be done: [A-Z][a-z]+ \d+ June before /,
    )
    assert.deepEqual([kind, isRepeat, others], ['fault', false, {}])
    assert.match(code, /^[0-9A-Z]{5}-[0-9A-Z]{5}$/)
    assert.equal(told.headers.get('location'), href)
    assert.equal((await api.get(href.replace('/api/v1', ''))).json.number, number)
    const { descriptions } = await staffSees(number)
    assert.deepEqual(
      [descriptions[0].text, descriptions[0].channel, descriptions[0].enteredBy],
      ['it is dark', 'web', undefined],
    )
  })

  it('leads to the same case as Open311 does', async () => {
    const { category, asset } = nextLamp()
    const told = await send({ category, asset })
    const form = new URLSearchParams({
      service_code: category,
      address_id: asset,
      description: 'b',
    })
    const answer = await api.app.http.request(`/open311/v2/${NOORDDIJK}/requests.json`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: form,
    })
    const [request] = (await answer.json()) as { service_request_id: string }[]
    assert.equal(request?.service_request_id, told.json.number)
  })

  it('keeps by which channel it came, and lets each caller name only its own', async () => {
    const of: Record<string, readonly string[]> = {
      public: ['web', 'app'],
      integrator: ['web', 'app', 'phone', 'counter', 'letter', 'e-mail', 'social-media'],
      desk: [
        'phone',
        'counter',
        'letter',
        'e-mail',
        'social-media',
        'web',
        'app',
        'own-observation',
      ],
      party: ['own-observation', 'phone', 'e-mail', 'app'],
    }
    const all = new Set(Object.values(of).flat())
    for (const [as, own] of Object.entries(of)) {
      for (const channel of all) {
        const body = { category: 'litter', place: PLACE, description: `${as} ${channel}`, channel }
        const told = await send(body, as as Caller)
        if (!own.includes(channel)) refused(told, 403, 'not-allowed')
        else assert.equal(told.status, 201, `${as} ${channel} ${told.text}`)
      }
      const plain = await send({ category: 'litter', place: PLACE, description: as }, as as Caller)
      const { descriptions } = await staffSees(plain.json.number)
      const last = descriptions.find((one: { text: string }) => one.text === as)
      assert.equal(last.channel, own[0], `${as}, where nothing is said`)
    }
    for (const channel of ['thing', 'open311', 'rest', 'fax'])
      refused(await send({ ...nextLamp(), channel }, 'desk'), 400, 'input-invalid', /channel/)
  })

  it('keeps whose hands it went through, and shows that to staff alone', async () => {
    for (const [as, isEntered] of [
      ['public', false],
      ['integrator', false],
      ['desk', true],
      ['party', true],
    ] as const) {
      const { number } = (await send(nextLamp(), as)).json
      const [said] = (await staffSees(number)).descriptions
      assert.equal(said.enteredBy !== undefined, isEntered, as)
      if (isEntered) assert.match(said.enteredBy, /^key\/[0-9a-f-]{36}$/)
      const shown = await api.get(`/cases/${number}?${HERE}`)
      assert(!/enteredBy|isOnBehalf|channel|key\//.test(shown.text))
    }
  })

  it('keeps on whose behalf it is, in the vault and nowhere else', async () => {
    const onBehalfOf = { firstName: 'Jo', lastName: 'de Vries', phone: '0612345678' }
    const { number } = (await send({ ...nextLamp(), onBehalfOf, channel: 'phone' }, 'desk')).json
    const seen = await staffSees(number)
    const [said] = seen.descriptions
    assert.deepEqual([said.isOnBehalf, said.channel], [true, 'phone'])
    const contacts = await readContacts(api.app.pool, api.app.vault, NOORDDIJK, [said.signal])
    assert.deepEqual(contacts.get(said.signal), onBehalfOf)
    const journal: string[] = []
    await api.app.pool.read({ tenant: NOORDDIJK }, async (query) => {
      for await (const { data } of readAll(query, NOORDDIJK)) journal.push(JSON.stringify(data))
    })
    assert(journal.join().includes('"isOnBehalf":true'))
    for (const mark of ['de Vries', '0612345678']) assert(!journal.join().includes(mark), mark)
    const own = (await send({ ...nextLamp(), contact: { email: 'jo@example.org' } })).json
    const [first] = (await staffSees(own.number)).descriptions
    assert.equal(first.isOnBehalf, undefined)
  })

  it('asks what the category asks, by the same rule as Open311', async () => {
    const bench = { category: 'bench-broken', place: PLACE }
    const cases: [object, RegExp][] = [
      [{}, /attributes\.part/],
      [{ attributes: { planks: '2' } }, /attributes\.part/],
      [{ attributes: { part: 'leg' } }, /attributes\.part/],
      [{ attributes: { part: ['back', 'seat'] } }, /attributes\.part/],
      [{ attributes: { part: 'back', planks: 'two' } }, /attributes\.planks/],
      [{ attributes: { part: 'back', colour: 'red' } }, /attributes\.colour/],
      [{ attributes: { part: 3 } }, /attributes/],
    ]
    for (const [own, named] of cases)
      refused(await send({ ...bench, ...own }), 400, 'input-invalid', named)
    const attributes = { part: 'back', planks: ['2'] }
    assert.equal((await send({ ...bench, attributes })).status, 201)
    const asks = { ...bench, kind: 'question', description: 'who made it' }
    assert.equal((await send(asks)).status, 201, 'an office needs no answers to mend a bench')
    refused(await send({ ...asks, attributes: { part: 'leg' } }), 400, 'input-invalid', /part/)
  })

  it('refuses what is wrong by its name, all at once, and takes nothing of it', async () => {
    const before = (await api.get('/cases?limit=200', { as: 'desk' })).json.items.length
    const fault = { category: 'litter', place: PLACE }
    const text = 'x'.repeat(4001)
    const wrong: [object, RegExp][] = [
      [{}, /category/],
      [{ kind: 'fault', place: PLACE }, /category/],
      [{ ...fault, kind: 'rumour' }, /kind/],
      [{ ...fault, kind: 'device' }, /kind/],
      [{ kind: 'question' }, /description/],
      [{ ...fault, category: 7 }, /category/],
      [{ ...fault, category: 'x'.repeat(65) }, /category/],
      [{ ...fault, description: text }, /description/],
      [{ ...fault, description: '  ' }, /description/],
      [{ ...fault, place: { lon: '5', lat: 52 } }, /place\.lon/],
      [{ ...fault, place: { lon: 5 } }, /place\.lat/],
      [{ ...fault, place: { ...PLACE, z: 1 } }, /place\.z/],
      [{ ...fault, accuracy: -1 }, /accuracy/],
      [{ category: 'lamp-out', asset: 'L1', accuracy: 5 }, /accuracy/],
      [{ ...fault, asset: '' }, /asset/],
      [{ ...fault, address: 'a\nb' }, /address/],
      [{ ...fault, seenAt: 'yesterday' }, /seenAt/],
      [{ ...fault, seenAt: '2026-06-09T10:00' }, /seenAt/],
      [{ ...fault, contact: {} }, /contact/],
      [{ ...fault, contact: { email: 'jo' } }, /contact\.email/],
      [{ ...fault, contact: { firstName: 'a\u0000b' } }, /NUL/],
      [{ ...fault, contact: { firstName: 'a\r\nb' } }, /contact\.firstName/],
      [{ ...fault, contact: { accountId: 'x' } }, /contact\.accountId/],
      [{ ...fault, contact: { phone: '1' }, onBehalfOf: { phone: '2' } }, /onBehalfOf/],
      [{ kind: 'question', description: 'x', attributes: { a: 'b' } }, /attributes/],
      [{ ...fault, attributes: { 'A b': 'c' } }, /attributes/],
      [{ ...fault, alreadyDone: {} }, /alreadyDone\.remark/],
      [{ ...fault, alreadyDone: { remark: 'x', cause: 'ghosts' } }, /alreadyDone\.cause/],
      [{ kind: 'question', description: 'x', alreadyDone: { remark: 'x' } }, /alreadyDone/],
      [{ ...fault, party: 'wijkteam' }, /party/],
      [{ ...fault, enteredBy: 'key/1' }, /enteredBy/],
      [{ ...fault, received: '2020-01-01' }, /received/],
    ]
    for (const [body, named] of wrong) refused(await send(body), 400, 'input-invalid', named)
    const both = await send({ kind: 'rumour', place: { lon: 5 }, more: 1 })
    assert(both.json.faults.length >= 3, 'everything that is wrong is told at once')
    for (const key of ['', 'a b', 'é', 'x'.repeat(201)])
      refused(
        await send(fault, 'public', { 'idempotency-key': key }),
        400,
        'input-invalid',
        /idempotency-key/,
      )
    assert.equal((await api.get('/cases?limit=200', { as: 'desk' })).json.items.length, before)
  })

  it('refuses a place, an object, a category and a moment that cannot be, for what it is', async () => {
    const litter = { category: 'litter' }
    const at = (lon: number, lat: number) => ({ ...litter, place: { lon, lat } })
    const cases: [object, string][] = [
      [litter, 'place-missing'],
      [{ ...litter, address: 'Dijkstraat 4' }, 'place-missing'],
      [at(0, 0), 'place-at-zero'],
      [at(52.01, 5.01), 'place-swapped'],
      [at(5.06, 52.01), 'place-outside-municipality'],
      [at(13.4, 52.5), 'place-outside-netherlands'],
      [{ ...litter, asset: 'L999' }, 'asset-unknown'],
      [{ category: 'unicorns', place: PLACE }, 'category-unknown'],
      [{ category: 'cable-disconnect', place: PLACE }, 'category-unknown'],
      [{ ...at(5.01, 52.01), seenAt: '2026-06-10T10:00:00Z' }, 'seen-in-future'],
      [{ kind: 'question', description: 'x', category: 'unicorns' }, 'category-unknown'],
      [
        { kind: 'question', description: 'x', place: { lon: 5.06, lat: 52 } },
        'place-outside-municipality',
      ],
      [{ kind: 'question', description: 'x', asset: 'L999' }, 'asset-unknown'],
    ]
    for (const [body, name] of cases) refused(await send(body), 400, name)
  })

  it('takes the same signal once: by its key, or by what it says within ten minutes', async () => {
    const headers = { 'idempotency-key': 'order-1' }
    const lamp = nextLamp()
    const first = await send(lamp, 'integrator', headers)
    const again = await send({ ...lamp, description: 'more' }, 'integrator', headers)
    assert.deepEqual([first.status, again.status, again.json.isRepeat], [201, 200, true])
    assert.equal(again.json.number, first.json.number)
    assert.equal((await staffSees(first.json.number)).signals, 1)
    const asks = { kind: 'question', description: 'when is the market' }
    const [one, two] = [await send(asks), await send(asks)]
    assert.deepEqual([one.status, two.status], [201, 200])
    const complains = await send({ ...asks, kind: 'complaint' })
    assert.deepEqual([complains.status, complains.json.number === one.json.number], [201, false])
    api.town.pass(601_000)
    assert.equal((await send(asks)).status, 201, 'and is another after that')
    const strangers = await Promise.all(
      ['a', 'b'].map((x) => send({ ...asks, description: x }, 'public', headers)),
    )
    assert.equal(
      new Set(strangers.map(({ json }) => json.number)).size,
      2,
      'strangers share no key',
    )
  })

  it('leaks of what is confidential no more than its number and its line', async () => {
    const told = await send({ category: 'nuisance', place: PLACE, description: 'xyzzy shouts' })
    assert.equal(told.status, 201)
    const { href, number, kind, sentence, isRepeat, code, ...others } = told.json
    assert.deepEqual([kind, isRepeat, others], ['fault', false, {}])
    assert.match(code, /^[0-9A-Z]{5}-[0-9A-Z]{5}$/)
    assert(href.includes(number) && !sentence.includes('xyzzy'))
    refused(await api.get(`/cases/${number}?${HERE}`), 404, 'case-not-found')
    const lists = [await api.get(`/cases?${HERE}&limit=200`), await api.get(`/changes?${HERE}`)]
    for (const list of lists) assert(!list.text.includes(number))
  })

  it('is closed to the administrator, who directs nothing', async () => {
    refused(await send(nextLamp(), 'administrator'), 403, 'not-allowed')
    refused(
      await api.post('/signals', { as: 'zuiddijkDesk', body: nextLamp() }),
      400,
      'asset-unknown',
    )
  })
})

describe('the pages of the desk', () => {
  it('show how a signal came, through whose hands, and what it is, and can correct that', async () => {
    await ensureWebBuild(() => undefined)
    await using api = await openApiTown({ roles: ['web'] })
    const page = deskOf(api)
    const report = await api.post(`/signals?${HERE}`, {
      as: 'desk',
      body: {
        category: 'lamp-out',
        asset: 'L1',
        description: 'by telephone',
        onBehalfOf: { phone: '0612345678' },
      },
    })
    const { number } = report.json
    await page.signIn()
    const shown = await page.get(number)
    assert.match(shown, /Telefoon · ingevoerd door een medewerker of partij · voor een ander/)
    assert(!shown.includes('0612345678'))
    assert.match(shown, /name="kind"/)
    const done = await page.post(number, { do: 'kind', kind: 'request' })
    assert.equal(done.status, 303, await done.text())
    const after = await page.get(number)
    assert.match(after, /<h1>Verzoek: /)
    assert.match(after, /Geen kantoor bekend/)
    assert(!after.includes('name="kind"') && !after.includes('name="agreement"'))
    await page.post(number, { do: 'settle', reason: 'no-address' })
    assert.match(await page.get(number), /doorgestuurd/)
    const publicly = await (await api.app.http.request(`/${NOORDDIJK}/cases/${number}`)).text()
    assert.match(publicly, /Verzoek/)
    assert(!/lamp-out|telefoon|ingevoerd/.test(publicly))
  })
})

/** The desk in a browser: its cookie and the token of its forms. */
function deskOf(api: ApiTown) {
  let cookie = ''
  let token = ''
  const request = (path: string, body?: Record<string, string>) =>
    api.app.http.request(`/${NOORDDIJK}/desk${path}`, {
      headers: {
        cookie,
        origin: 'http://localhost',
        'content-type': 'application/x-www-form-urlencoded',
      },
      ...(body ? { method: 'POST', body: new URLSearchParams(body) } : {}),
    })
  return {
    async signIn() {
      const answer = await request('/sign-in', { key: 'lk_of_desk' })
      cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
      assert(cookie, await answer.text())
    },
    async get(number: string) {
      const page = await (await request(`/cases/${number}`)).text()
      const text = page.replaceAll('<!-- -->', '')
      token = /name="formToken" value="([^"]+)"/.exec(text)?.[1] ?? token
      return text
    },
    post: (number: string, typed: Record<string, string>) =>
      request(`/cases/${number}`, { formToken: token, ...typed }),
  }
}
