import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import pg from 'pg'
import { openEmbeddedPostgres } from './embedded-postgres.ts'
import { createLog } from './log.ts'

const log = createLog({ level: 'silent' })
const MODULE = new URL('embedded-postgres.ts', import.meta.url).href

let dataDir: string
before(async () => {
  // A folder that nobody else can enter, as mkdtemp makes it, and with a space in its path.
  dataDir = await mkdtemp(path.join(tmpdir(), 'embedded postgres '))
})
after(async () => {
  const home = path.dirname(await folderOfData())
  const isOutside = !home.startsWith(dataDir)
  await rm(isOutside ? path.dirname(home) : home, { recursive: true })
  await rm(dataDir, { recursive: true })
})

const open = () => openEmbeddedPostgres({ dataDir, log })

async function query<T extends pg.QueryResultRow>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<T>(text)).rows
  } finally {
    await client.end()
  }
}

async function folderOfData(): Promise<string> {
  return JSON.parse(await readFile(path.join(dataDir, 'postgres.json'), 'utf8')).data
}

async function postmaster(): Promise<number> {
  const text = await readFile(path.join(await folderOfData(), 'postmaster.pid'), 'utf8')
  return Number.parseInt(text, 10)
}

async function isRunning(): Promise<boolean> {
  return postmaster().then(
    () => true,
    () => false,
  )
}

/** A program that opens the database and is killed without a chance to stop it. */
async function killedProgram(): Promise<void> {
  const program = `
    const { openEmbeddedPostgres } = await import(${JSON.stringify(MODULE)})
    await openEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, log: console })
    process.stdout.write('open')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
}

describe('the embedded PostgreSQL', { concurrency: false }, () => {
  it('serves an owner who is no superuser, in UTF-8 and UTC, and writes to disk', async () => {
    await using server = await open()
    const [row] = await query(
      server.ownerUrl,
      `select current_user as name, rolsuper, rolcreaterole, rolcreatedb, current_database() as database,
         getdatabaseencoding() as encoding, current_setting('timezone') as zone,
         current_setting('fsync') as fsync, current_setting('synchronous_commit') as synchronous,
         current_setting('server_version_num')::int / 10000 as version
       from pg_roles where rolname = current_user`,
    )
    assert.deepEqual(row, {
      name: 'lantaarn_owner',
      rolsuper: false,
      rolcreaterole: true,
      rolcreatedb: false,
      database: 'lantaarn',
      encoding: 'UTF8',
      zone: 'UTC',
      fsync: 'on',
      synchronous: 'on',
      version: 18,
    })
    await query(server.ownerUrl, "create table kept (word text); insert into kept values ('één')")
  })

  it('is gone after stop, and keeps its passwords from others', async () => {
    assert.equal(await isRunning(), false)
    assert.equal((await stat(path.join(dataDir, 'postgres.json'))).mode & 0o777, 0o600)
    assert.equal((await stat(await folderOfData())).mode & 0o777, 0o700)
  })

  it('starts again within five seconds', async () => {
    const started = performance.now()
    await using server = await open()
    assert.ok(performance.now() - started < 5000)
    assert.deepEqual(await query(server.ownerUrl, 'select word from kept'), [{ word: 'één' }])
  })

  it('is shared by all who open it at once, and runs until the last of them stops', async () => {
    const servers = await Promise.all([open(), open(), open()])
    const [first, second, third] = servers
    assert.ok(first && second && third)
    assert.equal(new Set(servers.map((server) => server.ownerUrl)).size, 1)
    const pid = await postmaster()
    await first.stop()
    await second.stop()
    await second.stop()
    assert.equal(await postmaster(), pid)
    await query(third.ownerUrl, 'select 1')
    await third.stop()
    assert.equal(await isRunning(), false)
  })

  it('is adopted from a program that was killed, and then stopped', async () => {
    await killedProgram()
    const pid = await postmaster()
    const server = await open()
    assert.equal(await postmaster(), pid)
    await query(server.ownerUrl, 'select 1')
    await server.stop()
    assert.equal(await isRunning(), false)
  })

  it('recovers what was committed when it is killed itself', async () => {
    const killed = await open()
    await query(killed.ownerUrl, `insert into kept values ('committed')`)
    const pid = await postmaster()
    process.kill(pid, 'SIGKILL')
    await using server = await open()
    assert.notEqual(await postmaster(), pid)
    const rows = await query(server.ownerUrl, `select word from kept where word = 'committed'`)
    assert.equal(rows.length, 1)
    await killed.stop()
    await query(server.ownerUrl, 'select 1')
  })

  it('starts although the number in a stale postmaster.pid is another program’s by now', async () => {
    const stale = `${process.pid}\n${await folderOfData()}\n0\n5432\n\n127.0.0.1\n0 0\nready\n`
    await writeFile(path.join(await folderOfData(), 'postmaster.pid'), stale, { mode: 0o644 })
    await using server = await open()
    await query(server.ownerUrl, 'select 1')
  })

  it('is not held up by the lock of a program that is gone', async () => {
    await writeFile(path.join(dataDir, 'postgres.lock'), '4194304-1-deadbeef')
    await using server = await open()
    await query(server.ownerUrl, 'select 1')
  })

  it('leaves nothing behind but what it needs to start again', async () => {
    const left = await readdir(dataDir)
    const own = process.getuid?.() === 0 ? [] : ['postgres']
    assert.deepEqual(left.sort(), [...own, 'postgres.json', 'postgres.users'])
    assert.deepEqual(await readdir(path.join(dataDir, 'postgres.users')), [])
  })
})
