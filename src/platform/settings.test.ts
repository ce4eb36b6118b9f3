import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { loadSettings, publicUrlOf, type Settings, servingRolesOf } from './settings.ts'

const KEY = 'k'.repeat(32)
const DATABASE = 'postgres://owner:p%40ss@db.example:5433/town?sslmode=require'

let project: string
before(async () => {
  project = await mkdtemp(path.join(tmpdir(), 'settings of '))
})
after(() => rm(project, { recursive: true }))

async function settingsOf(env: Record<string, string>): Promise<Settings> {
  const loaded = await loadSettings(env, project)
  assert.ok('settings' in loaded, JSON.stringify(loaded))
  return loaded.settings
}

async function faultsOf(env: Record<string, string>): Promise<readonly string[]> {
  const loaded = await loadSettings(env, project)
  assert.ok('faults' in loaded)
  return loaded.faults
}

describe('settings', () => {
  it('are complete without any', async () => {
    const { secretKey, mqtt, ...rest } = await settingsOf({})
    assert.match(mqtt.clientId, /^lantaarn-[0-9a-f]{16}$/)
    assert.deepEqual(Object.keys(mqtt), ['clientId'])
    assert.ok(secretKey.length >= 43)
    assert.deepEqual(rest, {
      databasePool: 10,
      host: '127.0.0.1',
      port: 8080,
      dataDir: path.join(project, '.lantaarn'),
      logLevel: 'info',
      roles: ['serve', 'web', 'work', 'ingest'],
      hasSampleTown: true,
      sampleScale: 1,
      trustedProxies: [],
      replies: { isLmtp: false, trusted: ['127.0.0.1', '::1'] },
      map: {},
      canCallPrivateAddresses: true,
      maxBody_bytes: 1_048_576,
      maxPhoto_bytes: 15_728_640,
      rate_per_minute: 120,
      webhookTimeout_s: 10,
      drain_s: 0,
      hasMailbox: true,
    })
  })

  it('are careful by default where a database of one’s own is given', async () => {
    const settings = await settingsOf({ DATABASE_URL: DATABASE, SECRET_KEY: KEY })
    assert.equal(settings.hasSampleTown, false)
    assert.equal(settings.canCallPrivateAddresses, false)
    assert.equal(settings.hasMailbox, false)
  })

  it('are read from the environment, an empty one as absent', async () => {
    const settings = await settingsOf({
      SECRET_KEY: KEY,
      PORT: '0',
      HOST: '::',
      PUBLIC_URL: 'https://Meldingen.example.nl/',
      ROLES: 'work, work',
      SAMPLE_TOWN: 'no',
      SAMPLE_SCALE: '2.5',
      LOG_LEVEL: '',
    })
    assert.equal(settings.port, 0)
    assert.equal(settings.host, '::')
    assert.equal(settings.publicUrl, 'https://meldingen.example.nl')
    assert.deepEqual(settings.roles, ['work'])
    assert.equal(settings.hasSampleTown, false)
    assert.equal(settings.sampleScale, 2.5)
    assert.equal(settings.logLevel, 'info')
  })

  it('take a port for things, also any that is free, and a broker elsewhere', async () => {
    const env = {
      SECRET_KEY: KEY,
      MQTT_PORT: '0',
      MQTT_URL: 'mqtts://u:p@b.example',
      MQTT_CLIENT_ID: 'us',
    }
    const { mqtt } = await settingsOf(env)
    assert.deepEqual(mqtt, {
      port: 0,
      url: 'mqtts://u:p@b.example',
      clientId: 'us',
    })
  })

  it('cannot be changed afterwards', async () => {
    const settings = await settingsOf({ SECRET_KEY: KEY })
    assert.ok(Object.isFrozen(settings) && Object.isFrozen(settings.roles))
  })

  const wrong: [name: string, value: string, sentence: string][] = [
    [
      'PORT',
      '65536',
      'PORT is "65536"; it must be a whole number from 0 (any free port) to 65535.',
    ],
    ['PORT', '80x', 'PORT is "80x"; it must be a whole number from 0 (any free port) to 65535.'],
    [
      'ROLES',
      'serve,fly',
      'ROLES is "serve,fly"; it must be one or more of serve,web,work,ingest, with commas between.',
    ],
    ['SAMPLE_TOWN', 'true', 'SAMPLE_TOWN is "true"; it must be yes or no.'],
    ['SAMPLE_SCALE', '0', 'SAMPLE_SCALE is "0"; it must be a number from 0.1 to 100.'],
    ['SAMPLE_SCALE', 'NaN', 'SAMPLE_SCALE is "NaN"; it must be a number from 0.1 to 100.'],
    [
      'MAX_BODY_BYTES',
      '1e6',
      'MAX_BODY_BYTES is "1e6"; it must be a whole number from 1024 to 104857600.',
    ],
    [
      'MAX_PHOTO_BYTES',
      '15 MB',
      'MAX_PHOTO_BYTES is "15 MB"; it must be a whole number from 1024 to 104857600.',
    ],
    [
      'PUBLIC_URL',
      'https://example.nl/path',
      'PUBLIC_URL is "https://example.nl/path"; it must be an address without a path, such as https://meldingen.example.nl.',
    ],
    [
      'LOG_LEVEL',
      'loud',
      'LOG_LEVEL is "loud"; it must be one of trace, debug, info, warn, error, fatal, silent.',
    ],
    [
      'SECRET_KEY',
      'hunter2',
      'SECRET_KEY is not right; it must be at least 32 characters, such as 32 random bytes as base64 or hex.',
    ],
    [
      'DATABASE_URL',
      'mysql://u:hunter2@h/d',
      'DATABASE_URL is not right; it must be a URL such as postgres://user:password@host:5432/database.',
    ],
    [
      'MQTT_URL',
      'amqp://u:hunter2@h',
      'MQTT_URL is not right; it must be a URL such as mqtt://user:password@host:1883 or mqtts://user:password@host.',
    ],
    [
      'MQTT_CLIENT_ID',
      'lantaarn/1',
      'MQTT_CLIENT_ID is "lantaarn/1"; it must be 1 to 40 letters, digits and hyphens.',
    ],
    [
      'APP_DATABASE_URL',
      DATABASE,
      'APP_DATABASE_URL is set without DATABASE_URL; set both, or neither.',
    ],
  ]
  for (const [name, value, sentence] of wrong)
    it(`answers ${name}=${value} with one sentence`, async () => {
      assert.deepEqual(await faultsOf({ [name]: value }), [sentence])
    })

  it('name every fault at once', async () => {
    assert.equal((await faultsOf({ PORT: 'x', ROLES: 'y', SECRET_KEY: 'z' })).length, 3)
  })

  it('make the secret key once, and for nobody else to read', async () => {
    const [one, two] = await Promise.all([settingsOf({}), settingsOf({})])
    const file = path.join(project, '.lantaarn', 'secret-key')
    assert.equal(one.secretKey, two.secretKey)
    assert.equal((await readFile(file, 'utf8')).trim(), one.secretKey)
    assert.equal((await stat(file)).mode & 0o777, 0o600)
    assert.equal((await settingsOf({ DATABASE_URL: DATABASE })).secretKey, one.secretKey)
  })

  it('say which folder cannot be used', async () => {
    const file = path.join(project, 'a file')
    await writeFile(file, '')
    const [fault] = await faultsOf({ DATA_DIR: file })
    assert.match(fault ?? '', /^DATA_DIR is ".*a file" and cannot be used: /)
  })

  it('refuse a kept key that was cut off', async () => {
    const dataDir = path.join(project, 'damaged')
    await mkdir(dataDir)
    await writeFile(path.join(dataDir, 'secret-key'), 'short\n')
    const [fault] = await faultsOf({ DATA_DIR: dataDir })
    assert.match(fault ?? '', /secret-key is damaged/)
  })
})

