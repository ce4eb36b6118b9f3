import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import sql from 'sql-template-tag'
import { followCodeOf } from '#modules/cases'
import { type ApiTown, openApiTown } from './api-town.ts'
import { photoOf } from './pictures.ts'

const HOUR_MS = 3_600_000
const DESK = { as: 'desk' } as const
const phone = '06-12345678'

describe('the desk', () => {
  let api: ApiTown
  before(async () => {
    api = await openApiTown()
  })
  after(() => api[Symbol.asyncDispose]())

  const needs = async (query = '') => (await api.get(`/desk-needs${query}`, DESK)).json
  const numbersIn = (told: { items: { case: { number: string } }[] }) =>
    told.items.map((one) => one.case.number)
  const by = async (body: object) => {
    const told = await api.post('/signals', { ...DESK, body })
    assert.equal(told.status, 201, told.text)
    return told.json as { number: string; signal: string }
  }
  const signalsOf = async (number: string): Promise<string[]> => {
    const { descriptions } = (await api.get(`/cases/${number}`, DESK)).json
    return descriptions.map(({ signal }: { signal: string }) => signal)
  }
  const post = (number: string, what: string, body: object) =>
    api.post(`/cases/${number}/${what}`, { ...DESK, body })

  describe('sees what needs a person', () => {
    it('the most urgent first, then the oldest, with the reason and the next step in words', async () => {
      const strange = await api.town.report({
        category: 'strange',
        place: { lon: 5.01, lat: 52.01 },
      })
      api.town.pass(HOUR_MS)
      const words = { description: 'it has been dark for days' }
      const dark = await api.town.report({ category: 'lamp-out', asset: 'L2', words })
      const told = await needs()
      assert.deepEqual(numbersIn(told), [strange.number, dark.number])
      assert.deepEqual(told.items[0].reasons, [
        {
          reason: 'no-agreement',
          title: 'Geen afspraak',
          next: 'Voor deze melding is er geen afspraak. Kies zelf een partij, of sluit de melding.',
        },
      ])
      assert.deepEqual(
        told.counts.map(({ reason, count }: { reason: string; count: number }) => [reason, count]),
        [
          ['no-agreement', 1],
          ['to-release', 1],
        ],
      )
      assert.equal(told.total, 2)
      assert(!JSON.stringify(told).includes('dark for days'))
      const english = await api.get('/desk-needs', {
        ...DESK,
        headers: { 'accept-language': 'en' },
      })
      assert.equal(english.json.counts[0].title, 'No agreement')
    })

    it('page by page, also for one reason alone', async () => {
      for (let n = 0; n < 3; n++) {
        api.town.pass(1000)
        await api.town.report({
          category: 'strange',
          place: { lon: 5.01, lat: 52.011 + n / 1000 },
          words: { description: `strange ${n}` },
        })
      }
      const seen: string[] = []
      for (let next: string | undefined = ''; next !== undefined; ) {
        const page: Awaited<ReturnType<typeof needs>> = await needs(
          `?limit=2${next === '' ? '' : `&cursor=${next}`}`,
        )
        assert(page.items.length <= 2)
        seen.push(...numbersIn(page))
        next = page.next
      }
      assert.deepEqual(seen, numbersIn(await needs('?limit=200')))
      assert.equal(new Set(seen).size, seen.length)
      const release = await needs('?reason=to-release')
      assert.equal(release.items.length, 4)
      assert.equal(release.total, 5)
      assert.equal((await api.get('/desk-needs?reason=nonsense', DESK)).status, 400)
      assert.equal((await api.get('/desk-needs?cursor=nonsense', DESK)).status, 400)
    })

    it('and nobody else does', async () => {
      assert.equal((await api.get('/desk-needs?municipality=GM9801')).status, 401)
      assert.equal((await api.get('/desk-needs', { as: 'party' })).status, 403)
      assert.equal((await api.get('/desk-needs', { as: 'zuiddijkDesk' })).json.total, 0)
    })
  })

  describe('looks at what people wrote and sent', () => {
    it('and it waits no more when it is released, or kept back', async () => {
      const photos = [await photoOf()]
      const { number } = await api.town.report({
        category: 'bench',
        place: { lon: 5.012, lat: 52.012 },
        photos,
      })
      const other = await api.town.report({
        category: 'bench',
        place: { lon: 5.018, lat: 52.018 },
        words: { description: 'call Jan' },
      })
      const [one = '', two = ''] = [
        ...(await signalsOf(number)),
        ...(await signalsOf(other.number)),
      ]
      assert(numbersIn(await needs('?reason=to-release&limit=200')).includes(number))
      assert.equal((await post(number, 'withholdings', { signal: two })).status, 409)
      assert.equal((await post(number, 'withholdings', { signal: one })).status, 201)
      const again = await post(number, 'withholdings', { signal: one })
      assert.equal(again.json.type, '/problems/nothing-to-release')
      assert.equal(
        (await post(other.number, 'publications', { signal: two, text: 'a bench' })).status,
        201,
      )
      const left = numbersIn(await needs('?reason=to-release&limit=200'))
      assert(!left.includes(number) && !left.includes(other.number))
    })

    it('but not at what is for nobody else', async () => {
      const { number } = await api.town.report({
        category: 'rough-sleeper',
        place: { lon: 5.012, lat: 52.012 },
        words: { description: 'somebody sleeps here' },
      })
      assert.deepEqual((await api.get(`/cases/${number}`, DESK)).json.toRelease, [])
    })
  })

  describe('takes in what somebody tells by telephone', () => {
    const call = {
      category: 'bench',
      place: { lon: 5.015, lat: 52.015 },
      channel: 'phone',
      tellBy: 'call-back',
    }

    it('and calls back at the steps that matter; nothing is dropped until somebody did', async () => {
      const { number } = await by({ ...call, contact: { phone, firstName: 'Jo' } })
      const { id } = await api.town.case(number)
      assert.deepEqual((await api.get(`/cases/${number}/tellings`, DESK)).json.items, [])
      const task = await api.assignmentOf(id)
      await api.town.answer(task.id, { answer: 'done', next: [] })
      api.town.pass(HOUR_MS)
      await post(number, 'verifications', { by: 'sample', outcome: 'contested' })
      const told = await api.get(`/cases/${number}/tellings`, DESK)
      assert.deepEqual(told.json.items[0].steps, ['done', 'reopened'])
      assert.deepEqual(told.json.items[0].contact, { phone, firstName: 'Jo' })
      assert(numbersIn(await needs('?reason=to-call-back')).includes(number))
      const [signal = ''] = await signalsOf(number)
      assert.equal((await post(number, 'tellings', { signal })).status, 201)
      assert.equal(
        (await post(number, 'tellings', { signal })).json.type,
        '/problems/nothing-to-tell',
      )
      assert.equal(numbersIn(await needs('?reason=to-call-back')).includes(number), false)
    })

    it('writes to whoever wants a letter, and mails them nothing', async () => {
      const { number } = await by({
        ...call,
        place: { lon: 5.019, lat: 52.019 },
        tellBy: 'letter',
        onBehalfOf: { email: 'jo@example.org', postalAddress: 'Dijk 1, Noorddijk' },
      })
      assert(numbersIn(await needs('?reason=to-write')).includes(number))
      const { items } = (await api.get(`/cases/${number}/tellings`, DESK)).json
      assert.deepEqual(items[0].steps, ['received'])
      assert.equal(items[0].contact.postalAddress, 'Dijk 1, Noorddijk')
      const { id } = await api.town.case(number)
      const life = await api.get(`/cases/${number}/facts`, DESK)
      assert(!life.text.includes('Dijk 1'), 'the journal has no address')
      assert(id)
    })

    it('asks for what the way of telling needs, and is for the desk alone', async () => {
      const missing = await api.post('/signals', {
        ...DESK,
        body: { ...call, contact: { email: 'a@b.nl' } },
      })
      assert.equal(missing.status, 400)
      assert.equal(missing.json.faults[0].path, 'tellBy')
      const body = { ...call, channel: 'web', contact: { phone } }
      const stranger = await api.post('/signals?municipality=GM9801', { body })
      assert.equal(stranger.status, 403)
    })
  })

  describe('makes one case of two, and two of one', () => {
    const mail = (email: string) => ({ contact: { email } })

    it('with the reporters, photos and released words; and undoes it', async () => {
      const photos = [await photoOf()]
      const place = { lon: 5.02, lat: 52.005 }
      const first = await api.town.report({ category: 'litter', place, ...mail('one@example.org') })
      const second = await api.town.report({
        category: 'bench',
        place,
        photos,
        words: { description: 'bench and litter' },
        ...mail('two@example.org'),
      })
      const [signal = ''] = await signalsOf(second.number)
      await post(second.number, 'publications', { signal, text: 'bench and litter' })
      const joined = await post(second.number, 'joinings', { into: first.number })
      assert.equal(joined.status, 201, joined.text)
      assert.equal(joined.json.number, first.number)
      assert.equal(joined.json.signals, 2)
      const closed = (await api.get(`/cases/${second.number}?municipality=GM9801`)).json
      assert.equal(closed.closedAs, 'joined')
      assert.match(closed.joinedInto, new RegExp(first.number))
      const whole = (await api.get(`/cases/${first.number}`, DESK)).json
      assert.equal(whole.descriptions[1].photos.length, 1)
      assert.equal(whole.published[0].text, 'bench and litter')
      // The old number and code lead to the case that goes on.
      const code = await api.post('/follows?municipality=GM9801', {
        body: { number: second.number, code: codeOf(api, signal) },
      })
      assert.equal(code.status, 201, code.text)

      const again = await post(second.number, 'joinings', { into: first.number })
      assert.equal(again.json.type, '/problems/case-joined')
      const back = await post(first.number, 'splits', { case: second.number })
      assert.equal(back.status, 201, back.text)
      assert.equal(back.json.number, second.number)
      assert.equal(back.json.status, 'open')
      assert.equal((await api.get(`/cases/${first.number}`, DESK)).json.signals, 1)
      assert.equal((await api.get(`/cases/${second.number}`, DESK)).json.evidence.length, 0)
      assert.deepEqual(await signalsOf(second.number), [signal])
    })

    it('three in a chain are undone in one act by the last of them', async () => {
      const place = { lon: 5.022, lat: 52.007 }
      const numbers: string[] = []
      for (const category of ['litter', 'bench', 'strange'])
        numbers.push((await api.town.report({ category, place })).number)
      const [first = '', second = '', third = ''] = numbers
      assert.equal((await post(first, 'joinings', { into: second })).status, 201)
      assert.equal((await post(second, 'joinings', { into: third })).status, 201)
      // The case between has nothing to give any more.
      const between = await post(second, 'splits', { case: first })
      assert.equal(between.json.type, '/problems/case-not-joined')
      const back = await post(third, 'splits', { case: first })
      assert.equal(back.status, 201, back.text)
      assert.equal(back.json.number, first)
      assert.equal(back.json.signals, 1)
      assert.equal((await api.get(`/cases/${third}`, DESK)).json.signals, 2)
      assert.equal((await post(third, 'splits', { case: second })).status, 201)
    })

    it('and a report about something else gets a number of its own', async () => {
      const place = { lon: 5.021, lat: 52.006 }
      const { number } = await api.town.report({
        category: 'litter',
        place,
        ...mail('a@example.org'),
      })
      api.town.pass(1000)
      await api.town.report({ category: 'litter', place, ...mail('b@example.org') })
      const [one = '', two = ''] = await signalsOf(number)
      const split = await post(number, 'splits', { signal: two })
      assert.equal(split.status, 201, split.text)
      assert.notEqual(split.json.number, number)
      assert.deepEqual(await signalsOf(split.json.number), [two])
      assert.deepEqual(await signalsOf(number), [one])
      assert.equal(
        (await post(number, 'splits', { signal: one })).json.type,
        '/problems/only-signal',
      )
      assert.equal(
        (await post(number, 'splits', { signal: two })).json.type,
        '/problems/signal-not-found',
      )
      assert.equal((await post(number, 'splits', {})).status, 400)
    })

    it('a new report of an object whose case was joined belongs to the case that goes on', async () => {
      const one = await api.town.report({ category: 'lamp-out', asset: 'L51' })
      const other = await api.town.report({ category: 'lamp-out', asset: 'L3' })
      assert.equal((await post(other.number, 'joinings', { into: one.number })).status, 201)
      const later = await api.town.report({
        category: 'lamp-out',
        asset: 'L3',
        words: { description: 'still dark' },
      })
      assert.equal(later.number, one.number)
    })

    it('not with itself, not with what is not there, and not what is confidential', async () => {
      const place = { lon: 5.022, lat: 52.007 }
      const { number } = await api.town.report({ category: 'litter', place })
      const hidden = await api.town.report({ category: 'rough-sleeper', place })
      const refused = async (from: string, into: string) =>
        (await post(from, 'joinings', { into })).json.type
      assert.equal(await refused(number, number), '/problems/same-case')
      assert.equal(await refused(number, 'GM9801-26-999999'), '/problems/case-not-found')
      assert.equal(await refused(hidden.number, number), '/problems/cases-differ')
      assert.equal(await refused(number, hidden.number), '/problems/cases-differ')
      const party = await api.post(`/cases/${number}/joinings?municipality=GM9801`, {
        as: 'party',
        body: { into: number },
      })
      assert.equal(party.status, 403)
    })
  })

  describe('knows who reports often', () => {
    it('as one thread with a named contact, which stands sealed', async () => {
      const contact = { phone: '0318-123456', lastName: 'Vries' }
      const place = { lon: 5.023, lat: 52.008 }
      const one = await by({ category: 'litter', place, channel: 'phone', contact })
      const two = await by({ category: 'bench', place, channel: 'counter', contact })
      const found = await api.post('/reporter-lookups', { ...DESK, body: { phone: contact.phone } })
      assert.equal(found.status, 201, found.text)
      assert.deepEqual(
        found.json.cases.map(({ number }: { number: string }) => number).sort(),
        [one.number, two.number].sort(),
      )
      assert(!found.json.reporter.includes('0318'))
      const path = `/reporters/${found.json.reporter}`
      const noted = await api.call('PUT', `/named-contacts/${found.json.reporter}`, {
        ...DESK,
        body: { name: 'Sanne', note: 'calls on Mondays' },
      })
      assert.equal(noted.status, 200, noted.text)
      await api.call('PUT', `/named-contacts/${found.json.reporter}`, {
        ...DESK,
        body: { name: 'Mo' },
      })
      const thread = (await api.get(path, DESK)).json
      assert.equal(thread.namedContact.name, 'Mo')
      assert.equal(thread.namedContact.note, undefined)
      const reporters = (await api.get(`/cases/${one.number}/reporters?contacts=true`, DESK)).json
        .items
      assert.equal(reporters[0].otherCases, 1)
      assert.equal(reporters[0].namedContact.name, 'Mo')
      assert.equal(reporters[0].contact.lastName, 'Vries')
      const without = await api.get(`/cases/${one.number}/reporters`, DESK)
      assert.equal(without.json.items[0].contact, undefined)
    })

    it('and says so where nobody did', async () => {
      const nobody = await api.post('/reporter-lookups', { ...DESK, body: { phone: '000' } })
      assert.equal(nobody.json.type, '/problems/reporter-not-found')
      const unknown = `/reporters/${'x'.repeat(43)}`
      assert.equal((await api.get(unknown, DESK)).status, 404)
      const noted = await api.call('PUT', `/named-contacts/${'x'.repeat(43)}`, {
        ...DESK,
        body: { name: 'Mo' },
      })
      assert.equal(noted.status, 404)
      const both = await api.post('/reporter-lookups', { ...DESK, body: {} })
      assert.equal(both.status, 400)
      assert.equal((await api.get(unknown, { as: 'integrator' })).status, 403)
    })
  })

  describe('reads all of a case', () => {
    it('each fact of the journal in words, and its decisions taken again', async () => {
      const { number } = await api.town.report({
        category: 'bench',
        place: { lon: 5.024, lat: 52.009 },
      })
      const history = (await api.get(`/cases/${number}/facts`, DESK)).json.items
      assert.deepEqual(
        history.map(({ type }: { type: string }) => type),
        ['SignalReceived', 'CaseRouted', 'AssignmentOffered', 'DeskNeeded'],
      )
      assert.match(history[2].text, /^Doorgegeven aan [^{]+\.$/)
      const replays = (await api.get(`/cases/${number}/replays`, DESK)).json.items
      assert.deepEqual(
        replays.map(({ is }: { is: string }) => is),
        ['same'],
      )
      for (const what of ['facts', 'replays']) {
        assert.equal((await api.get(`/cases/GM9801-26-999999/${what}`, DESK)).status, 404)
        assert.equal((await api.get(`/cases/${number}/${what}`, { as: 'integrator' })).status, 403)
      }
    })

    it('and sees that a decision was not what the rule says', async () => {
      const { number, caseId } = await api.town.report({ category: 'lamp-out', asset: 'L1' })
      await api.app.pool.write({ tenant: 'GM9801' }, (query) =>
        query(sql`
          update cases.decisions set body = jsonb_set(body, '{outcome,party}', '"stroomnet"')
          where case_id = ${caseId}::uuid`),
      )
      const [replay] = (await api.get(`/cases/${number}/replays`, DESK)).json.items
      assert.equal(replay.is, 'different')
      assert.notEqual(replay.now, replay.stored)
    })
  })
})

function codeOf({ app }: ApiTown, signal: string): string {
  return followCodeOf(app.vault, 'GM9801', signal)
}
