import { randomUUID } from 'node:crypto'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { type Committer, createCommitter } from '#journal'
import type { Clock } from '#kernel/clock'
import {
  type CaseDoor,
  caseExecutor,
  createCaseDoor,
  createHandOver,
  sweepPhotos,
} from '#modules/cases'
import { noticesOf } from '#modules/delivery'
import { openKeyIndex, openKeyring } from '#modules/directory'
import { createAuthRoutes, type Identity, type OidcProvider, openIdentity } from '#modules/identity'
import { createThingDoor, type ThingDoor } from '#modules/things'
import { clientAddressOf } from '#platform/client-address'
import { openPool, type Pool } from '#platform/database'
import { type FileStore, openFileStore } from '#platform/files'
import { createHttp } from '#platform/http'
import type { Log } from '#platform/log'
import { type Mailer, openMailer } from '#platform/mail'
import type { ReplySettings } from '#platform/mail-door-settings'
import { openMailFolder } from '#platform/mail-folder'
import type { MapSettings } from '#platform/map-settings'
import { createMetrics, type Metrics } from '#platform/metrics'
import { holdLevel, schemaLevel } from '#platform/migrations'
import type { MqttSettings } from '#platform/mqtt-settings'
import { createCallOutside } from '#platform/outgoing'
import { newId } from '#platform/random'
import { createRateLimit } from '#platform/rate-limit'
import type { Role } from '#platform/settings'
import { createUploads } from '#platform/uploads'
import { openVault, type Vault } from '#platform/vault'
import { openWake, type Wake } from '#platform/wake'
import { createOpen311Client, createOpen311Routes } from '#standards/open311'
import { createBearerOf, type KeyOf, keysFor } from './composition/admission.ts'
import { createApi } from './composition/api.ts'
import {
  createTestConnection,
  type TestConnection,
} from './composition/channels/test-connection.ts'
import { createCounting, isKeyInBody } from './composition/counting.ts'
import { mountDeskDoor } from './composition/desk-door.ts'
import { createDeskSessions, type DeskSessions } from './composition/desk-session.ts'
import { startFollowing } from './composition/follow-changes.ts'
import { refuseForeignForms } from './composition/foreign-forms.ts'
import { mountHealth } from './composition/health.ts'
import { startIngest } from './composition/ingest.ts'
import { openReplies } from './composition/mail/open-replies.ts'
import { createLayPasswordMail } from './composition/mail/password-mail.ts'
import { createMessageReading } from './composition/message-reading.ts'
import { createOpen311Port } from './composition/open311-port.ts'
import { refuseSuperuser } from './composition/refuse-superuser.ts'
import { createReportSignal, type ReportSignal } from './composition/report-signal.ts'
import type { SampleStage } from './composition/sample-stage.ts'
import { openSender } from './composition/sender.ts'
import { createSubscriberNotes } from './composition/subscriber-webhooks.ts'
import { openTowns, type Towns } from './composition/town.ts'
import { uploadLimits } from './composition/upload-limits.ts'
import { openWeb, type Web } from './composition/web.ts'
import { createWebSessions } from './composition/web-session.ts'
import { openThemes } from './composition/web-themes.ts'
import { startWork } from './composition/work.ts'

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

/** A thousand requests of a party's Open311 server, which is the most that it gives. */
const MOST_OPEN311_BYTES = 5_000_000

const PASSING = /ECONNREFUSED|ECONNRESET|terminat|timeout|Connection|57P0\d|53300/i

