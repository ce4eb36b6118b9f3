import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { withFolderLock } from './folder-lock.ts'
import type { Log } from './log.ts'
import { type PostgresHome, preparePostgresHome } from './postgres-home.ts'
import {
  findPostmaster,
  initialiseCluster,
  type Postmaster,
  shutDown,
  spawnPostmaster,
} from './postgres-process.ts'
import { isProcessAlive, processIdentity } from './process-identity.ts'

export type EmbeddedPostgres = {
  /** Connects as the owner of the database `lantaarn`: no superuser, may make roles. */
  readonly ownerUrl: string
  /** Leaves the server to other processes that use it; the last one out shuts it down. */
  stop(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

export type EmbeddedPostgresOptions = {
  dataDir: string
  log: Pick<Log, 'info' | 'warn'>
  /** Name of the cluster within `dataDir`. */
  name?: string
  /** False only for data that may be lost. */
  fsync?: boolean
  /** True only for tests, whose owner makes databases by the dozen. */
  canOwnerCreateDatabases?: boolean
}

type Passwords = { superuser: string; owner: string; data: string }

/** A first start on a slow disk, or recovery after a power cut, may take minutes. */
const PATIENCE_MS = 10 * 60_000
const POLL_MS = 25
const TRIES = 3

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  random_page_cost: '1.1',
  jit: 'off', // compiling a query costs more than our short ones take
  timezone: 'UTC',
  log_timezone: 'UTC',
  synchronous_commit: 'on',
  // A failed statement and the values in it may be about a person: they stay out of the server's log.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

/**
 * The project's own PostgreSQL, a real server from npm. In turn: made (once), started, or found running and adopted;
 * used; and shut down by the last process that uses it. One that a killed program left behind is adopted as well.
 */
export async function openEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const name = options.name ?? 'postgres'
  const isDurable = options.fsync ?? true
  await mkdir(options.dataDir, { recursive: true, mode: 0o700 })
  const dataDir = await realpath(options.dataDir)
  const lockFile = path.join(dataDir, `${name}.lock`)
  const users = path.join(dataDir, `${name}.users`)
  const step = stepsShownIn(options.log)

  const { home, port, user, passwords } = await withFolderLock(lockFile, PATIENCE_MS, async () => {
    const home = await step('unpacking PostgreSQL', () => preparePostgresHome(dataDir, name))
    const passwords = await keepPasswords(path.join(dataDir, `${name}.json`), home)
    if (!(await isThere(home.data))) {
      const make = () => initialiseCluster(home, { password: passwords.superuser, isDurable })
      await step('making the database cluster', make)
    }
    const { port } = await step('starting PostgreSQL', () =>
      runningServer(home, passwords, isDurable),
    )
    await step('preparing the database', () => prepareDatabase(port, passwords, options))
    return { home, port, passwords, user: await joinUsers(users) }
  })

  let stopping: Promise<void> | undefined
  const leave = () =>
    withFolderLock(lockFile, PATIENCE_MS, async () => {
      await rm(user, { force: true })
      if ((await presentUsers(users)).length > 0) return
      const server = await findPostmaster(home)
      if (server) await step('stopping PostgreSQL', () => shutDown(home, server.pid))
    })
  const stop = () => {
    stopping ??= leave()
    return stopping
  }
  return {
    ownerUrl: urlOf('lantaarn_owner', passwords.owner, port, 'lantaarn'),
    stop,
    [Symbol.asyncDispose]: stop,
  }
}

async function runningServer(
  home: PostgresHome,
  passwords: Passwords,
  isDurable: boolean,
): Promise<Postmaster> {
  const found = await findPostmaster(home)
  if (found && (await isReady(home, found, passwords, () => false))) return found
  const settings = isDurable ? SETTINGS : { ...SETTINGS, fsync: 'off', full_page_writes: 'off' }
  let said = ''
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const { port, child, lastWords } = await spawnPostmaster(home, settings)
    const server = { pid: child.pid ?? 0, port }
    if (await isReady(home, server, passwords, () => child.exitCode !== null)) return server
    // Another program may have taken the port in between.
    said = await lastWords()
  }
  throw new Error(`PostgreSQL in ${home.folder} does not start: ${said}`)
}

