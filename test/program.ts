import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { TestDatabase } from './rig.ts'
import { TEST_SECRET } from './test-app.ts'

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url))

/** A program in a process of its own, as a town runs it. */
export type RunningProgram = {
  child: ChildProcess
  /** Where it is heard; an empty text where it has no role that is. */
  base: string
  /** Sends the signal, and waits for the end: its code, or the signal that ended it. */
  stop(signal: NodeJS.Signals): Promise<[code: number | null, signal: NodeJS.Signals | null]>
  [Symbol.asyncDispose](): Promise<void>
}

/** Starts one on the database of a test, and waits until it says that it is ready. `main`: of another version. */
export async function startProgram(
  database: TestDatabase,
  options: {
    env?: Record<string, string>
    main?: string
    /** What it complains of is part of the test. */
    isQuiet?: true
  } = {},
): Promise<RunningProgram> {
  const child = spawn(process.execPath, [options.main ?? MAIN, 'start'], {
    stdio: ['ignore', 'pipe', options.isQuiet ? 'ignore' : 'inherit'],
    env: {
      ...process.env,
      DATABASE_URL: database.ownerUrl,
      APP_DATABASE_URL: database.appUrl,
      WORKER_DATABASE_URL: database.workerUrl,
      DATA_DIR: database.filesDir,
      SECRET_KEY: TEST_SECRET,
      PORT: '0',
      RATE_PER_MINUTE: '0',
      ALLOW_PRIVATE_WEBHOOKS: 'yes',
      LOG_LEVEL: 'fatal',
      ...options.env,
    },
  })
  const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>
  const stop = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return ended
  }
  for await (const line of child.stdout ?? []) {
    const said = /ready at (http:\S+)|works: /.exec(String(line))
    if (said === null) continue
    return {
      child,
      base: said[1]?.replace('localhost', '127.0.0.1') ?? '',
      stop,
      async [Symbol.asyncDispose]() {
        await stop('SIGKILL')
      },
    }
  }
  throw new Error(`the program ended before it was ready (${await ended})`)
}