/** The one place that knows every room: opens them from the ground up, and closes them in reverse. */
export async function openApp(options: AppOptions): Promise<App> {
  const { log, clock, secretKey } = options
  await using opened = new AsyncDisposableStack()
  const onError = (where: string) => (error: Error) => {
    metrics.errors.inc({ where })
    log.error({ err: error, where }, 'a fault')
  }
  const metrics = createMetrics()
  const pool = openPool({ url: options.appUrl, size: options.pool, onError: onError('app pool') })
  opened.defer(() => pool.close())
  const worker = openPool({
    url: options.workerUrl,
    size: options.pool,
    onError: onError('worker pool'),
  })
  opened.defer(() => worker.close())
  await refuseSuperuser(pool)
  const vault = openVault(secretKey)
  const files = await openFileStore(options.filesDir)
  const level = await schemaLevel()
  const wake = opened.use(
    await openWake(worker, randomUUID(), onError('wake'), (client) => holdLevel(client, level)),
  )
  const towns = await openTowns(pool, clock)
  const committer = createCommitter({
    pool,
    clock,
    onCommit({ municipality, commands, lasted_ms, isEpochRaised }) {
      metrics.commits.observe(lasted_ms / 1000)
      metrics.commands.inc(commands)
      wake.ring(`journal:${municipality}`)
      if (isEpochRaised) wake.ring('rules')
    },
  })
  // Another process may have changed agreements, categories or places.
  opened.defer(wake.on('rules', towns.touchAll))
  opened.defer(() => committer.idle())
  const identity = opened.use(
    openIdentity({
      ...options,
      worker,
      vault,
      committer,
      providers: options.oidc ?? [],
      partiesOf: async (municipality) => new Set((await towns.get(municipality)).parties.keys()),
      onError: onError('identity pool'),
    }),
  )
  const onCases = {
    committer,
    newId,
    notify: noticesOf,
    onLaid: (destinations: readonly string[]) => wake.ring('outbox', destinations),
    rulesOf: async (municipality: string, minimumEpoch: number) =>
      (await towns.get(municipality, minimumEpoch)).rules,
  }
  const cases = createCaseDoor(onCases)
  const things = createThingDoor({ ...onCases, vault, executeCases: caseExecutor(onCases) })
  const reportSignal = createReportSignal({ vault, clock, towns, cases, files, newId })
  const call = createCallOutside({
    allowPrivate: options.canCallPrivateAddresses,
    timeout_ms: options.webhookTimeout_s * 1000,
    most_bytes: MOST_OPEN311_BYTES,
    whenLonger: 'fail',
  })
  const client = createOpen311Client(call)
  const testing = { worker, vault, clock, towns, newId, call, mailer: () => mailerOf(options) }
  const testConnection = createTestConnection(testing)
  if (options.roles.includes('work')) {
    const reading = createMessageReading({ pool, worker, vault })
    const followed = { pool, worker, clock, towns, wake, newId, onError: onError('following') }
    opened.use(startFollowing(followed))
    opened.use(
      startWork({
        subscribers: createSubscriberNotes({ pool, clock, log }),
        worker,
        polling: { pool, worker, vault, cases, newId, clock, towns, reading, client },
        clock,
        cases,
        handOver: createHandOver(onCases),
        wake,
        metrics,
        send: openSender({
          ...options,
          reading,
          client,
          pool,
          worker,
          vault,
          towns,
          identity,
          mailer: mailerOf(options),
          isOwnAddress: options.sample?.isOwnAddress,
          replyTo: options.replies?.replyTo,
        }),
        sweepPhotos: async () => {
          const ids = towns.all().map(({ id }) => id)
          log.debug(await sweepPhotos({ pool, files }, ids, clock()), 'photos were swept')
        },
        onError: onError('work'),
      }),
    )
  }
  const parts = {
    testConnection,
    identity,
    pool,
    worker,
    vault,
    files,
    committer,
    cases,
    things,
    towns,
    reportSignal,
    metrics,
    wake,
  }
  let isLeaving = false
  const leave = () => {
    isLeaving = true
  }
  const keyOf = openKeyring(worker, clock)
  const { http, endStreams } = await openDoors(
    options,
    { ...parts, isLeaving: () => isLeaving },
    keyOf,
    onError('web'),
  )
  opened.defer(() => endStreams())
  for (const municipality of towns.all()) {
    if (!municipality.isServed) continue
    await towns.get(municipality.id)
  }
  const ingest =
    options.mqtt && options.roles.includes('ingest')
      ? opened.use(
          await startIngest({
            ...parts,
            ...options.mqtt,
            keyOf: keysFor(keyOf, 'send-events'),
            keyById: keysFor(openKeyIndex(worker, clock), 'send-events'),
            clock,
            newId,
            log,
            workerUrl: options.workerUrl,
          }),
        )
      : undefined
  const mailDoor = opened.use(await openReplies(options, { ...parts, http }, onError('mail door')))
  const closing = opened.move()
  const mqttPort = ingest?.port
  return {
    ...parts,
    http,
    mqttPort,
    mailPort: mailDoor.port,
    leave,
    endStreams,
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  }
}

