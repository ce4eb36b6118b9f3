import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { openTestDatabase } from '../../test/rig.ts'
import { openPool } from './database.ts'
import { claimGathering, takeUpGathered } from './gathered.ts'
import { GATHERED } from './gathered-destination.ts'
import { OUTBOX } from './outbox.ts'
import { insertRows } from './table.ts'

test('a mail takes up all that is its own while the next one is made up', async () => {
  await using database = await openTestDatabase()
  const worker = openPool({ url: database.workerUrl, size: 2, onError: assert.ifError })
  const app = openPool({ url: database.appUrl, size: 1, onError: assert.ifError })
  try {
    const now_ms = Date.now()
    const [tenant, destination] = ['GM9801', `${GATHERED}/party`]
    const rows = Array.from({ length: 3 }, () => ({
      tenant,
      id: randomUUID(),
      destination,
      ordering_key: randomUUID(),
      sequence: 1,
      type: 'news',
      body: {},
      created_at: now_ms,
      due_at: now_ms,
    }))
    await app.write({ tenant }, (query) => query(insertRows(OUTBOX, rows)))
    const ids = rows.map(({ id }) => id)
    await worker.write({}, async (query) => {
      const claimed = await claimGathering(query, { tenant, destination }, now_ms)
      assert.deepEqual(claimed?.map(({ id }) => id).sort(), ids.toSorted())
      const taken = await worker.write({}, (other) =>
        takeUpGathered(other, { tenant, ids, holder: randomUUID() }, now_ms),
      )
      assert.equal(taken.length, ids.length)
      const second = await worker.write({}, (other) =>
        claimGathering(other, { tenant, destination }, now_ms),
      )
      assert.equal(second, undefined, 'another process is at it')
    })
  } finally {
    await worker.close()
    await app.close()
  }
})
