import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { openTestDatabase } from '../../test/rig.ts'
import { until } from '../../test/town.ts'
import { byMailTo } from './by-mail.ts'
import { openPool } from './database.ts'
import { markDelivered, OUTBOX, type Sent, startDispatcher } from './outbox.ts'
import { insertRows } from './table.ts'

test('mails leave two at a time from the first on, and what nobody knows yet four', async () => {
  await using database = await openTestDatabase()
  const pool = openPool({ url: database.workerUrl, size: 2, onError: assert.ifError })
  const app = openPool({ url: database.appUrl, size: 1, onError: assert.ifError })
  const now_ms = Date.now()
  const destinations = [byMailTo('a party'), byMailTo('another'), 'a-webhook']
  const rows = destinations.flatMap((destination) =>
    Array.from({ length: 8 }, () => ({
      tenant: 'GM9801',
      id: randomUUID(),
      destination,
      ordering_key: randomUUID(),
      sequence: 1,
      type: 'news',
      body: {},
      created_at: now_ms,
      due_at: now_ms,
    })),
  )
  await app.write({ tenant: 'GM9801' }, (query) => query(insertRows(OUTBOX, rows)))
  const underWay = new Map<string, number>()
  const errors: Error[] = []
  const { promise: held, resolve: letGo } = Promise.withResolvers<Sent>()
  const dispatcher = startDispatcher({
    pool,
    clock: () => now_ms,
    send({ destination }) {
      underWay.set(destination, (underWay.get(destination) ?? 0) + 1)
      return held
    },
    onDelivered: async ({ tenant, id }, at_ms) => {
      await pool.write({}, (query) => query(markDelivered([{ tenant, id, at_ms }])))
    },
    onFailed: async () => {},
    onError: (error) => void errors.push(error),
  })
  const of = (destination: string) => underWay.get(destination) ?? 0
  try {
    await until('each has its first', () => destinations.every((one) => of(one) > 0))
    // Long enough for a second round, which looks everywhere once more.
    await delay(1_500)
    assert.deepEqual(destinations.map(of), [2, 2, 4])
    letGo({ isDelivered: true })
    await until('all have left', () => destinations.every((one) => of(one) === 8))
    assert.deepEqual(errors, [])
  } finally {
    letGo({ isDelivered: true })
    await dispatcher[Symbol.asyncDispose]()
    await pool.close()
    await app.close()
  }
})
