import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import sql from 'sql-template-tag'
import { setEndpoint } from '#modules/directory'
import { openTown, type SmallTown, until } from '../../../test/town.ts'
import { MESSAGE_TYPES } from './message-types.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** Reports a lamp that is out, and gives the assignment that came of it. */
async function lampOut(town: SmallTown, asset = 'L3'): Promise<string> {
  const { number } = await town.report({ category: 'lamp-out', asset })
  return assignmentOf(town, number)
}

async function assignmentOf(town: SmallTown, number: string): Promise<string> {
  const id = (await town.case(number)).assignments.at(-1)?.id
  assert(id)
  return id
}

const kindsAt = (town: SmallTown, organisation: string) =>
  town.receivers.at(organisation).map(({ event, status }) => {
    const kind = Object.entries(MESSAGE_TYPES).find(([, type]) => type === event.type)?.[0]
    return `${kind} ${status}`
  })

const isDelivered = (town: SmallTown, id: string) => async () =>
  (await town.assignment(id)).delivered_at !== null

/** As if the worker looked a second later: its sweep runs on the real clock, what is due on that of the town. */
async function settled(town: SmallTown): Promise<void> {
  const { worker } = town.app
  await until('nothing is due', async () => {
    const [row] = await worker.read({}, (query) =>
      query<{ n: number }>(sql`
        select count(*) as n from platform.outbox
        where delivered_at is null and cancelled_at is null
          and (due_at <= ${new Date(town.clock()).toISOString()} or leased_until is not null)`),
    )
    return row?.n === 0
  })
}

describe('given a lamp that is out, when it is offered', () => {
  test('then the party and whoever is informed get one signed message each, with no words but those agreed', async () => {
    await using town = await openTown({ roles: ['work'] })
    const { number } = await town.report({
      category: 'lamp-out',
      asset: 'L3',
      words: { description: 'dark since Monday', address: 'Secret street 1' },
      contact: { email: 'neighbour@example.org' },
    })
    const id = await assignmentOf(town, number)
    await until('it is delivered', isDelivered(town, id))
    await until('informed', () => town.receivers.at('wijkteam').length === 1)
    assert.deepEqual(town.receivers.faults, [])
    assert.deepEqual(kindsAt(town, 'lichtwerk'), ['offered 204'])
    assert.deepEqual(kindsAt(town, 'wijkteam'), ['informed 204'])
    const [arrival] = town.receivers.at('lichtwerk')
    const { data, subject } = arrival?.event ?? {}
    assert.equal(subject, id)
    assert.equal(data?.case.number, number)
    assert.equal(data?.descriptions?.[0]?.text, 'dark since Monday')
    const text = JSON.stringify(arrival?.event)
    assert(!text.includes('Secret street') && !text.includes('neighbour@'))
  })

  for (const [startsAt, category, delivered, by] of [
    ['receipt', 'lamp-out', '2026-06-09T21:00:00+02:00', '2026-06-11T21:00:00+02:00'],
    ['next-opening-hour', 'tree', '2026-06-09T21:00:00+02:00', '2026-06-12T08:00:00+02:00'],
  ] as const)
    test(`then the clock of the party starts by ${startsAt}`, async () => {
      await using town = await openTown({ roles: ['work'], at: '2026-06-09T20:00:00+02:00' })
      const reached = category === 'tree' ? 'groenwerk' : 'lichtwerk'
      town.receivers.answers(reached, (attempt) => (attempt === 1 ? 503 : 204))
      const place = { lon: 5.01, lat: 52.01 }
      const where = category === 'tree' ? { place } : { asset: 'L3' }
      const { number } = await town.report({ category, ...where })
      const id = await assignmentOf(town, number)
      await until('it failed once', () => town.receivers.at(reached).length === 1)
      assert.deepEqual(
        (await town.assignment(id)).party_by,
        [],
        'what did not arrive costs nothing',
      )
      town.at(delivered)
      await until('it is delivered', isDelivered(town, id))
      const expected = category === 'tree' ? '2026-06-12T08:00:00+02:00' : by
      assert.deepEqual((await town.assignment(id)).party_by, [
        { milestone: 'done', by_ms: Date.parse(expected) },
      ])
    })

  test('then a clock that starts on acceptance waits for it', async () => {
    await using town = await openTown({ roles: ['work'] })
    const { number } = await town.report({ category: 'litter', place: { lon: 5.01, lat: 52.01 } })
    const id = await assignmentOf(town, number)
    town.pass(MINUTE_MS)
    await until('it is delivered', isDelivered(town, id))
    assert.deepEqual((await town.assignment(id)).party_by, [])
    town.pass(HOUR_MS)
    await town.answer(id, { answer: 'accepted' })
    assert.deepEqual((await town.assignment(id)).party_by, [
      { milestone: 'done', by_ms: town.clock() + 48 * HOUR_MS },
    ])
  })

  test('then the party may answer at once by the revision that the message told', async () => {
    await using town = await openTown({ roles: ['work'] })
    const id = await lampOut(town)
    await until('it is delivered', isDelivered(town, id))
    const revision = town.receivers.at('lichtwerk')[0]?.event.data.assignment.revision
    const answer = await town.answer(id, { answer: 'accepted' }, revision)
    assert.equal(answer.status, 'accepted')
  })
})

