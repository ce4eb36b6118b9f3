import path from 'node:path'
import { systemClock } from '#kernel/clock'
import { openEmbeddedPostgres } from '#platform/embedded-postgres'
import type { Log } from '#platform/log'
import { migrate } from '#platform/migrations'
import {
  mailFolderOf,
  publicUrlOf,
  type Role,
  type Settings,
  servingRolesOf,
} from '#platform/settings'
import { type App, openApp } from '../app.ts'
import type { SampleStage } from '../composition/sample-stage.ts'
import { need, UsageError } from './command.ts'
import { readOidcProviders } from './oidc.ts'

/** What a contracting migration that has to wait is told with. */
export const WAITING =
  'waits until no process of an older version runs; then it is done by `lantaarn migrate`, or by the next start'

export type Program = {
  app: App
  /** Tells the program at which port it is heard, once that is known. */
  bound(port: number): void
  publicUrl: () => string
  [Symbol.asyncDispose](): Promise<void>
}

/** The database (embedded, or the one that is set), migrated, with the program on it. */
export async function openProgram(
  settings: Settings,
  log: Log,
  roles: readonly Role[],
  sample?: SampleStage,
): Promise<Program> {
  const oidc = await readOidcProviders(settings.oidcFile)
  await using opened = new AsyncDisposableStack()
  const ownerUrl = await openDatabase(settings, log, opened)
  const serving = servingRolesOf(settings, ownerUrl)
  await migrate(ownerUrl, {
    ...serving,
    onApplied: (name) => log.debug({ name }, 'migrated'),
    onWaiting: (name) => log.warn({ name }, WAITING),
  })
  let port = settings.port
  const publicUrl = () => publicUrlOf(settings, port)
  const app = opened.use(
    await openApp({
      appUrl: serving.appUrl,
      workerUrl: serving.workerUrl,
      pool: settings.databasePool,
      secretKey: settings.secretKey,
      publicUrl,
      canCallPrivateAddresses: settings.canCallPrivateAddresses,
      webhookTimeout_s: settings.webhookTimeout_s,
      mail: {
        folder: mailFolderOf(settings),
        isShown: settings.hasMailbox,
        ...(settings.smtpUrl && { smtpUrl: settings.smtpUrl }),
        ...(settings.mailFrom && { from: settings.mailFrom }),
      },
      maxBody_bytes: settings.maxBody_bytes,
      maxPhoto_bytes: settings.maxPhoto_bytes,
      filesDir: path.join(settings.dataDir, 'files'),
      rate_per_minute: settings.rate_per_minute,
      roles,
      ...(settings.themeDir && { themeDir: settings.themeDir }),
      ...(settings.baseMapOrigin && { baseMapOrigin: settings.baseMapOrigin }),
      ...(sample && { sample }),
      oidc,
      trustedProxies: settings.trustedProxies,
      replies: { ...settings.replies, host: settings.host },
      mqtt: { ...settings.mqtt, host: settings.host },
      map: settings.map,
      log,
      clock: systemClock,
    }),
  )
  const closing = opened.move()
  return {
    app,
    publicUrl,
    bound: (actual) => {
      port = actual
    },
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  }
}

export async function openDatabase(
  settings: Settings,
  log: Log,
  opened: AsyncDisposableStack,
): Promise<string> {
  if (settings.databaseUrl !== undefined) return settings.databaseUrl
  const embedded = await openEmbeddedPostgres({ dataDir: settings.dataDir, log })
  opened.use(embedded)
  return embedded.ownerUrl
}

/** The municipality that is meant, which must be served here. */
export function servedTown(app: App, name: string | undefined): string {
  const id = need(name, 'Which --municipality?').toUpperCase()
  if (app.towns.find(id)) return id
  throw new UsageError(
    `Municipality ${id} is not served here. First: lantaarn import municipalities FILE.geojson --serve ${id}`,
  )
}
