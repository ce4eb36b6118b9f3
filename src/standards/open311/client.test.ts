import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createOpen311Client } from './client.ts'

test('a key that a server repeats in what it refuses is told to nobody', async () => {
  const api_key = 'geheim-van-lichtwerk'
  const answer = [{ code: 403, description: `the api_key ${api_key} is not known` }]
  const client = createOpen311Client(async () => ({
    status: 403,
    contentType: 'application/json',
    body: Buffer.from(JSON.stringify(answer)),
    isSent: true,
    took_ms: 1,
    reached: {},
  }))
  const result = await client.request(
    { url: 'https://party.example', format: 'json', api_key },
    '1',
  )
  assert(!result.ok)
  assert.match(result.error, /answered 403: 403 the api_key █+ is not known/)
  assert(!`${result.error} ${result.text}`.includes(api_key))
})

test('what a server says holds no character that nothing can keep', async () => {
  const answer = [{ service_request_id: 'P-1', status: 'open\u0000', status_notes: 'a\ud800b' }]
  const client = createOpen311Client(async () => ({
    status: 200,
    contentType: 'application/json',
    body: Buffer.from(JSON.stringify(answer)),
    isSent: true,
    took_ms: 1,
    reached: {},
  }))
  const result = await client.request({ url: 'https://party.example', format: 'json' }, 'P-1')
  assert(result.ok)
  assert.deepEqual([result.value[0]?.status, result.value[0]?.status_notes], ['open', 'a\ufffdb'])
})
