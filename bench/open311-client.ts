import http from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { type Loop, loop, type Pace } from './closed-loop.ts'
import { quantile } from './row.ts'
import { doTask } from './task.ts'

/** The load on the Open311 door, and the far end of the webhooks. Run in a process of its own by the benches. */
export type ClientTask = { url: string; bodies: readonly string[] } & (
  | ({ kind: 'closed' } & Pace)
  | { kind: 'open'; rate_per_s: number; warm_ms: number; run_ms: number; receiverPort: number }
)

export type OpenLoop = {
  /** Cases that were opened, and those of them whose party was told. */
  opened: number
  received: number
  p50_ms: number
  p99_ms: number
  answered: { p50_ms: number; p99_ms: number }
}

/** What may still be on its way after the last report. */
const AFTERWARDS_MS = 5_000

async function closed(task: ClientTask & Pace): Promise<Loop> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: task.connections })
  let next = 0
  const result = await loop(task, async () => {
    const body = task.bodies[next++]
    if (body === undefined) throw new Error(`${next} reports were not enough`)
    await post(agent, task.url, body)
  })
  agent.destroy()
  return result
}

/** Reports leave at fixed times, whether or not those before have been answered: waiting counts. */
async function open(task: ClientTask & { kind: 'open' }): Promise<OpenLoop> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 256 })
  const receivedAt = new Map<string, number>()
  const receiver = await receive(task.receiverPort, (number) => {
    if (!receivedAt.has(number)) receivedAt.set(number, performance.now())
  })
  const first_ms = performance.now() + 100
  const count = Math.floor((task.rate_per_s * (task.warm_ms + task.run_ms)) / 1000)
  const sent: { number: string; due_ms: number; answered_ms: number }[] = []
  const under: Promise<void>[] = []
  for (let at = 0; at < count; at++) {
    const due_ms = first_ms + (at * 1000) / task.rate_per_s
    const wait_ms = due_ms - performance.now()
    if (wait_ms > 1) await delay(wait_ms)
    const one = post(agent, task.url, task.bodies[at] ?? '').then((number) => {
      sent.push({ number, due_ms, answered_ms: performance.now() })
    })
    under.push(one)
  }
  await Promise.all(under)
  const counted = sent.filter(({ due_ms }) => due_ms >= first_ms + task.warm_ms)
  const opened = [...new Map(counted.toReversed().map((one) => [one.number, one])).values()]
  const last_ms = performance.now() + AFTERWARDS_MS
  while (performance.now() < last_ms && opened.some(({ number }) => !receivedAt.has(number)))
    await delay(50)
  receiver.close()
  receiver.closeAllConnections()
  agent.destroy()
  const delays = opened
    .map(({ number, due_ms }) => (receivedAt.get(number) ?? Number.POSITIVE_INFINITY) - due_ms)
    // One that joined a case of the warm-up tells nobody anything.
    .filter((delay_ms) => delay_ms > 0)
    .sort((a, b) => a - b)
  const answers = counted.map((one) => one.answered_ms - one.due_ms).sort((a, b) => a - b)
  return {
    opened: delays.length,
    received: delays.filter(Number.isFinite).length,
    p50_ms: quantile(delays, 0.5),
    p99_ms: quantile(delays, 0.99),
    answered: { p50_ms: quantile(answers, 0.5), p99_ms: quantile(answers, 0.99) },
  }
}

/** The number of the case, once the answer says that it is kept. */
function post(agent: http.Agent, url: string, body: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
  }
  const request = http.request(url, { method: 'POST', agent, headers }, (answer) => {
    let said = ''
    answer.setEncoding('utf8')
    answer.on('data', (chunk) => {
      said += chunk
    })
    answer.once('end', () => {
      const number = /"service_request_id":"([\w-]+)"/.exec(said)?.[1]
      if (answer.statusCode === 200 && number !== undefined) resolve(number)
      else reject(new Error(`${answer.statusCode} to ${body}: ${said}`))
    })
    answer.once('error', reject)
  })
  request.once('error', reject)
  request.end(body)
  return promise
}

async function receive(port: number, onCase: (number: string) => void): Promise<http.Server> {
  const server = http.createServer((request, response) => {
    let said = ''
    request.setEncoding('utf8')
    request.on('data', (chunk) => {
      said += chunk
    })
    request.once('end', () => {
      onCase(JSON.parse(said).data.case.number)
      response.writeHead(204).end()
    })
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return server
}

if (import.meta.main)
  await doTask<ClientTask, Loop | OpenLoop>((task) =>
    task.kind === 'closed' ? closed(task) : open(task),
  )
