import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { createLog } from '#platform/log'
import { holdLevel, listMigrations, migrate } from '#platform/migrations'
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

describe('given a version that takes something away', () => {
  let source: string
  before(async () => {
    source = await mkdtemp(path.join(tmpdir(), 'migrations of a test '))
    await mkdir(path.join(source, 'platform/migrations'), { recursive: true })
    await write('801_more.sql', 'create table platform.fresh (id int)')
    await write('802_less.contract.sql', 'drop table platform.fresh')
  })
  after(() => rm(source, { recursive: true }))

  const write = (name: string, text: string) =>
    writeFile(path.join(source, 'platform/migrations', name), text)

  async function migrated(): Promise<{ applied: string[]; waiting: string[] }> {
    const told = { applied: [] as string[], waiting: [] as string[] }
    await migrate(database.ownerUrl, {
      ...ROLES,
      source,
      onApplied: (name) => void told.applied.push(path.basename(name)),
      onWaiting: (name) => void told.waiting.push(path.basename(name)),
    })
    return told
  }

  test('when an older one is connected, then it adds, and takes away once that one is gone', async () => {
    const older = new pg.Client(database.appUrl)
    await older.connect()
    await holdLevel(older, 1)
    assert.deepEqual(await migrated(), {
      applied: ['801_more.sql'],
      waiting: ['802_less.contract.sql'],
    })
    assert.deepEqual((await migrated()).waiting, ['802_less.contract.sql'])
    const same = new pg.Client(database.appUrl)
    await same.connect()
    await holdLevel(same, 2)
    await older.end()
    assert.deepEqual(await migrated(), { applied: ['802_less.contract.sql'], waiting: [] })
    await same.end()
  })

  test('when it has, then an older one refuses to start behind it', async () => {
    await assert.rejects(migrate(database.ownerUrl, ROLES), /newer version, which ran .*802_less/)
    await owner.query(`delete from platform.migrations where name like '%contract.sql'`)
  })

  test('when a table is in use, then it lets those who come after go first, and gets it in the end', async () => {
    await owner.query('create table platform.busy (id int)')
    await rm(path.join(source, 'platform/migrations/802_less.contract.sql'))
    await write('803_busy.sql', 'alter table platform.busy add column more int')
    const holder = new pg.Client(database.ownerUrl)
    await holder.connect()
    await holder.query('begin')
    await holder.query('select from platform.busy')
    let isOver = false
    const migrating = migrated().finally(() => {
      isOver = true
    })
    await delay(500)
    // This reader stands behind whoever waits for the whole table, and would do so for as long as the holder holds it.
    await owner.query("set statement_timeout = '20s'")
    await owner.query('select from platform.busy')
    await owner.query('reset statement_timeout')
    assert.equal(isOver, false, 'a reader waited for as long as the migration did')
    await holder.query('commit')
    assert.deepEqual((await migrating).applied, ['803_busy.sql'])
    await holder.end()
  })
})

describe('given an index on a table that is in use', () => {
  let source: string
  let writer: pg.Client
  before(async () => {
    source = await mkdtemp(path.join(tmpdir(), 'indexes of a test '))
    await mkdir(path.join(source, 'platform/migrations'), { recursive: true })
    await write('create index concurrently large_by_id on platform.large (id) where id > 0;')
    await owner.query('create table platform.large (id int)')
    writer = new pg.Client(database.ownerUrl)
    await writer.connect()
    await writer.query(`set lock_timeout = '1s'`)
  })
  after(async () => {
    await writer.end()
    await rm(source, { recursive: true })
  })

  const write = (text: string) =>
    writeFile(path.join(source, 'platform/migrations/811_large.concurrently.sql'), text)

  /** Somebody who wrote and has not ended: an index that is made beside others waits for them. */
  async function openWrite(): Promise<pg.Client> {
    const holder = new pg.Client(database.ownerUrl)
    await holder.connect()
    await holder.query('begin')
    await holder.query('insert into platform.large values (1)')
    return holder
  }

  const isWhole = async () => {
    const { rows } = await owner.query(
      `select indisvalid as is_whole from pg_index where indexrelid = to_regclass('platform.large_by_id')`,
    )
    return rows[0]?.is_whole
  }

  const isMaking = async () => {
    while ((await isWhole()) === undefined) await delay(20)
  }

  test('when its making is broken off, then it is made anew, and who writes waits for neither', async () => {
    const holder = await openWrite()
    const broken = assert.rejects(migrate(database.ownerUrl, { ...ROLES, source }), /811_large/)
    await isMaking()
    await writer.query('insert into platform.large values (2)')
    await owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = 'lantaarn migrate'`,
    )
    await broken
    assert.equal(await isWhole(), false)
    const again = migrate(database.ownerUrl, { ...ROLES, source })
    // A second process that starts meanwhile must not hold up the first.
    const beside = migrate(database.ownerUrl, { ...ROLES, source })
    await delay(300)
    await writer.query('insert into platform.large values (3)')
    await holder.query('commit')
    await holder.end()
    await Promise.all([again, beside])
    assert.equal(await isWhole(), true)
  })

  test('when such a file does anything else, then it is refused', async () => {
    await owner.query(`delete from platform.migrations where name like '%811_large%'`)
    await write('create index large_by_other on platform.large (id)')
    await assert.rejects(migrate(database.ownerUrl, { ...ROLES, source }), /makes no index beside/)
  })
})
