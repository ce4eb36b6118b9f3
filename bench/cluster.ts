import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, realpath, rm, rmdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { openEmbeddedPostgres } from '#platform/embedded-postgres'
import { createLog } from '#platform/log'
import { preparePostgresHome } from '#platform/postgres-home'
import { loadSettings, servingRolesOf } from '#platform/settings'
import { median } from './row.ts'

export const PROJECT = fileURLToPath(new URL('..', import.meta.url))
const SECRET_KEY = 'the secret of a bench guards nothing at all'

/** A PostgreSQL of the bench's own, durable as in earnest, and the program on it. */
export type Cluster = AsyncDisposable & {
  readonly appUrl: string
  readonly workerUrl: string
  /** Stands above row-level security: only to look at what was written. */
  readonly superuserUrl: string
  readonly secretKey: string
  /** Of the program, for whoever runs it in a process of its own. */
  readonly settings: Readonly<Record<string, string>>
  /** Starts the program as `npm start` does, with these settings beside the bench's own. */
  start(settings: Record<string, string>): Promise<Program>
  /** Makes every commit wait for so long before it is written to disk, as a slower disk would. */
  setCommitDelay(delay_ms: number): Promise<void>
  /** What one commit that nobody shares takes, in milliseconds. */
  timeCommit(): Promise<number>
}

export type Program = AsyncDisposable & {
  readonly url: string
  readonly pid: number
  readonly startedIn_ms: number
}

/** A folder for the program's data, in which nothing was started yet; all of it is removed in the end. */
export type Folder = AsyncDisposable & {
  readonly dataDir: string
  readonly settings: Readonly<Record<string, string>>
  /** Starts the program as `npm start` does, with these settings beside the bench's own. */
  start(settings?: Record<string, string>): Promise<Program>
}

export async function openFolder(): Promise<Folder> {
  const dataDir = await realpath(await mkdtemp(path.join(tmpdir(), 'lantaarn-bench-')))
  const home = await preparePostgresHome(dataDir, 'postgres')
  const settings = {
    DATA_DIR: dataDir,
    SECRET_KEY,
    PORT: '0',
    RATE_PER_MINUTE: '0',
    LOG_LEVEL: 'warn',
  }
  return {
    dataDir,
    settings,
    start: (more) => startProgram({ ...settings, ...more }),
    async [Symbol.asyncDispose]() {
      await rm(home.folder, { recursive: true, force: true })
      // Where the server runs apart from the folder, what held it is left, and empty.
      if (path.dirname(home.folder) !== dataDir) await rmdir(path.dirname(home.folder))
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

export async function openCluster(): Promise<Cluster> {
  await using opened = new AsyncDisposableStack()
  const folder = opened.use(await openFolder())
  const { dataDir, settings, start } = folder
  const server = await openEmbeddedPostgres({ dataDir, log: createLog({ level: 'warn' }) })
  opened.use(server)
  const loaded = await loadSettings(settings, PROJECT)
  if ('faults' in loaded) throw new Error(loaded.faults.join(' '))
  const { appUrl, workerUrl } = servingRolesOf(loaded.settings, server.ownerUrl)
  const superuserUrl = await superuserOf(dataDir, server.ownerUrl)
  const closing = opened.move()
  return {
    appUrl,
    workerUrl,
    superuserUrl,
    secretKey: SECRET_KEY,
    settings,
    start,
    setCommitDelay: (delay_ms) =>
      connected(superuserUrl, async (client) => {
        await client.query(`alter system set commit_delay = ${delay_ms * 1000}`)
        await client.query(`alter system set commit_siblings = 0`)
        await client.query(`select pg_reload_conf()`)
      }),
    timeCommit: () => connected(superuserUrl, timeCommit),
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  }
}

/** Starts the program and waits until it says that it is ready. Flags of Node given to the bench reach it too. */
async function startProgram(settings: Record<string, string>): Promise<Program> {
  const began_ms = performance.now()
  const child = spawn(process.execPath, [...process.execArgv, 'src/main.ts', 'start'], {
    cwd: PROJECT,
    env: { PATH: process.env.PATH, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  let url: string | undefined
  for await (const line of createInterface({ input: child.stdout })) {
    url = /^Lantaarn is ready at (\S+)/.exec(line)?.[1]
    if (url !== undefined) break
  }
  if (url === undefined)
    throw new Error(`the program ended with ${await ended} before it was ready`)
  child.stdout.resume()
  return {
    url,
    pid: child.pid ?? 0,
    startedIn_ms: performance.now() - began_ms,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

async function superuserOf(dataDir: string, ownerUrl: string): Promise<string> {
  const kept = JSON.parse(await readFile(path.join(dataDir, 'postgres.json'), 'utf8'))
  const url = new URL(ownerUrl)
  url.username = 'postgres'
  url.password = kept.superuser
  return url.href
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const COMMITS = 50

async function timeCommit(client: pg.Client): Promise<number> {
  const times: number[] = []
  for (let turn = 0; turn < COMMITS; turn++) {
    const from_ms = performance.now()
    await client.query(`select pg_logical_emit_message(true, 'bench', '')`)
    times.push(performance.now() - from_ms)
  }
  return median(times)
}
