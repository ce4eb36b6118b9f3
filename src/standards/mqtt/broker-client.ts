import { connect, type IClientOptions, type MqttClient } from 'mqtt'
import { createLine } from './line.ts'
import type { MqttMessage, MqttWatch, TakeMessage } from './message.ts'
import { EVENT_TOPICS } from './topics.ts'

const KEEPALIVE_S = 30
const AGAIN_AFTER_MS = 1_000
const END_WITHIN_MS = 2_000
/** Handed over and not acknowledged: about what one commit gathers. */
const AT_ONCE = 64
/** Never: what waits while no program is there waits until one is. */
const SESSION_WITHOUT_END_S = 0xffffffff
/** DISCONNECT reason code of MQTT 5: another connection has the same name. */
const SESSION_TAKEN_OVER = 142

/** Our connections to a broker: MQTT 5, since only that tells the content type, and a session that outlives them. */
export function connectionOptions(clientId: string): IClientOptions {
  return {
    clientId,
    clean: false,
    protocolVersion: 5,
    keepalive: KEEPALIVE_S,
    reconnectPeriod: AGAIN_AFTER_MS,
    resubscribe: false,
    properties: { sessionExpiryInterval: SESSION_WITHOUT_END_S, receiveMaximum: AT_ONCE },
  }
}

/**
 * Takes what a broker elsewhere hands over, and acknowledges each message after its commit, in their order. What cannot
 * be kept now breaks the connection: the broker hands it over again on the next. It connects again until it is disposed
 * of; the session stays at the broker, and only one program at a time may open it.
 */
export function openBrokerClient(options: {
  url: string
  /** Whoever connects under this name has the session: it should not be guessed. */
  clientId: string
  take: TakeMessage
  watch: MqttWatch
}): AsyncDisposable {
  const { url, clientId, take, watch } = options
  const client = connect(url, connectionOptions(clientId))
  const underWay = new Set<Promise<void>>()
  let line = createLine(AT_ONCE)
  let isConnected = false
  const count = (isNow: boolean) => {
    if (isNow !== isConnected) watch.connected(isNow ? 1 : -1)
    isConnected = isNow
  }

  function settle(packet: Incoming): Promise<void> {
    const { stream } = client
    const received_ms = performance.now()
    const settled = line(() => take(messageOf(packet))).then(
      (taken) => {
        watch.settled(taken, performance.now() - received_ms)
        if (packet.qos > 0 && packet.messageId !== undefined)
          stream.write(pubackOf(packet.messageId))
      },
      (error) => {
        watch.settled('not-kept', performance.now() - received_ms)
        if (!stream.destroyed) watch.failed(error)
        stream.destroy()
      },
    )
    underWay.add(settled)
    return settled.finally(() => underWay.delete(settled))
  }

  // mqtt.js goes on to the next message only when this one is settled, and acknowledges it by itself; told of an error
  // it goes on at once and does not. Of quality 0 the broker sends as fast as it can: there we let it wait.
  client.handleMessage = (packet, goOn) => {
    const settled = settle(packet)
    if (packet.qos === 0) settled.then(() => goOn())
    else goOn(new Error('acknowledged later'))
  }
  client.on('connect', () => {
    line = createLine(AT_ONCE)
    count(true)
    subscribe(client, watch)
  })
  client.on('close', () => count(false))
  client.on('disconnect', ({ reasonCode }) => {
    if (reasonCode === SESSION_TAKEN_OVER) watch.refused('session-taken-over', clientId)
  })
  client.on('error', watch.failed)
  return {
    async [Symbol.asyncDispose]() {
      await end(client)
      await Promise.all(underWay)
    },
  }
}

type Incoming = Parameters<MqttClient['handleMessage']>[0]

/** MQTT 5, 3.4.2.1: without a reason code it is a success. */
function pubackOf(messageId: number): Buffer {
  return Buffer.of(0x40, 2, messageId >> 8, messageId & 0xff)
}

function messageOf({ topic, payload, properties }: Incoming): MqttMessage {
  const { contentType, userProperties } = properties ?? {}
  return {
    topic,
    payload: Buffer.from(payload),
    ...(contentType === undefined ? {} : { contentType }),
    ...(userProperties === undefined ? {} : { userProperties }),
  }
}

function subscribe(client: MqttClient, watch: MqttWatch): void {
  client.subscribe(EVENT_TOPICS, { qos: 1 }, (error, granted = []) => {
    if (error) watch.failed(error)
    for (const { qos } of granted)
      if (qos >= 128) watch.failed(new Error(`the broker refuses ${EVENT_TOPICS}: ${qos}`))
  })
}

/** A broker that is away cannot be told. */
async function end(client: MqttClient): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const late = setTimeout(() => client.end(true, {}, () => resolve()), END_WITHIN_MS)
  client.end(!client.connected, {}, () => resolve())
  await promise
  clearTimeout(late)
}
