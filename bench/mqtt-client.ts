import { createServer, type Server } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { connectAsync } from 'mqtt'
import type { OpenLoop } from './open311-client.ts'
import { quantile } from './row.ts'
import { doTask } from './task.ts'

export type ThingReport = { asset: string; category: string; payload: string }

/** Things that report over MQTT, and the far end of the webhooks. Run in a process of its own by the bench. */
export type ThingsTask = {
  url: string
  username: string
  password: string
  topic: string
  reports: readonly ThingReport[]
  rate_per_s: number
  warm_ms: number
  run_ms: number
  receiverPort: number
}

const GATEWAYS = 8
/** What may still be on its way after the last report. */
const AFTERWARDS_MS = 5_000

const nameOf = (asset: string, category: string) => `${asset} ${category}`

/** Reports leave at fixed times, whether or not those before have been acknowledged: waiting counts. */
async function report(task: ThingsTask): Promise<OpenLoop> {
  const { url, username, password, topic, reports, rate_per_s, warm_ms, run_ms } = task
  const receivedAt = new Map<string, number>()
  const receiver = await receive(task.receiverPort, receivedAt)
  const gateways = await Promise.all(
    Array.from({ length: GATEWAYS }, () => connectAsync(url, { username, password })),
  )
  const first_ms = performance.now() + 100
  const count = Math.min(reports.length, Math.floor((rate_per_s * (warm_ms + run_ms)) / 1000))
  const sent: { name: string; due_ms: number; answered_ms: number }[] = []
  const under: Promise<void>[] = []
  for (let at = 0; at < count; at++) {
    const due_ms = first_ms + (at * 1000) / rate_per_s
    const wait_ms = due_ms - performance.now()
    if (wait_ms > 1) await delay(wait_ms)
    const { asset, category, payload } = reports[at] as ThingReport
    const acknowledged = gateways[at % GATEWAYS]?.publishAsync(topic, payload, { qos: 1 })
    under.push(
      Promise.resolve(acknowledged).then(() => {
        sent.push({ name: nameOf(asset, category), due_ms, answered_ms: performance.now() })
      }),
    )
  }
  await Promise.all(under)
  const counted = sent.filter(({ due_ms }) => due_ms >= first_ms + warm_ms)
  const last_ms = performance.now() + AFTERWARDS_MS
  while (performance.now() < last_ms && counted.some(({ name }) => !receivedAt.has(name)))
    await delay(50)
  receiver.close()
  receiver.closeAllConnections()
  await Promise.all(gateways.map((gateway) => gateway.endAsync(true)))
  const delays = counted
    .map(({ name, due_ms }) => (receivedAt.get(name) ?? Number.POSITIVE_INFINITY) - due_ms)
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

async function receive(port: number, receivedAt: Map<string, number>): Promise<Server> {
  const server = createServer((request, response) => {
    let said = ''
    request.setEncoding('utf8')
    request.on('data', (chunk) => {
      said += chunk
    })
    request.once('end', () => {
      const { asset, category } = JSON.parse(said).data.case
      const name = nameOf(asset?.id, category)
      if (!receivedAt.has(name)) receivedAt.set(name, performance.now())
      response.writeHead(204).end()
    })
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return server
}

if (import.meta.main) await doTask<ThingsTask, OpenLoop>(report)
