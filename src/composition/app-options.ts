import type { Clock } from '#kernel/clock'
import type { OidcProvider } from '#modules/identity'
import type { Log } from '#platform/log'
import type { ReplySettings } from '#platform/mail-door-settings'
import type { MapSettings } from '#platform/map-settings'
import type { MqttSettings } from '#platform/mqtt-settings'
import type { Role } from '#platform/settings'
import type { SampleStage } from './sample-stage.ts'

export type AppOptions = {
  appUrl: string
  workerUrl: string
  pool: number
  secretKey: string
  publicUrl: () => string
  canCallPrivateAddresses: boolean
  webhookTimeout_s: number
  /** `isShown`: a page of the program shows what lies in the folder. */
  mail: { smtpUrl?: string; from?: string; folder: string; isShown?: boolean }
  /** How parties reply to their mail, and where that comes in; nothing where it is not set. */
  replies?: ReplySettings & { host: string }
  maxBody_bytes: number
  maxPhoto_bytes: number
  /** Where sealed photos stand; all processes of one installation share it. */
  filesDir: string
  rate_per_minute: number
  roles: readonly Role[]
  /** How towns look, and whence their base map comes, for the role `web`. */
  themeDir?: string
  baseMapOrigin?: string
  sample?: SampleStage
  /** Where people may sign in that is not here. */
  oidc?: readonly OidcProvider[]
  /** Addresses or networks of our own proxies. */
  trustedProxies?: readonly string[]
  /** Where the role `ingest` hears things; it needs none. */
  mqtt?: MqttSettings & { host: string }
  /** What maps and the search of places use of others. */
  map?: MapSettings
  log: Log
  clock: Clock
}
