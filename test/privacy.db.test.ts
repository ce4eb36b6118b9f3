import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import pg from 'pg'
import { verifyChain } from '#journal'
import { listSignals, readWords } from '#modules/cases'
import { readBoxes } from '#platform/vault'
import { destroyCaseWords, destroyPerson } from '../src/composition/destroy-personal-data.ts'
import { NOORDDIJK, openTown, type SmallTown } from './town.ts'

const MARKS = [
  'marker-of-the-text',
  'marker-street',
  'marker@example.org',
  'Markersson',
  '0612345678',
]

/** Every row of every table as text, read by the owner past row-level security. */
async function everythingIn(town: SmallTown): Promise<string> {
  const owner = new pg.Client(town.database.ownerUrl)
  await owner.connect()
  const { rows: tables } = await owner.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')`)
  const found: string[] = []
  for (const { name } of tables) {
    await owner.query(`alter table ${name} no force row level security`)
    const { rows } = await owner.query<{ row: string }>(`select t::text as row from ${name} t`)
    await owner.query(`alter table ${name} force row level security`)
    found.push(...rows.map(({ row }) => row))
  }
  await owner.end()
  assert(found.length > 100)
  return found.join('\n')
}

async function wordsOf({ app }: SmallTown, caseId: string) {
  const signals = await app.pool.read({ tenant: NOORDDIJK }, (query) =>
    listSignals(query, NOORDDIJK, caseId),
  )
  return readWords(
    app.pool,
    app.vault,
    NOORDDIJK,
    signals.map(({ id }) => id),
  )
}

async function contactsOf({ app }: SmallTown, caseId: string) {
  const signals = await app.pool.read({ tenant: NOORDDIJK }, (query) =>
    listSignals(query, NOORDDIJK, caseId),
  )
  return app.pool.read({ tenant: NOORDDIJK }, (query) =>
    readBoxes<{ email?: string; lastName?: string }>(
      query,
      app.vault,
      NOORDDIJK,
      signals.map(({ id }) => `contact/${id}`),
    ),
  )
}

async function withTwoReports(town: SmallTown) {
  const mine = await town.report({
    category: 'lamp-out',
    asset: 'L3',
    words: { description: 'marker-of-the-text', address: 'marker-street' },
    contact: { email: 'Marker@example.org', phone: '0612345678', lastName: 'Markersson' },
  })
  const other = await town.report({
    category: 'lamp-out',
    asset: 'L3',
    words: { description: 'another text' },
    contact: { email: 'other@example.org' },
  })
  const nameless = await town.report({
    category: 'litter',
    place: { lon: 5.01, lat: 52.01 },
    words: { description: 'of a third' },
    contact: { lastName: 'Nobody' },
  })
  assert.equal(mine.caseId, other.caseId)
  return { mine, other, nameless }
}

describe('given reports with words and names', () => {
  test('then no table holds any of it in the clear, the journal least of all', async () => {
    await using town = await openTown({ roles: ['work'] })
    await withTwoReports(town)
    const all = await everythingIn(town)
    for (const mark of MARKS)
      for (const form of [
        mark,
        Buffer.from(mark).toString('hex'),
        Buffer.from(mark).toString('base64'),
      ])
        assert(!all.includes(form), `${mark} is readable somewhere`)
    assert(all.includes('SignalReceived'), 'the journal was looked in')
  })

  test('when the words of a case are destroyed, then they are gone, the chain verifies, and names stay', async () => {
    await using town = await openTown()
    const { mine, nameless } = await withTwoReports(town)
    assert.equal((await wordsOf(town, mine.caseId)).size, 2)
    assert.deepEqual(await destroyCaseWords(town.app, NOORDDIJK, mine.number, 'desk'), {
      signals: 2,
    })
    assert.equal((await wordsOf(town, mine.caseId)).size, 0)
    assert.equal((await wordsOf(town, nameless.caseId)).size, 1, 'of another case nothing is lost')
    const contacts = [...(await contactsOf(town, mine.caseId)).values()]
    assert.deepEqual(contacts.map(({ email }) => email).toSorted(), [
      'Marker@example.org',
      'other@example.org',
    ])
    assert.deepEqual((await verifyChain(town.app.pool, NOORDDIJK)).faults, [])
  })

  test('when a person is destroyed, then who reported is gone, of this person alone', async () => {
    await using town = await openTown()
    const { mine } = await withTwoReports(town)
    const done = await destroyPerson(town.app, NOORDDIJK, 'MARKER@example.org')
    assert.deepEqual(done, { contacts: 1 })
    const contacts = [...(await contactsOf(town, mine.caseId)).values()]
    assert.deepEqual(contacts, [{ email: 'other@example.org' }])
    assert.equal((await wordsOf(town, mine.caseId)).size, 2, 'what was reported stays')
    assert.deepEqual((await verifyChain(town.app.pool, NOORDDIJK)).faults, [])
    assert.deepEqual(await destroyPerson(town.app, NOORDDIJK, 'marker@example.org'), {
      contacts: 0,
    })
  })

  test('when one who is known by an account with capitals is destroyed, then it is found', async () => {
    await using town = await openTown()
    await town.report({ category: 'lamp-out', asset: 'L3', contact: { accountId: 'Account-ABC' } })
    assert.deepEqual(await destroyPerson(town.app, NOORDDIJK, 'Account-ABC'), { contacts: 1 })
  })

  test('when a signal is named that is not of the case, then nothing is destroyed', async () => {
    await using town = await openTown()
    const { mine, nameless } = await withTwoReports(town)
    const [signalId] = (await wordsOf(town, mine.caseId)).keys()
    assert(signalId)
    const answer = await town.app.cases(NOORDDIJK, {
      type: 'DestroyText',
      caseId: nameless.caseId,
      signalId,
      by: 'desk',
    })
    assert.equal(answer.status, 'rejected')
    assert.equal((await wordsOf(town, mine.caseId)).size, 2)
  })

  test('when one person reports twenty times at once for the first time, then each contact can be read', async () => {
    await using town = await openTown()
    const reports = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        town.report({
          category: 'lamp-out',
          asset: 'L3',
          words: { description: `text ${i}` },
          contact: { email: 'one@example.org' },
        }),
      ),
    )
    const contacts = await contactsOf(town, reports[0]?.caseId ?? '')
    assert.equal(contacts.size, 20)
  })
})

describe('given a confidential report', () => {
  test('then the journal holds no place, no list shows it, and it joins nothing', async () => {
    await using town = await openTown()
    const place = { lon: 5.012345, lat: 52.012345 }
    const first = await town.report({ category: 'nuisance', place })
    const second = await town.report({ category: 'nuisance', place, clientAddress: '192.0.2.9' })
    assert.notEqual(first.caseId, second.caseId)
    const all = await everythingIn(town)
    assert(!all.includes('5.012345') && !all.includes('52.012345'))
    const url = `/open311/v2/${NOORDDIJK}/requests.json`
    for (const path of [url, `${url}?service_request_id=${first.number}`]) {
      const text = await (await town.app.http.request(path)).text()
      assert(!text.includes(first.number), text)
    }
  })
})
