import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { explainDecision } from '#modules/agreements'
import { listCases, listDecisions } from '#modules/cases'
import type { App } from '../src/app.ts'
import { namesOf } from '../src/composition/names.ts'
import {
  EDE,
  type Lamp,
  MUNICIPALITY_PARTY,
  type Otterlo,
  openOtterlo,
  PROVINCE_PARTY,
} from './otterlo.ts'
import { whyNoSharedData } from './rig.ts'
import { until } from './town.ts'

/** The same numbers every time: a linear congruential generator (Numerical Recipes). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const skip = await whyNoSharedData()

describe('Otterlo: 388 real lamp posts of two owners', { skip }, () => {
  const stack = new AsyncDisposableStack()
  let app: App
  let lamps: Lamp[]
  let receiver: Otterlo['receiver']

  before(async () => {
    ;({ app, receiver, lamps } = stack.use(await openOtterlo()))
  })
  after(() => stack.disposeAsync())

  const report = async (lon: number, lat: number, key: string) => {
    const sent_ms = Date.now()
    const body = new URLSearchParams({ service_code: 'lamp-kapot', lat: `${lat}`, long: `${lon}` })
    const answer = await app.http.request(`/open311/v2/${EDE}/requests.json`, {
      method: 'POST',
      body,
      headers: { 'idempotency-key': key },
    })
    assert.equal(answer.status, 200, await answer.clone().text())
    const [{ service_request_id: number }] = (await answer.json()) as [
      { service_request_id: string },
    ]
    return { number, sent_ms }
  }

  it('has 306 lamps of the municipality and 82 of the province', () => {
    const count = (owner: string) => lamps.filter((lamp) => lamp.owner === owner).length
    assert.deepEqual([lamps.length, count('G0228'), count('P0025')], [388, 306, 82])
  })

  it('gets each report to the party of the lamp itself within a second, never to the owner of the ground', async () => {
    const expected = new Map<string, { lamp: Lamp; sent_ms: number }>()
    for (const lamp of lamps) {
      const { number, sent_ms } = await report(lamp.lon, lamp.lat, `exact/${lamp.id}`)
      expected.set(number, { lamp, sent_ms })
    }
    assert.equal(expected.size, 388)
    await until('all have come', () => receiver.received.length >= 388)
    assert.deepEqual(receiver.refused, [])
    const parties = { [MUNICIPALITY_PARTY]: 0, [PROVINCE_PARTY]: 0 }
    let slowest_ms = 0
    for (const { path, at_ms, event } of receiver.received) {
      const { number } = event.data.case as unknown as { number: string }
      const one = expected.get(number)
      assert.ok(one, `${number} was not reported`)
      const party = path.slice(1) as keyof typeof parties
      parties[party] += 1
      assert.equal(party, one.lamp.owner === 'G0228' ? MUNICIPALITY_PARTY : PROVINCE_PARTY)
      slowest_ms = Math.max(slowest_ms, at_ms - one.sent_ms)
    }
    assert.deepEqual(parties, { [MUNICIPALITY_PARTY]: 306, [PROVINCE_PARTY]: 82 })
    assert.ok(slowest_ms < 1_000, `the slowest took ${slowest_ms} ms`)
  })

  it('can say of every decision, in both languages, why it went there', async () => {
    const town = await app.towns.get(EDE)
    await app.pool.read({ tenant: EDE }, async (query) => {
      const cases = await listCases(query, EDE, { isStaff: true, most: 400 })
      assert.equal(cases.length, 388)
      for (const one of cases) {
        const [decision] = await listDecisions(query, EDE, one.id)
        assert.ok(decision)
        for (const locale of ['nl', 'en'] as const) {
          const words = explainDecision(decision.body, namesOf(town, locale), locale)
          const party = town.parties.get(one.assignments[0]?.organisation ?? '')
          assert.ok(party && words.sentence.includes(party.name), words.sentence)
          assert.ok(words.notChosen.length > 0)
        }
      }
    })
  })

  it('with 10 m of error reaches no wrong party that is not marked as uncertain', async () => {
    const random = seeded(20200805)
    let wrong = 0
    for (const lamp of lamps) {
      const [angle, distance_m] = [random() * 2 * Math.PI, Math.sqrt(random()) * 10]
      const lat = lamp.lat + (distance_m * Math.sin(angle)) / 111_195
      const lon =
        lamp.lon + (distance_m * Math.cos(angle)) / (111_195 * Math.cos((lamp.lat * Math.PI) / 180))
      const { number } = await report(lon, lat, `jitter/${lamp.id}`)
      const [found] = await app.pool.read({ tenant: EDE }, (query) =>
        listCases(query, EDE, { isStaff: true, numbers: [number], most: 1 }),
      )
      const wanted = lamp.owner === 'G0228' ? MUNICIPALITY_PARTY : PROVINCE_PARTY
      if (found?.assignments[0]?.organisation === wanted) continue
      wrong += 1
      assert.ok(found?.is_asset_uncertain, `${number} went to the wrong party and does not say so`)
    }
    assert.ok(wrong > 0, 'with this much error some points lie nearest to another owner')
  })
})