describe('given parties that fail', () => {
  test('when it comes through at the second attempt, then id and body are the same and the timestamp is new', async () => {
    await using town = await openTown({ roles: ['work'] })
    town.receivers.answers('lichtwerk', (attempt) => (attempt < 3 ? 500 : 204))
    const id = await lampOut(town)
    for (let attempt = 1; attempt < 3; attempt++) {
      await until('an attempt', () => town.receivers.at('lichtwerk').length === attempt)
      await until('it is put back', async () => {
        const rows = await town.app.worker.read({}, (query) =>
          query(
            sql`select 1 from platform.outbox where ordering_key = ${id} and leased_until is null`,
          ),
        )
        return rows.length === 1
      })
      town.pass(MINUTE_MS)
    }
    await until('it is delivered', isDelivered(town, id))
    const attempts = town.receivers.at('lichtwerk')
    assert.equal(attempts.length, 3)
    assert.equal(new Set(attempts.map((one) => one.id)).size, 1)
    assert.equal(new Set(attempts.map((one) => JSON.stringify(one.event))).size, 1)
    assert.equal(new Set(attempts.map((one) => one.timestamp_s)).size, 3)
    assert.deepEqual(town.receivers.faults, [])
  })

  test('when it redirects, then it is not followed and not received', async () => {
    await using town = await openTown({ roles: ['work'] })
    const elsewhere = new URL(town.receivers.endpointOf('buurtgroep').url)
    town.receivers.answers('lichtwerk', () => elsewhere)
    const id = await lampOut(town)
    await until('an attempt', () => town.receivers.at('lichtwerk').length === 1)
    await until('its fault is kept', async () => (await lastError(town, id)) !== null)
    assert.equal(await lastError(town, id), 'answered 307')
    assert.deepEqual(town.receivers.at('buurtgroep'), [])
    assert.equal((await town.assignment(id)).delivered_at, null)
  })

  test('when it cannot even be signed, then that is a failed attempt like any other', async () => {
    await using town = await openTown({ roles: ['work'] })
    const { worker, vault } = town.app
    const endpoint = town.receivers.endpointOf('lichtwerk')
    await setEndpoint(worker, vault, { ...endpoint, secret: 'whsec_' })
    const id = await lampOut(town)
    await until('its fault is kept', async () => (await lastError(town, id)) !== null)
    await until('it is put back', async () => (await leases(town)) === 0)
    await setEndpoint(worker, vault, endpoint)
    town.pass(MINUTE_MS)
    await until('it is delivered', isDelivered(town, id))
  })

  test('when it is answered on the workspace instead, then no attempt follows', async () => {
    await using town = await openTown({ roles: ['work'] })
    town.receivers.answers('lichtwerk', () => 503)
    const id = await lampOut(town)
    await until('it failed', async () => (await lastError(town, id)) !== null)
    await town.answer(id, { answer: 'accepted' })
    town.pass(HOUR_MS)
    await settled(town)
    assert.deepEqual(kindsAt(town, 'lichtwerk'), ['offered 503'])
    assert.notEqual(
      (await town.assignment(id)).delivered_at,
      null,
      'an answer shows that it arrived',
    )
  })

  test('when five attempts failed, then a person at the desk sees it, until it arrives', async () => {
    await using town = await openTown({ roles: ['work'] })
    let isDown = true
    town.receivers.answers('lichtwerk', () => (isDown ? 503 : 204))
    const { number } = await town.report({ category: 'lamp-out', asset: 'L3' })
    for (let attempt = 1; attempt <= 5; attempt++) {
      await until(`attempt ${attempt}`, () => town.receivers.at('lichtwerk').length === attempt)
      await until('it is put back', async () => (await leases(town)) === 0)
      if (attempt < 5) town.pass(2 * HOUR_MS)
    }
    await until('at the desk', async () => (await town.case(number)).desk.length > 0)
    assert.deepEqual((await town.case(number)).desk, ['delivery-stuck'])
    isDown = false
    town.pass(2 * HOUR_MS)
    await until('settled', async () => (await town.case(number)).desk.length === 0)
  })
})

