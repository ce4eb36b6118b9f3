import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, beforeEach, describe, it } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import sql from 'sql-template-tag'
import { createKey } from '#modules/directory'
import { eventTopicOf } from '#standards/mqtt'
import type { App } from '../src/app.ts'
import { type Mosquitto, openMosquitto, whyNoMosquitto } from './mosquitto.ts'
import { connectThing, counted, countRows, untilCounted } from './mqtt-things.ts'
import { openThings, SOURCE, type Things } from './things-town.ts'
import { NOORDDIJK, until, ZUIDDIJK } from './town.ts'

const MESSAGES = 'lantaarn_mqtt_message_duration_seconds'

describe('things at a broker elsewhere, with the settings that are shipped', {
  skip: whyNoMosquitto,
}, () => {
  const stack = new AsyncDisposableStack()
  let things: Things
  let mosquitto: Mosquitto
  let app: App
  let lamp: string
  let sender: { username: string; password: string }
  let topic: string

  before(async () => {
    things = stack.use(await openThings())
    mosquitto = stack.use(await openMosquitto())
    app = stack.use(await open())
    sender = await newKey()
    topic = eventTopicOf(NOORDDIJK, sender.username)
    await untilConnected(app)
  })
  after(() => stack.disposeAsync())
  beforeEach(() => {
    lamp = things.nextLamp()
  })

  function open() {
    const mqtt = { url: mosquitto.ownUrl, host: '127.0.0.1', clientId: 'test' }
    return things.api.town.open({ roles: ['ingest'], mqtt })
  }
  const untilConnected = (one: App, count = 1) =>
    until(`${count} connections`, async () => {
      return (await counted(one, 'lantaarn_mqtt_connections', { broker: 'external' })) === count
    })

  async function newKey(kind: 'integrator' | 'desk' = 'integrator') {
    const id = randomUUID()
    const key = { id, kind, municipality: NOORDDIJK, label: 'a thing' }
    await createKey(app.worker, { key, now_ms: things.api.town.clock() })
    await mosquitto.allow(id, 'its password there')
    return { username: id, password: 'its password there' }
  }
  const source = () => `${SOURCE}-${lamp}`
  const event = (kind: 'raised' | 'cleared', own: object = {}) => ({
    ...things.event(kind),
    source: source(),
    ...own,
  })
  const text = (...given: Parameters<typeof event>) => JSON.stringify(event(...given))
  const cases = (count: number) =>
    until(`${count} cases`, async () => (await things.casesOf(lamp)).length === count)
  const rejects = async () => Number((await countRows(app, NOORDDIJK)).rejects)
  const newest = async () =>
    (await things.api.get('/rejects?limit=1', { as: 'desk' })).json.items[0]

  it('are heard in MQTT 3.1.1, and in MQTT 5 structured and binary', async () => {
    await using old = await connectThing(mosquitto.url, sender)
    await old.publishAsync(topic, text('raised'), { qos: 1 })
    await cases(1)
    await using thing = await connectThing(mosquitto.url, { ...sender, protocolVersion: 5 })
    const contentType = 'application/cloudevents+json'
    await thing.publishAsync(`${topic}/x`, text('cleared'), { qos: 2, properties: { contentType } })
    await until('it is closed', async () => (await things.casesOf(lamp))[0].status === 'closed')
    const { data, ...userProperties } = event('raised')
    await thing.publishAsync(topic, JSON.stringify(data), {
      qos: 1,
      properties: { contentType: 'application/json', userProperties },
    })
    await until('it is open again', async () => (await things.casesOf(lamp))[0].status === 'open')
  })

  it('are known by their topic: a key that has ended, of another kind or town, gives a reject', async () => {
    const ended = await newKey()
    await app.worker.write({}, (query) =>
      query(
        sql`update directory.api_keys set revoked_at = now() where id = ${ended.username}::uuid`,
      ),
    )
    const desk = await newKey('desk')
    await mosquitto.allow('nobody', 'p')
    const nobody = { username: 'nobody', password: 'p' }
    const wrong: [as: typeof sender, topic: string, by: string][] = [
      [ended, eventTopicOf(NOORDDIJK, ended.username), ended.username],
      [desk, eventTopicOf(NOORDDIJK, desk.username), desk.username],
      [sender, eventTopicOf(ZUIDDIJK, sender.username), sender.username],
      [nobody, `${NOORDDIJK}/events/nobody`, 'none'],
    ]
    for (const [as, name, by] of wrong) {
      const before = await rejects()
      await using thing = await connectThing(mosquitto.url, as)
      await thing.publishAsync(name, text('raised'), { qos: 1 })
      await until(`a reject of ${by}`, async () => (await rejects()) > before)
      const kept = await newest()
      assert.deepEqual([kept.reason, kept.key], ['sender-unknown', `key/${by}`])
    }
    assert.equal(Number((await countRows(app, ZUIDDIJK)).rejects), 0)
    await cases(0)
  })

  it('are let through by the access list under their own name only', async () => {
    const before = await countRows(app, NOORDDIJK)
    const other = await newKey()
    await using listening = await connectThing(mosquitto.url, other)
    let heard = 0
    listening.on('message', () => heard++)
    // Mosquitto 2.0 grants it, and lets nothing through.
    await listening.subscribeAsync(['#', '+/events/#', topic, '$share/lantaarn/+/events/#'])
    const foreign = [
      eventTopicOf(NOORDDIJK, other.username),
      `${NOORDDIJK}/events`,
      `${topic}0`,
      'lantaarn/check/1',
    ]
    for (const name of foreign) {
      await using thing = await connectThing(mosquitto.url, sender)
      await thing.publishAsync(name, text('raised'), { qos: 1 })
    }
    await using thing = await connectThing(mosquitto.url, sender)
    await thing.publishAsync(topic, text('raised'), { qos: 1 })
    await cases(1)
    assert.equal(heard, 0)
    assert.equal(Number((await countRows(app, NOORDDIJK)).events), Number(before.events) + 1)
    await assert.rejects(connectThing(mosquitto.url), { code: 5 })
    await assert.rejects(connectThing(mosquitto.url, { ...sender, password: 'x' }), { code: 5 })
  })

  it('send what is wrong, and it stands among the rejects', async () => {
    await using thing = await connectThing(mosquitto.url, sender)
    for (const payload of [
      'lamp 3 is out',
      text('raised', { id: null }),
      `{}${' '.repeat(100_000)}`,
    ]) {
      const before = await rejects()
      await thing.publishAsync(topic, payload, { qos: 1 })
      await until('a reject', async () => (await rejects()) > before)
      assert.equal((await newest()).key, `key/${sender.username}`)
    }
    assert.equal((await newest()).reason, 'event-unreadable')
    thing.publish(topic, Buffer.alloc(300_000), { qos: 1 }, (error) => assert.ok(error))
    await thing.closed
    await using retaining = await connectThing(mosquitto.url, sender)
    retaining.publish(topic, text('raised'), { qos: 1, retain: true }, (error) => assert.ok(error))
    await retaining.closed
    await cases(0)
  })

  it('are heard again when the broker was away, also what they said before we were there', async () => {
    await mosquitto.stop()
    await untilConnected(app, 0)
    await mosquitto.start()
    await using thing = await connectThing(mosquitto.url, sender)
    await thing.publishAsync(topic, text('raised'), { qos: 1 })
    await cases(1)
    await untilConnected(app)
  })

  it('lose nothing when the program and the broker stop, and another program comes', async () => {
    await app[Symbol.asyncDispose]()
    await using thing = await connectThing(mosquitto.url, sender)
    await thing.publishAsync(topic, text('raised'), { qos: 1 })
    await mosquitto.stop()
    await mosquitto.start()
    await using again = await connectThing(mosquitto.url, sender)
    await again.publishAsync(topic, text('cleared'), { qos: 1 })
    await cases(0)
    app = stack.use(await open())
    await untilCounted(app, MESSAGES, { result: 'taken' }, 2)
    assert.equal((await things.casesOf(lamp))[0].status, 'closed')
  })

  it('are heard by one program of several, and by the next when that one ends', async () => {
    await untilConnected(app)
    const next = stack.use(await open())
    await delay(1_500)
    await Promise.all([untilConnected(app), untilConnected(next, 0)])
    assert.equal(await counted(app, 'lantaarn_mqtt_refusals_total', {}), 0)
    await app[Symbol.asyncDispose]()
    await untilConnected(next)
    await using thing = await connectThing(mosquitto.url, sender)
    await thing.publishAsync(topic, text('raised'), { qos: 1 })
    await cases(1)
  })
})
