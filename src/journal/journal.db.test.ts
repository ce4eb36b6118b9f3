import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import pg from 'pg'
import sql from 'sql-template-tag'
import {
  type Batch,
  type Committer,
  createCommitter,
  openJournal,
  readAll,
  readHead,
  verifyChain,
} from '#journal'
import { openPool, type Pool } from '#platform/database'
import { openTestDatabase, type TestDatabase } from '../../test/rig.ts'

type Note = { stream: string; text: string; isBad?: boolean }

/** The smallest executor: an event for each note, in its stream. It throws when one is bad. */
async function note(notes: readonly Note[], batch: Batch): Promise<readonly number[]> {
  const streams = notes.map(({ stream }) => stream)
  const rows = await batch.query<{ stream: string; version: number }>(sql`
    select stream, max(version) as version from journal.events
    where municipality = ${batch.municipality} and stream = any(${streams}) group by stream`)
  const versions = new Map(rows.map(({ stream, version }) => [stream, version]))
  return notes.map(({ stream, text, isBad }) => {
    if (isBad) throw new Error('this one is bad')
    const version = (versions.get(stream) ?? 0) + 1
    versions.set(stream, version)
    const type = 'Noted'
    return batch.append({ stream, version, type, typeVersion: 1, data: { text } }).position
  })
}

let database: TestDatabase
let pool: Pool
let other: Pool
let owner: pg.Client
let towns = 0
let now_ms = Date.parse('2026-06-09T10:00:00Z')
const committerOn = (on: Pool): Committer => createCommitter({ pool: on, clock: () => now_ms++ })

before(async () => {
  database = await openTestDatabase()
  const options = { url: database.appUrl, size: 5, onError: assert.ifError }
  pool = openPool(options)
  other = openPool(options)
  owner = new pg.Client(database.ownerUrl)
  await owner.connect()
  // Row-level security binds the owner too: whoever tampers has to take it away first.
  for (const name of ['events', 'heads'])
    await owner.query(`alter table journal.${name} no force row level security`)
})
after(async () => {
  await Promise.all([pool.close(), other.close(), owner.end()])
  await database[Symbol.asyncDispose]()
})

/** A municipality of its own for each test, with as many notes. */
async function openTown(notes = 0): Promise<string> {
  towns += 1
  const id = `GM${9800 + towns}`
  await pool.write({ tenant: id }, (query) => openJournal(query, id))
  const committer = committerOn(pool)
  for (let i = 0; i < notes; i++)
    await committer.submit(id, note, { stream: `note/${i % 3}`, text: `note ${i}` })
  return id
}