async function lastError({ app }: SmallTown, orderingKey: string): Promise<string | null> {
  const [row] = await app.worker.read({}, (query) =>
    query<{ last_error: string | null }>(sql`
      select last_error from platform.outbox where ordering_key = ${orderingKey}`),
  )
  return row?.last_error ?? null
}

async function leases({ app }: SmallTown): Promise<number> {
  const rows = await app.worker.read({}, (query) =>
    query(sql`select 1 from platform.outbox where leased_until is not null`),
  )
  return rows.length
}

describe('given an offer that is taken back', () => {
  const correct = (town: SmallTown, id: string) =>
    town.answer(id, { answer: 'facts-corrected', category: 'bench' })

  test('when nothing was attempted yet, then the party hears nothing at all', async () => {
    await using town = await openTown({ roles: ['work'] })
    const { number } = await town.report({ category: 'litter', place: { lon: 5.01, lat: 52.01 } })
    const id = await assignmentOf(town, number)
    await correct(town, id)
    town.pass(HOUR_MS)
    await settled(town)
    assert.deepEqual(town.receivers.at('wijkteam'), [])
  })

  test('when it was held off, then it leaves only after that time', async () => {
    await using town = await openTown({ roles: ['work'] })
    await town.report({ category: 'litter', place: { lon: 5.01, lat: 52.01 } })
    town.pass(MINUTE_MS - 1)
    await settled(town)
    assert.deepEqual(town.receivers.at('wijkteam'), [])
    town.pass(1)
    await until('it leaves', () => town.receivers.at('wijkteam').length === 1)
  })

  test('when the offer was attempted, then the withdrawal follows it, and nothing overtakes', async () => {
    await using town = await openTown({ roles: ['work'], webhookTimeout_s: 0.6 })
    town.receivers.answers('lichtwerk', (attempt) => (attempt === 1 ? 'hangs' : 204))
    const id = await lampOut(town)
    await until('it hangs', () => town.receivers.at('lichtwerk').length === 1)
    await correct(town, id)
    await until('it is withdrawn', () => town.receivers.at('lichtwerk').length === 2)
    assert.deepEqual(kindsAt(town, 'lichtwerk'), ['offered hangs', 'withdrawn 204'])
    const [offered, withdrawn] = town.receivers.at('lichtwerk')
    assert((withdrawn?.arrived_ms ?? 0) - (offered?.arrived_ms ?? 0) > 500)
    assert((withdrawn?.event.sequence ?? '') > (offered?.event.sequence ?? ''))
    await settled(town)
  })
})

describe('given a worker that died with a message in its hands', () => {
  test('when its lease is over, then another takes it up, with the same id', async () => {
    await using town = await openTown()
    const id = await lampOut(town)
    await town.app.worker.write({}, (query) =>
      query(sql`
        update platform.outbox set attempts = 1, lease_holder = gen_random_uuid(),
          leased_until = ${new Date(town.clock() + 30_000).toISOString()}
        where ordering_key = ${id}`),
    )
    await using _worker = await town.open({ roles: ['work'] })
    town.pass(29_000)
    await until('the informed party has it', () => town.receivers.at('wijkteam').length === 1)
    assert.deepEqual(town.receivers.at('lichtwerk'), [])
    town.pass(2_000)
    await until('it is delivered', isDelivered(town, id))
    assert.deepEqual(kindsAt(town, 'lichtwerk'), ['offered 204'])
  })
})
