import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Committer } from '#journal'
import type { CaseDoor } from '#modules/cases'
import type { Identity } from '#modules/identity'
import type { ThingDoor } from '#modules/things'
import type { Pool } from '#platform/database'
import type { FileStore } from '#platform/files'
import type { Metrics } from '#platform/metrics'
import type { Vault } from '#platform/vault'
import type { Wake } from '#platform/wake'
import type { TestConnection } from './channels/test-connection.ts'
import type { ReportSignal } from './report-signal.ts'
import type { Towns } from './town.ts'

/** The program, put together: what a door, a command of the command line or a test may use of it. */
export type App = {
  http: OpenAPIHono
  pool: Pool
  worker: Pool
  vault: Vault
  files: FileStore
  committer: Committer
  cases: CaseDoor
  things: ThingDoor
  towns: Towns
  identity: Identity
  testConnection: TestConnection
  reportSignal: ReportSignal
  metrics: Metrics
  wake: Wake
  /** Where the broker in this process is heard, if there is one. */
  mqttPort: number | undefined
  /** Where mail is handed over to this process, if it is. */
  mailPort: number | undefined
  /** Says at /health/ready that this process is about to stop, and goes on answering. */
  leave(): void
  /** Ends the streams that are open: a server that stops would wait for them. */
  endStreams(): void
  [Symbol.asyncDispose](): Promise<void>
}

/** What the rooms are, before anything is heard or done. */
export type Parts = Omit<
  App,
  'http' | 'mqttPort' | 'mailPort' | 'leave' | 'endStreams' | typeof Symbol.asyncDispose
>