describe('the public address', () => {
  it('is the one that was set, else the port that was got', async () => {
    const settings = await settingsOf({ SECRET_KEY: KEY, PORT: '0' })
    assert.equal(publicUrlOf(settings, 4711), 'http://localhost:4711')
    assert.equal(publicUrlOf({ ...settings, publicUrl: 'https://x.nl' }, 4711), 'https://x.nl')
  })
})

describe('the roles that serve', () => {
  it('follow from the owner’s connection and the key', async () => {
    const settings = await settingsOf({ SECRET_KEY: KEY, DATABASE_URL: DATABASE })
    const roles = servingRolesOf(settings, DATABASE)
    assert.equal(
      roles.appUrl,
      `postgres://lantaarn_app:${roles.appPassword}@db.example:5433/town?sslmode=require`,
    )
    assert.notEqual(roles.appPassword, roles.workerPassword)
    assert.deepEqual(servingRolesOf(settings, DATABASE), roles)
    const other = servingRolesOf({ ...settings, secretKey: 'o'.repeat(32) }, DATABASE)
    assert.notEqual(other.appPassword, roles.appPassword)
  })

  it('get the password of the connection that was set for them', async () => {
    const appUrl = 'postgres://lantaarn_app:a%2Fb@pooler/town'
    const settings = await settingsOf({
      SECRET_KEY: KEY,
      DATABASE_URL: DATABASE,
      APP_DATABASE_URL: appUrl,
    })
    const roles = servingRolesOf(settings, DATABASE)
    assert.equal(roles.appUrl, appUrl)
    assert.equal(roles.appPassword, 'a/b')
  })
})
