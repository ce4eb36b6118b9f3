import assert from 'node:assert/strict'
import { it } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import sql from 'sql-template-tag'
import { v7 as newId } from 'uuid'
import { toIso } from '#kernel/clock'
import { createKey, setEndpoint } from '#modules/directory'
import { migrate } from '#platform/migrations'
import { makeWebhookSecret } from '#standards/cloudevents'
import { eventTopicOf } from '#standards/mqtt'
import type { App } from '../src/app.ts'
import { loadSampleTown } from '../src/composition/load-sample-town.ts'
import { sampleKeys } from '../src/composition/sample-keys.ts'
import { type Frailty, openFrailParty } from './frail-party.ts'
import { freePort } from './free-port.ts'
import { openMosquitto, whyNoMosquitto } from './mosquitto.ts'
import { connectThing, countRows } from './mqtt-things.ts'
import { openOwnPostgres } from './own-postgres.ts'
import { type RunningProgram, startProgram } from './program.ts'
import { openReports } from './reports-under-load.ts'
import type { TestDatabase } from './rig.ts'
import { openSteppedClock } from './stepped-clock.ts'
import { openTestApp, TEST_SECRET } from './test-app.ts'
import { until } from './town.ts'
import { openReceiver } from './webhook-receiver.ts'
import { closingTimeAfter } from './working-days-by-hand.ts'

const TOWN = 'GM9901'
const KILLS = 50
const CLIENTS = 4
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** A Thursday before the clocks go forward, so that the week has a night of 23 hours, and Easter comes after it. */
const BEGAN_MS = Date.parse('2026-03-26T08:00:00Z')
const ROLES_PASSWORDS = { appPassword: 'of-a-test', workerPassword: 'of-a-test' }

/** So long nobody may have heard of a message that does not arrive. */
const KNOWN_WITHIN_MS = 20 * MINUTE_MS

/** Whose server does what all week, and what residents report so that it is asked. */
const FRAIL: Readonly<Record<string, Frailty>> = {
  'de-klinker': 'away',
  'dijkstede-infra': 'away',
  'groenrijk-en-zn': 'garbage',
  G9901: 'hanging',
}
const SERVICES = ['lamp-kapot', 'losse-tegel', 'put-verstopt', 'gras-maaien', 'zwerfvuil']

/** Working days after receipt, until closing time (local), by agreement; those of a contract count from receipt. */
const TERMS: Readonly<Record<string, { days: number; closes: string }>> = {
  'verlichting-onderhoud': { days: 10, closes: '16:30' },
  'bestrating-onderhoud': { days: 15, closes: '16:30' },
  'riool-en-kolken': { days: 10, closes: '16:30' },
  'groen-noord': { days: 20, closes: '16:30' },
}

it('after the worst week nothing is lost, nothing is doubled, every term is right, and the desk saw it all', {
  timeout: 30 * MINUTE_MS,
}, async (t) => {
  process.env.LOG_LEVEL ??= 'fatal' // what it complains of here is part of the test
  await using stack = new AsyncDisposableStack()
  const postgres = stack.use(await openOwnPostgres())
  const { database } = postgres
  const time = stack.use(await openSteppedClock(BEGAN_MS))
  const mosquitto = whyNoMosquitto ? undefined : stack.use(await openMosquitto())
  await migrate(database.ownerUrl, ROLES_PASSWORDS)
  const app = stack.use(await openTestApp({ database, roles: [], clock: time.clock }))
  const silent = { say: () => {}, newId: () => newId(), now_ms: time.clock() }
  await loadSampleTown(app, { scale: 0.1, secretKey: TEST_SECRET, ...silent })
  const receiver = stack.use(await openReceiver({ isOutOfTime: true }))
  const frail = await setParties(app, receiver, stack)
  const things = mosquitto && (await openThings(app, mosquitto, stack))
  const reports = await openReports(app, TOWN, SERVICES)
  const port = await freePort()
  const base = `http://127.0.0.1:${port}`
  const start = () => startAgain(database, time.env, port, mosquitto?.ownUrl)

  // What happens while the program lives for the so-manieth time.
  const week: Readonly<Record<number, () => unknown>> = {
    2: () => mosquitto?.stop(),
    4: () => time.step(HOUR_MS),
    7: () => postgres.restart('SIGINT'),
    9: () => mosquitto?.start(),
    14: () => time.step(-2 * HOUR_MS),
    19: () => postgres.restart('SIGQUIT'),
    25: () => {
      if (postgres.whyNoFullDisk) return t.diagnostic(postgres.whyNoFullDisk)
      postgres.fillDisk()
      return delay(MINUTE_MS).then(postgres.freeDisk)
    },
    36: () => postgres.restart('SIGKILL'),
    41: () => time.step(-20 * MINUTE_MS),
  }

  let isOver = false
  const clients = Array.from({ length: CLIENTS }, async () => {
    while (!isOver) if (!(await reports.report(base, () => isOver))) await delay(50)
  })
  for (let kill = 0; kill < KILLS; kill++) {
    await using program = await start()
    if (kill === 0) await things?.begin()
    await some(reports.acknowledged)
    await week[kill]?.()
    await some(reports.acknowledged)
    await delay(Math.random() * 300)
    await program.stop('SIGKILL')
    await time.step((7 * 24 * HOUR_MS) / KILLS)
  }
  isOver = true
  await Promise.all(clients)
  const program = stack.use(await start())
  await reports.settle(base)
  t.diagnostic(`${reports.acknowledged.size} reports, ${things?.sent() ?? 0} events of things`)
  assert.ok(reports.acknowledged.size > KILLS * 4)

  await checkDesk(app, base, frail, time.clock())
  for (const party of Object.values(frail)) {
    assert.ok(party.called() > 0, 'whoever did wrong was asked')
    party.recover()
  }
  // Retries wait for an hour at most, and a breaker rests for less.
  await time.step(2 * HOUR_MS)
  await reports.checkDeliveries(receiver)
  checkOrder(receiver.received)
  await reports.checkSignals()
  await things?.checkAll()
  await checkTerms(app)
  await until('the desk needs nothing of this any more', async () => {
    return (await stuckAtDesk(base)).size === 0
  })
  assert.deepEqual(await program.stop('SIGTERM'), [0, null], 'and it still ends in order')
})

