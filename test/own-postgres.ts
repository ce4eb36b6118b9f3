import { execFile } from 'node:child_process'
import { closeSync, openSync, writeSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { type EmbeddedPostgres, openEmbeddedPostgres } from '#platform/embedded-postgres'
import { createLog } from '#platform/log'
import { openCuttable } from './cuttable-database.ts'
import type { TestDatabase } from './rig.ts'

const run = promisify(execFile)
const DISK_MIB = 600
const MIB = 1024 * 1024

/** How a server ends: in order, at once, or without a word. */
export type Ending = 'SIGINT' | 'SIGQUIT' | 'SIGKILL'

/** A PostgreSQL of one test, as durable as a town's, that is ended and started at will, on a disk that can fill up. */
export async function openOwnPostgres() {
  await using stack = new AsyncDisposableStack()
  const dataDir = await mkdtemp(path.join(tmpdir(), 'lantaarn-own-'))
  stack.defer(() => rm(dataDir, { recursive: true, force: true }))
  const log = createLog({ level: 'warn' })
  const open = () => openEmbeddedPostgres({ dataDir, log })
  let server: EmbeddedPostgres = await open()
  stack.defer(() => server.stop())
  const { data } = JSON.parse(await readFile(path.join(dataDir, 'postgres.json'), 'utf8'))
  const folder = path.dirname(data)
  await server.stop()
  const whyNoFullDisk = await ontoSmallDisk(folder)
  stack.defer(async () => {
    await server.stop()
    if (whyNoFullDisk === false) await run('umount', [folder])
    await rm(folder, { recursive: true, force: true })
  })
  server = await open()
  const filesDir = path.join(dataDir, 'town')
  await mkdir(filesDir)
  const urlOf = (user: string) => {
    const url = new URL(server.ownerUrl)
    url.username = user
    url.password = 'of-a-test'
    return url.href
  }
  const line = stack.use(
    await openCuttable(
      {
        filesDir,
        ownerUrl: server.ownerUrl,
        appUrl: urlOf('lantaarn_app'),
        workerUrl: urlOf('lantaarn_worker'),
        async [Symbol.asyncDispose]() {},
      },
      () => Number(new URL(server.ownerUrl).port),
    ),
  )
  const ballast = path.join(folder, 'ballast')
  const closing = stack.move()
  return {
    database: line.database as TestDatabase,
    whyNoFullDisk,
    async restart(ending: Ending): Promise<void> {
      const pid = Number((await readFile(path.join(data, 'postmaster.pid'), 'utf8')).split('\n')[0])
      process.kill(pid, ending)
      const before = server
      server = await untilOpened(open, pid)
      // It was a user of the server that has ended.
      await before.stop()
    },
    /** Until nothing more can be written. */
    fillDisk(): void {
      const file = openSync(ballast, 'w')
      for (const piece of [MIB, 4096]) fill(file, Buffer.alloc(piece))
      closeSync(file)
    },
    freeDisk: () => rm(ballast),
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  }
}

function fill(file: number, piece: Buffer): void {
  try {
    while (writeSync(file, piece) === piece.length);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  }
}

/** A server that was told to end lets its users go first. */
async function untilOpened(open: () => Promise<EmbeddedPostgres>, pid: number) {
  while (isAlive(pid)) await new Promise((resolve) => setTimeout(resolve, 20))
  return open()
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Puts the folder on a small disk in memory, which only root may do; else the reason. */
async function ontoSmallDisk(folder: string): Promise<string | false> {
  if (process.getuid?.() !== 0) return 'only root can make a small disk'
  const aside = `${folder}.aside`
  await rename(folder, aside)
  await mkdir(folder)
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MIB}m,mode=755`, 'tmpfs', folder])
  } catch (error) {
    await rm(folder, { recursive: true })
    await rename(aside, folder)
    return `no small disk can be made here: ${(error as Error).message}`
  }
  await run('cp', ['-a', `${aside}/.`, folder])
  await rm(aside, { recursive: true })
  return false
}
