import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import sql from 'sql-template-tag'
import { verifyChain } from '#journal'
import { importPlaces } from '#modules/places'
import { agreementOf } from '../../../test/small-town.ts'
import { NOORDDIJK, openTown, type SmallTown } from '../../../test/town.ts'

const MINUTE_MS = 60_000

/** What stands in the tables, beside what was answered. */
async function countsOf({ app }: SmallTown) {
  const [row] = await app.pool.read({ tenant: NOORDDIJK }, (query) =>
    query<{ cases: number; signals: number; assignments: number; told: number; most: number }>(sql`
      select (select count(*) from cases.cases) as cases,
        (select count(*) from cases.signals) as signals,
        (select count(*) from cases.assignments) as assignments,
        (select count(*) from platform.outbox where ordering_key not like '%/%') as told,
        (select max(signals) from cases.cases) as most`),
  )
  return row
}

async function post(town: SmallTown, form: Record<string, string>, key?: string) {
  const response = await town.app.http.request(`/open311/v2/${NOORDDIJK}/requests.json`, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: key === undefined ? {} : { 'idempotency-key': key },
  })
  const text = await response.text()
  assert.equal(response.status, 200, text)
  const [{ service_request_id }] = JSON.parse(text)
  return String(service_request_id)
}

describe('given a storm over 300 lamps, when each is reported four times at once', () => {
  test('then there are 300 cases with 1,200 signals, one assignment and one message each', async () => {
    await using town = await openTown()
    const { pool, committer, towns } = town.app
    const assets = Array.from({ length: 300 }, (_, i) => ({
      id: `storm-${i}`,
      type: 'lamp-post',
      publicNumber: `S${i}`,
      place: [5.001 + (i % 30) * 0.001, 52.001 + Math.floor(i / 30) * 0.001] as const,
      owner: 'noorddijk',
    }))
    const options = { pool, committer, municipality: NOORDDIJK }
    await importPlaces(options, { areas: [], assets, source: 'storm' })
    towns.touch(NOORDDIJK)
    await using second = await town.open()
    const started_ms = performance.now()
    const numbers = await Promise.all(
      Array.from({ length: 1_200 }, async (_, i) => {
        const lamp = `S${i % 300}`
        const description = `the light is out, says neighbour ${Math.floor(i / 300)}`
        // Half come through the public door, half to another process, which knows nothing of the first.
        if (i % 2 === 0)
          return post(town, { service_code: 'lamp-out', address_id: lamp, description })
        const answer = await second.reportSignal(NOORDDIJK, {
          channel: 'rest',
          source: 'public',
          category: 'lamp-out',
          asset: lamp,
          words: { description },
          contact: {},
          clientAddress: '192.0.2.7',
        })
        assert(answer.ok)
        return answer.number
      }),
    )
    const lasted_ms = performance.now() - started_ms
    assert.equal(new Set(numbers).size, 300)
    assert.deepEqual(await countsOf(town), {
      cases: 300,
      signals: 1_200,
      assignments: 300,
      told: 300,
      most: 4,
    })
    const { faults } = await verifyChain(pool, NOORDDIJK)
    assert.deepEqual(faults, [])
    assert(lasted_ms < 8_000, `1,200 reports took ${lasted_ms} ms`)
  })
})

describe('given a report that was taken', () => {
  const form = { service_code: 'lamp-out', address_id: 'L3', description: 'out again' }

  test('when it is sent again with its key, then it is the same signal, however much later', async () => {
    await using town = await openTown()
    const first = await post(town, form, 'key-1')
    town.pass(60 * MINUTE_MS)
    assert.equal(await post(town, form, 'key-1'), first)
    assert.equal((await town.case(first)).signals, 1)
    assert.equal(await post(town, form, 'key-2'), first, 'another signal of the same problem')
    assert.equal((await town.case(first)).signals, 2)
  })

  test('when it is sent again without a key, then for ten minutes it is the same signal', async () => {
    await using town = await openTown()
    const first = await post(town, form)
    town.pass(10 * MINUTE_MS - 1)
    assert.equal(await post(town, form), first)
    assert.equal((await town.case(first)).signals, 1)
    town.pass(1)
    assert.equal(await post(town, form), first)
    assert.equal((await town.case(first)).signals, 2)
    assert.equal(await post(town, { ...form, description: 'and it hums' }), first)
    assert.equal((await town.case(first)).signals, 3)
  })

  test('when twenty of the same arrive at once, then one signal comes of them', async () => {
    await using town = await openTown()
    const numbers = await Promise.all(Array.from({ length: 20 }, () => post(town, form)))
    assert.equal(new Set(numbers).size, 1)
    assert.equal((await countsOf(town))?.signals, 1)
  })
})

describe('given a contract that another takes over at midnight of the town', () => {
  for (const [season, last, first, day] of [
    ['summer', '2026-06-30T21:59:59.999Z', '2026-06-30T22:00:00.000Z', '2026-07-01'],
    ['winter', '2026-12-31T22:59:59.999Z', '2026-12-31T23:00:00.000Z', '2027-01-01'],
  ] as const)
    test(`in ${season} time: the last millisecond goes to the old party, the first to the new`, async () => {
      await using town = await openTown({ at: last })
      const draft = { categories: ['bench'], scope: {} }
      await town.enter([
        agreementOf({
          ...draft,
          id: 'old',
          party: 'straatwerk',
          rank: 1,
          validity: { from: '2026-01-01', to: day },
        }),
        agreementOf({ ...draft, id: 'new', party: 'groenwerk', rank: 1, validity: { from: day } }),
      ])
      const place = (lon: number) => ({ lon, lat: 52.01 })
      const old = await town.report({ category: 'bench', place: place(5.011) })
      town.at(first)
      const changed = await town.report({ category: 'bench', place: place(5.02) })
      assert.equal((await town.case(old.number)).assignments[0]?.organisation, 'straatwerk')
      assert.equal((await town.case(changed.number)).assignments[0]?.organisation, 'groenwerk')
    })
})

describe('given what came late', () => {
  test('when a case of last year is entered after those of this year, then no number comes twice', async () => {
    await using town = await openTown({ at: '2027-01-02T10:00:00+01:00' })
    const place = (lon: number) => ({ lon, lat: 52.01 })
    const numbers: string[] = []
    for (const [i, history] of [undefined, '2026-12-30', undefined, '2026-11-01'].entries()) {
      const { number } = await town.report({
        category: 'litter',
        place: place(5.005 + i * 0.001),
        ...(history === undefined ? {} : { history_ms: Date.parse(history) }),
      })
      numbers.push(number)
    }
    assert.deepEqual(numbers, [
      'GM9801-27-000001',
      'GM9801-26-000001',
      'GM9801-27-000002',
      'GM9801-26-000002',
    ])
  })

  test('when the rules change between the deciding and the lock, then it is decided again by the new ones', async () => {
    await using town = await openTown()
    await using other = await town.open()
    const before = (await other.towns.get(NOORDDIJK)).epoch
    await town.enter([
      agreementOf({ id: 'first', party: 'groenwerk', categories: ['litter'], rank: 5 }),
    ])
    assert.equal((await other.towns.get(NOORDDIJK)).epoch, before, 'it does not know it yet')
    const answer = await other.reportSignal(NOORDDIJK, {
      channel: 'rest',
      source: 'public',
      category: 'litter',
      place: { lon: 5.01, lat: 52.01 },
      words: {},
      contact: {},
      clientAddress: '',
    })
    assert(answer.ok)
    assert.equal((await town.case(answer.number)).assignments[0]?.organisation, 'groenwerk')
  })
})
