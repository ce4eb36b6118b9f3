import { hkdfSync, randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { isNetwork } from './client-address.ts'
import { LOG_LEVELS, type LogLevel } from './log.ts'
import { isMailAddress } from './mail.ts'
import { REPLY_ENVIRONMENT, type ReplySettings, replySettingsOf } from './mail-door-settings.ts'
import {
  baseMapOriginOf,
  MAP_ENVIRONMENT,
  type MapSettings,
  mapSettingsOf,
} from './map-settings.ts'
import { MQTT_ENVIRONMENT, type MqttSettings, mqttSettingsOf } from './mqtt-settings.ts'

/** What one process of the program does. */
export const ROLES = ['serve', 'web', 'work', 'ingest'] as const
export type Role = (typeof ROLES)[number]

export type Settings = {
  /** The owner's connection, which migrates. Absent: the program starts a PostgreSQL of its own. */
  readonly databaseUrl?: string
  readonly appDatabaseUrl?: string
  readonly workerDatabaseUrl?: string
  readonly databasePool: number
  readonly host: string
  /** 0: any free port. */
  readonly port: number
  /** Without a slash at its end. Absent: see `publicUrlOf`. */
  readonly publicUrl?: string
  /** Personal data, webhook secrets and database passwords hang from it. */
  readonly secretKey: string
  readonly dataDir: string
  readonly logLevel: LogLevel
  readonly roles: readonly Role[]
  readonly hasSampleTown: boolean
  readonly sampleScale: number
  /** Whether a webhook may go to an address within one's own network. */
  readonly canCallPrivateAddresses: boolean
  readonly maxBody_bytes: number
  /** Of one photo, as it is sent. */
  readonly maxPhoto_bytes: number
  /** Of unsigned POSTs from one client address; 0: without limit. */
  readonly rate_per_minute: number
  readonly webhookTimeout_s: number
  /** How long a process that is told to stop still answers, so that whoever shares out requests sees it leave. */
  readonly drain_s: number
  /** The relay that mail goes through. Absent: each mail is a file in DATA_DIR/mail. */
  readonly smtpUrl?: string
  /** Absent: `lantaarn` at the host of the public URL. */
  readonly mailFrom?: string
  /** How parties reply to their mail, and where the role `ingest` takes that in. */
  readonly replies: ReplySettings
  /** Where the role `ingest` hears things over MQTT; it does nothing where neither is set. */
  readonly mqtt: MqttSettings
  /** How towns look (docs/themes.md); absent: all alike. */
  readonly themeDir?: string
  /** Whence a base map comes; absent: nothing is loaded from elsewhere. */
  readonly baseMapOrigin?: string
  /** The file with the OIDC providers at which people may sign in. */
  readonly oidcFile?: string
  /** The proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[]
  /** What maps use of others; nothing where it is not set. */
  readonly map: MapSettings
  /** Whether a page shows the mails that lie in the folder. */
  readonly hasMailbox: boolean
}

const isPostgresUrl = (text: string) => {
  const url = URL.parse(text)
  const isPostgres = url?.protocol === 'postgres:' || url?.protocol === 'postgresql:'
  return (
    isPostgres && url?.hostname !== '' && url?.username !== '' && (url?.pathname.length ?? 0) > 1
  )
}
const databaseUrl = z
  .string()
  .refine(isPostgresUrl)
  .optional()
  .describe('a URL such as postgres://user:password@host:5432/database')

const isOrigin = (text: string) => {
  const url = URL.parse(text)
  return (url?.protocol === 'http:' || url?.protocol === 'https:') && url.href === `${url.origin}/`
}

const isSmtpUrl = (text: string) => {
  const url = URL.parse(text)
  const isSmtp = url?.protocol === 'smtp:' || url?.protocol === 'smtps:'
  return (
    isSmtp && url?.hostname !== '' && /^\/?$/.test(`${url?.pathname}${url?.search}${url?.hash}`)
  )
}

const number = (from: number, to: number) => z.coerce.number().min(from).max(to)
const whole = (from: number, to: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(from).max(to))
const yesOrNo = z.enum(['yes', 'no']).transform((answer) => answer === 'yes')

const isListOfRoles = (names: string[]): names is Role[] =>
  names.every((name) => ROLES.some((role) => role === name))

const KEY_CHARACTERS = 32
const MIB = 1024 * 1024

/** Each setting with what is allowed, in the words that a wrong one is answered with. */
const Environment = z.object({
  DATABASE_URL: databaseUrl,
  APP_DATABASE_URL: databaseUrl,
  WORKER_DATABASE_URL: databaseUrl,
  DATABASE_POOL: whole(1, 100).default(10).describe('a whole number from 1 to 100'),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/)
    .default('127.0.0.1')
    .describe('a host name or an address'),
  PORT: whole(0, 65_535).default(8080).describe('a whole number from 0 (any free port) to 65535'),
  PUBLIC_URL: z
    .string()
    .refine(isOrigin)
    .transform((text) => new URL(text).origin)
    .optional()
    .describe('an address without a path, such as https://meldingen.example.nl'),
  SECRET_KEY: z
    .string()
    .min(KEY_CHARACTERS)
    .optional()
    .describe(`at least ${KEY_CHARACTERS} characters, such as 32 random bytes as base64 or hex`),
  DATA_DIR: z
    .string()
    .transform((folder) => path.resolve(folder))
    .optional()
    .describe('a folder'),
  LOG_LEVEL: z
    .enum(LOG_LEVELS)
    .default('info')
    .describe(`one of ${LOG_LEVELS.join(', ')}`),
  ROLES: z
    .string()
    .transform((text) => text.split(',').map((name) => name.trim()))
    .refine(isListOfRoles)
    .default([...ROLES])
    .describe(`one or more of ${ROLES.join(',')}, with commas between`),
  SAMPLE_TOWN: yesOrNo.optional().describe('yes or no'),
  SAMPLE_SCALE: number(0.1, 100).default(1).describe('a number from 0.1 to 100'),
  ALLOW_PRIVATE_WEBHOOKS: yesOrNo.optional().describe('yes or no'),
  MAX_BODY_BYTES: whole(1024, 100 * MIB)
    .default(MIB)
    .describe(`a whole number from 1024 to ${100 * MIB}`),
  // What a telephone takes of 24 million pixels is 4 to 12 MB.
  MAX_PHOTO_BYTES: whole(1024, 100 * MIB)
    .default(15 * MIB)
    .describe(`a whole number from 1024 to ${100 * MIB}`),
  // Two a second: a whole office behind one address stays below it, and a flood does not.
  RATE_PER_MINUTE: whole(0, 1_000_000)
    .default(120)
    .describe('a whole number from 0 (no limit) to 1000000'),
  WEBHOOK_TIMEOUT_S: number(0.1, 60).default(10).describe('a number of seconds from 0.1 to 60'),
  DRAIN_S: number(0, 300).default(0).describe('a number of seconds from 0 to 300'),
  SMTP_URL: z
    .string()
    .refine(isSmtpUrl)
    .optional()
    .describe('a URL such as smtps://user:password@mail.example.nl'),
  MAIL_FROM: z
    .string()
    .refine(isMailAddress)
    .optional()
    .describe('a mail address such as meldingen@example.nl'),
  THEME_DIR: z
    .string()
    .transform((folder) => path.resolve(folder))
    .optional()
    .describe('a folder'),
  BASE_MAP_ORIGIN: z
    .string()
    .refine(isOrigin)
    .transform((text) => new URL(text).origin)
    .optional()
    .describe('an address without a path, such as https://api.pdok.nl'),
  ...REPLY_ENVIRONMENT,
  ...MQTT_ENVIRONMENT,
  OIDC_FILE: z
    .string()
    .transform((file) => path.resolve(file))
    .optional()
    .describe('a file'),
  TRUSTED_PROXIES: z
    .string()
    .transform((text) => text.split(',').map((one) => one.trim()))
    .refine((all) => all.every(isNetwork))
    .default([])
    .describe('addresses or networks such as 10.0.0.0/8, with commas between'),
  ...MAP_ENVIRONMENT,
  MAILBOX: yesOrNo.optional().describe('yes or no'),
})

