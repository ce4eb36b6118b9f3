import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { type ServerType, serve } from '@hono/node-server'
import { listAssignments } from '#modules/cases'
import { type ApiKey, createKey } from '#modules/directory'
import { importPlaces } from '#modules/places'
import { KEYS } from './api-town.ts'
import { AREAS, ASSETS } from './small-town.ts'
import { NOORDDIJK, openTown, type SmallTown, until } from './town.ts'

const RACES = 1_000
/** Races of different cases side by side, so that the committer gathers them into one transaction. */
const SIDE_BY_SIDE = 10
/** One of the two leaves up to so much later, beside what the one has that won the last of its kind. */
const HEAD_START_MS = 8
/** So much more of a head start has whoever lost, so that each wins its share however long either takes on a machine. */
const MORE_MS = 2
const SOURCE = 'urn:nld:oin:00000001234567890000:systeem:lampen'

/** A lamp for each race: of one object there is only one case. */
const LAMPS = Array.from({ length: RACES }, (_, i) => ({
  ...(ASSETS[0] as (typeof ASSETS)[number]),
  id: `race-${i}`,
  publicNumber: `R${i}`,
  place: [5.001 + (i % 40) * 0.0009, 52.001 + Math.floor(i / 40) * 0.0006] as const,
}))

// biome-ignore lint/suspicious/noExplicitAny: what a problem holds beside its type is looked into.
type Told = { status: number; json: any }
type Racer = { id: string; number: string; caseId: string; lamp: string }
type Call = (as: keyof typeof KEYS, path: string, body: unknown, ifMatch?: string) => Promise<Told>

const answer = (call: Call, { id }: Racer, body: object) =>
  call('party', `/assignments/${id}/answers`, body, '"1"')
const accept = (call: Call, one: Racer) => answer(call, one, { answer: 'accepted' })
const start = (call: Call, one: Racer) => answer(call, one, { answer: 'started' })
const overrule = (call: Call, { number }: Racer) =>
  call('desk', `/cases/${number}/overrulings`, { agreement: 'lighting-reserve', reason: 'nearer' })
const close = (call: Call, { number }: Racer) =>
  call('desk', `/cases/${number}/closures`, { as: 'settled-by-desk', remark: 'gone' })
const correct = (call: Call, one: Racer) =>
  answer(call, one, { answer: 'facts-corrected', asset: 'lamp-51' })
const event = (call: Call, kind: 'raised' | 'cleared', lamp: string) =>
  call('integrator', '/events', {
    specversion: '1.0',
    id: randomUUID(),
    source: SOURCE,
    type: `nl.lantaarn.condition.${kind}.v1`,
    data: { asset: lamp, category: 'lamp-out', condition: 'lamp-failure' },
  })
const clear = (call: Call, { lamp }: Racer) => event(call, 'cleared', lamp)

/** What takes it back, what the party answers meanwhile, and what the late one of the two is told. */
type Race = {
  withdraw: (call: Call, one: Racer) => Promise<Told>
  answer: (call: Call, one: Racer) => Promise<Told>
  /** The party answered first: what is then said to whoever takes it back. */
  lateWithdrawal: readonly [status: number, problem?: string]
  /** It was taken back first: who has it from then on, where anybody has. */
  owner?: { id: string; name: string }
}
const NACHTLICHT = { id: 'nachtlicht', name: 'Nachtlicht' }
const RACE: Readonly<Record<string, Race>> = {
  'overruled and accepted': {
    withdraw: overrule,
    answer: accept,
    // What was accepted has not begun: it may still be given to another, and the party is told.
    lateWithdrawal: [201],
    owner: NACHTLICHT,
  },
  'overruled and started': {
    withdraw: overrule,
    answer: start,
    lateWithdrawal: [409, 'work-has-begun'],
    owner: NACHTLICHT,
  },
  'cleared and accepted': { withdraw: clear, answer: accept, lateWithdrawal: [202] },
  'cleared and started': { withdraw: clear, answer: start, lateWithdrawal: [202] },
  'closed and accepted': { withdraw: close, answer: accept, lateWithdrawal: [201] },
  'closed and started': {
    withdraw: close,
    answer: start,
    lateWithdrawal: [409, 'work-has-begun'],
  },
  'corrected and accepted': {
    withdraw: correct,
    answer: accept,
    lateWithdrawal: [412, 'assignment-changed'],
    owner: { id: 'provincie', name: 'Provincie' },
  },
}
const NAMES = Object.keys(RACE)