/** A relay is given the time that a party's own server gets. */
function mailerOf({ mail, publicUrl, clock, webhookTimeout_s }: AppOptions): Mailer {
  const { from, folder, smtpUrl } = mail
  return openMailer({
    folder,
    ...(smtpUrl === undefined ? {} : { smtpUrl }),
    from: () => from ?? `lantaarn@${new URL(publicUrl()).hostname}`,
    clock,
    timeout_ms: webhookTimeout_s * 1000,
  })
}

type Parts = Omit<
  App,
  'http' | 'mqttPort' | 'mailPort' | 'leave' | 'endStreams' | typeof Symbol.asyncDispose
>

/** Everything that is spoken over HTTP: health for whoever runs it, Open311, the REST API, and the pages. */
async function openDoors(
  options: AppOptions,
  parts: Parts & { isLeaving: () => boolean },
  keyOf: KeyOf,
  onWebError: (error: Error) => void,
): Promise<Pick<App, 'http' | 'endStreams'>> {
  const { log, clock } = options
  const { vault, towns, metrics } = parts
  const uploads = createUploads({
    folder: parts.files.incoming,
    maxPhoto_bytes: options.maxPhoto_bytes,
    maxText_bytes: options.maxBody_bytes,
  })
  const readLink = (token: string) => vault.readLink(token, clock())
  const rate = createRateLimit(options.rate_per_minute)
  const bearerOf = createBearerOf({ keyOf, readLink, sessionOf: parts.identity.sessionOf })
  const counting = createCounting({ rate, keyOf, bearerOf })
  const http = createHttp({
    log,
    metrics,
    maxBody_bytes: options.maxBody_bytes,
    trustedProxies: options.trustedProxies ?? [],
    uploads: { most_bytesOf: uploadLimits(uploads.most_bytes) },
    isLeaving: parts.isLeaving,
    rate: { rate, countedBy: counting.countedBy, isCountedLater: isKeyInBody },
    isPassing: (error) => PASSING.test(`${(error as { code?: string }).code} ${error.message}`),
  })
  http.use(refuseForeignForms(options.publicUrl))
  mountHealth(http, parts)
  const municipalities = () => towns.all().filter(({ isServed }) => isServed)
  const isSecure = () => options.publicUrl().startsWith('https:')
  const desks = createDeskSessions({ secrets: vault, isSecure })
  // Before those of accounts: it asks less of who sends a form, and gives less.
  mountDeskDoor(http, { ...options, sessions: desks, municipalities })
  http.route('/auth', createAuthRoutes(parts.identity, createLayPasswordMail({ ...parts, clock })))
  const open311 = createOpen311Port({
    ...parts,
    clock,
    keyOf: keysFor(keyOf, 'report'),
    publicUrl: options.publicUrl,
  })
  http.route(
    '/open311/v2/:municipality',
    createOpen311Routes(open311, {
      clock,
      uploads,
      publicOrigin: options.publicUrl,
      clientAddress: clientAddressOf,
      waitOf: counting.waitOf,
    }),
  )
  const api = createApi({
    ...parts,
    clock,
    uploads,
    newId,
    keyOf,
    publicUrl: options.publicUrl,
    map: options.map ?? {},
    canCallPrivateAddresses: options.canCallPrivateAddresses,
    ...(options.mail.isShown && { mailFolder: openMailFolder(options.mail.folder) }),
    onAddressError: (error) => log.warn({ err: error }, 'addresses were not found'),
  })
  api.mount(http)
  const web = options.roles.includes('web')
    ? await openPages(options, { ...parts, http, desks, municipalities, onError: onWebError })
    : undefined
  web?.mount(http)
  web?.mountMissing(http)
  return { http, endStreams: api.endStreams }
}

/** The pages, which ask this very program as whoever has signed in. */
async function openPages(
  options: AppOptions,
  parts: {
    http: OpenAPIHono
    vault: Vault
    identity: Identity
    desks: DeskSessions
    municipalities: () => readonly { id: string; name: string }[]
    onError: (error: Error) => void
  },
): Promise<Web> {
  const { clock, publicUrl, baseMapOrigin, themeDir } = options
  const { http, vault, identity, desks, municipalities, onError } = parts
  return openWeb({
    request: (request, env) => http.request(request, undefined, env),
    sessionOf: createWebSessions({ identity, desks, vault, clock }),
    municipalities,
    publicUrl,
    ...(baseMapOrigin && { baseMapOrigin }),
    ...(options.sample && { sample: options.sample }),
    themes: await openThemes(themeDir),
    clock,
    onError,
  })
}
