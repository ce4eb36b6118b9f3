import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'

export type Received = {
  path: string
  at_ms: number
  id: string
  event: { id: string; type: string; subject: string; data: Record<string, never> } & Record<
    string,
    unknown
  >
}

/**
 * A party's own server: it checks each signature with the library of Standard Webhooks and keeps what it got.
 * A path is one party; its secret is set when its endpoint is known.
 */
export async function openReceiver(
  options: {
    answer?: (received: Received) => number
    /** Whoever sends lives in another time than we do: only what was signed is checked. */
    isOutOfTime?: true
  } = {},
) {
  const secrets = new Map<string, string>()
  const received: Received[] = []
  const refused: string[] = []
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const body = Buffer.concat(pieces).toString()
      const path = request.url ?? ''
      try {
        const event = check(secrets.get(path), body, request.headers, options)
        const one = { path, at_ms: Date.now(), id: String(request.headers['webhook-id']), event }
        const status = options.answer?.(one) ?? 204
        if (status < 300) received.push(one)
        response.writeHead(status).end()
      } catch (error) {
        refused.push((error as Error).message)
        response.writeHead(401).end()
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    port,
    received,
    refused,
    /** The endpoint of one party: its path, and the secret that its messages are signed with. */
    endpoint(organisation: string, secret: string) {
      secrets.set(`/${organisation}`, secret)
      return { organisation, url: `http://127.0.0.1:${port}/${organisation}`, secret }
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function check(
  secret: string | undefined,
  body: string,
  headers: IncomingHttpHeaders,
  { isOutOfTime }: { isOutOfTime?: true },
) {
  if (secret === undefined) throw new Error('no secret for this path')
  if (isOutOfTime) {
    const { 'webhook-id': id, 'webhook-timestamp': at_s, 'webhook-signature': signed } = headers
    const ours = new Webhook(secret).sign(String(id), new Date(Number(at_s) * 1000), body)
    if (signed !== ours) throw new Error('not signed by them')
    return JSON.parse(body) as Received['event']
  }
  const own = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, String(value)]),
  )
  return new Webhook(secret).verify(body, own) as Received['event']
}
