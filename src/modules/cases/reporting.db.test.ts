import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTown } from '../../../test/town.ts'

test('smoke', async () => {
  await using town = await openTown({ roles: ['work'] })
  const t0 = performance.now()
  const { number } = await town.report({ category: 'lamp-out', asset: 'L3' })
  const row = await town.case(number)
  console.log(performance.now() - t0, row)
  assert.equal(row.assignments[0]?.organisation, 'lichtwerk')
})