const SECRET: readonly string[] = [
  'DATABASE_URL',
  'APP_DATABASE_URL',
  'WORKER_DATABASE_URL',
  'SECRET_KEY',
  'SMTP_URL',
  'MQTT_URL',
]

export type SettingsOrFaults = { settings: Settings } | { faults: readonly string[] }

/**
 * Every setting of the program, from the environment, or a sentence for each that is wrong.
 * Without SECRET_KEY, a key is made once and kept in DATA_DIR.
 */
export async function loadSettings(
  env: NodeJS.ProcessEnv,
  project: string,
): Promise<SettingsOrFaults> {
  const parsed = parseEnvironment(env)
  if ('faults' in parsed) return parsed
  const { values } = parsed
  const dataDir = values.DATA_DIR ?? path.join(project, '.lantaarn')
  let secretKey: string
  try {
    secretKey = values.SECRET_KEY ?? (await keepSecretKey(dataDir))
  } catch (error) {
    return { faults: [`DATA_DIR is "${dataDir}" and cannot be used: ${(error as Error).message}.`] }
  }
  if (secretKey.length < KEY_CHARACTERS)
    return { faults: [`${path.join(dataDir, KEY_FILE)} is damaged: restore it from your backup.`] }
  const isEmbedded = values.DATABASE_URL === undefined
  const settings: Settings = {
    ...(values.DATABASE_URL && { databaseUrl: values.DATABASE_URL }),
    ...(values.APP_DATABASE_URL && { appDatabaseUrl: values.APP_DATABASE_URL }),
    ...(values.WORKER_DATABASE_URL && { workerDatabaseUrl: values.WORKER_DATABASE_URL }),
    databasePool: values.DATABASE_POOL,
    host: values.HOST,
    port: values.PORT,
    ...(values.PUBLIC_URL && { publicUrl: values.PUBLIC_URL }),
    secretKey,
    dataDir,
    logLevel: values.LOG_LEVEL,
    roles: Object.freeze([...new Set(values.ROLES)]),
    hasSampleTown: values.SAMPLE_TOWN ?? isEmbedded,
    sampleScale: values.SAMPLE_SCALE,
    canCallPrivateAddresses: values.ALLOW_PRIVATE_WEBHOOKS ?? isEmbedded,
    maxBody_bytes: values.MAX_BODY_BYTES,
    maxPhoto_bytes: values.MAX_PHOTO_BYTES,
    rate_per_minute: values.RATE_PER_MINUTE,
    webhookTimeout_s: values.WEBHOOK_TIMEOUT_S,
    drain_s: values.DRAIN_S,
    ...(values.SMTP_URL && { smtpUrl: values.SMTP_URL }),
    ...(values.MAIL_FROM && { mailFrom: values.MAIL_FROM }),
    ...(values.THEME_DIR && { themeDir: values.THEME_DIR }),
    ...baseMapOriginOf(values),
    replies: replySettingsOf(values),
    mqtt: mqttSettingsOf(values, secretKey),
    ...(values.OIDC_FILE && { oidcFile: values.OIDC_FILE }),
    trustedProxies: values.TRUSTED_PROXIES,
    map: mapSettingsOf(values),
    hasMailbox: (values.MAILBOX ?? isEmbedded) && values.SMTP_URL === undefined,
  }
  return { settings: Object.freeze(settings) }
}

