import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startSweep } from '#platform/sweep'

const CHECK_EVERY_MS = 50

type Behind = { base: string; isReady: boolean; carried: number }

/**
 * What stands before the processes of one town: it shares out requests by turns among those that say they are ready,
 * asks them often, and tries nothing twice. A request that nobody could answer is a 502, and counted.
 */
export async function openBalancer() {
  const behind = new Map<string, Behind>()
  const failed: string[] = []
  let turn = 0

  async function check(one: Behind): Promise<void> {
    const answer = await fetch(`${one.base}/health/ready`).catch(() => undefined)
    one.isReady = answer?.status === 200
    await answer?.body?.cancel()
  }

  function carry(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const ready = [...behind.values()].filter(({ isReady }) => isReady)
    const to = ready[turn++ % ready.length]
    const fail = (why: string) => {
      failed.push(`${incoming.method} ${incoming.url}: ${why}`)
      if (!outgoing.headersSent) outgoing.writeHead(502)
      outgoing.end()
    }
    if (to === undefined) {
      fail('nobody is ready')
      return
    }
    const { method, url, headers } = incoming
    const onward = request(new URL(url ?? '/', to.base), { method, headers }, (answer) => {
      if ((answer.statusCode ?? 500) >= 500) failed.push(`${method} ${url}: ${answer.statusCode}`)
      to.carried += 1
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
      answer.on('error', (error) => fail(error.message))
    })
    onward.on('error', (error) => fail(error.message))
    incoming.pipe(onward)
  }

  const server = createServer(carry)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const sweep = startSweep({
    every_ms: CHECK_EVERY_MS,
    async round() {
      await Promise.all([...behind.values()].map(check))
    },
    onError: (error) => void failed.push(error.message),
  })
  return {
    base: `http://127.0.0.1:${port}`,
    failed,
    /** How many requests the process at this address has answered. */
    carriedBy: (base: string) => behind.get(base)?.carried ?? 0,
    async add(base: string): Promise<void> {
      const one = { base, isReady: false, carried: 0 }
      behind.set(base, one)
      await check(one)
    },
    remove: (base: string) => void behind.delete(base),
    async [Symbol.asyncDispose]() {
      await sweep[Symbol.asyncDispose]()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
