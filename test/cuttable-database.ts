import { once } from 'node:events'
import net from 'node:net'
import type { TestDatabase } from './rig.ts'

/**
 * The same database over a line that can be cut: nothing comes through until it is mended. `portOf`: of a server that
 * is heard elsewhere after a restart.
 */
export async function openCuttable(
  database: TestDatabase,
  portOf = () => Number(new URL(database.appUrl).port),
) {
  const { hostname } = new URL(database.appUrl)
  const sockets = new Set<net.Socket>()
  let isCut = false
  const server = net.createServer((near) => {
    if (isCut) return near.destroy()
    const far = net.connect(portOf(), hostname)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      from.on('error', () => to.destroy())
      from.on('close', () => {
        sockets.delete(from)
        to.destroy()
      })
      from.pipe(to)
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const over = (url: string) => {
    const own = new URL(url)
    own.hostname = '127.0.0.1'
    own.port = String((server.address() as net.AddressInfo).port)
    return own.href
  }
  const cut = () => {
    isCut = true
    for (const socket of sockets) socket.destroy()
  }
  return {
    database: {
      ...database,
      ownerUrl: over(database.ownerUrl),
      appUrl: over(database.appUrl),
      workerUrl: over(database.workerUrl),
    },
    cut,
    mend: () => {
      isCut = false
    },
    async [Symbol.asyncDispose]() {
      cut()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
