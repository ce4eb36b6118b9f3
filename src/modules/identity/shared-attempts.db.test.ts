import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Attempts } from '#platform/attempts'
import { openPool, type Pool } from '#platform/database'
import { openTestDatabase, type TestDatabase } from '../../../test/rig.ts'
import { createCountAttempts } from './shared-attempts.ts'

let database: TestDatabase
let pools: Pool[]
let now_ms = Date.parse('2026-06-09T10:00:00+02:00')
before(async () => {
  database = await openTestDatabase()
  pools = [1, 2].map(() => openPool({ url: database.workerUrl, size: 3, onError: assert.ifError }))
})
after(async () => {
  for (const pool of pools) await pool.close()
  await database[Symbol.asyncDispose]()
})

/** The same counter in each of two processes. */
const counters = (counter: string, limit: { most: number; within_s: number }) =>
  pools.map((worker) => {
    const vault = { pseudonym: (of: string, name: string) => `${of}/${name}` }
    return createCountAttempts({ worker, vault, clock: () => now_ms })(counter, limit)
  }) as [Attempts, Attempts]

test('so many attempts may be made under one name, in all processes together and all at once', async () => {
  const all = counters('one', { most: 3, within_s: 60 })
  const waits = await Promise.all([0, 1, 0, 1, 0, 1].map((i) => all[i as 0 | 1].begin('a')))
  assert.equal(waits.filter((one) => one === undefined).length, 3)
  for (const wait_s of waits) assert(wait_s === undefined || (wait_s > 0 && wait_s <= 60))
  assert.equal(await all[1].begin('b'), undefined, 'another name is not held up')
})

test('what was right does not count', async () => {
  const [first, second] = counters('two', { most: 1, within_s: 60 })
  for (let i = 0; i < 5; i++) {
    assert.equal(await first.begin('a'), undefined)
    await second.forgive('a')
  }
})

test('after its time it is forgotten', async () => {
  const [first, second] = counters('three', { most: 1, within_s: 60 })
  assert.equal(await first.begin('a'), undefined)
  assert.equal(await second.begin('a'), 60)
  now_ms += 60_000
  assert.equal(await second.begin('a'), undefined)
})
