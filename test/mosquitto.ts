import assert from 'node:assert/strict'
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { freePort } from './free-port.ts'
import { connectThing } from './mqtt-things.ts'
import { until } from './town.ts'

const SHIPPED = path.join(import.meta.dirname, '../docs/mosquitto')
const PROGRAMS = [
  '/usr/sbin/mosquitto',
  '/usr/local/sbin/mosquitto',
  '/opt/homebrew/sbin/mosquitto',
]
/** Our own name there, as in the access list that is shipped. */
const OWN = { username: 'lantaarn', password: 'of-the-tests' }

const run = promisify(execFile)
const program = await firstThere(PROGRAMS)

async function firstThere(files: readonly string[]): Promise<string | undefined> {
  for (const file of files) {
    const isThere = await access(file).then(
      () => true,
      () => false,
    )
    if (isThere) return file
  }
  return undefined
}

/** For `skip`: the reason, or false where there is a Mosquitto. */
export const whyNoMosquitto = program === undefined ? 'needs mosquitto' : false

export type Mosquitto = AsyncDisposable & {
  /** Where Lantaarn connects, with its name and password. */
  readonly ownUrl: string
  /** Where things connect; they bring their own. */
  readonly url: string
  /** Lets a thing in under this name. */
  allow(username: string, password: string): Promise<void>
  stop(): Promise<void>
  start(): Promise<void>
}

/** A real Mosquitto with the settings that are shipped, but for the port and the places of its files. */
export async function openMosquitto(
  changed: Readonly<Record<string, string>> = {},
): Promise<Mosquitto> {
  assert.ok(program)
  const folder = await mkdtemp(path.join(tmpdir(), 'lantaarn-mosquitto-'))
  await chmod(folder, 0o755)
  const port = await freePort()
  const url = `mqtt://127.0.0.1:${port}`
  const passwords = path.join(folder, 'passwd')
  await writeSettings(folder, {
    listener: `listener ${port} 127.0.0.1`,
    password_file: `password_file ${passwords}`,
    acl_file: `acl_file ${path.join(folder, 'acl')}`,
    persistence_location: `persistence_location ${folder}/`,
    ...changed,
  })
  await writeFile(path.join(folder, 'acl'), await readFile(path.join(SHIPPED, 'acl')), {
    mode: 0o600,
  })
  await writeFile(passwords, '', { mode: 0o600 })
  let child: ChildProcess | undefined
  const allow = async (username: string, password: string) => {
    await run('mosquitto_passwd', ['-b', passwords, username, password])
    if (!child) return
    child.kill('SIGHUP')
    // It reads its passwords again when it comes to it.
    await until(`${username} is let in`, () => isLetIn(url, { username, password }))
  }
  const start = async () => {
    child = spawn(program, ['-c', path.join(folder, 'mosquitto.conf')], { stdio: 'ignore' })
    await until('mosquitto is heard', () => isHeard(port))
  }
  const stop = async () => {
    if (!child) return
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
    child = undefined
  }
  await allow(OWN.username, OWN.password)
  await start()
  return {
    ownUrl: `mqtt://${OWN.username}:${OWN.password}@127.0.0.1:${port}`,
    url,
    allow,
    start,
    stop,
    async [Symbol.asyncDispose]() {
      await stop()
      await rm(folder, { recursive: true })
    },
  }
}

/** Each changed line must be one that is shipped, so that the rest of it is what is tested. */
async function writeSettings(folder: string, lines: Readonly<Record<string, string>>) {
  let text = await readFile(path.join(SHIPPED, 'mosquitto.conf'), 'utf8')
  for (const [name, line] of Object.entries(lines)) {
    const shipped = new RegExp(`^${name} .*$`, 'm')
    assert.match(text, shipped)
    text = text.replace(shipped, line)
  }
  // As root it would become a user that cannot enter the folder.
  if (process.getuid?.() === 0) text += '\nuser root\n'
  await writeFile(path.join(folder, 'mosquitto.conf'), text)
}

async function isLetIn(url: string, as: { username: string; password: string }): Promise<boolean> {
  try {
    await using _ = await connectThing(url, as)
    return true
  } catch {
    return false
  }
}

async function isHeard(port: number): Promise<boolean> {
  const socket = net.connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
