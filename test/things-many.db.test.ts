import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import sql from 'sql-template-tag'
import { verifyChain } from '#journal'
import { rebuildCases } from '#modules/cases'
import { type ClusterTown, openClusterTown } from './cluster-town.ts'
import { NOORDDIJK } from './town.ts'

const REQUESTS = 3
const IN_REQUEST = 90

/** Lamps that fail and work again, in no order, and the same in each run (Park and Miller). */
function storm() {
  let state = 28
  const draw = (below: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
  return Array.from({ length: REQUESTS * IN_REQUEST }, (_, at) => ({
    specversion: '1.0',
    id: `many-${at}`,
    source: 'urn:nld:oin:00000001234567890000:systeem:velen',
    type: `nl.lantaarn.condition.${draw(3) === 0 ? 'cleared' : 'raised'}.v1`,
    data: { asset: `lamp-${1 + draw(12)}`, category: 'lamp-out', condition: 'lamp-failure' },
  }))
}

async function send({ post }: ClusterTown, events: readonly object[]) {
  const headers = { 'content-type': 'application/cloudevents-batch+json' }
  const told = await post('/events', { as: 'integrator', headers, body: events })
  assert([200, 202].includes(told.status), told.text)
  return told.json.results.map(
    ({ status, outcome }: { status: string; outcome: string }) => `${status} ${outcome}`,
  )
}

/** The problems that are open and who is at work on them. Which of two cases that closed at one moment came back is chance. */
const open = ({ app }: ClusterTown) =>
  app.pool.read({ tenant: NOORDDIJK }, (query) =>
    query(sql`
      select coalesce(cluster_unit, asset_id) as of, segment, cabinet, switching_area,
        cluster->'dark' as dark,
        (select jsonb_agg(jsonb_build_array(organisation, status) order by number)
          from cases.assignments a
          where a.municipality = c.municipality and a.case_id = c.id and ended_at is null) as work
      from cases.cases c
      where municipality = ${NOORDDIJK} and status = 'open' and joined_into is null
      order by 1`),
  )

describe('many events of things in a few requests', () => {
  it('leave what they leave one by one, whatever of them is one commit', async () => {
    await using together = await openClusterTown()
    await using apart = await openClusterTown()
    const events = storm()
    const requests = Array.from({ length: REQUESTS }, (_, at) =>
      events.slice(at * IN_REQUEST, (at + 1) * IN_REQUEST),
    )
    const results: unknown[] = []
    for (const some of requests) results.push(...(await send(together, some)))
    const one: unknown[] = []
    for (const event of events) one.push(...(await send(apart, [event])))
    assert.deepEqual(results, one)
    const left = await open(together)
    assert.deepEqual(left, await open(apart))
    assert(left.length > 1, JSON.stringify(left))
    assert(
      left.some(({ dark }) => dark),
      'one of them is of several',
    )
    assert.deepEqual((await verifyChain(together.app.pool, NOORDDIJK)).faults, [])
    const compared = await together.app.pool.write({ tenant: NOORDDIJK }, (query) =>
      rebuildCases(query, NOORDDIJK),
    )
    for (const { table, isSame } of compared) assert(isSame, `${table} is the same`)
  })
})
