import assert from 'node:assert/strict'
import { it } from 'node:test'
import { Hono } from 'hono'
import { clientAddressOf, findClients, isNetwork } from './client-address.ts'

async function addressOf(trusted: readonly string[], socket: string, forwarded?: string) {
  const app = new Hono()
  app.use(findClients(trusted))
  app.get('/', (c) => c.text(clientAddressOf(c)))
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
  const env = { incoming: { socket: { remoteAddress: socket } } }
  return (await app.request('/', { headers }, env)).text()
}

it('a header of whoever is no proxy of ours says nothing', async () => {
  assert.equal(await addressOf([], '198.51.100.7', '10.0.0.1'), '198.51.100.7')
  assert.equal(await addressOf(['10.0.0.0/8'], '198.51.100.7', '10.0.0.1'), '198.51.100.7')
})

it('behind our proxies the client is the last one that none of them is', async () => {
  const ours = ['10.0.0.0/8', '2001:db8::1']
  assert.equal(await addressOf(ours, '::ffff:10.0.0.2', '198.51.100.7'), '198.51.100.7')
  assert.equal(await addressOf(ours, '10.0.0.2', '1.2.3.4, 198.51.100.7, 10.9.9.9'), '198.51.100.7')
  assert.equal(await addressOf(ours, '2001:db8::1', '2001:db8::77'), '2001:db8::77')
  assert.equal(await addressOf(ours, '10.0.0.2', 'unknown'), '10.0.0.2')
  assert.equal(await addressOf(ours, '10.0.0.2'), '10.0.0.2')
})

it('a proxy is named by its address or its network', () => {
  for (const one of ['10.0.0.1', '10.0.0.0/8', '::1', '2001:db8::/32']) assert(isNetwork(one), one)
  for (const one of ['proxy', '10.0.0.0/33', '10.0.0.0/8/1', '', '::/129'])
    assert(!isNetwork(one), one)
})