/** A few more reports get through, or nobody answers for a while. */
async function some(acknowledged: ReadonlyMap<string, string>): Promise<void> {
  const before = acknowledged.size
  const end_ms = performance.now() + 2_000
  while (acknowledged.size < before + 3 && performance.now() < end_ms) await delay(20)
}

type Receiver = Awaited<ReturnType<typeof openReceiver>>
type FrailParty = Awaited<ReturnType<typeof openFrailParty>>

async function setParties(app: App, receiver: Receiver, stack: AsyncDisposableStack) {
  const frail: Record<string, FrailParty> = {}
  for (const party of (await app.towns.get(TOWN)).parties.keys()) {
    const endpoint = receiver.endpoint(party, makeWebhookSecret())
    const is = FRAIL[party]
    if (is) {
      const before = stack.use(await openFrailParty(receiver, is))
      frail[party] = before
      endpoint.url = endpoint.url.replace(`:${receiver.port}/`, `:${before.port}/`)
    }
    await setEndpoint(app.worker, app.vault, endpoint)
  }
  assert.equal(Object.keys(frail).length, Object.keys(FRAIL).length)
  return frail
}

/** As whoever watches over it does: again, until it stays up. */
async function startAgain(
  database: TestDatabase,
  clock: Record<string, string>,
  port: number,
  mqttUrl: string | undefined,
): Promise<RunningProgram> {
  const env = {
    ...clock,
    PORT: String(port),
    ROLES: 'serve,work,ingest',
    WEBHOOK_TIMEOUT_S: '1',
    SAMPLE_TOWN: 'no',
    ...(mqttUrl && { MQTT_URL: mqttUrl, MQTT_CLIENT_ID: 'the-program' }),
  }
  for (let tries = 1; ; tries++) {
    try {
      return await startProgram(database, { env, isQuiet: true })
    } catch (error) {
      if (tries === 100) throw error
      await delay(500)
    }
  }
}

/** Lamps that tell that they are broken, all the time, and keep what they could not tell. */
async function openThings(
  app: App,
  mosquitto: Awaited<ReturnType<typeof openMosquitto>>,
  stack: AsyncDisposableStack,
) {
  const id = newId()
  const key = { id, kind: 'integrator', municipality: TOWN, label: 'lamps' } as const
  const password = await createKey(app.worker, { key, now_ms: Date.now() })
  await mosquitto.allow(id, password)
  const lamps = [...(await app.towns.get(TOWN)).assets.all()].filter(
    ({ type }) => type === 'lamp-post',
  )
  const client = stack.use(
    await connectThing(mosquitto.url, {
      username: id,
      password,
      clientId: `lamps-${id}`,
      clean: false,
      reconnectPeriod: 100,
    }),
  )
  client.on('error', () => {}) // the broker is away, and comes back
  let sent = 0
  let told = 0
  let isOver = false
  const topic = eventTopicOf(TOWN, id)
  const taken = async () => Number((await countRows(app, TOWN)).events)
  const eventOf = (at: number) =>
    JSON.stringify({
      specversion: '1.0',
      id: `event-${at}`,
      source: 'urn:nld:oin:00000001234567890000:systeem:lampen',
      type: 'nl.lantaarn.condition.raised.v1',
      data: { asset: lamps[at % lamps.length]?.id, condition: 'lamp-failure' },
    })
  let telling: Promise<void> | undefined
  async function tellAll(): Promise<void> {
    while (!isOver) {
      client.publish(topic, eventOf(sent++), { qos: 1 }, (error) => {
        if (!error) told += 1
      })
      await delay(100)
    }
  }
  stack.defer(async () => {
    isOver = true
    await telling
  })
  return {
    sent: () => sent,
    /** A broker keeps nothing for a session that was never there: the program has to have come once. */
    async begin(): Promise<void> {
      await until(
        'the first is taken',
        async () => {
          await client.publishAsync(topic, eventOf(0), { qos: 1 })
          return (await taken()) === 1
        },
        MINUTE_MS,
      )
      sent = 1
      told = 1
      telling = tellAll()
    },
    async checkAll(): Promise<void> {
      isOver = true
      await telling
      await until('the broker has all', () => told === sent, MINUTE_MS)
      await until('all are taken', async () => (await taken()) >= sent, MINUTE_MS)
      const { events, signals, rejects } = await countRows(app, TOWN)
      assert.deepEqual([events, signals, rejects].map(Number), [sent, sent, 0])
    },
  }
}

