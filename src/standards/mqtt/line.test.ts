import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { createLine, createTurns } from './line.ts'

describe('what comes over one connection', () => {
  it('is begun some at once, and settled in its order', async () => {
    const line = createLine(3)
    const settled: number[] = []
    let [now, most] = [0, 0]
    const works = [30, 1, 10, 1, 5, 1].map((ms, i) =>
      line(async () => {
        most = Math.max(most, ++now)
        await delay(ms)
        now -= 1
        return i
      }).then((at) => settled.push(at)),
    )
    await Promise.all(works)
    assert.deepEqual([settled, most], [[0, 1, 2, 3, 4, 5], 3])
  })

  it('ends at a fault: what follows it is not acknowledged, and what waited does not begin', async () => {
    const line = createLine(2)
    const begun: number[] = []
    const results = await Promise.allSettled(
      [0, 1, 2, 3].map((i) =>
        line(async () => {
          begun.push(i)
          await delay(i === 1 ? 1 : 5)
          if (i === 1) throw new Error('away')
        }),
      ),
    )
    assert.deepEqual(
      results.map(({ status }) => status),
      ['fulfilled', 'rejected', 'rejected', 'rejected'],
    )
    assert.deepEqual(begun, [0, 1])
  })
})

describe('turns', () => {
  it('go in order, and are given back by who fails', async () => {
    const turn = createTurns(1)
    const order: number[] = []
    await Promise.allSettled(
      [0, 1, 2].map((i) =>
        turn(async () => {
          order.push(i)
          if (i === 0) throw new Error('no')
        }),
      ),
    )
    assert.deepEqual(order, [0, 1, 2])
  })
})
