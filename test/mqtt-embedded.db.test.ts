import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import net from 'node:net'
import { after, before, beforeEach, describe, it } from 'node:test'
import sql from 'sql-template-tag'
import { createKey } from '#modules/directory'
import { eventTopicOf } from '#standards/mqtt'
import type { App } from '../src/app.ts'
import { connectPacket, publishPacket } from './mqtt-packets.ts'
import { connectThing, counted, countRows, untilCounted } from './mqtt-things.ts'
import { openThings, SOURCE, type Things } from './things-town.ts'
import { NOORDDIJK, until, ZUIDDIJK } from './town.ts'

const REFUSALS = 'lantaarn_mqtt_refusals_total'
const MESSAGES = 'lantaarn_mqtt_message_duration_seconds'

const closed = (socket: net.Socket) =>
  new Promise<void>((resolve) => socket.once('close', () => resolve()))

describe('things at the broker in the program', () => {
  let things: Things
  let app: App
  let url: string
  let lamp: string
  let sender: { username: string; password: string }
  let topic: string

  before(async () => {
    things = await openThings()
    const mqtt = { port: 0, host: '127.0.0.1', clientId: 'unused' }
    app = await things.api.town.open({ roles: ['ingest'], mqtt })
    url = `mqtt://127.0.0.1:${app.mqttPort}`
    sender = await newKey()
    topic = eventTopicOf(NOORDDIJK, sender.username)
  })
  after(async () => {
    await app[Symbol.asyncDispose]()
    await things[Symbol.asyncDispose]()
  })
  beforeEach(() => {
    lamp = things.nextLamp()
  })

  async function newKey(kind: 'integrator' | 'desk' = 'integrator', municipality = NOORDDIJK) {
    const id = randomUUID()
    const key = { id, kind, municipality, label: 'a thing' }
    const password = await createKey(app.worker, { key, now_ms: things.api.town.clock() })
    return { username: id, password }
  }
  const source = () => `${SOURCE}-${lamp}`
  const raised = (data: object = {}, own: object = {}) =>
    JSON.stringify({ ...things.event('raised', data), source: source(), ...own })
  const cleared = () => JSON.stringify({ ...things.event('cleared'), source: source() })
  const newest = async () =>
    (await things.api.get('/rejects?limit=1', { as: 'desk' })).json.items[0]

  it('open a case before they are told that it is taken, at every quality of service', async () => {
    await using thing = await connectThing(url, sender)
    await thing.publishAsync(topic, raised(), { qos: 1 })
    assert.equal((await things.casesOf(lamp)).length, 1)
    await thing.publishAsync(`${topic}/lamps/${lamp}`, cleared(), { qos: 2 })
    assert.equal((await things.casesOf(lamp))[0].status, 'closed')
    await thing.publishAsync(topic, raised(), { qos: 0 })
    await until(
      'the case is open again',
      async () => (await things.casesOf(lamp))[0].status === 'open',
    )
  })

  it('say the same twice, and are one', async () => {
    await using thing = await connectThing(url, sender)
    const event = raised()
    for (let turn = 0; turn < 3; turn++) await thing.publishAsync(topic, event, { qos: 1 })
    assert.equal((await things.casesOf(lamp))[0].signals, 1)
    assert.ok((await counted(app, MESSAGES, { result: 'repeated' })) >= 2)
  })

  it('send what is wrong, are told that it came, and it stands among the rejects', async () => {
    await using thing = await connectThing(url, sender)
    const foreign = await newKey()
    await using other = await connectThing(url, foreign)
    await other.publishAsync(eventTopicOf(NOORDDIJK, foreign.username), raised(), { qos: 1 })
    const wrong: [payload: string | Buffer, reason: string][] = [
      ['lamp 3 is out', 'event-unreadable'],
      [Buffer.from([0x7b, 0xff, 0x7d]), 'event-unreadable'],
      ['', 'event-unreadable'],
      [raised({}, { id: undefined }), 'event-invalid'],
      [raised({}, { type: 'nl.lantaarn.other.v1', source: SOURCE }), 'event-type-unknown'],
      [raised({ condition: 'sad' }, { source: SOURCE }), 'event-data-invalid'],
      [raised({ asset: 'nowhere' }, { source: SOURCE }), 'event-asset-unknown'],
      [raised({ category: 'nuisance' }, { source: SOURCE }), 'event-category-unknown'],
      [raised(), 'source-foreign'],
      [`${raised()}${' '.repeat(70_000)}`, 'event-unreadable'],
      [`{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`, 'event-invalid'],
    ]
    for (const [payload, reason] of wrong) {
      const before = (await countRows(app, NOORDDIJK)).rejects
      await thing.publishAsync(topic, payload, { qos: 1 })
      assert.equal((await countRows(app, NOORDDIJK)).rejects, Number(before) + 1)
      const kept = await newest()
      assert.deepEqual([kept.reason, kept.key], [reason, `key/${sender.username}`])
      assert.ok(String(payload).startsWith(kept.body.slice(0, 5)))
    }
    assert.equal((await things.casesOf(lamp))[0].signals, 1)
  })

  it('are not let in with what is not the name and token of a key of an integrator', async () => {
    const desk = await newKey('desk')
    const other = await newKey()
    for (const wrong of [
      {},
      { username: sender.username },
      { username: sender.username, password: '' },
      { username: sender.username, password: 'lk_wrong' },
      { username: sender.username, password: other.password },
      { username: 'lamps', password: sender.password },
      { username: sender.username.toUpperCase(), password: sender.password },
      desk,
    ])
      await assert.rejects(connectThing(url, wrong), { code: 4 }, JSON.stringify(wrong))
    assert.ok((await counted(app, REFUSALS, { why: 'password-wrong' })) >= 8)
  })

  it('publish under their own topic only: anything else ends the connection and reaches nobody', async () => {
    const other = await newKey()
    const before = await countRows(app, NOORDDIJK)
    const foreign = [
      eventTopicOf(ZUIDDIJK, sender.username),
      eventTopicOf(NOORDDIJK, other.username),
      `${topic}0`,
      `${NOORDDIJK}/events`,
      `${NOORDDIJK}/results/x`,
      '$SYS/broker/uptime',
      'lamps',
    ]
    for (const name of foreign) {
      await using thing = await connectThing(url, sender)
      thing.publish(name, raised(), { qos: 1 }, (error) => assert.ok(error, name))
      await thing.closed
    }
    assert.equal(await counted(app, REFUSALS, { why: 'topic-foreign' }), foreign.length)
    assert.deepEqual(await countRows(app, NOORDDIJK), before)
  })

  it('publish to no wildcard', async () => {
    for (const name of [`${topic}/#`, `${topic}/+`, '#', `${'a/'.repeat(200)}a`]) {
      const socket = await connectRaw(sender)
      socket.write(publishPacket(name, raised(), 1))
      await closed(socket)
    }
    assert.deepEqual(await things.casesOf(lamp), [])
  })

  it('subscribe to nothing, and hear nothing of others', async () => {
    await using thing = await connectThing(url, sender)
    let heard = 0
    thing.on('message', () => heard++)
    for (const name of ['#', '+/events/#', topic, '$SYS/#', `$share/g/${topic}`])
      await assert.rejects(thing.subscribeAsync(name, { qos: 1 }), /Unspecified error|128/, name)
    await thing.publishAsync(topic, raised(), { qos: 1 })
    assert.equal(heard, 0)
  })

  it('leave nothing behind: neither a retained message nor a will', async () => {
    const will = { topic, payload: Buffer.from(raised()), qos: 1, retain: true } as const
    await using thing = await connectThing(url, { ...sender, will })
    await thing.publishAsync(topic, raised(), { qos: 1, retain: true })
    thing.stream.destroy()
    await untilCounted(app, REFUSALS, { why: 'will-left-aside' }, 1)
    assert.equal(await counted(app, REFUSALS, { why: 'retain-left-aside' }), 1)
    await until(
      'it is gone',
      async () => (await counted(app, 'lantaarn_mqtt_connections', {})) === 0,
    )
    assert.equal((await things.casesOf(lamp))[0].signals, 1)
  })

  it('are cut off at a packet that nobody should send, and before they said who they are', async () => {
    const socket = await connectRaw(sender)
    socket.write(publishPacket(topic, Buffer.alloc(300_000), 1))
    await closed(socket)
    const stranger = net.connect(app.mqttPort ?? 0, '127.0.0.1')
    stranger.on('error', () => {})
    stranger.write(Buffer.from([0x10, 0x80, 0x80, 0x08]))
    await closed(stranger)
    await untilCounted(app, REFUSALS, { why: 'packet-too-large' }, 2)
  })

  it('are not harmed by who speaks something else', async () => {
    for (let turn = 0; turn < 100; turn++) {
      const socket =
        turn % 2 === 0 ? net.connect(app.mqttPort ?? 0, '127.0.0.1') : await connectRaw(sender)
      socket.on('error', () => {})
      socket.resume()
      socket.end(randomBytes(1 + turn * 3))
      await closed(socket)
    }
    await using thing = await connectThing(url, sender)
    await thing.publishAsync(topic, raised(), { qos: 1 })
    assert.equal((await things.casesOf(lamp)).length, 1)
  })

  it('are cut off when their key is revoked', async () => {
    const ended = await newKey()
    await using thing = await connectThing(url, ended)
    const own = eventTopicOf(NOORDDIJK, ended.username)
    await thing.publishAsync(own, raised(), { qos: 1 })
    await app.worker.write({}, (query) =>
      query(
        sql`update directory.api_keys set revoked_at = now() where id = ${ended.username}::uuid`,
      ),
    )
    things.api.town.pass(11_000)
    thing.publish(own, cleared(), { qos: 1 }, (error) => assert.ok(error))
    await thing.closed
    assert.equal((await things.casesOf(lamp))[0].status, 'open')
    await assert.rejects(connectThing(url, ended), { code: 4 })
  })

  it('do not end one another’s connections by taking a name', async () => {
    const other = await newKey()
    await using one = await connectThing(url, { ...sender, clientId: 'gateway' })
    await using two = await connectThing(url, { ...other, clientId: 'gateway' })
    await one.publishAsync(topic, raised(), { qos: 1 })
    assert.ok(one.connected && two.connected)
  })

  it('are not held up by one that does not read what it is told', async () => {
    const frozen = await connectRaw(sender)
    frozen.pause()
    for (let messageId = 1; messageId <= 2_000; messageId++)
      frozen.write(publishPacket(topic, raised(), messageId))
    const other = await newKey()
    await using thing = await connectThing(url, other)
    const event = raised({}, { source: `${source()}-2` })
    const from_ms = performance.now()
    await thing.publishAsync(eventTopicOf(NOORDDIJK, other.username), event, { qos: 1 })
    const lasted_ms = performance.now() - from_ms
    assert.ok(lasted_ms < 1_000, `${lasted_ms} ms beside a client with 2,000 messages`)
    frozen.destroy()
  })

  async function connectRaw({ username, password }: typeof sender): Promise<net.Socket> {
    const socket = net.connect(app.mqttPort ?? 0, '127.0.0.1')
    socket.on('error', () => {})
    socket.write(connectPacket({ clientId: randomUUID(), username, password }))
    await once(socket, 'data')
    return socket
  }
})