describe('given two committers on one database', () => {
  test('when 200 commands come at once, then positions have no gap and versions of a stream none either', async () => {
    const id = await openTown()
    const committers = [committerOn(pool), committerOn(other)]
    const positions = await Promise.all(
      Array.from({ length: 200 }, (_, i) =>
        committers[i % 2]?.submit(id, note, { stream: `note/${i % 7}`, text: `note ${i}` }),
      ),
    )
    const all = Array.from({ length: 200 }, (_, i) => i + 1)
    assert.deepEqual(
      positions.toSorted((a, b) => Number(a) - Number(b)),
      all,
    )
    const events = await pool.read({ tenant: id }, (query) => Array.fromAsync(readAll(query, id)))
    assert.deepEqual(
      events.map(({ position }) => position),
      all,
    )
    const moments = events.map(({ occurred_ms }) => occurred_ms)
    assert.deepEqual(
      moments,
      moments.toSorted(),
      'who is later in the order is not earlier in time',
    )
    const report = await verifyChain(pool, id)
    assert.deepEqual(report.faults, [])
    assert.equal(report.events, 200)
  })

  test('when two kinds of commands come in turns, then each kind is carried out together, in its order', async () => {
    const id = await openTown()
    const together: string[][] = []
    const noting = (): typeof note => (notes, batch) => {
      together.push(notes.map(({ text }) => text))
      return note(notes, batch)
    }
    const committer = createCommitter({ pool, clock: () => now_ms++, most: 4 })
    const [ofA, ofB] = [noting(), noting()]
    const texts = ['a1', 'b1', 'a2', 'b2', 'a3', 'a4', 'b3', 'a5']
    const positions = await Promise.all(
      texts.map((text) =>
        committer.submit(id, text.startsWith('a') ? ofA : ofB, { stream: 'note/1', text }),
      ),
    )
    assert.deepEqual(together, [['a1', 'a2', 'a3', 'a4'], ['b1', 'b2', 'b3'], ['a5']])
    assert.deepEqual(positions, [1, 5, 2, 6, 3, 4, 7, 8])
  })

  test('when one of a batch fails, then only that one is refused', async () => {
    const id = await openTown()
    const committer = committerOn(pool)
    const settled = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) =>
        committer.submit(id, note, { stream: 'note/1', text: `note ${i}`, isBad: i === 7 }),
      ),
    )
    const refused = settled.flatMap(({ status }, i) => (status === 'rejected' ? [i] : []))
    assert.deepEqual(refused, [7])
    const head = await pool.read({ tenant: id }, (query) => readHead(query, id))
    assert.equal(head?.position, 19)
  })

  test('when an effect after the commit fails, then nothing is done twice', async () => {
    const id = await openTown()
    const warned = new Promise((resolve) => process.once('warning', resolve))
    const committer = createCommitter({
      pool,
      clock: () => now_ms,
      onCommit: () => {
        throw new Error('the wake is broken')
      },
    })
    const two = ['a', 'b'].map((text) => committer.submit(id, note, { stream: 'note/1', text }))
    assert.deepEqual(await Promise.all(two), [1, 2])
    const head = await pool.read({ tenant: id }, (query) => readHead(query, id))
    assert.equal(head?.position, 2)
    assert.match(String(await warned), /wake is broken/)
  })

  test('when the connection ends while a batch is under way, then nothing of it stands', async () => {
    const id = await openTown()
    const committer = committerOn(pool)
    const cut = async (notes: readonly Note[], batch: Batch) => {
      const [{ pid } = { pid: 0 }] = await batch.query<{ pid: number }>(
        sql`select pg_backend_pid() as pid`,
      )
      await note(notes, batch)
      const ended = await other.read({}, (query) =>
        query<{ is: boolean }>(sql`select pg_terminate_backend(${pid}, 5000) as is`),
      )
      assert.deepEqual(ended, [{ is: true }])
      return notes.map(() => 0)
    }
    await assert.rejects(
      committer.submit(id, cut, { stream: 'note/1', text: 'lost' }),
      /terminat|may stand or not/,
    )
    assert.deepEqual(await committer.submit(id, note, { stream: 'note/1', text: 'first' }), 1)
  })
})

