import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import { after, before, describe, test } from 'node:test'
import pg from 'pg'
import { createLog } from '#platform/log'
import { listMigrations, migrate } from '#platform/migrations'
import { openApp } from '../../src/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/rig.ts'

const ROLES = { appPassword: 'app-of-a-test', workerPassword: 'worker-of-a-test' }

let database: TestDatabase
let owner: pg.Client

before(async () => {
  database = await openTestDatabase()
  owner = new pg.Client(database.ownerUrl)
  await owner.connect()
})
after(async () => {
  await owner.end()
  await database[Symbol.asyncDispose]()
})

/** Every relation, column, policy and right, and when each migration was applied. */
async function pictureOf(): Promise<unknown[]> {
  const { rows } = await owner.query(`
    select c.oid::text, c.relname, c.relacl::text, c.relforcerowsecurity::text as forced,
      (select string_agg(a.attname || a.atttypid || a.attnotnull, ',' order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid) as columns,
      (select string_agg(p.polname, ',' order by p.polname) from pg_policy p where p.polrelid = c.oid)
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') order by c.oid`)
  const applied = await owner.query(
    'select name, digest, applied_at from platform.migrations order by 1',
  )
  return [...rows, ...applied.rows]
}

describe('given a migrated database', () => {
  test('when it is migrated again, also twice at once, then nothing changes', async () => {
    const before = await pictureOf()
    const applied: string[] = []
    const onApplied = (name: string) => void applied.push(name)
    await migrate(database.ownerUrl, { ...ROLES, onApplied })
    await Promise.all([1, 2].map(() => migrate(database.ownerUrl, { ...ROLES, onApplied })))
    assert.deepEqual(applied, [])
    assert.deepEqual(await pictureOf(), before)
    assert((await listMigrations()).length >= 6)
  })

  test('when a migration was changed after it ran, then it is refused by name', async () => {
    const [first] = await listMigrations()
    assert(first)
    await owner.query(`update platform.migrations set digest = 'other' where name = $1`, [
      first.name,
    ])
    await assert.rejects(
      migrate(database.ownerUrl, ROLES),
      new RegExp(`${first.name} was changed after it ran`),
    )
    await owner.query('update platform.migrations set digest = $2 where name = $1', [
      first.name,
      first.digest,
    ])
  })
})

describe('given the role that owns the tables', () => {
  test('when the program is to serve as it, then it refuses', async () => {
    const options = {
      appUrl: database.ownerUrl,
      workerUrl: database.workerUrl,
      pool: 1,
      secretKey: 'a secret of a test, long enough to be one',
      publicUrl: () => 'http://localhost',
      canCallPrivateAddresses: false,
      webhookTimeout_s: 1,
      mail: { folder: tmpdir() },
      maxBody_bytes: 1_000,
      maxPhoto_bytes: 1_000,
      filesDir: database.filesDir,
      rate_per_minute: 0,
      roles: [],
      log: createLog({ level: 'silent' }),
      clock: Date.now,
    }
    await assert.rejects(openApp(options), /stands above row-level security/)
    await using app = await openApp({ ...options, appUrl: database.appUrl })
    assert.deepEqual(app.towns.all(), [])
  })
})