function parseEnvironment(
  env: NodeJS.ProcessEnv,
): { values: z.infer<typeof Environment> } | { faults: string[] } {
  // Compose files and the like set what they leave out to nothing.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) {
    const wrong = new Set(parsed.error.issues.map((issue) => String(issue.path[0])))
    return { faults: [...wrong].map((name) => sentence(name, given[name])) }
  }
  const values = parsed.data
  const parts = ['APP_DATABASE_URL', 'WORKER_DATABASE_URL'] as const
  const loose = parts.filter((name) => values[name] && !values.DATABASE_URL)
  if (loose.length === 0) return { values }
  return {
    faults: loose.map((name) => `${name} is set without DATABASE_URL; set both, or neither.`),
  }
}

function sentence(name: string, value: string | undefined): string {
  const allowed = (Environment.shape as Record<string, z.ZodType>)[name]?.description
  const got = SECRET.includes(name) ? 'is not right' : `is "${value}"`
  return `${name} ${got}; it must be ${allowed}.`
}

const KEY_FILE = 'secret-key'

async function keepSecretKey(dataDir: string): Promise<string> {
  const file = path.join(dataDir, KEY_FILE)
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  try {
    return (await readFile(file, 'utf8')).trim()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  try {
    await writeFile(draft, `${randomBytes(32).toString('base64url')}\n`, {
      mode: 0o600,
      flush: true,
    })
    // Of two processes that begin at once, the first key is both's.
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  } finally {
    await rm(draft, { force: true })
  }
  return (await readFile(file, 'utf8')).trim()
}

/** Where mails go while there is no relay. */
export function mailFolderOf(settings: Settings): string {
  return path.join(settings.dataDir, 'mail')
}

/** Where the program is reached from outside; by itself, at the port that it got. */
export function publicUrlOf(settings: Settings, boundPort: number): string {
  return settings.publicUrl ?? `http://localhost:${boundPort}`
}

/** The connections of the two roles that serve, and the passwords that migrating gives them. */
export type ServingRoles = {
  appUrl: string
  workerUrl: string
  appPassword: string
  workerPassword: string
}

/** Where they are not set: the owner's connection with the role's name and a password that follows from the key. */
export function servingRolesOf(settings: Settings, ownerUrl: string): ServingRoles {
  const [app, worker] = (
    [
      ['lantaarn_app', settings.appDatabaseUrl],
      ['lantaarn_worker', settings.workerDatabaseUrl],
    ] as const
  ).map(([role, given]) => {
    const url = new URL(given ?? ownerUrl)
    const own = given !== undefined && url.username === role ? decodeURIComponent(url.password) : ''
    const derived = Buffer.from(hkdfSync('sha256', settings.secretKey, '', `database ${role}`, 32))
    const password = own || derived.toString('base64url')
    if (given === undefined) {
      url.username = role
      url.password = password
    }
    return { url: given ?? url.href, password }
  }) as [{ url: string; password: string }, { url: string; password: string }]
  return {
    appUrl: app.url,
    workerUrl: worker.url,
    appPassword: app.password,
    workerPassword: worker.password,
  }
}
