import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { it } from 'node:test'
import { promisify } from 'node:util'
import { serve } from '@hono/node-server'
import sql from 'sql-template-tag'
import { CONDITION_TO_CATEGORY } from '#modules/things'
import { loadSampleTown } from '../src/composition/load-sample-town.ts'
import { sampleKeys } from '../src/composition/sample-keys.ts'
import { openTestApp, TEST_SECRET } from './test-app.ts'

const MANUAL = path.join(import.meta.dirname, '../docs/things.md')
const TOWN = 'GM9901'
const run = promisify(execFile)

const hasCurl = await run('curl', ['--version']).then(
  () => true,
  () => false,
)

it('the manual for things lists every condition', async () => {
  const text = await readFile(MANUAL, 'utf8')
  const rows = [...text.matchAll(/^\| `([a-z-]+)` +\| `([a-z-]+)` +\|$/gm)]
  assert.deepEqual(
    Object.fromEntries(rows.map(([, condition, category]) => [condition, category])),
    CONDITION_TO_CATEGORY,
  )
})

it('each example of the manual for things works as it stands there', {
  skip: hasCurl ? false : 'needs curl',
}, async () => {
  await using app = await openTestApp({ roles: ['serve'] })
  const silent = { say: () => {}, newId: () => randomUUID(), now_ms: Date.now() }
  await loadSampleTown(app, { scale: 0.1, secretKey: TEST_SECRET, ...silent })
  const town = await app.towns.get(TOWN)
  for (const category of Object.values(CONDITION_TO_CATEGORY))
    assert(town.categories.get(category)?.isReportable, `${category} is of the sample town`)
  const lamp = [...town.assets.all()].find(({ type }) => type === 'lamp-post')
  const server = serve({ fetch: app.http.fetch, port: 0, hostname: '127.0.0.1' })
  await once(server, 'listening')
  const tokenOf = (kind: string) =>
    sampleKeys(TEST_SECRET).find(
      ({ key }) => key.kind === kind && 'municipality' in key && key.municipality === TOWN,
    )?.token
  const env = {
    PATH: process.env.PATH,
    HOST: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    KEY: tokenOf('integrator'),
    DESK: tokenOf('desk'),
    LAMP: lamp?.id,
    SOURCE: 'urn:nld:oin:00000001234567890000:systeem:lampen',
  }
  const text = await readFile(MANUAL, 'utf8')
  const told: string[][] = []
  try {
    for (const [, example = ''] of text.matchAll(/^```sh\n(.+?)^```$/gms)) {
      const { stdout } = await run('sh', ['-c', example], { env })
      const { results, items } = JSON.parse(stdout)
      told.push((results ?? items).map((one: Said) => one.outcome ?? one.reason ?? one.status))
    }
  } finally {
    server.close()
  }
  const batch = ['reported', 'rejected']
  assert.deepEqual(told, [['reported'], ['cleared'], batch, ['cleared'], ['event-asset-unknown']])
})

const hasMosquittoPub = await run('mosquitto_pub', ['--help']).then(
  () => true,
  (error) => error.code !== 'ENOENT',
)

it('the examples over MQTT work as they stand there', async () => {
  const mqtt = { port: 0, host: '127.0.0.1', clientId: 'unused' }
  await using app = await openTestApp({ roles: ['ingest'], mqtt })
  const silent = { say: () => {}, newId: () => randomUUID(), now_ms: Date.now() }
  await loadSampleTown(app, { scale: 0.1, secretKey: TEST_SECRET, ...silent })
  const town = await app.towns.get(TOWN)
  const integrator = sampleKeys(TEST_SECRET).find(({ key }) => key.kind === 'integrator')
  const env = {
    PATH: process.env.PATH,
    MQTT_HOST: '127.0.0.1',
    MQTT_PORT: String(app.mqttPort),
    KEY_ID: integrator?.key.id,
    KEY: integrator?.token,
    LAMP: [...town.assets.all()].find(({ type }) => type === 'lamp-post')?.id,
    SOURCE: 'urn:nld:oin:00000001234567890000:systeem:lampen',
  }
  const text = await readFile(MANUAL, 'utf8')
  const [, shell = ''] = /^```bash\n(.+?)^```$/ms.exec(text) ?? []
  const [, program = ''] = /^```js\n(.+?)^```$/ms.exec(text) ?? []
  const outcomes = () =>
    app.pool.read({ tenant: TOWN }, (query) =>
      query<{ id: string; outcome: string }>(
        sql`select id, outcome from things.events order by id`,
      ),
    )
  if (hasMosquittoPub) await run('sh', ['-c', shell], { env })
  const said = hasMosquittoPub ? [{ id: '2026-000006', outcome: 'reported' }] : []
  assert.deepEqual(await outcomes(), said)
  const words = ['--input-type=module', '-e', program]
  await run(process.execPath, words, { env, cwd: path.join(import.meta.dirname, '..') })
  const outcome = hasMosquittoPub ? 'cleared' : 'nothing-raised'
  assert.deepEqual(await outcomes(), [...said, { id: '2026-000007', outcome }])
})

type Said = { outcome?: string; reason?: string; status: string }
