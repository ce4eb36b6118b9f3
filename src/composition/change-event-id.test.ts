import assert from 'node:assert/strict'
import { it } from 'node:test'
import { openVault } from '#platform/vault'
import { cloudEvent } from '#standards/cloudevents'
import { changeEventId } from './change-event-id.ts'

const POSITIONS = 2_000
const SUBSCRIPTION = '01a20342-5f60-747e-bfd6-b8b35eb29235'

it('the id of every change may stand in an event, is its own, and is the same each time', () => {
  const vault = openVault('a secret of this test, long enough to be one')
  const idAt = (position: number) =>
    changeEventId(vault, { tenant: 'GM9801', subscription: SUBSCRIPTION, position })
  const ids = Array.from({ length: POSITIONS }, (_, position) => idAt(position))
  for (const id of ids)
    cloudEvent({
      id,
      source: 'urn:nld:gemeente:GM9801:systeem:lantaarn',
      type: 'nl.lantaarn.case-opened.v1',
      subject: 'GM9801-26-000001',
      time_ms: 0,
      data: {},
    })
  assert.equal(new Set(ids).size, POSITIONS)
  assert.deepEqual([0, 1, 2].map(idAt), ids.slice(0, 3))
})
