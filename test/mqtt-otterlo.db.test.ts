import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import { createKey } from '#modules/directory'
import { eventTopicOf } from '#standards/mqtt'
import { openMosquitto, whyNoMosquitto } from './mosquitto.ts'
import { connectThing } from './mqtt-things.ts'
import { EDE, MUNICIPALITY_PARTY, type Otterlo, openOtterlo, PROVINCE_PARTY } from './otterlo.ts'
import { whyNoSharedData } from './rig.ts'
import { until } from './town.ts'

const skip = await whyNoSharedData()
const MQTT = { host: '127.0.0.1', clientId: 'otterlo' }
const roles = ['serve', 'work', 'ingest'] as const

describe('Otterlo: each of 388 lamps tells over MQTT that it is broken', { skip }, () => {
  it('to the broker in the program, and its own party knows, never the owner of the ground', async () => {
    await using otterlo = await openOtterlo({ roles, mqtt: { ...MQTT, port: 0 } })
    const sender = await newKey(otterlo)
    await tellAll(otterlo, `mqtt://127.0.0.1:${otterlo.app.mqttPort}`, sender)
  })

  it('to Mosquitto, and its own party knows, never the owner of the ground', {
    skip: whyNoMosquitto,
  }, async () => {
    await using mosquitto = await openMosquitto()
    await using otterlo = await openOtterlo({ roles, mqtt: { ...MQTT, url: mosquitto.ownUrl } })
    const sender = await newKey(otterlo)
    await mosquitto.allow(sender.username, sender.password)
    await until('mosquitto knows it', () =>
      connectThing(mosquitto.url, sender).then(
        (thing) => thing.endAsync().then(() => true),
        () => false,
      ),
    )
    await tellAll(otterlo, mosquitto.url, sender)
  })
})

type Sender = { username: string; password: string }

async function newKey({ app }: Otterlo): Promise<Sender> {
  const id = randomUUID()
  const key = { id, kind: 'integrator', municipality: EDE, label: 'lamps' } as const
  return { username: id, password: await createKey(app.worker, { key, now_ms: Date.now() }) }
}

/** Three gateways, each with a third of the lamps. */
async function tellAll({ lamps, receiver }: Otterlo, url: string, sender: Sender) {
  const topic = eventTopicOf(EDE, sender.username)
  const tell = async (part: number) => {
    await using gateway = await connectThing(url, sender)
    const own = lamps.filter((_, at) => at % 3 === part)
    await Promise.all(
      own.map(({ id }) => gateway.publishAsync(`${topic}/${part}`, eventOf(id), { qos: 1 })),
    )
  }
  await Promise.all([0, 1, 2].map(tell))
  await until('388 webhooks', () => receiver.received.length >= 388)
  assert.deepEqual(receiver.refused, [])
  const told = new Map<string, string>()
  for (const { path, event } of receiver.received) {
    const { asset } = event.data.case as unknown as { asset: { id: string } }
    assert.ok(!told.has(asset.id), `${asset.id} was told of once`)
    told.set(asset.id, path.slice(1))
  }
  for (const { id, owner } of lamps)
    assert.equal(told.get(id), owner === 'G0228' ? MUNICIPALITY_PARTY : PROVINCE_PARTY, id)
  const count = (party: string) => [...told.values()].filter((one) => one === party).length
  assert.deepEqual([count(MUNICIPALITY_PARTY), count(PROVINCE_PARTY)], [306, 82])
}

function eventOf(asset: string): string {
  return JSON.stringify({
    specversion: '1.0',
    id: `raised/${asset}`,
    source: 'urn:nld:oin:00000001234567890000:systeem:lampen',
    type: 'nl.lantaarn.condition.raised.v1',
    data: { asset, condition: 'lamp-failure' },
  })
}
