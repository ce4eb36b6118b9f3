import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import sql from 'sql-template-tag'
import { setEndpoint } from '#modules/directory'
import { NOORDDIJK, openTown, type SmallTown, until } from '../../../test/town.ts'

describe('given sixty parties of which thirty accept and never answer', () => {
  test('when each has twenty messages, then the other thirty have theirs within two seconds', async () => {
    await using town = await openTown({ roles: ['work'], webhookTimeout_s: 10 })
    const { worker, pool, vault } = town.app
    const names = Array.from({ length: 60 }, (_, i) => `party-${String(i).padStart(2, '0')}`)
    await worker.write({}, (query) =>
      query(sql`insert into directory.organisations
        select name, name, 'other' from unnest(${names}::text[]) as name`),
    )
    for (const [i, name] of names.entries()) {
      await setEndpoint(worker, vault, town.receivers.endpointOf(name))
      // Those that hang come first in every order, so that they would take the places if they could.
      if (i < 30) town.receivers.answers(name, () => 'hangs')
    }
    const created = new Date(town.clock()).toISOString()
    await pool.write({ tenant: NOORDDIJK }, (query) =>
      query(sql`
        insert into platform.outbox (tenant, id, destination, ordering_key, sequence, type, body, created_at, due_at)
        select ${NOORDDIJK}, gen_random_uuid(), name, gen_random_uuid() || '/x', 1,
          'nl.lantaarn.assignment.informed.v1', '{"case": {"id": "one"}}', ${created}, ${created}
        from unnest(${names}::text[]) as name, generate_series(1, 20)`),
    )
    const started_ms = performance.now()
    town.app.wake.ring('outbox')
    const well = () => town.receivers.arrivals.filter((one) => one.status === 204)
    await until('600 have arrived', () => well().length === 600)
    const lasted_ms = Math.max(...well().map((one) => one.arrived_ms)) - started_ms
    assert(lasted_ms < 2_000, `the last of the others arrived after ${lasted_ms} ms`)
    assert(town.receivers.hang.size >= 30, 'the others really hang')
    for (const response of town.receivers.hang) response.destroy()
  })
})

async function underWay({ app, clock }: SmallTown): Promise<number> {
  const now = new Date(clock()).toISOString()
  const rows = await app.worker.read({}, (query) =>
    query(sql`
      select 1 from platform.outbox
      where leased_until is not null or (due_at <= ${now} and cancelled_at is null
        and delivered_at is null)`),
  )
  return rows.length
}

describe('given an assignment that changes again and again', () => {
  test('when attempts fail at random, then the sequence never goes back', async () => {
    await using town = await openTown({ roles: ['work'] })
    let dice = 7
    town.receivers.answers('lichtwerk', () => {
      dice = (dice * 1_103_515_245 + 12_345) % 2_147_483_648
      return dice % 3 === 0 ? 503 : 204
    })
    const { number } = await town.report({ category: 'lamp-out', asset: 'L3' })
    const id = (await town.case(number)).assignments[0]?.id
    assert(id)
    for (let i = 0; i < 30; i++) {
      const asset = `L${4 + (i % 3)}`
      const found = (await town.app.towns.get(NOORDDIJK)).assets.byPublicNumber(asset)
      assert(found)
      await town.app.cases(NOORDDIJK, {
        type: 'AnswerAssignment',
        seals: { keys: [], boxes: [] },
        given: {
          assignmentId: id,
          answerId: `00000000-0000-7000-9000-${String(i).padStart(12, '0')}`,
          answer: { answer: 'facts-corrected', asset },
          by: 'lichtwerk',
          expectedRevision: (await town.assignment(id)).revision,
          located: {
            areas: ['centrum'],
            asset: { id: found.id, type: found.type, manager: 'noorddijk' },
          },
        },
      })
      town.pass(40_000)
      if (i % 3 === 0) await until('nothing is under way', async () => (await underWay(town)) === 0)
    }
    const last = (await town.assignment(id)).revision
    const isLastThere = () =>
      town.receivers
        .at('lichtwerk')
        .some((one) => one.status === 204 && Number(one.event.sequence) === last)
    for (let tries = 0; tries < 50 && !isLastThere(); tries++) {
      town.pass(7_200_000)
      await until('nothing is under way', async () => (await underWay(town)) === 0)
    }
    assert(isLastThere(), 'the last state arrives in the end')
    const sequences = town.receivers.at('lichtwerk').map((one) => Number(one.event.sequence))
    assert.deepEqual(
      sequences,
      sequences.toSorted((a, b) => a - b),
    )
    const statuses = new Set(town.receivers.at('lichtwerk').map((one) => one.status))
    assert.deepEqual([...statuses].toSorted(), [204, 503], 'some failed and some did not')
  })
})
