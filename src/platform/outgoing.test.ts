import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { createPostOutside } from './outgoing.ts'

describe('given an address within this machine or its network, when that is not allowed', () => {
  const post = createPostOutside({ allowPrivate: false, timeout_ms: 1_000 })
  let calls = 0
  let port = 0
  const server = createServer((_, response) => {
    calls += 1
    response.writeHead(204).end()
  })
  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, resolve))
    port = (server.address() as AddressInfo).port
  })
  after(() => server.close())

  for (const host of [
    '127.0.0.1',
    'localhost',
    '127.1',
    '0x7f000001',
    '2130706433',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '169.254.169.254',
    '[::1]',
    '[::]',
    '[::127.0.0.1]',
    '[::ffff:127.0.0.1]',
    '[fe80::1]',
    '[fd00::1]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
  ])
    test(`${host} is refused`, async () => {
      const answer = await post(`http://${host}:${port}/`, { headers: {}, body: '{}' })
      assert.equal(answer.status, 0)
      assert.match(answer.error ?? '', /private address/)
      assert.equal(calls, 0, 'nobody was called')
    })

  test('the same server is called when it is allowed', async () => {
    const allowed = createPostOutside({ allowPrivate: true, timeout_ms: 1_000 })
    const url = `http://localhost:${port}/`
    assert.deepEqual(await allowed(url, { headers: {}, body: '{}' }), { status: 204 })
    assert.equal(calls, 1)
    calls = 0
  })

  test('what is no address, or not of the web, is refused', async () => {
    for (const url of ['nonsense', 'file:///etc/passwd', 'ftp://example.org/'])
      assert.equal((await post(url, { headers: {}, body: '' })).status, 0)
  })
})
