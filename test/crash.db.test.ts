import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { after, before, describe, it } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import sql from 'sql-template-tag'
import { v7 as newId } from 'uuid'
import { verifyChain } from '#journal'
import { setEndpoint } from '#modules/directory'
import { makeWebhookSecret } from '#standards/cloudevents'
import type { App } from '../src/app.ts'
import { loadSampleTown } from '../src/composition/load-sample-town.ts'
import { openTestDatabase, type TestDatabase } from './rig.ts'
import { openTestApp, TEST_SECRET } from './test-app.ts'
import { openReceiver } from './webhook-receiver.ts'

const TOWN = 'GM9901'
const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url))
const KILLS = 20
const CLIENTS = 8
const DELIVERED_WITHIN_MS = 60_000

type Sent = { key: string; body: URLSearchParams }

describe('the program is killed under load, 20 times at random', () => {
  const stack = new AsyncDisposableStack()
  let database: TestDatabase
  let app: App
  let receiver: Awaited<ReturnType<typeof openReceiver>>
  const acknowledged = new Map<string, string>()
  const unanswered: Sent[] = []
  let sentTotal = 0

  before(async () => {
    database = stack.use(await openTestDatabase())
    receiver = stack.use(await openReceiver())
    app = stack.use(await openTestApp({ database, roles: [] }))
    const silent = { say: () => {}, newId: () => newId(), now_ms: Date.now() }
    await loadSampleTown(app, { scale: 0.1, secretKey: TEST_SECRET, ...silent })
    const town = await app.towns.get(TOWN)
    for (const party of town.parties.keys())
      await setEndpoint(app.worker, app.vault, receiver.endpoint(party, makeWebhookSecret()))
  })
  after(() => stack.disposeAsync())

  async function startProgram(): Promise<{ child: ChildProcess; base: string }> {
    const child = spawn(process.execPath, [MAIN, 'start'], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        DATABASE_URL: database.ownerUrl,
        APP_DATABASE_URL: database.appUrl,
        WORKER_DATABASE_URL: database.workerUrl,
        SECRET_KEY: TEST_SECRET,
        PORT: '0',
        RATE_PER_MINUTE: '0',
        ALLOW_PRIVATE_WEBHOOKS: 'yes',
        LOG_LEVEL: 'fatal',
      },
    })
    stack.defer(() => void child.kill('SIGKILL'))
    for await (const line of child.stdout ?? []) {
      const [, base] = /ready at (http:\S+)/.exec(String(line)) ?? []
      if (base) return { child, base: base.replace('localhost', '127.0.0.1') }
    }
    throw new Error('the program ended before it was ready')
  }

  async function makeReport(): Promise<Sent> {
    const town = await app.towns.get(TOWN)
    const assets = [...town.assets.all()].filter(({ type }) => type === 'lamp-post')
    const asset = assets[Math.floor(Math.random() * assets.length)]
    assert.ok(asset)
    const service_code = Math.random() < 0.5 ? 'lamp-kapot' : 'zwerfvuil'
    const [long, lat] = asset.place.map((degrees) => String(degrees))
    const body = new URLSearchParams({ service_code, lat: lat ?? '', long: long ?? '' })
    body.set('description', `melding ${sentTotal++}`)
    return { key: randomUUID(), body }
  }

  /** What a client does that gets no answer: it tries again later with the same key. */
  async function send(base: string, sent: Sent): Promise<boolean> {
    try {
      const answer = await fetch(`${base}/open311/v2/${TOWN}/requests.json`, {
        method: 'POST',
        body: sent.body,
        headers: { 'idempotency-key': sent.key },
      })
      const text = await answer.text()
      assert.equal(answer.status, 200, text)
      const [{ service_request_id: number }] = JSON.parse(text)
      const before = acknowledged.get(sent.key)
      if (before !== undefined) assert.equal(number, before, 'a retry gives the same case')
      acknowledged.set(sent.key, number)
      return true
    } catch (error) {
      if ((error as Error).name === 'AssertionError') throw error
      unanswered.push(sent) // the connection broke: nobody knows whether it arrived
      return false
    }
  }

  async function client(base: string, isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      const sent = unanswered.shift() ?? (await makeReport())
      if (!(await send(base, sent))) return
    }
  }

  it('and loses no acknowledged signal, doubles none, and delivers every assignment under one id', async () => {
    for (let kill = 0; kill < KILLS; kill++) {
      const { child, base } = await startProgram()
      let isOver = false
      const clients = Array.from({ length: CLIENTS }, () => client(base, () => isOver))
      await delay(150 + Math.random() * 700)
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
      isOver = true
      await Promise.all(clients)
    }
    const { child, base } = await startProgram()
    const restarted_ms = Date.now()
    while (unanswered.length > 0) assert.ok(await send(base, unanswered.shift() as Sent))
    assert.ok(acknowledged.size > 200, `only ${acknowledged.size} reports got through`)

    const [counted] = await app.pool.read({ tenant: TOWN }, (query) =>
      query<{ signals: number; numbers: string[] }>(sql`
        select count(*) as signals, array_agg(distinct c.number) as numbers
        from cases.signals s join cases.cases c on c.id = s.case_id
        where s.source = 'public'`),
    )
    assert.equal(counted?.signals, acknowledged.size, 'each signal is there once')
    assert.deepEqual(counted?.numbers.sort(), [...new Set(acknowledged.values())].sort())

    let pending: { id: string }[] = []
    do {
      await delay(100)
      pending = await app.pool.read({ tenant: TOWN }, (query) =>
        query<{ id: string }>(sql`
          select a.id from cases.assignments a join cases.cases c on c.id = a.case_id
          where not c.is_history and a.status = 'offered' and a.delivered_at is null`),
      )
    } while (pending.length > 0 && Date.now() - restarted_ms < DELIVERED_WITHIN_MS)
    assert.equal(pending.length, 0, `${pending.length} assignments were not delivered in time`)

    const ids = new Map<string, Set<string>>()
    for (const { id, event } of receiver.received.filter(({ event }) =>
      event.type.includes('.offered.'),
    ))
      ids.set(event.subject, (ids.get(event.subject) ?? new Set()).add(id))
    const offered = await app.pool.read({ tenant: TOWN }, (query) =>
      query<{ id: string }>(sql`
        select a.id from cases.assignments a join cases.cases c on c.id = a.case_id
        where not c.is_history and a.offered_at is not null`),
    )
    assert.ok(offered.length > 50)
    for (const { id } of offered) assert.equal(ids.get(id)?.size, 1, `assignment ${id}`)
    assert.deepEqual(receiver.refused, [])
    const { faults } = await verifyChain(app.pool, TOWN)
    assert.deepEqual(faults, [])
    const ended = once(child, 'exit')
    child.kill('SIGINT')
    assert.deepEqual(await ended, [0, null], 'and it still ends in order')
  })
})
