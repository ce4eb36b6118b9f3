import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { after, before, describe, it } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { v7 as newId } from 'uuid'
import { verifyChain } from '#journal'
import { createKey } from '#modules/directory'
import { eventTopicOf } from '#standards/mqtt'
import type { App } from '../src/app.ts'
import { loadSampleTown } from '../src/composition/load-sample-town.ts'
import { type Mosquitto, openMosquitto, whyNoMosquitto } from './mosquitto.ts'
import { connectThing, countRows } from './mqtt-things.ts'
import { openTestDatabase, type TestDatabase } from './rig.ts'
import { openTestApp, TEST_SECRET } from './test-app.ts'
import { until } from './town.ts'

const TOWN = 'GM9901'
const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const KILLS = 20
const EVENTS = 5_000
const TAKEN_WITHIN_MS = 60_000

describe('the program is killed 20 times while it takes what a broker held for it', {
  skip: whyNoMosquitto,
}, () => {
  const stack = new AsyncDisposableStack()
  let database: TestDatabase
  let app: App
  let mosquitto: Mosquitto
  const sender = { username: randomUUID(), password: 'its password there' }

  before(async () => {
    database = stack.use(await openTestDatabase())
    mosquitto = stack.use(await openMosquitto())
    app = stack.use(await openTestApp({ database, roles: [] }))
    const silent = { say: () => {}, newId: () => newId(), now_ms: Date.now() }
    await loadSampleTown(app, { scale: 0.1, secretKey: TEST_SECRET, ...silent })
    const key = { id: sender.username, kind: 'integrator', municipality: TOWN, label: 't' } as const
    await createKey(app.worker, { key, now_ms: Date.now() })
    await mosquitto.allow(sender.username, sender.password)
  })
  after(() => stack.disposeAsync())

  async function startProgram(): Promise<ChildProcess> {
    const child = spawn(process.execPath, [MAIN, 'start'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        DATABASE_URL: database.ownerUrl,
        APP_DATABASE_URL: database.appUrl,
        WORKER_DATABASE_URL: database.workerUrl,
        SECRET_KEY: TEST_SECRET,
        ROLES: 'ingest',
        MQTT_URL: mosquitto.ownUrl,
        LOG_LEVEL: 'fatal',
      },
    })
    stack.defer(() => void child.kill('SIGKILL'))
    for await (const line of child.stdout ?? [])
      if (/works: ingest/.test(String(line))) return child
    throw new Error('the program ended before it was ready')
  }

  async function stop(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<unknown> {
    const ended = once(child, 'exit')
    child.kill(signal)
    return ended
  }

  const taken = async () => Number((await countRows(app, TOWN)).events)

  it('and loses none of 5,000 events, and takes none twice', async () => {
    const first = await startProgram()
    await using thing = await connectThing(mosquitto.url, sender)
    const topic = eventTopicOf(TOWN, sender.username)
    const town = await app.towns.get(TOWN)
    const lamps = [...town.assets.all()].filter(({ type }) => type === 'lamp-post')
    const tell = (at: number) => {
      const asset = lamps[at % lamps.length]?.id
      return thing.publishAsync(topic, eventOf(at, asset), { qos: 1 })
    }
    // A broker keeps nothing for a session that was never there.
    await until('the first is taken', async () => {
      await tell(0)
      return (await taken()) === 1
    })
    await stop(first, 'SIGKILL')
    for (let at = 1; at < EVENTS; at += 500)
      await Promise.all(Array.from({ length: Math.min(500, EVENTS - at) }, (_, i) => tell(at + i)))

    let interrupted = 0
    for (let kill = 0; kill < KILLS; kill++) {
      const child = await startProgram()
      const before = await taken()
      await until('it takes some', async () => (await taken()) > before)
      await delay(Math.random() * 40)
      await stop(child, 'SIGKILL')
      if ((await taken()) < EVENTS) interrupted += 1
    }
    assert.equal(interrupted, KILLS, 'each kill came while there was more to take')
    const last = await startProgram()
    await until('all are taken', async () => (await taken()) === EVENTS, TAKEN_WITHIN_MS)
    await delay(200)
    assert.deepEqual(await stop(last, 'SIGTERM'), [0, null], 'and it still ends in order')
    const { events, signals, rejects } = await countRows(app, TOWN)
    assert.deepEqual([events, signals, rejects].map(Number), [EVENTS, EVENTS, 0])
    assert.deepEqual((await verifyChain(app.pool, TOWN)).faults, [])
  })
})

function eventOf(at: number, asset: string | undefined): string {
  return JSON.stringify({
    specversion: '1.0',
    id: `event-${at}`,
    source: 'urn:nld:oin:00000001234567890000:systeem:lampen',
    type: 'nl.lantaarn.condition.raised.v1',
    data: { asset, condition: at % 2 === 0 ? 'lamp-failure' : 'lamp-flickering' },
  })
}
