import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { v7 as newId } from 'uuid'
import { listAssignments } from '#modules/cases'
import { setEndpoint } from '#modules/directory'
import { makeWebhookSecret } from '#standards/cloudevents'
import { loadSampleTown } from '../src/composition/load-sample-town.ts'
import { SAMPLE_CONTRACTOR, sampleKeys } from '../src/composition/sample-keys.ts'
import { openTestApp, TEST_SECRET } from './test-app.ts'
import { until } from './town.ts'

const EXAMPLE = fileURLToPath(new URL('../docs/examples/receiver.mjs', import.meta.url))
const TOWN = 'GM9901'

test('the receiver in the manual checks, takes over and accepts an assignment', async () => {
  await using stack = new AsyncDisposableStack()
  const app = stack.use(await openTestApp())
  const silent = { say: () => {}, newId: () => newId(), now_ms: Date.now() }
  await loadSampleTown(app, { scale: 0.1, secretKey: TEST_SECRET, ...silent })
  const api = serve({ fetch: app.http.fetch, port: 0, hostname: '127.0.0.1' })
  stack.defer(() => void api.close())
  await once(api, 'listening')
  const secret = makeWebhookSecret()
  const party = sampleKeys(TEST_SECRET).find(({ key }) => key.kind === 'party')
  const child = spawn(process.execPath, [EXAMPLE], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      SECRET: secret,
      KEY: party?.token,
      API: `http://127.0.0.1:${(api.address() as AddressInfo).port}`,
    },
  })
  stack.defer(() => void child.kill())
  let said = ''
  child.stdout.on('data', (piece) => {
    said += String(piece)
  })
  const says = async (words: RegExp) => {
    await until(`it says ${words}`, () => words.test(said))
    return words.exec(said) ?? assert.fail(`it said ${said}`)
  }
  const [, port] = await says(/listening on (\d+)/)
  const url = `http://127.0.0.1:${port}/`
  await setEndpoint(app.worker, app.vault, { organisation: SAMPLE_CONTRACTOR, url, secret })

  const forged = await fetch(url, { method: 'POST', body: '{}' })
  assert.equal(forged.status, 401)
  const town = await app.towns.get(TOWN)
  const lamps = [...town.assets.all()].filter((one) => one.owner === 'G9901')
  const reported = lamps.filter((one) => one.type === 'lamp-post' && one.publicNumber !== undefined)
  for (const { id } of reported.filter((_, i) => i % 10 === 0)) {
    const body = new URLSearchParams({ service_code: 'lamp-kapot', address_id: id })
    const answer = await app.http.request(`/open311/v2/${TOWN}/requests.json`, {
      method: 'POST',
      body,
    })
    assert.equal(answer.status, 200, await answer.clone().text())
  }
  const [, assignment] = await says(/accepted (\S+): 20[01]/)
  const own = await app.pool.read({ organisation: SAMPLE_CONTRACTOR }, (query) =>
    listAssignments(query, {
      of: { organisation: SAMPLE_CONTRACTOR },
      statuses: ['accepted'],
      most: 200,
    }),
  )
  assert.ok(own.some(({ id, delivered_at }) => id === assignment && delivered_at !== null))
})
