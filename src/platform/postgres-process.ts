import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chown,
  open,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { PostgresHome } from './postgres-home.ts'
import { processIdentity } from './process-identity.ts'

export type Postmaster = { readonly pid: number; readonly port: number }

const POLL_MS = 20
/** A server that ends writes all it holds to disk first; only then is it pushed. */
const SHUTDOWN_MS = 60_000
/** Backends of a killed postmaster notice its end within moments. */
const ORPHANS_MS = 15_000
const OLD_LOG_BYTES = 10 * 1024 * 1024

/** Nothing of our own environment is the server's business, and PGDATA and the like would lead it astray. */
const ENVIRONMENT = { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' }

/** The running postmaster of these data. Clears away what a killed one left, once nothing of it runs any more. */
export async function findPostmaster(home: PostgresHome): Promise<Postmaster | undefined> {
  const file = path.join(home.data, 'postmaster.pid')
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const lines = text.split('\n')
  const pid = Number.parseInt(lines[0] ?? '', 10)
  const port = Number.parseInt(lines[3] ?? '', 10)
  if (await runsIn(pid, home.data)) return { pid, port }
  const deadline = Date.now() + ORPHANS_MS
  while (await hasProcessIn(home.data)) {
    if (Date.now() > deadline)
      throw new Error(`processes of a killed PostgreSQL still use ${home.data}`)
    await delay(POLL_MS)
  }
  // PostgreSQL would refuse to start when its old number is another program's by now.
  await rm(file, { force: true })
  return undefined
}

/** Makes the cluster. It appears whole or not at all: a power cut halfway leaves only a draft. */
export async function initialiseCluster(
  home: PostgresHome,
  options: { password: string; isDurable: boolean },
): Promise<void> {
  const draft = `${home.data}.draft`
  const passwordFile = path.join(home.folder, 'password')
  await rm(draft, { recursive: true, force: true })
  await writeFile(passwordFile, options.password, { mode: 0o600 })
  if (home.account) {
    await chown(home.folder, home.account.uid, home.account.gid)
    await chown(passwordFile, home.account.uid, home.account.gid)
  }
  try {
    await runToEnd(home, 'initdb', [
      `--pgdata=${draft}`,
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--auth=scram-sha-256',
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      ...(options.isDurable ? [] : ['--no-sync']),
    ])
    await rename(draft, home.data)
  } finally {
    await rm(passwordFile, { force: true })
  }
}

/** Starts a server on a free port. It outlives us when we are killed, and is not hit by a Ctrl-C meant for us. */
export async function spawnPostmaster(
  home: PostgresHome,
  settings: Record<string, string>,
): Promise<{ port: number; child: ChildProcess; lastWords: () => Promise<string> }> {
  const port = await freePort()
  const logFile = path.join(home.folder, 'postgres.log')
  const isOld = await stat(logFile).then(
    ({ size }) => size > OLD_LOG_BYTES,
    () => false,
  )
  const log = await open(logFile, isOld ? 'w' : 'a', 0o600)
  try {
    const all = Object.entries({ ...settings, port: String(port) })
    const child = spawn(
      path.join(home.native, 'bin', 'postgres'),
      ['-D', home.data, ...all.flatMap(([key, value]) => ['-c', `${key}=${value}`])],
      {
        cwd: home.folder,
        env: ENVIRONMENT,
        stdio: ['ignore', log.fd, log.fd],
        detached: true,
        ...home.account,
      },
    )
    await once(child, 'spawn')
    child.unref()
    return { port, child, lastWords: async () => (await readFile(logFile, 'utf8')).slice(-2000) }
  } finally {
    await log.close()
  }
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
export async function shutDown(home: PostgresHome, pid: number): Promise<void> {
  if (!(await runsIn(pid, home.data))) return
  process.kill(pid, 'SIGINT')
  if (await hasEnded(pid, SHUTDOWN_MS)) return
  process.kill(pid, 'SIGQUIT')
  if (!(await hasEnded(pid, SHUTDOWN_MS)))
    throw new Error(`PostgreSQL (process ${pid}) does not stop`)
}

async function hasEnded(pid: number, patience_ms: number): Promise<boolean> {
  const deadline = Date.now() + patience_ms
  while (processIdentity(pid) !== undefined) {
    if (Date.now() > deadline) return false
    await delay(POLL_MS)
  }
  return true
}

/** A process number may have become another program's; a server of these data works in their folder. */
async function runsIn(pid: number, data: string): Promise<boolean> {
  if (!Number.isInteger(pid) || processIdentity(pid) === undefined) return false
  if (process.platform !== 'linux') return true
  const [folder, ours] = await Promise.all([
    readlink(`/proc/${pid}/cwd`).catch(() => undefined),
    realpath(data),
  ])
  return folder === ours
}

async function hasProcessIn(data: string): Promise<boolean> {
  if (process.platform !== 'linux') return false
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const answers = await Promise.all(pids.map((pid) => runsIn(pid, data)))
  return answers.includes(true)
}

async function runToEnd(home: PostgresHome, program: string, args: string[]): Promise<void> {
  const child = spawn(path.join(home.native, 'bin', program), args, {
    cwd: home.folder,
    env: ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...home.account,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk
    })
  }
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${program} failed: ${said.slice(-2000)}`)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port on 127.0.0.1')
  return address.port
}
