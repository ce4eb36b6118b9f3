import { setTimeout as delay } from 'node:timers/promises'
import { CONDITION_TO_CATEGORY } from '#modules/things'
import { eventTopicOf } from '#standards/mqtt'
import { sampleKeys } from '../src/composition/sample-keys.ts'
import { makeSampleTown } from '../src/composition/sample-town/index.ts'
import { HOUSING_CORPORATION } from '../src/composition/sample-town/parties.ts'
import { openMosquitto, whyNoMosquitto } from '../test/mosquitto.ts'
import { openCluster } from './cluster.ts'
import { freePort, setEndpoints } from './delivery.ts'
import type { ThingReport, ThingsTask } from './mqtt-client.ts'
import type { OpenLoop } from './open311-client.ts'
import { MUNICIPALITY } from './reports.ts'
import type { Row } from './row.ts'
import { inOwnProcess } from './task.ts'

const SCALE = 1
const P99_AT_MOST_MS = 250
const RATES_PER_S = [100, 500]
const [WARM_MS, RUN_MS] = [2_000, 5_000]
const CONDITIONS = ['lamp-failure', 'lamp-flickering', 'lamp-on-by-day', 'mast-damaged'] as const

/** From the moment that a thing should publish to the moment that the party's endpoint has the webhook. */
export async function benchMqtt(): Promise<Row[]> {
  const embedded = await overEmbedded()
  if (whyNoMosquitto) {
    console.error(`over Mosquitto: ${whyNoMosquitto}`)
    return embedded
  }
  return [...embedded, ...(await overMosquitto())]
}

async function overEmbedded(): Promise<Row[]> {
  await using cluster = await openCluster()
  const port = await freePort()
  const settings = { SAMPLE_SCALE: String(SCALE), MQTT_PORT: String(port) }
  await using _program = await cluster.start(settings)
  return await measure(cluster, `mqtt://127.0.0.1:${port}`, 'broker of our own')
}

async function overMosquitto(): Promise<Row[]> {
  await using mosquitto = await openMosquitto()
  await using cluster = await openCluster()
  const { username, password } = senderOf(cluster.secretKey)
  await mosquitto.allow(username, password)
  const settings = { SAMPLE_SCALE: String(SCALE), MQTT_URL: mosquitto.ownUrl }
  await using _program = await cluster.start(settings)
  await delay(1_000) // it connects by itself, and tells nobody
  return await measure(cluster, mosquitto.url, 'Mosquitto')
}

function senderOf(secretKey: string): { username: string; password: string } {
  const found = sampleKeys(secretKey).find(({ key }) => key.kind === 'integrator')
  if (!found) throw new Error('the sample town has a key of an integrator')
  return { username: found.key.id, password: found.token }
}

async function measure(
  cluster: Awaited<ReturnType<typeof openCluster>>,
  url: string,
  where: string,
): Promise<Row[]> {
  const receiverPort = await freePort()
  await setEndpoints(cluster, receiverPort)
  const sender = senderOf(cluster.secretKey)
  const topic = eventTopicOf(MUNICIPALITY, sender.username)
  let reports = makeThingReports()
  const rows: Row[] = []
  for (const rate_per_s of RATES_PER_S) {
    const pace = { rate_per_s, warm_ms: WARM_MS, run_ms: RUN_MS }
    const task = { url, ...sender, topic, reports, receiverPort, ...pace }
    const result = await inOwnProcess<ThingsTask, OpenLoop>('mqtt-client.ts', task)
    reports = reports.slice((rate_per_s * (WARM_MS + RUN_MS)) / 1000)
    rows.push(figure(result, `${rate_per_s}/s, ${where}`))
  }
  return rows
}

function figure({ opened, received, p50_ms, p99_ms, answered }: OpenLoop, where: string): Row {
  return {
    what: `event to webhook received, p99, ${where}`,
    figure: p99_ms,
    unit: 'ms',
    limit: P99_AT_MOST_MS,
    limitIs: 'at most',
    note: `p50 ${Math.round(p50_ms)} ms; ${received} of ${opened} arrived; PUBACK p50 ${Math.round(answered.p50_ms)}, p99 ${Math.round(answered.p99_ms)} ms`,
  }
}

/** Each about another lamp or another condition of it, in a stride that goes over the whole town. */
function makeThingReports(): ThingReport[] {
  const [town] = makeSampleTown({ scale: SCALE, now_ms: Date.now() }).municipalities
  const lamps = (town?.assets ?? []).filter(
    ({ type, owner }) => type === 'lamp-post' && owner !== HOUSING_CORPORATION,
  )
  return CONDITIONS.flatMap((condition) =>
    lamps.map((_, at) => {
      const asset = lamps[(at * 7919) % lamps.length]?.id ?? ''
      const event = {
        specversion: '1.0',
        id: `${condition}/${asset}`,
        source: 'urn:nld:oin:00000001234567890000:systeem:lampen',
        type: 'nl.lantaarn.condition.raised.v1',
        data: { asset, condition },
      }
      return { asset, category: CONDITION_TO_CATEGORY[condition], payload: JSON.stringify(event) }
    }),
  )
}