/** Waits until the server answers as the one of these data. False when it ended instead. */
async function isReady(
  home: PostgresHome,
  server: Postmaster,
  passwords: Passwords,
  hasExited: () => boolean,
): Promise<boolean> {
  const deadline = Date.now() + PATIENCE_MS
  for (;;) {
    try {
      const [row] = await asSuperuser(server.port, passwords, 'postgres', (client) =>
        client.query(`select current_setting('data_directory') as folder`).then(({ rows }) => rows),
      )
      return (await realpath(row.folder)) === (await realpath(home.data))
    } catch (error) {
      const { code, message } = error as { code?: string; message: string }
      if (code === '28P01')
        throw new Error(`the password of PostgreSQL in ${home.folder} is not ours`)
      if (hasExited() || processIdentity(server.pid) === undefined) return false
      if (Date.now() > deadline) throw new Error(`PostgreSQL does not answer: ${message}`)
      await delay(POLL_MS)
    }
  }
}

async function prepareDatabase(
  port: number,
  passwords: Passwords,
  options: EmbeddedPostgresOptions,
): Promise<void> {
  const createdb = options.canOwnerCreateDatabases ? 'createdb' : 'nocreatedb'
  const secret = pg.escapeLiteral(passwords.owner)
  await asSuperuser(port, passwords, 'postgres', async (client) => {
    const { rows } = await client.query(`
      select exists (select from pg_roles where rolname = 'lantaarn_owner') as has_role,
             exists (select from pg_database where datname = 'lantaarn') as has_database`)
    const rights = `login createrole nosuperuser ${createdb} password ${secret}`
    if (!rows[0].has_role) await client.query(`create role lantaarn_owner ${rights}`)
    if (!rows[0].has_database) await client.query('create database lantaarn owner lantaarn_owner')
  })
}

async function asSuperuser<T>(
  port: number,
  passwords: Passwords,
  database: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const connectionString = urlOf('postgres', passwords.superuser, port, database)
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {}) // the query under way rejects with it
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function urlOf(user: string, password: string, port: number, database: string): string {
  return `postgres://${user}:${password}@127.0.0.1:${port}/${database}`
}

/** Made once. Without them nobody can get at the data, so they never stand for another cluster than their own. */
async function keepPasswords(file: string, home: PostgresHome): Promise<Passwords> {
  const kept = await readFile(file, 'utf8').catch(() => undefined)
  const hasData = await isThere(home.data)
  if (kept === undefined && hasData)
    throw new Error(`${file} holds the passwords of the database in ${home.data} and is missing`)
  if (kept === undefined) {
    const draw = () => randomBytes(24).toString('base64url')
    const passwords = { superuser: draw(), owner: draw(), data: home.data }
    await writeFile(file, JSON.stringify(passwords), { mode: 0o600, flush: true })
    return passwords
  }
  const passwords: Passwords = JSON.parse(kept)
  if (!hasData && passwords.data !== home.data && (await isThere(passwords.data)))
    throw new Error(
      `the project was moved and its database is still in ${passwords.data}; ` +
        `move that folder to ${home.data}, or remove ${file} to begin with an empty one`,
    )
  return passwords
}

async function joinUsers(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = `${processIdentity(process.pid)}.${randomBytes(6).toString('hex')}`
  await writeFile(path.join(folder, file), '')
  return path.join(folder, file)
}

async function presentUsers(folder: string): Promise<string[]> {
  const names = await readdir(folder)
  const gone = names.filter((name) => !isProcessAlive(name.split('.')[0] ?? ''))
  await Promise.all(gone.map((name) => rm(path.join(folder, name), { force: true })))
  return names.filter((name) => !gone.includes(name))
}

function stepsShownIn(log: Pick<Log, 'info' | 'warn'>) {
  return async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const started = Date.now()
    const slow = setTimeout(() => log.info(`${what} …`), 1000)
    try {
      return await work()
    } finally {
      clearTimeout(slow)
      const took_ms = Date.now() - started
      if (took_ms > 1000) log.info({ took_ms }, `${what}: done`)
    }
  }
}

async function isThere(folder: string): Promise<boolean> {
  return stat(folder).then(
    () => true,
    () => false,
  )
}
