import { createHash } from 'node:crypto'
import { access, glob, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { openEmbeddedPostgres } from '#platform/embedded-postgres'
import { createLog } from '#platform/log'
import { migrate } from '#platform/migrations'

/** A database of one test file, as migrated and empty as the first day. */
export type TestDatabase = AsyncDisposable & {
  readonly ownerUrl: string
  readonly appUrl: string
  readonly workerUrl: string
  /** Where its program keeps files. */
  readonly filesDir: string
}

const PROJECT = fileURLToPath(new URL('..', import.meta.url))
const ROLES = { appPassword: 'app-of-a-test', workerPassword: 'worker-of-a-test' }
/** Any number that no other program on this server uses for an advisory lock. */
const TEMPLATE_LOCK = 7_221_500_312

/** A server whose data may be lost at any moment; shared by whatever tests of this checkout run at the same time. */
export async function openTestServer(): Promise<AsyncDisposable & { readonly url: string }> {
  const checkout = createHash('sha256').update(PROJECT).digest('hex').slice(0, 12)
  const server = await openEmbeddedPostgres({
    dataDir: path.join(tmpdir(), `lantaarn-test-${process.getuid?.() ?? 0}-${checkout}`),
    name: 'test',
    fsync: false,
    canOwnerCreateDatabases: true,
    log: createLog({ level: 'warn' }),
  })
  return { url: server.ownerUrl, [Symbol.asyncDispose]: server.stop }
}

let serverUrl: Promise<string> | undefined
let opened = 0

/** A clone of the migrated template. Dropped when it is disposed of, whoever is still connected. */
export async function openTestDatabase(): Promise<TestDatabase> {
  serverUrl ??= findServer()
  const template = await ensureTemplate(await serverUrl)
  return createTestDatabase(`template ${template} strategy file_copy`)
}

/** One that no program has seen: whoever starts on it migrates it. */
export function openEmptyTestDatabase(): Promise<TestDatabase> {
  return createTestDatabase('')
}

async function createTestDatabase(as: string): Promise<TestDatabase> {
  serverUrl ??= findServer()
  const url = await serverUrl
  const name = `test_${process.pid}_${opened++}`
  await asAdmin(url, (admin) => admin.query(`create database ${name} ${as}`))
  const filesDir = await mkdtemp(path.join(tmpdir(), 'lantaarn-test-files-'))
  return {
    filesDir,
    ownerUrl: urlOf(url, name),
    appUrl: urlOf(url, name, 'lantaarn_app', ROLES.appPassword),
    workerUrl: urlOf(url, name, 'lantaarn_worker', ROLES.workerPassword),
    async [Symbol.asyncDispose]() {
      await asAdmin(url, (admin) => dropOnceLeft(admin, name))
      await rm(filesDir, { recursive: true, force: true })
    },
  }
}

async function findServer(): Promise<string> {
  const given = process.env.LANTAARN_TEST_DATABASE
  if (given !== undefined) return given
  const server = await openTestServer()
  // A test file has no last line to stop it at: this fires once nothing else is left to do.
  process.once('beforeExit', () => server[Symbol.asyncDispose]())
  return server.url
}

let template: Promise<string> | undefined

function ensureTemplate(url: string): Promise<string> {
  template ??= makeTemplate(url)
  return template
}

/** Migrated once per state of the migrations, by whichever test file comes first. */
async function makeTemplate(url: string): Promise<string> {
  const name = `template_${await digestOfMigrations()}`
  await asAdmin(url, async (admin) => {
    await admin.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
    const { rows } = await admin.query<{ datname: string }>('select datname from pg_database')
    const names = rows.map((row) => row.datname)
    await dropAbandoned(admin, names)
    if (names.includes(name)) return
    const draft = `draft_${process.pid}`
    await admin.query(`drop database if exists ${draft} with (force)`)
    await admin.query(`create database ${draft}`)
    await migrate(urlOf(url, draft), ROLES)
    await admin.query(`alter database ${draft} rename to ${name}`)
  })
  return name
}

/** A connection that was closed lives on in the server for a moment, and its owner may not end another role's. */
async function dropOnceLeft(admin: pg.Client, name: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return void (await admin.query(`drop database ${name} with (force)`))
    } catch (error) {
      if (tries === 50 || (error as { code?: string }).code !== '42501') throw error
      await delay(20)
    }
  }
}

/** Databases of test processes that were killed. */
async function dropAbandoned(admin: pg.Client, names: string[]): Promise<void> {
  for (const name of names) {
    const [, pid] = /^(?:test|draft)_(\d+)/.exec(name) ?? []
    if (pid === undefined || (await isThere(`/proc/${pid}`))) continue
    await admin.query(`drop database if exists ${name} with (force)`)
  }
}

/** Roles and grants are made by the migrating program itself, so that it counts too. */
async function digestOfMigrations(): Promise<string> {
  const files = await Array.fromAsync(glob('src/**/migrations/*.sql', { cwd: PROJECT }))
  const digest = createHash('sha256')
  for (const file of [...files.sort(), 'src/platform/migrations.ts'])
    digest.update(file).update(await readFile(path.join(PROJECT, file)))
  return digest.digest('hex').slice(0, 16)
}

async function asAdmin<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'test rig' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function urlOf(server: string, database: string, user?: string, password?: string): string {
  const url = new URL(server)
  url.pathname = `/${database}`
  if (user !== undefined && password !== undefined) {
    url.username = user
    url.password = password
  }
  return url.href
}

/** Where the data sets lie that are too big for the repository; beside the checkout, and not everywhere. */
export function sharedData(file: string): string {
  return path.join(PROJECT, '..', 'shared', 'data', file)
}

/** For `it(name, { skip: await whyNoSharedData() }, …)`: false where the data are, else the reason. */
export async function whyNoSharedData(): Promise<string | false> {
  return (await isSharedDataPresent()) ? false : 'needs ../shared/data beside the checkout'
}

export function isSharedDataPresent(): Promise<boolean> {
  return isThere(sharedData(''))
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
