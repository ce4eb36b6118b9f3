import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import sql from 'sql-template-tag'
import { rebuildCases } from '#modules/cases'
import { destroyCaseWords } from '../src/composition/destroy-personal-data.ts'
import { replayDecisions } from '../src/composition/replay.ts'
import { MINUTE_MS, openThings, type Things } from './things-town.ts'
import { NOORDDIJK } from './town.ts'

describe('things report themselves', () => {
  let things: Things
  let lamp: string
  before(async () => {
    things = await openThings()
  })
  after(() => things[Symbol.asyncDispose]())
  beforeEach(() => {
    lamp = things.nextLamp()
  })

  it('opens a case that is on its way to the party in the same breath', async () => {
    const result = await things.taken(things.raise(), 'reported')
    const [found, ...others] = await things.casesOf(lamp)
    assert.equal(others.length, 0)
    assert.equal(found.href, result.case.href)
    assert.deepEqual(found.parties, [{ id: 'lichtwerk', name: 'Lichtwerk B.V.' }])
    assert.equal(found.asset.publicNumber, lamp)
    const { json } = await things.api.get(`/cases/${found.number}`, { as: 'desk' })
    assert.equal(json.descriptions[0].channel, 'thing')
  })

  it('joins what a resident reported of the same object', async () => {
    const { number } = await things.api.town.report({ category: 'lamp-out', asset: lamp })
    const result = await things.taken(things.raise(), 'reported')
    assert.equal(result.case.number, number)
    assert.equal((await things.casesOf(lamp))[0].signals, 2)
  })

  it('takes the same source and id once, for ever', async () => {
    const sent = things.event('raised')
    const first = await things.taken(things.send(sent), 'reported')
    things.api.town.pass(400 * 24 * 60 * MINUTE_MS)
    const again = await things.send(sent)
    assert.equal(again.status, 200)
    assert.deepEqual(again.json.results, [{ ...first, status: 'repeated' }])
    const twice = await things.send([sent, sent])
    assert.deepEqual(
      twice.json.results.map(({ status }: { status: string }) => status),
      ['repeated', 'repeated'],
    )
    assert.equal((await things.casesOf(lamp))[0].signals, 1)
  })

  it('has nothing sealed until the desk releases words of it, and those can be destroyed', async () => {
    const { case: of } = await things.taken(things.raise(), 'reported')
    const { json } = await things.api.get(`/cases/${of.number}`, { as: 'desk' })
    const [{ signal }] = json.descriptions
    const sealed = () =>
      things.api.app.pool.read({ tenant: NOORDDIJK }, (query) =>
        query<{ boxes: number; keys: number }>(sql`
          select (select count(*)::int from vault.boxes where key_id = ${`signal/${signal}`}) as boxes,
            (select count(*)::int from vault_keys.keys where id = ${`signal/${signal}`}) as keys`),
      )
    const publish = (text: string) =>
      things.api.post(`/cases/${of.number}/publications`, { as: 'desk', body: { signal, text } })
    assert.deepEqual(await sealed(), [{ boxes: 0, keys: 0 }])
    assert.deepEqual(
      (await Promise.all([publish('It is dark'), publish('It is dark here')])).map(
        ({ status }) => status,
      ),
      [201, 201],
    )
    assert.deepEqual(await sealed(), [{ boxes: 2, keys: 1 }])
    const list = `/open311/v2/${NOORDDIJK}/requests.json?service_request_id=${of.number}`
    const page = async () => (await things.api.app.http.request(list)).text()
    assert.match(await page(), /It is dark/)
    await destroyCaseWords(things.api.app, NOORDDIJK, of.number, 'desk')
    assert.deepEqual(await sealed(), [{ boxes: 0, keys: 0 }])
    assert.doesNotMatch(await page(), /It is dark/)
    assert.equal((await publish('It is dark')).json.type, '/problems/words-destroyed')
  })

  it('withdraws and closes what clears before anybody began', async () => {
    const { case: of } = await things.taken(things.raise(), 'reported')
    const cleared = await things.taken(things.clear(), 'cleared')
    assert.equal(cleared.case.number, of.number)
    const [found] = await things.casesOf(lamp)
    assert.equal(found.closedAs, 'cleared')
    assert.match(found.line, /vanzelf overgegaan/)
    assert.equal((await things.assignmentOf(of.number)).status, 'withdrawn')
    const again = await things.taken(things.clear(), 'nothing-raised')
    assert.equal(again.case, undefined)
  })

  it('is one case however often it flaps', async () => {
    for (let i = 0; i < 5; i++) {
      await things.taken(things.raise(), 'reported')
      things.api.town.pass(MINUTE_MS)
      await things.taken(things.clear(), 'cleared')
      things.api.town.pass(MINUTE_MS)
    }
    await things.taken(things.raise(), 'reported')
    const [found, ...others] = await things.casesOf(lamp)
    assert.equal(others.length, 0)
    assert.deepEqual([found.status, found.signals], ['open', 6])
    assert.equal((await things.assignmentOf(found.number)).status, 'offered')
  })

  it('is one case also when all of it comes in one batch', async () => {
    const all = ['raised', 'cleared', 'raised', 'cleared', 'raised'] as const
    const told = await things.send(all.map((kind) => things.event(kind)))
    assert.equal(told.status, 200)
    const numbers = told.json.results.map((one: { case: { number: string } }) => one.case.number)
    assert.equal(new Set(numbers).size, 1)
    assert.equal((await things.casesOf(lamp))[0].status, 'open')
  })

  it('remembers a clear while the work goes on, and confirms with it when done comes', async () => {
    const { case: of } = await things.taken(things.raise(), 'reported')
    await things.answer(of.number, { answer: 'started' })
    await things.taken(things.clear(), 'cleared')
    assert.equal((await things.casesOf(lamp))[0].status, 'open')
    await things.answer(of.number, { answer: 'done', next: [] })
    assert.equal((await things.casesOf(lamp))[0].closedAs, 'confirmed')
  })

  it('confirms within 48 hours of done; a raise instead contests', async () => {
    const { case: of } = await things.taken(things.raise(), 'reported')
    await things.answer(of.number, { answer: 'done', next: [] })
    await things.taken(things.raise(), 'reported')
    const [contested] = await things.casesOf(lamp)
    assert.deepEqual([contested.status, contested.verification], ['open', 'contested'])
    await things.answer(of.number, { answer: 'done', next: [] })
    things.api.town.pass(47 * 60 * MINUTE_MS)
    await things.taken(things.clear(), 'cleared')
    assert.equal((await things.casesOf(lamp))[0].closedAs, 'confirmed')
  })

  it('opens nothing for a raise that is older than a known clear, and the reverse', async () => {
    await things.taken(things.clear({ observedAt: things.at(0) }), 'nothing-raised')
    await things.taken(things.raise({ observedAt: things.at(-1) }), 'outdated')
    assert.deepEqual(await things.casesOf(lamp), [])
    await things.taken(things.raise({ observedAt: things.at(1) }), 'reported')
    await things.taken(things.clear({ observedAt: things.at(0.5) }), 'outdated')
    assert.equal((await things.casesOf(lamp))[0].status, 'open')
  })

  it('does not let a clock in the future silence an object', async () => {
    await things.taken(things.clear({ observedAt: things.at(500_000) }), 'nothing-raised')
    things.api.town.pass(MINUTE_MS)
    await things.taken(things.raise(), 'reported')
  })

  it('chooses the agreement at receipt, and names the suspect time beside it', async () => {
    const near = await things.taken(things.raise({}, { time: things.at(-5) }), 'reported')
    assert.equal(near.isTimeSuspect, false)
    lamp = things.nextLamp()
    const observedAt = things.at(-600)
    const result = await things.taken(
      things.raise({ observedAt }, { time: things.at(0) }),
      'reported',
    )
    assert.equal(result.isTimeSuspect, true)
    const { json } = await things.api.get(`/cases/${result.case.number}/decisions`, { as: 'desk' })
    const { facts, inWords } = json.items[0]
    assert.deepEqual([facts.seenAt, facts.receivedAt], [observedAt, things.at(0)])
    assert.equal(facts.isTimeSuspect, true)
    assert.match(inWords.en.because.join(' '), /clock of the object/)
  })

  it('reads binary mode: attributes in headers, data in the body', async () => {
    const { data, ...attributes } = things.event('raised')
    const headers = Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [`ce-${name}`, value]),
    )
    await things.taken(
      things.send(data, { headers: { ...headers, 'content-type': 'application/json' } }),
      'reported',
    )
    assert.equal((await things.casesOf(lamp)).length, 1)
  })

  it('opens the case again when a resident reports it soon after it cleared', async () => {
    const { case: of } = await things.taken(things.raise(), 'reported')
    await things.taken(things.clear(), 'cleared')
    const again = await things.api.town.report({ category: 'lamp-out', asset: lamp })
    assert.equal(again.number, of.number)
    assert.equal((await things.casesOf(lamp))[0].status, 'open')
  })

  it('is one case when fifty raise it at once', async () => {
    const told = await Promise.all(Array.from({ length: 50 }, () => things.raise()))
    for (const { status } of told) assert.equal(status, 202)
    const [found, ...others] = await things.casesOf(lamp)
    assert.deepEqual([found.signals, others.length], [50, 0])
  })

  it('can be made again from the journal, and decided again to the last character', async () => {
    const { app } = things.api
    const compared = await app.pool.write({ tenant: NOORDDIJK }, (query) =>
      rebuildCases(query, NOORDDIJK),
    )
    for (const { table, isSame } of compared) assert(isSame, `${table} is the same`)
    const { decisions, same } = await replayDecisions(app, NOORDDIJK)
    assert(decisions > 10)
    assert.equal(same, decisions)
  })
})
