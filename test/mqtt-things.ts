import assert from 'node:assert/strict'
import { connect, type IClientOptions, type MqttClient } from 'mqtt'
import sql from 'sql-template-tag'
import type { App } from '../src/app.ts'
import { until } from './town.ts'

/** A thing, or a gateway of things: connected once it is given, and it does not connect again by itself. */
export async function connectThing(url: string, options: IClientOptions = {}): Promise<Thing> {
  const client = connect(url, { reconnectPeriod: 0, connectTimeout: 5_000, ...options })
  const closed = new Promise<void>((resolve) => client.once('close', () => resolve()))
  const errors: Error[] = []
  client.on('error', (error) => errors.push(error))
  const connected = new Promise<void>((resolve) => client.once('connect', () => resolve()))
  await Promise.race([connected, closed])
  if (!client.connected) {
    client.end(true)
    throw errors[0] ?? new Error('the connection was closed')
  }
  return Object.assign(client, {
    closed,
    async [Symbol.asyncDispose]() {
      await client.endAsync(true)
    },
  })
}
export type Thing = MqttClient & AsyncDisposable & { closed: Promise<void> }

/** How often something happened, by the metrics of the program. */
export async function counted(app: App, name: string, labels: Record<string, string>) {
  const [metric] = (await app.metrics.registry.getMetricsAsJSON()).filter(
    (one) => one.name === name,
  )
  assert.ok(metric, `there is a metric ${name}`)
  const values = metric.values as {
    value: number
    metricName?: string
    labels: Record<string, string>
  }[]
  const own = values.filter(
    ({ labels: given, metricName = name }) =>
      !/_(sum|bucket)$/.test(metricName) &&
      Object.entries(labels).every(([label, value]) => given[label] === value),
  )
  return own.reduce((sum, { value }) => sum + value, 0)
}

/** Waits until so many of something are counted. */
export const untilCounted = (
  app: App,
  name: string,
  labels: Record<string, string>,
  count: number,
) =>
  until(`${count} of ${name} ${JSON.stringify(labels)}`, async () => {
    return (await counted(app, name, labels)) >= count
  })

export async function countRows(app: App, municipality: string) {
  const [row] = await app.pool.read({ tenant: municipality }, (query) =>
    query<{ events: number; signals: number; rejects: number }>(sql`
      select (select count(*) from things.events) as events,
        (select count(*) from things.rejects) as rejects,
        (select count(*) from cases.signals where channel = 'thing') as signals`),
  )
  assert.ok(row)
  return row
}
