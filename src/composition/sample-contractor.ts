import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Clock, systemClock } from '#kernel/clock'
import type { Endpoint } from '#modules/directory'
import { isSignedWebhook, makeWebhookSecret } from '#standards/cloudevents'

/** What a contractor reads in a message: only what the demonstration speaks of. */
export type AssignmentNotice = {
  id: string
  type: string
  data: {
    assignment: {
      id: string
      revision: number
      categoryName?: { nl: string }
      terms: { milestone: string; by: string }[]
    }
    case: { number: string; asset?: { publicNumber?: string; id: string } }
  }
}

export type Contractor = AsyncDisposable & {
  endpoint: Endpoint
  /** The next message about an assignment of this case, whose signature was found right; none in time is undefined. */
  next(caseNumber: string, within_ms: number): Promise<AssignmentNotice | undefined>
}

/** By it an endpoint of this server is told from one that somebody set. */
const PATH = '/sample-contractor'
/** What nobody asks for is forgotten: the town goes on, and most of it is not played. */
const MOST_KEPT = 200
const MOST_BYTES = 1_048_576

/** Whether an address is that of a sample contractor, in this process or in one that was. */
export function isSampleEndpoint(address: string): boolean {
  const url = URL.parse(address)
  return url?.hostname === '127.0.0.1' && url.pathname === PATH
}

/** The server of a contractor without any software of ours: it checks the signature and keeps what it is told. */
export async function openSampleContractor(
  organisation: string,
  clock: Clock = systemClock,
): Promise<Contractor> {
  const secret = makeWebhookSecret()
  const arrived: AssignmentNotice[] = []
  const waiting = new Set<() => void>()
  let isClosed = false
  const server = createServer((request, response) => {
    const refuse = () => response.writeHead(400).end()
    bodyOf(request).then((body) => {
      const isRight =
        body !== undefined && isSignedWebhook(secret, headersOf(request), body, clock())
      if (isRight) arrived.push(JSON.parse(body))
      if (arrived.length > MOST_KEPT) arrived.shift()
      response.writeHead(isRight ? 204 : 401).end()
      for (const wake of waiting) wake()
    }, refuse)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    endpoint: { organisation, url: `http://127.0.0.1:${port}${PATH}`, secret },
    async next(caseNumber, within_ms) {
      const end_ms = Date.now() + within_ms
      for (;;) {
        const at = arrived.findIndex(({ data }) => data.case.number === caseNumber)
        const [found] = at < 0 ? [] : arrived.splice(at, 1)
        const left_ms = end_ms - Date.now()
        if (found || left_ms <= 0 || isClosed) return found
        await new Promise<void>((resolve) => {
          const wake = () => {
            clearTimeout(timer)
            waiting.delete(wake)
            resolve()
          }
          const timer = setTimeout(wake, left_ms)
          waiting.add(wake)
        })
      }
    },
    async [Symbol.asyncDispose]() {
      isClosed = true
      for (const wake of waiting) wake()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const headersOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of request) {
    bytes += (piece as Buffer).length
    if (bytes > MOST_BYTES) return undefined
    pieces.push(piece as Buffer)
  }
  return Buffer.concat(pieces).toString()
}