describe(`a withdrawal meets an answer ${RACES} times, over HTTP and on one PostgreSQL`, () => {
  const stack = new AsyncDisposableStack()
  let town: SmallTown
  let base: string
  const won = new Map<string, { withdrawal: number; answer: number }>()
  /** By how much more the withdrawal leaves first. */
  const lead_ms = new Map<string, number>()

  const call: Call = async (as, path, body, ifMatch) => {
    const isEvent = path === '/events'
    const response = await fetch(`${base}${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer lk_race_${as}`,
        'content-type': isEvent ? 'application/cloudevents+json' : 'application/json',
        ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
      },
      body: JSON.stringify(body),
    })
    return { status: response.status, json: await response.json() }
  }

  before(async () => {
    town = stack.use(await openTown({ roles: ['work'] }))
    const { app } = town
    const { pool, committer } = app
    const places = { areas: AREAS, assets: [...ASSETS, ...LAMPS], source: 'race' }
    await importPlaces({ pool, committer, municipality: NOORDDIJK }, places)
    app.towns.touch(NOORDDIJK)
    for (const [name, key] of Object.entries(KEYS)) {
      const whole = { ...key, id: randomUUID(), label: name } as ApiKey
      await createKey(app.worker, { key: whole, now_ms: town.clock(), token: `lk_race_${name}` })
    }
    const server: ServerType = serve({ fetch: app.http.fetch, port: 0, hostname: '127.0.0.1' })
    await once(server, 'listening')
    stack.defer(async () => {
      server.close()
      await once(server, 'close')
    })
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`
  })
  after(() => stack.disposeAsync())

  const stepsOf = (caseId: string) =>
    town.app.pool.read({ tenant: NOORDDIJK }, (query) =>
      listAssignments(query, { of: { municipality: NOORDDIJK }, caseId, most: 20 }),
    )

  async function open(i: number): Promise<Racer> {
    const lamp = `race-${i}`
    const raised = await event(call, 'raised', lamp)
    assert.equal(raised.status, 202, JSON.stringify(raised.json))
    const { id: caseId, number } = raised.json.results[0].case
    const [row] = await stepsOf(caseId)
    assert.equal(row?.organisation, 'lichtwerk')
    return { id: row.id, caseId, number, lamp }
  }

  async function race(i: number): Promise<void> {
    const name = NAMES[i % NAMES.length] ?? ''
    const { withdraw, answer, lateWithdrawal, owner } = RACE[name] as Race
    const one = await open(i)
    const lag_ms = ((i * 7) % (2 * HEAD_START_MS + 1)) - HEAD_START_MS + (lead_ms.get(name) ?? 0)
    const later = async (by_ms: number, run: () => Promise<Told>) => {
      if (by_ms > 0) await delay(by_ms)
      return run()
    }
    const [withdrawn, answered] = await Promise.all([
      later(-lag_ms, () => withdraw(call, one)),
      later(lag_ms, () => answer(call, one)),
    ])
    const steps = await stepsOf(one.caseId)
    const own = steps.find(({ id }) => id === one.id)
    const active = steps.filter(({ status }) => ['offered', 'accepted', 'started'].includes(status))
    const row = await town.case(one.caseId)
    const said = `${name}: ${JSON.stringify([withdrawn, answered])}`
    const count = won.get(name) ?? { withdrawal: 0, answer: 0 }
    won.set(name, count)
    const isAnswered = answered.status === 201
    lead_ms.set(name, (lead_ms.get(name) ?? 0) + (isAnswered ? MORE_MS : -MORE_MS))
    if (isAnswered) {
      count.answer += 1
      const [status, problem] = lateWithdrawal
      assert.equal(withdrawn.status, status, said)
      if (problem) assert.equal(withdrawn.json.type, `/problems/${problem}`, said)
      const isKept = problem !== undefined || name === 'cleared and started'
      assert.equal(own?.status === 'withdrawn', !isKept, said)
      if (isKept) assert.equal(own?.status, answered.json.assignment.status, said)
      if (isKept) assert.equal(row.status, 'open')
    } else {
      count.withdrawal += 1
      assert([201, 202].includes(withdrawn.status), said)
      assert.deepEqual(
        [answered.status, answered.json.type],
        [409, '/problems/assignment-withdrawn'],
        said,
      )
      assert.deepEqual(answered.json.owner, owner, said)
      if (!owner) assert.match(answered.json.detail, /closed/)
      assert.equal(own?.status, 'withdrawn', said)
    }
    // Whoever won, one has it, or the case is closed and nobody has.
    assert.equal(active.length, row.status === 'open' ? 1 : 0, said)
  }

  it('has one winner, and tells the late one who has it now', async () => {
    const queue = Array.from({ length: RACES }, (_, i) => i)
    const run = async () => {
      for (let i = queue.shift(); i !== undefined; i = queue.shift()) await race(i)
    }
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, run))
    assert.equal(
      [...won.values()].reduce((sum, n) => sum + n.answer + n.withdrawal, 0),
      RACES,
    )
    for (const name of NAMES) {
      const { withdrawal = 0, answer = 0 } = won.get(name) ?? {}
      // A race that one of the two always wins shows nothing.
      assert(withdrawal > 0 && answer > 0, `${name}: ${withdrawal} to ${answer}`)
    }
  })

  it('lets nobody outside see a sequence go back, and tells each party how it ended', async () => {
    const all = await town.app.pool.read({ tenant: NOORDDIJK }, (query) =>
      listAssignments(query, { of: { municipality: NOORDDIJK }, most: 10 * RACES }),
    )
    const seen = () =>
      Map.groupBy(
        town.receivers.arrivals.filter(({ event }) => !event.type.includes('informed')),
        ({ event }) => event.subject,
      )
    const isTold = (of: (typeof all)[number], bySubject: ReturnType<typeof seen>) => {
      const last = bySubject.get(of.id)?.at(-1)?.event.data.assignment
      if (of.status === 'offered') return last?.status === 'offered'
      if (of.status !== 'withdrawn') return true
      // Whoever never heard of it, by a message or by answering, need not hear that it is over.
      return last === undefined ? !answeredBy(of) : last.status === 'withdrawn'
    }
    const answeredBy = ({ accepted_at, started_at }: (typeof all)[number]) =>
      accepted_at !== null || started_at !== null
    await until('every party knows how it ended', () => {
      const bySubject = seen()
      return all.every((one) => isTold(one, bySubject))
    })
    assert.deepEqual(town.receivers.faults, [])
    for (const [subject, arrivals] of seen()) {
      const sequences = arrivals.map(({ event }) => Number(event.sequence))
      const rising = sequences.toSorted((a, b) => a - b)
      assert.deepEqual(sequences, rising, subject)
      assert.equal(new Set(arrivals.map(({ id }) => id)).size, new Set(sequences).size, subject)
      const end = arrivals.findIndex(({ event }) => event.type.includes('withdrawn'))
      assert(end === -1 || end === arrivals.length - 1, `${subject} went on after it was withdrawn`)
      const parties = new Set(arrivals.map(({ organisation }) => organisation))
      assert.equal(parties.size, 1)
    }
    assert(seen().size > RACES / 2, 'most were told of it')
  })
})

it('a party that answered before any message left is told all the same that it was taken back', async () => {
  await using town = await openTown()
  const { caseId } = await town.report({ category: 'lamp-out', asset: 'L1' })
  const all = () =>
    town.app.pool.read({ tenant: NOORDDIJK }, (query) =>
      listAssignments(query, { of: { municipality: NOORDDIJK }, caseId, most: 5 }),
    )
  const [own] = await all()
  assert(own)
  await town.answer(own.id, { answer: 'accepted' })
  const settled = await town.app.cases(NOORDDIJK, {
    type: 'CloseCase',
    caseId,
    as: 'settled-by-desk',
    by: 'desk',
    seals: { keys: [], boxes: [] },
  })
  assert.equal(settled.status, 'accepted')
  await using _working = await town.open({ roles: ['work'] })
  await until('the withdrawal arrived', () => town.receivers.at('lichtwerk').length > 0)
  const types = town.receivers.at('lichtwerk').map(({ event }) => event.type)
  assert.deepEqual(types, ['nl.lantaarn.assignment.withdrawn.v1'])
})