describe('given a journal of 12 events', () => {
  const tampered: [how: string, statements: (id: string) => string, position: number][] = [
    [
      'a byte of a body',
      (id) =>
        `update journal.events set body = replace(body, 'note 5', 'note 6') where municipality = '${id}' and position = 6`,
      6,
    ],
    [
      'a moment',
      (id) =>
        `update journal.events set occurred_at = occurred_at + interval '1 ms' where municipality = '${id}' and position = 4`,
      4,
    ],
    [
      'a stream',
      (id) =>
        `update journal.events set stream = 'note/9' where municipality = '${id}' and position = 3`,
      3,
    ],
    [
      'a version',
      (id) =>
        `update journal.events set version = 99 where municipality = '${id}' and position = 12`,
      12,
    ],
    [
      'a type',
      (id) =>
        `update journal.events set type = 'Unsaid' where municipality = '${id}' and position = 1`,
      1,
    ],
    [
      'the version of a type',
      (id) =>
        `update journal.events set type_version = 2 where municipality = '${id}' and position = 2`,
      2,
    ],
    [
      'a digest',
      (id) =>
        `update journal.events set digest = sha256('x') where municipality = '${id}' and position = 11`,
      11,
    ],
    [
      'an event in the middle, removed',
      (id) => `delete from journal.events where municipality = '${id}' and position = 7`,
      7,
    ],
    [
      'the first event, removed',
      (id) => `delete from journal.events where municipality = '${id}' and position = 1`,
      1,
    ],
    [
      'the last event, removed',
      (id) => `delete from journal.events where municipality = '${id}' and position = 12`,
      12,
    ],
    [
      'two events, swapped',
      (id) =>
        `update journal.events set position = -position where municipality = '${id}' and position in (8, 9); update journal.events set position = case position when -8 then 9 else 8 end where municipality = '${id}' and position < 0`,
      8,
    ],
    [
      'an event, added',
      (id) =>
        `insert into journal.events (municipality, position, stream, version, type, type_version, occurred_at, body, digest) values ('${id}', 13, 'note/1', 50, 'Noted', 1, now(), '{}', sha256('x'))`,
      13,
    ],
    [
      'the head, moved back',
      (id) => `update journal.heads set position = 11 where municipality = '${id}'`,
      12,
    ],
  ]
  for (const [how, statements, position] of tampered)
    test(`when its keeper changes ${how}, then the chain breaks there`, async () => {
      const id = await openTown(12)
      assert.deepEqual((await verifyChain(pool, id)).faults, [])
      await owner.query(statements(id))
      const { faults } = await verifyChain(pool, id)
      assert.equal(faults.length, 1)
      assert.equal(faults[0]?.position, position)
    })

  test('when it is set back with its head, then only a digest that was kept elsewhere tells', async () => {
    const id = await openTown(12)
    const { events, digest } = await verifyChain(pool, id)
    const anchor = { position: events, digest }
    assert.deepEqual((await verifyChain(pool, id, { anchor })).faults, [])
    await owner.query(`delete from journal.events where municipality = '${id}' and position > 9`)
    await owner.query(`update journal.heads set position = 9,
      digest = (select digest from journal.events where municipality = '${id}' and position = 9)
      where municipality = '${id}'`)
    assert.deepEqual((await verifyChain(pool, id)).faults, [])
    assert.match(
      (await verifyChain(pool, id, { anchor })).faults[0]?.fault ?? '',
      /once reached position 12/,
    )
    const committer = committerOn(pool)
    for (let i = 0; i < 3; i++)
      await committer.submit(id, note, { stream: 'note/1', text: 'another past' })
    assert.match(
      (await verifyChain(pool, id, { anchor })).faults[0]?.fault ?? '',
      /differs from the digest/,
    )
  })

  test('when it is written to while it is walked, then no fault is told', async () => {
    const id = await openTown(12)
    const committer = committerOn(pool)
    let isWriting = true
    const writing = (async () => {
      while (isWriting) await committer.submit(id, note, { stream: 'note/1', text: 'more' })
    })()
    for (let i = 0; i < 40; i++) assert.deepEqual((await verifyChain(other, id)).faults, [])
    isWriting = false
    await writing
  })

  test('then the roles that serve can add to it, and change or remove nothing', async () => {
    const id = await openTown(2)
    const worker = openPool({ url: database.workerUrl, size: 1, onError: assert.ifError })
    for (const [as, role] of [
      [pool, 'app'],
      [worker, 'worker'],
    ] as const)
      for (const statement of [
        sql`update journal.events set type = 'x' where municipality = ${id}`,
        sql`delete from journal.events where municipality = ${id}`,
        sql`truncate journal.events`,
        sql`alter table journal.events disable row level security`,
      ])
        await assert.rejects(
          as.write({ tenant: id }, (query) => query(statement)),
          /permission denied|must be owner/,
          role,
        )
    await worker.close()
  })
})
