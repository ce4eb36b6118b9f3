import type { Clock } from '#kernel/clock'
import { systemClock } from '#kernel/clock'
import { createLog } from '#platform/log'
import { type App, type AppOptions, openApp } from '../src/app.ts'
import { openMailFolder } from './mail-folder.ts'
import { openTestDatabase, type TestDatabase } from './rig.ts'

export const TEST_SECRET = 'a secret of the tests, long enough to be one'

/** The whole program on a database of its own, without a port: requests go to `app.http.request`. */
export async function openTestApp(
  options: Partial<
    Pick<AppOptions, 'roles' | 'sample' | 'canCallPrivateAddresses' | 'mqtt' | 'publicUrl'>
  > & {
    clock?: Clock
    database?: TestDatabase
  } = {},
): Promise<App> {
  const stack = new AsyncDisposableStack()
  const database = options.database ?? stack.use(await openTestDatabase())
  const app = await openApp({
    appUrl: database.appUrl,
    workerUrl: database.workerUrl,
    pool: 5,
    secretKey: TEST_SECRET,
    publicUrl: options.publicUrl ?? (() => 'http://localhost'),
    canCallPrivateAddresses: options.canCallPrivateAddresses ?? true,
    webhookTimeout_s: 2,
    mail: { folder: stack.use(await openMailFolder()).folder },
    maxBody_bytes: 1_048_576,
    maxPhoto_bytes: 15 * 1_048_576,
    filesDir: database.filesDir,
    rate_per_minute: 0,
    roles: options.roles ?? ['serve', 'work'],
    ...(options.sample && { sample: options.sample }),
    ...(options.mqtt && { mqtt: options.mqtt }),
    log: createLog({ level: (process.env.LOG_LEVEL ?? 'error') as 'error' }),
    clock: options.clock ?? systemClock,
  })
  return {
    ...app,
    async [Symbol.asyncDispose]() {
      await app[Symbol.asyncDispose]()
      await stack.disposeAsync()
    },
  }
}
