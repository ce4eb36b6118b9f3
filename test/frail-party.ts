import { once } from 'node:events'
import net from 'node:net'

export type Frailty = 'well' | 'away' | 'garbage' | 'hanging'

/** What a party's server does wrong, in front of one that does all right: it is reached where it is well. */
export async function openFrailParty(behind: { port: number }, began: Frailty) {
  const sockets = new Set<net.Socket>()
  let is = began
  let called = 0
  const server = net.createServer((near) => {
    called += 1
    sockets.add(near)
    near.on('error', () => near.destroy())
    near.on('close', () => sockets.delete(near))
    // Nobody is there to take the connection, as far as the caller can tell.
    if (is === 'away') return near.resetAndDestroy()
    if (is === 'hanging') return near.resume()
    if (is === 'garbage') return near.end(Buffer.from([0, 255, 13, 10, 60, 104, 49, 62]))
    const far = net.connect(behind.port, '127.0.0.1')
    far.on('error', () => near.destroy())
    far.on('close', () => near.destroy())
    near.on('close', () => far.destroy())
    near.pipe(far).pipe(near)
    return undefined
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as net.AddressInfo).port,
    called: () => called,
    recover(): void {
      is = 'well'
      for (const socket of sockets) socket.destroy()
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