const desk = sampleKeys(TEST_SECRET).find(
  ({ key }) => key.kind === 'desk' && 'municipality' in key && key.municipality === TOWN,
)

/** The cases of which the desk reads that a message does not arrive. */
async function stuckAtDesk(base: string): Promise<Set<string>> {
  const found = new Set<string>()
  let page = `/api/v1/desk-needs?municipality=${TOWN}&reason=delivery-stuck&limit=100`
  for (;;) {
    const answer = await fetch(`${base}${page}`, {
      headers: { authorization: `Bearer ${desk?.token}` },
    })
    const text = await answer.text()
    assert.equal(answer.status, 200, text)
    const { items, next } = JSON.parse(text)
    for (const item of items) found.add(item.case.id)
    if (next === undefined) return found
    page = next.startsWith('/')
      ? next
      : `/api/v1/desk-needs?municipality=${TOWN}&reason=delivery-stuck&limit=100&cursor=${next}`
  }
}

/** Whatever a party does not know that it has to do, the desk reads. */
async function checkDesk(
  app: App,
  base: string,
  frail: Readonly<Record<string, FrailParty>>,
  now_ms: number,
): Promise<void> {
  const waiting = await app.pool.read({ tenant: TOWN }, (query) =>
    query<{ case_id: string; organisation: string }>(sql`
      select a.case_id, a.organisation
      from cases.assignments a join cases.cases c on c.id = a.case_id
      where not c.is_history and a.status = 'offered' and a.delivered_at is null
        and c.status = 'open' and a.organisation = any(${Object.keys(frail)})
        and a.offered_at < ${toIso(now_ms - KNOWN_WITHIN_MS)}::timestamptz`),
  )
  for (const party of Object.keys(frail))
    assert.ok(
      waiting.some(({ organisation }) => organisation === party),
      `${party} has work that it does not know of`,
    )
  await until(
    'the desk reads of every message that does not arrive',
    async () => {
      const told = await stuckAtDesk(base)
      return waiting.every(({ case_id }) => told.has(case_id))
    },
    MINUTE_MS,
  )
}

/** To whoever looks from outside, the state of one assignment never goes back. */
function checkOrder(received: Receiver['received']): void {
  const last = new Map<string, { sequence: number; id: string }>()
  for (const { id, path, event } of received) {
    const sequence = Number(event.sequence)
    const whose = `${path} ${event.subject}`
    const before = last.get(whose)
    assert.ok(
      before === undefined || sequence > before.sequence || id === before.id,
      `${whose} went from ${before?.sequence} to ${sequence}`,
    )
    last.set(whose, { sequence, id })
  }
}

async function checkTerms(app: App): Promise<void> {
  const rows = await app.pool.read({ tenant: TOWN }, (query) =>
    query<{
      id: string
      agreement: string
      delivered_at: number
      party_by: { milestone: string; by_ms: number }[]
    }>(sql`
      select a.id, a.agreement, a.delivered_at, a.party_by
      from cases.assignments a join cases.cases c on c.id = a.case_id
      where not c.is_history and a.delivered_at is not null and c.priority = 'normal'
        and a.agreement = any(${Object.keys(TERMS)})`),
  )
  const seen = new Map<string, number>()
  for (const { id, agreement, delivered_at, party_by } of rows) {
    const { days, closes } = TERMS[agreement] as { days: number; closes: string }
    assert.deepEqual(
      party_by.map(({ by_ms }) => new Date(by_ms).toISOString()),
      [closingTimeAfter(delivered_at, days, closes)],
      `assignment ${id} by ${agreement}, received ${new Date(delivered_at).toISOString()}`,
    )
    seen.set(agreement, (seen.get(agreement) ?? 0) + 1)
  }
  for (const agreement of Object.keys(TERMS))
    assert.ok(seen.get(agreement), `no term of ${agreement} was looked at`)
}
