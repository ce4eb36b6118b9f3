import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import sql from 'sql-template-tag'
import { markAsked } from '#modules/delivery'
import { type ApiTown, BODIES, filled, openApiTown } from './api-town.ts'
import { makeAccount, signIn } from './signed-in.ts'
import { NOORDDIJK } from './town.ts'
import { putPriceOn, refuse } from './wrongful-town.ts'

const MUNICIPALITY = `municipality=${NOORDDIJK}`

/** What a reading operation cannot do without. */
const ASKED: Readonly<Record<string, string>> = {
  readAgreementComparison: '?draft=next-year',
  readRouting: '?category=lamp-out&asset=lamp-1',
  previewSignal: '?category=lamp-out&asset=lamp-1',
  searchCategories: '?q=lamp',
  searchPlaces: '?q=lamp-1',
  readWhereabouts: '?lon=5.0301&lat=52.0051',
}

describe('reading over the API', () => {
  let api: ApiTown
  let numbers: string[]
  let assignment: string
  let signal: string
  before(async () => {
    api = await openApiTown()
    numbers = []
    for (let lamp = 1; lamp <= 7; lamp++) {
      const contact = { email: 'kees@example.nl' }
      const told = await api.town.report({ category: 'lamp-out', asset: `L${lamp}`, contact })
      const { caseId, number } = told
      signal = told.signalId
      numbers.unshift(number)
      assignment = (await api.assignmentOf(caseId)).id
      // Two moments for seven cases: a page must not lose who came at the same time.
      if (lamp === 4) api.town.pass(60_000)
    }
  })
  after(() => api[Symbol.asyncDispose]())

  async function reporterOf(signalId: string): Promise<string> {
    const [known] = await api.app.pool.read({ tenant: NOORDDIJK }, (query) =>
      query<{ person: string }>(sql`select person from cases.signals where id = ${signalId}::uuid`),
    )
    assert(known)
    return known.person.replace('person/', '')
  }

  async function pages(path: string, as: 'public' | 'party' | 'desk' = 'public') {
    const all: Record<string, string>[] = []
    let next: string | undefined
    let turns = 0
    do {
      const { status, json, headers } = await api.get(
        `${path}${next === undefined ? '' : `&cursor=${next}`}`,
        { as },
      )
      assert.equal(status, 200)
      all.push(...json.items)
      next = json.next
      assert.equal(headers.has('link'), next !== undefined)
      turns += 1
    } while (next !== undefined)
    return { all, turns }
  }

  it('gives each case on one page, in order, whatever the size of a page', async () => {
    for (const limit of [1, 2, 3, 7, 200]) {
      const { all, turns } = await pages(`/cases?${MUNICIPALITY}&limit=${limit}`)
      assert.deepEqual(all.map(({ number }) => number).sort(), [...numbers].sort())
      assert.equal(turns, Math.ceil(7 / limit))
    }
  })

  it('gives each assignment and each object once too', async () => {
    const { all } = await pages('/assignments?limit=2', 'party')
    assert.equal(new Set(all.map(({ id }) => id)).size, 7)
    const assets = await pages(`/assets?${MUNICIPALITY}&limit=4`)
    assert.equal(new Set(assets.all.map(({ id }) => id)).size, 21)
  })

  it('refuses a cursor that is not of this list, and a page that is too big', async () => {
    for (const query of ['cursor=x', 'cursor=WyJsYW1wIl0', 'limit=201', 'limit=0', 'limit=1.5']) {
      const { status, json } = await api.get(`/cases?${MUNICIPALITY}&${query}`)
      assert.deepEqual([status, json.type], [400, '/problems/input-invalid'], query)
    }
  })

  it('leads with each href to something that is there', async () => {
    const { json } = await api.get(`/cases/${numbers[0]}?${MUNICIPALITY}`)
    const hrefs = [json.href, json.decisions, json.assignments, json.asset.href]
    hrefs.push(json.steps[0].agreement.href)
    for (const href of hrefs) {
      const { status } = await api.get(String(href).replace('/api/v1', ''))
      assert.equal(status, 200, href)
    }
  })

  it('filters cases, and refuses a filter that there is not', async () => {
    const count = async (query: string) => {
      const { status, json } = await api.get(`/cases?${MUNICIPALITY}&${query}`)
      return status === 200 ? json.items.length : status
    }
    assert.equal(await count('asset=lamp-3'), 1)
    assert.equal(await count('category=lamp-out&category=tree'), 7)
    assert.equal(await count('category=tree'), 0)
    assert.equal(await count('status=done&status=closed'), 0)
    assert.equal(await count('area=centrum'), 7)
    assert.equal(await count(`openedFrom=${new Date(api.town.clock()).toISOString()}`), 3)
    assert.equal(await count('stauts=open'), 400)
    assert.equal(await count('atDesk=true'), 403)
  })

  it('tells a case in the language that is asked for', async () => {
    const line = async (language: string) => {
      const headers = { 'accept-language': language }
      const told = await api.get(`/cases/${numbers[0]}?${MUNICIPALITY}`, { headers })
      return [told.headers.get('content-language'), told.json.line]
    }
    const [nl, dutch] = await line('nl-NL, en;q=0.8')
    const [en, english] = await line('de, en-GB;q=0.9, nl;q=0.5')
    assert.deepEqual([nl, en], ['nl', 'en'])
    assert.match(
      dutch,
      /Lichtwerk B\.V\. heeft de melding gekregen\. Verwacht klaar: [a-z]+ \d+ [a-z]+ vóór /,
    )
    assert.match(
      english,
      /Lichtwerk B\.V\. has been given the report\. Expected to be done: [A-Z][a-z]+ \d+ [A-Z][a-z]+ before /,
    )
  })

  it('explains where it went, in both languages', async () => {
    const { json } = await api.get(`/cases/${numbers[0]}/decisions?${MUNICIPALITY}`)
    const [decision] = json.items
    assert.equal(decision.outcome.chosen.party.id, 'lichtwerk')
    assert.match(decision.inWords.nl.sentence, /Lichtwerk/)
    assert.match(decision.inWords.en.because.join(' '), /lamp post L7/)
    assert.deepEqual(
      decision.alternatives.map((one: { agreement: { id: string }; reason: string }) => [
        one.agreement.id,
        one.reason,
      ]),
      [
        ['lighting-reserve', 'ranked-lower'],
        ['provincial-lighting', 'other-manager'],
      ],
    )
  })

  it('finds what is near, or carries a number, and the areas of a point', async () => {
    const near = `/assets?${MUNICIPALITY}&lon=5.002&lat=52.005&radius=80`
    const { json } = await api.get(near)
    assert.deepEqual(
      json.items.map((one: { id: string }) => one.id),
      ['lamp-1', 'lamp-2'],
    )
    assert.deepEqual(json.items[0].distance, 0)
    const named = await api.get(`/assets?${MUNICIPALITY}&publicNumber=l%2012`)
    assert.deepEqual(
      named.json.items.map((one: { id: string }) => one.id),
      ['lamp-12'],
    )
    const containers = await api.get(`/assets?${MUNICIPALITY}&type=waste-container`)
    assert.equal(containers.json.items.length, 2)
    const areas = await api.get(`/areas?${MUNICIPALITY}&lon=5.01&lat=52.019`)
    assert.deepEqual(
      areas.json.items.map((one: { id: string }) => one.id),
      ['centrum', 'dijkweg'],
    )
    assert.equal(areas.json.items[0].geometry, undefined)
    const drawn = await api.get(`/areas?${MUNICIPALITY}&geometry=true&kind=management-area`)
    assert.equal(drawn.json.items[0].geometry.type, 'Polygon')
    assert.equal((await api.get(`/areas?${MUNICIPALITY}&lon=5.01`)).status, 400)
    assert.equal(
      (await api.get(`/assets/nothing?${MUNICIPALITY}`)).json.type,
      '/problems/asset-not-found',
    )
  })

  it('enters an agreement, keeps its versions, and routes by it at once', async () => {
    const before = new Date(api.town.clock()).toISOString()
    api.town.pass(1_000)
    const body = BODIES.createAgreement as { scope: object }
    const enter = (own: object) =>
      api.post('/agreements', { as: 'administrator', body: { ...body, ...own } })
    const wrong = await enter({ party: 'nobody', scope: { categories: ['bench', 'moon'] } })
    assert.deepEqual([wrong.status, wrong.json.type], [400, '/problems/agreement-names-unknown'])
    assert.deepEqual(wrong.json.unknown, [
      { path: 'party', name: 'nobody' },
      { path: 'scope.categories', name: 'moon' },
    ])
    const own = { mode: 'automatic', rank: 5, scope: { categories: ['strange'] } }
    const first = await enter(own)
    assert.deepEqual([first.status, first.json.version], [201, 1])
    assert.equal((await enter(own)).status, 200)
    const { number } = await api.town.report({
      category: 'strange',
      place: { lon: 5.03, lat: 52.01 },
    })
    const told = await api.get(`/cases/${number}?${MUNICIPALITY}`)
    assert.deepEqual(told.json.parties, [{ id: 'groenwerk', name: 'Groenwerk' }])
    assert.equal((await enter({ ...own, title: 'Benches again' })).json.version, 2)
    const versions = await api.get(`/agreements/benches-too?${MUNICIPALITY}`)
    assert.deepEqual(
      versions.json.items.map((one: { version: number }) => one.version),
      [2, 1],
    )
    const ids = async (query: string) =>
      (await api.get(`/agreements?${MUNICIPALITY}&${query}`)).json.items.map(
        (one: { id: string; version: number }) => `${one.id} ${one.version}`,
      )
    assert((await ids('limit=200')).includes('benches-too 2'))
    assert(!(await ids(`limit=200&knownAt=${before}`)).includes('benches-too 1'))
    assert.equal((await api.get(`/agreements/nothing?${MUNICIPALITY}`)).status, 404)
  })

  it('counts separate facts of a period', async () => {
    api.town.pass(1_000)
    const { json } = await api.get(`/figures?${MUNICIPALITY}`)
    const { signals, cases, handedOver, done, confirmed, unchallenged } = json
    assert.deepEqual(
      { signals, cases, handedOver, done, confirmed, unchallenged },
      { signals: 8, cases: 8, handedOver: 8, done: 0, confirmed: 0, unchallenged: 0 },
    )
    const none = `from=2020-01-01T00:00:00Z&to=2020-02-01T00:00:00Z`
    assert.equal((await api.get(`/figures?${MUNICIPALITY}&${none}`)).json.cases, 0)
    const backward = `to=2020-01-01T00:00:00Z&from=2020-02-01T00:00:00Z`
    assert.equal((await api.get(`/figures?${MUNICIPALITY}&${backward}`)).status, 400)
  })

  // The last: it adds to what the others count.
  it('answers every GET in the shape that the document promises, and with no null', async () => {
    const names = {
      case: numbers[0] as string,
      agreement: 'lighting',
      draft: 'next-year',
      area: 'centrum',
      asset: 'lamp-1',
      reporter: await reporterOf(signal),
    }
    const sent = { municipality: NOORDDIJK, assignment, organisation: 'lichtwerk' }
    await api.app.worker.write({}, (query) => markAsked(query, sent, api.town.clock()))
    await putPriceOn(api)
    const refused = await refuse(api, 'L8')
    const draft = { as: 'administrator', body: BODIES.createAgreementDraft } as const
    assert.equal((await api.post('/agreement-drafts', draft)).status, 201)
    // A stream, a picture, a sheet and a tile have no shape of this kind; an invitation is read once it was sent, and mails
    // where they are shown.
    const others = [
      'streamChanges',
      'streamDesk',
      'readPhoto',
      'readWorkSheet',
      'readWrongfulSheet',
      'readInvitation',
      'listMails',
      'readMail',
    ]
    const { address } = await makeAccount(api.app, NOORDDIJK, { role: 'administrator' })
    const privacy = await makeAccount(api.app, NOORDDIJK, { role: 'privacy-officer' })
    const people = [await signIn(api.app, address), await signIn(api.app, privacy.address)]
    for (const operation of api.operations) {
      if (operation.method !== 'get' || others.includes(operation.operationId)) continue
      if (operation.path.startsWith('/tiles/')) continue
      // What is a reporter's own is read with a reporter's link.
      const own = { token: api.linkTo(signal, 1, { kind: 'report' }) }
      const byLink = {
        listFollows: own,
        listAnswerLinks: { token: api.linkTo(assignment, 1) },
        listSubscriptions: { token: api.linkTo(signal, 1, { kind: 'subscriber' }) },
      }
      const by = byLink[operation.operationId as keyof typeof byLink] ?? ({ as: 'desk' } as const)
      const about = operation.operationId === 'readWrongfulReport' ? refused.id : assignment
      const path = `${filled(operation.path, { ...names, assignment: about })}${ASKED[operation.operationId] ?? ''}`
      let { status, json, text } = await api.get(path, by)
      for (const one of people)
        if (status === 403) ({ status, json, text } = await one.get(`/api/v1${path}`))
      assert.equal(status, 200, operation.operationId)
      const parsed = operation.answer.safeParse(json)
      assert(parsed.success, `${operation.operationId}: ${parsed.error?.message}`)
      assert.equal(JSON.stringify(parsed.data), text, operation.operationId)
      assert(!text.includes('null'), operation.operationId)
    }
  })
})
