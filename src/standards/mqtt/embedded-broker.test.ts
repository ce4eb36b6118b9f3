import assert from 'node:assert/strict'
import { once } from 'node:events'
import net from 'node:net'
import { describe, it } from 'node:test'
import { connect } from 'mqtt'
import { type BrokerOptions, openBroker } from './embedded-broker.ts'

async function open(own: Partial<BrokerOptions> = {}) {
  const refused: string[] = []
  const broker = await openBroker({
    host: '127.0.0.1',
    port: 0,
    findSender: async (keyId) => ({ keyId, municipality: 'GM0001' }),
    isInForce: async () => true,
    take: async () => 'taken',
    watch: {
      connected: () => {},
      settled: () => {},
      refused: (why) => refused.push(why),
      failed: (error) => assert.fail(error),
    },
    ...own,
  })
  return { broker, refused }
}

/** The code of the refusal, or 0 and the connection. */
function join(port: number, username: string) {
  const client = connect(`mqtt://127.0.0.1:${port}`, {
    username,
    password: 'p',
    reconnectPeriod: 0,
  })
  return new Promise<{ code: number; end: () => void }>((resolve) => {
    const end = () => void client.end(true)
    client.once('connect', () => resolve({ code: 0, end }))
    client.once('error', (error) =>
      resolve({ code: Number((error as { code?: number }).code), end }),
    )
    client.once('close', () => resolve({ code: -1, end }))
  })
}

describe('the broker in the program', () => {
  it('lets one key have so many connections, and others theirs', async () => {
    const { broker, refused } = await open({ mostOfOneKey: 2 })
    const [one, two] = [await join(broker.port, 'a'), await join(broker.port, 'a')]
    const three = await join(broker.port, 'a')
    const other = await join(broker.port, 'b')
    assert.deepEqual([one.code, two.code, three.code, other.code], [0, 0, 3, 0])
    assert.deepEqual(refused, ['too-many-connections'])
    one.end()
    let again = await join(broker.port, 'a')
    for (let tries = 0; again.code !== 0 && tries < 50; tries++)
      again = await join(broker.port, 'a')
    assert.equal(again.code, 0)
    for (const { end } of [two, three, other, again]) end()
    await broker[Symbol.asyncDispose]()
  })

  it('lets so many connect at all', async () => {
    const { broker, refused } = await open({ mostConnections: 1 })
    const one = await join(broker.port, 'a')
    const two = await join(broker.port, 'b')
    assert.deepEqual([one.code, two.code, refused], [0, -1, ['too-many-connections']])
    one.end()
    await broker[Symbol.asyncDispose]()
  })

  it('ends at once, also beside a connection that never said who it is', async () => {
    const { broker } = await open()
    const silent = net.connect(broker.port, '127.0.0.1')
    silent.on('error', () => {})
    await once(silent, 'connect')
    const joined = await join(broker.port, 'a')
    const from_ms = performance.now()
    await broker[Symbol.asyncDispose]()
    // Long before whoever never says who they are is given up.
    assert.ok(performance.now() - from_ms < 5_000)
    joined.end()
    silent.destroy()
  })
})
