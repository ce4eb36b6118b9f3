import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { openClusterTown } from './cluster-town.ts'

describe('three lamps of one cabinet', () => {
  it('are one case of the grid operator, whoever tells of them', async () => {
    await using town = await openClusterTown()
    const first = await town.report(1)
    const second = await town.raise(2)
    assert.deepEqual(await town.problems(), [
      'lamp-1: lichtwerk offered',
      'lamp-2: lichtwerk offered',
    ])
    const third = await town.report(3)
    assert.deepEqual(await town.problems(), ['K1: stroomnet offered'])

    const cluster = await town.life(third)
    assert.equal(cluster.cluster?.level, 'cabinet')
    assert.equal(cluster.signals.length, 3)
    assert.equal(cluster.asset?.id, 'K1')
    for (const number of [first, second.case.number]) {
      const state = await town.life(number)
      assert.deepEqual(
        [state.status, state.closedAs, state.joinedInto],
        ['closed', 'swallowed', cluster.id],
      )
      assert.deepEqual(
        state.assignments.map(({ status }) => status),
        ['withdrawn'],
      )
    }
    // A person and a thing at two more lamps come to the same case.
    assert.equal(await town.report(4), third)
    assert.equal((await town.raise(5)).case.number, third)
    assert.equal((await town.raise(1)).case.number, third)
  })
})
