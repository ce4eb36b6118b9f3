import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import sql from 'sql-template-tag'
import { attemptRow, openAttemptLog, scrubbed } from '#modules/delivery'
import type { Attempt } from '#platform/outbox'
import { NOORDDIJK, openTown, type SmallTown } from './town.ts'

const ASSIGNMENT = '0190a000-0000-7000-8000-000000000001'
const OFFERED = 'nl.lantaarn.assignment.offered.v1'

function attempt(type: string, ordering_key: string, answer = 'ok'): Attempt {
  const message = {
    tenant: NOORDDIJK,
    id: randomUUID(),
    destination: 'lichtwerk',
    ordering_key,
    sequence: 1,
    type,
    body: {},
    created_at: 0,
    due_at: 0,
    attempts: 1,
  }
  const sent = {
    isDelivered: true,
    told: { kind: 'webhook', status: 200, answer: scrubbed(answer) },
  } as const
  return { message, sent, at_ms: 0, took_ms: 1 }
}

const kept = ({ app }: SmallTown) =>
  app.worker.read({}, (query) =>
    query<{ type: string; assignment: string | null }>(sql`
      select type, assignment from delivery.attempts order by type`),
  )

describe('the log of deliveries', () => {
  it('holds what a party is told of its bill, by the assignment that it is about', async () => {
    await using town = await openTown()
    const type = 'nl.lantaarn.wrongful-report.disputed.v1'
    {
      const { worker } = town.app
      await using log = openAttemptLog({ worker, newId: randomUUID, onError: assert.ifError })
      log.note(attemptRow(attempt(type, `wrongful/${ASSIGNMENT}`)))
    }
    assert.deepEqual(await kept(town), [{ type, assignment: ASSIGNMENT }])
  })

  it('loses none for one that the database cannot hold', async () => {
    await using town = await openTown()
    const errors: Error[] = []
    {
      const onError = (error: Error) => void errors.push(error)
      await using log = openAttemptLog({ worker: town.app.worker, newId: randomUUID, onError })
      log.note(attemptRow(attempt(OFFERED, 'no id at all')))
      log.note(attemptRow(attempt(OFFERED, ASSIGNMENT)))
      log.note(attemptRow(attempt(OFFERED, ASSIGNMENT, 'a\0b')))
    }
    assert.equal((await kept(town)).length, 2)
    assert(
      errors.every(({ message }) => message.includes('no id at all')),
      String(errors),
    )
  })
})
