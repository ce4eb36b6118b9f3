import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  type Batch,
  createCommitter,
  openJournal,
  readAfter,
  readHead,
  verifyChain,
} from '#journal'
import { openPool, type Pool } from '#platform/database'
import { table } from '#platform/table'
import { openTestDatabase, type TestDatabase } from '../../test/rig.ts'

type Notes = { texts: readonly string[]; isBad?: 'here' | 'in the database' }

const TOWN = 'GM9790'

let database: TestDatabase
let pool: Pool
before(async () => {
  database = await openTestDatabase()
  pool = openPool({ url: database.appUrl, size: 3, onError: assert.ifError })
  await pool.write({ tenant: TOWN }, (query) => openJournal(query, TOWN))
})
after(async () => {
  await pool.close()
  await database[Symbol.asyncDispose]()
})

/** A row that the database refuses: every municipality has one head. */
const HEADS = table<{ municipality: string }>({
  name: 'journal.heads',
  key: ['municipality'],
  columns: { municipality: 'text' },
  onConflict: 'fail',
})

let streams = 0

/** An event for each text, and each of them sent by itself. */
async function noteOneByOne(all: readonly Notes[], batch: Batch): Promise<readonly number[]> {
  const answers: number[] = []
  for (const { texts, isBad } of all) {
    streams += 1
    for (const [at, text] of texts.entries()) {
      const stream = `note/${streams}`
      batch.append({ stream, version: at + 1, type: 'Noted', typeVersion: 1, data: { text } })
      if (isBad === 'in the database') batch.write(HEADS, [{ municipality: TOWN }])
      await batch.sendSoFar()
    }
    if (isBad === 'here') throw new Error('this one is bad')
    answers.push(texts.length)
  }
  return answers
}

const read = () =>
  pool.read({ tenant: TOWN }, async (query) => {
    const events = await readAfter(query, TOWN, 0, 100)
    return events.map(({ data }) => (data as { text: string }).text)
  })

test('what is sent before the end of a batch is one transaction with the rest of it', async () => {
  const committer = createCommitter({ pool, clock: () => 1 })
  const submit = (notes: Notes) => committer.submit(TOWN, noteOneByOne, notes)
  assert.equal(await submit({ texts: ['a', 'b', 'c'] }), 3)
  assert.deepEqual(await read(), ['a', 'b', 'c'])
  await assert.rejects(submit({ texts: ['d', 'e'], isBad: 'here' }), /this one is bad/)
  await assert.rejects(submit({ texts: ['f', 'g'], isBad: 'in the database' }), /duplicate key/)
  assert.deepEqual(await read(), ['a', 'b', 'c'], 'of the others nothing is left')
})

test('of several in a batch only the bad one is refused, and the chain is whole', async () => {
  const committer = createCommitter({ pool, clock: () => 2 })
  const settled = await Promise.allSettled([
    committer.submit(TOWN, noteOneByOne, { texts: ['h', 'i'] }),
    committer.submit(TOWN, noteOneByOne, { texts: ['j'], isBad: 'in the database' }),
    committer.submit(TOWN, noteOneByOne, { texts: ['k'] }),
  ])
  assert.deepEqual(
    settled.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled'],
  )
  assert.deepEqual(await read(), ['a', 'b', 'c', 'h', 'i', 'k'])
  const head = await pool.read({ tenant: TOWN }, (query) => readHead(query, TOWN))
  assert.equal(head?.position, 6)
  assert.deepEqual((await verifyChain(pool, TOWN)).faults, [])
})

test('a batch holds no more work than it may, whatever the number of commands', async () => {
  const sizes: number[] = []
  const committer = createCommitter({
    pool,
    clock: () => 3,
    most: 10,
    onCommit: ({ commands }) => sizes.push(commands),
  })
  const weights = [1, 4, 4, 4, 20, 20, 1, 1]
  await Promise.all(
    weights.map((weight) => committer.submit(TOWN, noteOneByOne, { texts: [] }, weight)),
  )
  await committer.idle()
  assert.deepEqual(sizes, [3, 1, 1, 1, 2])
})
