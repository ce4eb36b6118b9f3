import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import pg from 'pg'
import { openTestDatabase, type TestDatabase } from '../../test/rig.ts'
import { insertRows, table } from './table.ts'

const WORDS = table<{ tenant: string; at: number; word: string; said: unknown }>({
  name: 'public.words',
  key: ['tenant', 'at'],
  columns: { tenant: 'text', at: 'int4', word: 'text', said: 'jsonb' },
  onConflict: 'fail',
})

let database: TestDatabase
let owner: pg.Client
before(async () => {
  database = await openTestDatabase()
  owner = new pg.Client(database.ownerUrl)
  await owner.connect()
  await owner.query(`
    create temporary table words (tenant text, at int4, word text, said jsonb)`)
})
after(async () => {
  await owner.end()
  await database[Symbol.asyncDispose]()
})

/** What PostgreSQL can keep: no NUL, and no halves of pairs. */
const word = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('"', '\\', '{', '}', ',', '\n', '\t', '\u007f', 'a', '💡') }),
    fc.constantFrom('', 'NULL', 'null', '""', '\\"', '\u2028'),
  )
  .map((text) => text.replaceAll('\u0000', ''))

test('whatever a row says comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 20 }), async (words) => {
      await owner.query('truncate pg_temp.words')
      const rows = words.map((one, at) => ({ tenant: 'x', at, word: one, said: { [one]: [one] } }))
      const statement = insertRows({ ...WORDS, name: 'pg_temp.words' }, rows)
      await owner.query({ text: statement.text, values: statement.values })
      const kept = await owner.query('select tenant, at, word, said from pg_temp.words order by at')
      assert.deepEqual(kept.rows, rows)
    }),
    { numRuns: 150 },
  )
})
