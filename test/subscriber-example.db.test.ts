import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { openSubscriberTown } from './subscriber-town.ts'
import { until } from './town.ts'

const EXAMPLE = fileURLToPath(new URL('../docs/examples/subscriber.mjs', import.meta.url))

test('the subscriber in the manual proves itself, checks what comes and is told what happens', async () => {
  await using stack = new AsyncDisposableStack()
  const town = stack.use(await openSubscriberTown({ at: new Date().toISOString() }))
  const api = serve({ fetch: town.app.http.fetch, port: 0, hostname: '127.0.0.1' })
  stack.defer(() => void api.close())
  await once(api, 'listening')
  const child = spawn(process.execPath, [EXAMPLE], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      KEY: 'lk_of_integrator',
      API: `http://127.0.0.1:${(api.address() as AddressInfo).port}`,
    },
  })
  stack.defer(() => void child.kill())
  let said = ''
  child.stdout.on('data', (piece) => {
    said += String(piece)
  })
  const says = (words: RegExp) =>
    until(`it says ${words}`, () => {
      town.town.at(new Date().toISOString())
      return words.test(said)
    })
  await says(/follows as \S+: 201/)
  await says(/nl\.lantaarn\.subscription\.test\.v1/)
  const isActive = async () => {
    const { json } = await town.get('/webhooks', { as: 'integrator' })
    return json.items[0]?.status === 'active'
  }
  await until('it is proved', isActive)
  const { number } = await town.town.report({ category: 'lamp-out', asset: 'L3' })
  await says(new RegExp(`nl\\.lantaarn\\.case-opened\\.v1 ${number} open`))
  assert(!said.includes('case-handed-over'), 'only what was asked for')
})
