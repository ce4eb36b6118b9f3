import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import sql from 'sql-template-tag'
import { MINUTE_MS, openThings, SOURCE, type Things } from './things-town.ts'
import { NOORDDIJK } from './town.ts'

describe('events that are not taken', () => {
  let things: Things
  let lamp: string
  before(async () => {
    things = await openThings()
  })
  after(() => things[Symbol.asyncDispose]())
  beforeEach(() => {
    lamp = things.nextLamp()
  })

  it('takes the good ones of a batch, and keeps the bad ones', async () => {
    const bad = things.event('raised', { asset: 'no-such-lamp' })
    const told = await things.send([
      things.event('raised'),
      bad,
      { ...things.event('raised'), id: null },
      7,
    ])
    assert.equal(told.status, 200)
    const results = told.json.results.map(
      (one: { status: string; problem?: { type: string } }) => one.problem?.type ?? one.status,
    )
    const invalid = '/problems/event-invalid'
    assert.deepEqual(results, ['taken', '/problems/event-asset-unknown', invalid, invalid])
    const { json } = await things.api.get('/rejects?limit=3', { as: 'administrator' })
    const unknown = json.items.find(
      ({ reason }: { reason: string }) => reason === 'event-asset-unknown',
    )
    assert.deepEqual([unknown.source, unknown.eventId], [SOURCE, bad.id])
    assert.match(unknown.body, /no-such-lamp/)
    // Once the object is known, the very same event is things.taken.
    const again = await things.send({ ...bad, data: { ...bad.data, asset: lamp } })
    assert.equal(again.status, 202)
  })

  it('refuses a batch of which nothing is good, with all results', async () => {
    const { told } = await things.refused(
      things.send([{}, things.event('raised', { asset: 'x' })]),
      400,
      'event-invalid',
    )
    assert.equal(told.json.results.length, 2)
    assert.equal((await things.send([])).status, 200)
    await things.refused(
      things.send(Array.from({ length: 101 }, () => ({}))),
      400,
      'batch-too-large',
    )
  })

  it('refuses what is wrong with one clear problem, and keeps it', async () => {
    const headers = { 'content-type': 'application/cloudevents+json' }
    const text = async (
      body: string | Uint8Array<ArrayBuffer>,
      own: Record<string, string> = headers,
    ) => {
      const sent = await things.api.app.http.request('/api/v1/events', {
        method: 'POST',
        body,
        headers: { authorization: 'Bearer lk_of_integrator', ...own },
      })
      const said = await sent.text()
      return {
        status: sent.status,
        headers: sent.headers,
        text: said,
        json: JSON.parse(said),
      }
    }
    const { kept } = await things.refused(text('{"id":'), 400, 'event-unreadable')
    assert.equal(kept.body, '{"id":')
    await things.refused(text(Buffer.from([0x7b, 0xff, 0x7d])), 400, 'event-unreadable')
    await things.refused(text('{}', { 'content-type': 'text/plain' }), 400, 'event-unreadable')
    await things.refused(
      text('[{}]', { 'content-type': 'application/json' }),
      400,
      'event-unreadable',
    )
    await things.refused(
      text(`{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`),
      400,
      'event-invalid',
    )
    const without = (name: string) => ({ ...things.event('raised'), [name]: undefined })
    for (const name of ['id', 'source', 'type', 'specversion'])
      await things.refused(things.send(without(name)), 400, 'event-invalid')
    await things.refused(
      things.send({ ...things.event('raised'), id: 'x'.repeat(256) }),
      400,
      'event-invalid',
    )
    await things.refused(
      things.send({ ...things.event('raised'), id: 'a\u0000b' }),
      400,
      'event-invalid',
    )
    await things.refused(
      things.raise({}, { type: 'nl.lantaarn.other.v1' }),
      400,
      'event-type-unknown',
    )
    await things.refused(things.raise({ condition: 'sad' }), 400, 'event-data-invalid')
    await things.refused(things.raise({}, { data: undefined }), 400, 'event-data-invalid')
    await things.refused(things.raise({ observedAt: 'yesterday' }), 400, 'event-data-invalid')
    await things.refused(
      things.raise({ observedAt: '0001-01-01T00:00:00Z' }),
      400,
      'event-data-invalid',
    )
    await things.refused(
      things.raise({}, { time: '0000-01-01T00:00:00Z' }),
      400,
      'event-data-invalid',
    )
    await things.refused(things.raise({ asset: 'nowhere' }), 400, 'event-asset-unknown')
    for (const category of ['ufo', 'nuisance', 'cable-disconnect'])
      await things.refused(things.raise({ category }), 400, 'event-category-unknown')
    const { category: _, ...data } = things.event('raised').data
    await things.refused(things.raise({}, { data }), 400, 'event-category-unknown')
    assert.deepEqual(await things.casesOf(lamp), [])
  })

  it('binds a source to the key that used it first', async () => {
    const source = `urn:nld:oin:1:systeem:lamps-${lamp}`
    const foreign = await things.api.post('/events', {
      as: 'integrator',
      body: things.event('raised', {}, { source }),
      headers: { 'content-type': 'application/cloudevents+json' },
    })
    assert.equal(foreign.status, 202)
    const token = await things.api.newKey('integrator')
    await things.refused(
      things.send(things.event('cleared', {}, { source }), { token }),
      403,
      'source-foreign',
    )
    // Whatever else is wrong with it, it is not theirs to say.
    const wrong = things.event('cleared', { asset: 'x' }, { source })
    await things.refused(things.send(wrong, { token }), 403, 'source-foreign')
    assert.equal((await things.casesOf(lamp))[0].status, 'open')
    const own = things.event('cleared', {}, { source: `${source}-2` })
    assert.equal((await things.send(own, { token })).status, 202)
  })

  it('binds a source to one key also when two use it at once', async () => {
    const source = `urn:nld:oin:1:systeem:raced-${lamp}`
    const token = await things.api.newKey('integrator')
    const raised = () => things.event('raised', {}, { source })
    const told = await Promise.all([things.send(raised()), things.send(raised(), { token })])
    assert.deepEqual(told.map(({ status }) => status).sort(), [202, 403])
  })

  it('are kept sealed: nothing of what was sent stands in a table in the clear', async () => {
    const name = 'Jan de Vries'
    await things.refused(things.raise({ asset: name }), 400, 'event-asset-unknown')
    const rows = await things.api.app.pool.read({ tenant: NOORDDIJK }, (query) =>
      query<{ row: string }>(sql`
        select t::text as row from things.rejects t
        union all select encode(b.box, 'escape') from vault.boxes b`),
    )
    assert(rows.length > 1)
    for (const { row } of rows) assert(!row.includes(name))
  })

  it('are forgotten after 90 days, with what was sent', async () => {
    const { kept } = await things.refused(things.send({}), 400, 'event-invalid')
    things.api.town.pass(91 * 24 * 60 * MINUTE_MS)
    await things.refused(things.send({}), 400, 'event-invalid')
    const { json } = await things.api.get('/rejects?limit=200', { as: 'desk' })
    assert.equal(json.items.length, 1)
    const boxes = await things.api.app.pool.read({ tenant: NOORDDIJK }, (query) =>
      query(sql`select id from vault.boxes where id = ${`reject/${kept.id}`}`),
    )
    assert.deepEqual(boxes, [])
  })

  it('gives rejects page by page, and to the other town none', async () => {
    const seen = new Set<string>()
    let cursor = ''
    do {
      const { json } = await things.api.get(`/rejects?limit=2${cursor}`, { as: 'desk' })
      for (const { id } of json.items) seen.add(id)
      cursor = json.next === undefined ? '' : `&cursor=${json.next}`
    } while (cursor !== '')
    const { json } = await things.api.get('/rejects?limit=200', { as: 'desk' })
    assert.equal(seen.size, json.items.length)
    assert.deepEqual((await things.api.get('/rejects', { as: 'zuiddijkDesk' })).json.items, [])
    const other = await things.api.get(`/rejects?municipality=${NOORDDIJK}`, { as: 'zuiddijkDesk' })
    assert.equal(other.status, 403)
  })
})
