import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { it } from 'node:test'
import { createKey } from '#modules/directory'
import { eventTopicOf } from '#standards/mqtt'
import { openCuttable } from './cuttable-database.ts'
import { openMosquitto, whyNoMosquitto } from './mosquitto.ts'
import { connectThing, counted, countRows } from './mqtt-things.ts'
import { NOORDDIJK, openTown, openTownApp, until } from './town.ts'

const eventOf = (id: string, asset: string) =>
  JSON.stringify({
    specversion: '1.0',
    id,
    source: 'urn:nld:oin:00000001234567890000:systeem:lampen',
    type: 'nl.lantaarn.condition.raised.v1',
    data: { asset, category: 'lamp-out', condition: 'lamp-failure' },
  })

/** A program whose database can be away, and a thing that it knows. */
async function openAway(mqtt: { port?: number; url?: string }) {
  await using stack = new AsyncDisposableStack()
  const town = stack.use(await openTown())
  const line = stack.use(await openCuttable(town.database))
  const app = stack.use(
    await openTownApp(line.database, town.clock, {
      roles: ['ingest'],
      mail: { folder: path.join(tmpdir(), `lantaarn-mail-${randomUUID()}`) },
      mqtt: { host: '127.0.0.1', clientId: 'away', ...mqtt },
    }),
  )
  const id = randomUUID()
  const key = { id, kind: 'integrator', municipality: NOORDDIJK, label: 'a thing' } as const
  const password = await createKey(town.app.worker, { key, now_ms: town.clock() })
  const opened = stack.move()
  return {
    town,
    line,
    app,
    sender: { username: id, password },
    topic: eventTopicOf(NOORDDIJK, id),
    signals: async () => Number((await countRows(town.app, NOORDDIJK)).signals),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  }
}

it('while the database is away a thing is told nothing, and its connection ends, so that it sends again', async () => {
  await using away = await openAway({ port: 0 })
  const { line, app, sender, topic, signals } = away
  const url = `mqtt://127.0.0.1:${app.mqttPort}`
  await using thing = await connectThing(url, sender)
  await thing.publishAsync(topic, eventOf('1', 'L1'), { qos: 1 })
  line.cut()
  let isTold = false
  thing.publish(topic, eventOf('2', 'L2'), { qos: 1 }, (error) => {
    isTold = !error
  })
  await thing.closed
  assert.equal(isTold, false)
  away.town.pass(11_000)
  // The server is unavailable: its key cannot be looked up.
  await assert.rejects(connectThing(url, sender), { code: 3 })
  line.mend()
  await using again = await connectThing(url, sender)
  await again.publishAsync(topic, eventOf('2', 'L2'), { qos: 1 })
  assert.equal(await signals(), 2)
})

it('while the database is away the broker elsewhere keeps what comes, and hands it over again', {
  skip: whyNoMosquitto,
}, async () => {
  await using mosquitto = await openMosquitto()
  await using away = await openAway({ url: mosquitto.ownUrl })
  const { line, app, sender, topic, signals } = away
  await mosquitto.allow(sender.username, sender.password)
  const isConnected = async () =>
    (await counted(app, 'lantaarn_mqtt_connections', { broker: 'external' })) === 1
  await until('connected', isConnected)
  await until('the thing is let in', () =>
    connectThing(mosquitto.url, sender).then(
      (thing) => thing.endAsync().then(() => true),
      () => false,
    ),
  )
  await using thing = await connectThing(mosquitto.url, sender)
  await thing.publishAsync(topic, eventOf('1', 'L1'), { qos: 1 })
  await until('the first is taken', async () => (await signals()) === 1)
  line.cut()
  for (const at of [2, 3, 4])
    await thing.publishAsync(topic, eventOf(`${at}`, `L${at}`), { qos: 1 })
  assert.equal(await signals(), 1)
  line.mend()
  await until('all are taken', async () => (await signals()) === 4)
})
