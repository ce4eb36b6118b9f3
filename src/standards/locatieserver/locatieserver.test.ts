import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { createLocatieserver } from './index.ts'

const FOUND = {
  response: {
    numFound: 1,
    docs: [
      { weergavenaam: 'Dorpsstraat 12, 6731AT Otterlo', centroide_ll: 'POINT(5.773 52.1001)' },
    ],
  },
}

/** A stand-in for PDOK: what it was asked, and an answer that the test chooses. */
describe('the register of addresses', () => {
  let url: string
  let answer: RequestListener
  const asked: URL[] = []
  const server = createServer((request, response) => {
    asked.push(new URL(request.url ?? '', 'http://localhost'))
    answer(request, response)
  })
  before(async () => {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v3_1/`
  })
  after(() => {
    server.closeAllConnections()
    server.close()
  })

  function open() {
    asked.length = 0
    let now_ms = 0
    const errors: Error[] = []
    const find = createLocatieserver({
      url,
      clock: () => now_ms,
      onError: (error) => void errors.push(error),
    })
    const pass = (by_ms: number) => {
      now_ms += by_ms
    }
    return { find, errors, pass }
  }
  const gives =
    (body: unknown, status = 200): RequestListener =>
    (_, response) =>
      void response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body))

  it('is asked for addresses of the municipality only, and asked the same but once', async () => {
    answer = gives(FOUND)
    const { find, pass } = open()
    const wanted = [{ label: 'Dorpsstraat 12, 6731AT Otterlo', lon: 5.773, lat: 52.1001 }]
    assert.deepEqual(await find('GM0228', 'dorpsstraat 12', 5), wanted)
    assert.deepEqual(await find('GM0228', ' Dorpsstraat 12 ', 5), wanted)
    assert.equal(asked.length, 1)
    assert.equal(asked[0]?.pathname, '/v3_1/free')
    assert.deepEqual(asked[0]?.searchParams.getAll('fq'), [
      'gemeentecode:0228',
      'type:(adres OR weg OR postcode)',
    ])
    await find('GM0363', 'dorpsstraat 12', 5)
    pass(11 * 60_000)
    await find('GM0228', 'dorpsstraat 12', 5)
    assert.equal(asked.length, 3)
  })

  it('finds nothing where the answer is another, and tells it without what was typed', async () => {
    const wrong: RequestListener[] = [
      gives('no json'),
      gives({ response: { docs: [{ weergavenaam: 'x', centroide_ll: 'POINT(1 2); --' }] } }),
      gives(FOUND, 500),
      (_, response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
      (_, response) => void response.end(`"${'x'.repeat(300 * 1024)}"`),
      (request) => void request.socket.destroy(),
    ]
    for (const one of wrong) {
      answer = one
      const { find, errors } = open()
      assert.deepEqual(await find('GM0228', 'Geheimlaan 7', 5), [])
      assert.equal(errors.length, 1)
      assert(
        !JSON.stringify([errors[0]?.message, errors[0]?.cause, errors[0]?.stack]).includes(
          'Geheim',
        ),
      )
    }
  })

  it('is waited for no longer than somebody who types would', async (t) => {
    answer = () => undefined
    const limit = t.mock.method(AbortSignal, 'timeout')
    const { find } = open()
    assert.deepEqual(await find('GM0228', 'dorpsstraat', 5), [])
    const [within_ms = Number.NaN] = limit.mock.calls[0]?.arguments ?? []
    assert(within_ms <= 2_000, `${within_ms} ms`)
  })

  it('is left alone for a while after some failures', async () => {
    answer = gives('', 503)
    const { find, pass } = open()
    for (let at = 0; at < 8; at++) await find('GM0228', `straat ${at}`, 5)
    assert.equal(asked.length, 5)
    answer = gives(FOUND)
    pass(31_000)
    assert.equal((await find('GM0228', 'straat', 5)).length, 1)
  })
})
