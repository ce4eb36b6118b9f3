import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import type { Clock } from '#kernel/clock'
import type { AssignmentMessage } from '#modules/delivery'
import type { Endpoint } from '#modules/directory'

/** One attempt that arrived with a right and fresh signature; `status` is what it was answered. */
export type Arrival = {
  organisation: string
  id: string
  timestamp_s: number
  /** On the real clock, in milliseconds: for what is measured. */
  arrived_ms: number
  status: number | 'hangs'
  event: {
    id: string
    type: string
    subject: string
    sequence: string
    data: AssignmentMessage & { descriptions?: { signal: string; text: string }[] }
  }
}

/** What a party answers to its n-th attempt, counted from 1; a URL is answered as a redirect to it. */
export type Manner = (attempt: number, arrival: Arrival) => number | 'hangs' | URL

const TOLERANCE_S = 300
const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`

/** The servers of all parties in one: each has a path, and checks what it gets by Standard Webhooks. */
export async function openReceivers(clock: Clock) {
  const arrivals: Arrival[] = []
  const faults: string[] = []
  const manners = new Map<string, Manner>()
  const attempts = new Map<string, number>()
  const hanging = new Set<ServerResponse>()
  const webhook = new Webhook(SECRET)

  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    const body = Buffer.concat(pieces).toString()
    const organisation = (request.url ?? '').slice(1)
    const header = (name: string) => String(request.headers[`webhook-${name}`])
    const timestamp_s = Number(header('timestamp'))
    const signature = webhook.sign(header('id'), new Date(timestamp_s * 1000), body)
    // The library compares with the clock on the wall; these towns live at a time of their own.
    const isFresh = Math.abs(clock() / 1000 - timestamp_s) <= TOLERANCE_S
    if (signature !== header('signature') || !isFresh) {
      faults.push(`${organisation} ${header('id')}: ${isFresh ? 'signature' : 'timestamp'}`)
      return response.writeHead(401).end()
    }
    const event = JSON.parse(body)
    const arrived_ms = performance.now()
    const count = (attempts.get(organisation) ?? 0) + 1
    attempts.set(organisation, count)
    const arrival: Arrival = {
      organisation,
      id: header('id'),
      timestamp_s,
      arrived_ms,
      status: 204,
      event,
    }
    const answer = manners.get(organisation)?.(count, arrival) ?? 204
    arrival.status = answer instanceof URL ? 307 : answer
    arrivals.push(arrival)
    if (answer === 'hangs') hanging.add(response)
    else if (answer instanceof URL) response.writeHead(307, { location: answer.href }).end()
    else response.writeHead(answer).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  return {
    arrivals,
    /** Attempts whose signature or timestamp was wrong; of a right sender none. */
    faults,
    port,
    hang: hanging,
    endpointOf: (organisation: string): Endpoint => ({
      organisation,
      url: `http://127.0.0.1:${port}/${organisation}`,
      secret: SECRET,
    }),
    answers: (organisation: string, manner: Manner) => void manners.set(organisation, manner),
    at: (organisation: string) => arrivals.filter((one) => one.organisation === organisation),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
export type Receivers = Awaited<ReturnType<typeof openReceivers>>
