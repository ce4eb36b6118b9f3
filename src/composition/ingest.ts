import type { Clock } from '#kernel/clock'
import type { ThingDoor } from '#modules/things'
import { openPool } from '#platform/database'
import { holdAlone } from '#platform/hold'
import type { Log } from '#platform/log'
import type { Metrics } from '#platform/metrics'
import type { MqttSettings } from '#platform/mqtt-settings'
import type { Vault } from '#platform/vault'
import { type MqttWatch, openBroker, openBrokerClient, type TakeMessage } from '#standards/mqtt'
import type { KeyOf } from './admission.ts'
import { createTakeEvents } from './take-events.ts'
import { createFindSender, createTakeMessage, type KeyById } from './take-messages.ts'
import type { Towns } from './town.ts'

type Needs = MqttSettings & {
  host: string
  workerUrl: string
  vault: Vault
  clock: Clock
  towns: Towns
  things: ThingDoor
  keyOf: KeyOf
  keyById: KeyById
  newId: () => string
  metrics: Metrics
  log: Log
}

export type Ingest = AsyncDisposable & {
  /** Where the broker in this process is heard, if there is one. */
  port: number | undefined
}

/** The role `ingest`: hears things over MQTT, by a broker in this process, by one elsewhere, or by both. */
export async function startIngest(needs: Needs): Promise<Ingest> {
  const { host, port, url, keyOf, keyById, log } = needs
  await using opened = new AsyncDisposableStack()
  const take = createTakeMessage({ ...needs, takeEvents: createTakeEvents(needs) })
  let bound: number | undefined
  if (port !== undefined) {
    const broker = opened.use(
      await openBroker({
        host,
        port,
        findSender: createFindSender(keyOf),
        isInForce: async ({ keyId }) => (await keyById(keyId)) !== undefined,
        ...watched('embedded', take, needs),
      }),
    )
    bound = broker.port
    log.info({ host, port: bound }, 'hears things over MQTT')
  }
  if (url !== undefined) opened.use(await holdSession(url, take, needs))
  const closing = opened.move()
  return { port: bound, [Symbol.asyncDispose]: () => closing.disposeAsync() }
}

/** One of all programs is connected: the broker has one session of ours, and the others stand by to take it over. */
async function holdSession(url: string, take: TakeMessage, needs: Needs): Promise<AsyncDisposable> {
  await using opened = new AsyncDisposableStack()
  const { clientId, workerUrl } = needs
  const client = { url, clientId, ...watched('external', take, needs) }
  const onError = client.watch.failed
  const pool = openPool({ url: workerUrl, size: 1, onError })
  opened.defer(() => pool.close())
  const name = `mqtt session ${clientId}`
  opened.use(holdAlone({ pool, name, onError, begin: () => openBrokerClient(client) }))
  return opened.move()
}

/** Each line of the log that a sender can cause is a metric as well, so that it need not be read to be noticed. */
function watched(
  broker: 'embedded' | 'external',
  take: TakeMessage,
  { metrics, log }: Needs,
): { take: TakeMessage; watch: MqttWatch } {
  return {
    async take(message) {
      const taken = await take(message)
      if (taken === 'nowhere')
        log.warn({ broker, topic: message.topic.slice(0, 200) }, 'a message for nobody here')
      return taken
    },
    watch: {
      connected: (change) => metrics.mqttConnections.inc({ broker }, change),
      settled: (result, lasted_ms) =>
        metrics.mqttMessages.observe({ broker, result }, lasted_ms / 1000),
      refused(why, who) {
        metrics.mqttRefusals.inc({ broker, why })
        log.warn({ broker, why, who }, 'refused over MQTT')
      },
      failed(error) {
        metrics.errors.inc({ where: `mqtt ${broker}` })
        log.error({ err: error, where: `mqtt ${broker}` }, 'a fault')
      },
    },
  }
}
