import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { connect, type IClientOptions, type MqttClient } from 'mqtt'
import { connectionOptions } from './broker-client.ts'

/** One thing that a broker should do, and whether it did. */
export type BrokerFinding = { what: string; isRight: boolean; note?: string }

export type CheckOptions = {
  url: string
  /** A thing, with the name and password that it has there: what it may not do is checked with it. */
  thing?: { username: string; password: string }
  /** Above the 1,000 that Mosquitto keeps by default. */
  messages?: number
}

const MESSAGES = 1_500
const OWN_TOPICS = 'lantaarn/check'
/** No municipality has this code. */
const NOWHERE = 'GM0000'
const WITHIN_MS = 10_000
const QUIET_MS = 500

/**
 * Checks from outside what a broker must do for nothing to be lost, and for nobody to speak for another. It leaves
 * nothing behind. Throws when there is no connection at all.
 */
export async function checkBroker({
  url,
  thing,
  messages = MESSAGES,
}: CheckOptions): Promise<BrokerFinding[]> {
  const findings = await checkSession(url, messages)
  findings.push(await checkStrangers(url))
  if (thing) findings.push(...(await checkThing(url, thing)))
  return findings
}

async function checkSession(url: string, messages: number): Promise<BrokerFinding[]> {
  const clientId = `lantaarn-check-${randomUUID().slice(0, 8)}`
  const topic = `${OWN_TOPICS}/${randomUUID()}`
  const own = connectionOptions(clientId)
  const { client: first } = await listen(url, own)
  const granted = await first.subscribeAsync(`${topic}/#`, { qos: 1 })
  await first.endAsync()
  const isGranted = granted.every(({ qos }) => qos === 1)

  const { client: sender } = await listen(url, {})
  const sent = Array.from({ length: messages }, (_, at) =>
    sender.publishAsync(`${topic}/${at}`, String(at), { qos: 1 }),
  )
  await Promise.all(sent)
  await sender.endAsync()

  const again = await listen(url, own)
  const seen = await again.hears(messages)
  await again.client.endAsync(false, { properties: { sessionExpiryInterval: 0 } })
  const isKept = again.wasPresent
  return [
    { what: 'subscribes with quality of service 1', isRight: isGranted },
    { what: 'keeps the session over a reconnection', isRight: isKept },
    {
      what: `keeps ${messages} messages that come while nobody is there`,
      isRight: seen === messages,
      ...(seen === messages ? {} : { note: `${seen} of ${messages} came: max_queued_messages?` }),
    },
  ]
}

async function checkStrangers(url: string): Promise<BrokerFinding> {
  const nameless = new URL(url)
  nameless.username = ''
  nameless.password = ''
  const isLetIn = await listen(nameless.href, {}).then(
    async ({ client }) => {
      await client.endAsync(true)
      return true
    },
    () => false,
  )
  return { what: 'refuses whoever has no name', isRight: !isLetIn }
}

/** By what arrives: some brokers grant what they do not let through, and acknowledge what they drop. */
async function checkThing(
  url: string,
  thing: { username: string; password: string },
): Promise<BrokerFinding[]> {
  const own = `${NOWHERE}/events/${thing.username}/check`
  const foreign = `${NOWHERE}/events/${randomUUID()}/check`
  const bare = new URL(url)
  bare.username = ''
  bare.password = ''

  const us = await listen(url, { protocolVersion: 5 })
  await us.client.subscribeAsync([own, foreign], { qos: 1 })
  const publish = async (topic: string) => {
    const { client } = await listen(bare.href, thing)
    await Promise.race([
      client.publishAsync(topic, '{}', { qos: 1 }).catch(() => undefined),
      delay(QUIET_MS),
    ])
    await client.endAsync(true)
  }
  await publish(foreign)
  await publish(own)
  await delay(QUIET_MS)
  const published = new Set(us.topics)

  const listener = await listen(bare.href, thing)
  await listener.client.subscribeAsync(['#', '+/events/#'], { qos: 1 }).catch(() => undefined)
  await publish(own)
  await us.client.publishAsync(`${OWN_TOPICS}/${randomUUID()}`, '', { qos: 1 })
  await delay(QUIET_MS)
  const heard = listener.topics.length
  await Promise.all([us.client.endAsync(true), listener.client.endAsync(true)])
  return [
    { what: 'lets a thing publish under its own name', isRight: published.has(own) },
    { what: 'lets no thing publish under another name', isRight: !published.has(foreign) },
    { what: 'lets no thing hear what others say', isRight: heard === 0 },
  ]
}

type Listener = {
  client: MqttClient
  wasPresent: boolean
  topics: readonly string[]
  /** How many different topics were heard, once it is so many or nothing more comes. */
  hears(count: number): Promise<number>
}

async function listen(url: string, options: IClientOptions): Promise<Listener> {
  const topics: string[] = []
  const { promise, resolve, reject } = Promise.withResolvers<boolean>()
  const client = connect(url, { ...options, reconnectPeriod: 0, connectTimeout: WITHIN_MS })
  client.on('message', (topic) => topics.push(topic))
  client.on('connect', ({ sessionPresent }) => resolve(sessionPresent))
  client.on('error', reject)
  client.on('close', () => reject(new Error('the broker closed the connection')))
  const wasPresent = await promise.catch((error) => {
    client.end(true)
    throw error
  })
  return {
    client,
    topics,
    wasPresent,
    async hears(count) {
      const end_ms = performance.now() + WITHIN_MS
      let before = -1
      while (topics.length < count && topics.length > before && performance.now() < end_ms) {
        before = topics.length
        await delay(QUIET_MS)
      }
      return new Set(topics).size
    },
  }
}
