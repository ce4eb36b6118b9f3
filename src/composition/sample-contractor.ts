import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
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
  /** The next message about an assignment of this case, whose signature was found right. */
  next(caseNumber: string, within_ms: number): Promise<AssignmentNotice>
}

/** The server of a contractor without any software of ours: it checks the signature and keeps what it is told. */
export async function openSampleContractor(organisation: string): Promise<Contractor> {
  const secret = makeWebhookSecret()
  const arrived: AssignmentNotice[] = []
  let wake = () => {}
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const body = Buffer.concat(pieces).toString()
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      )
      const isRight = isSignedWebhook(secret, headers, body)
      if (isRight) arrived.push(JSON.parse(body))
      response.writeHead(isRight ? 204 : 401).end()
      wake()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    endpoint: { organisation, url: `http://127.0.0.1:${port}/`, secret },
    async next(caseNumber, within_ms) {
      const end_ms = Date.now() + within_ms
      for (;;) {
        const at = arrived.findIndex(({ data }) => data.case.number === caseNumber)
        const [found] = at < 0 ? [] : arrived.splice(at, 1)
        if (found) return found
        const left_ms = end_ms - Date.now()
        if (left_ms <= 0) throw new Error(`no webhook about ${caseNumber} within ${within_ms} ms`)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, left_ms)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
