import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createCarriedFacts } from './carried-facts.ts'

const SETS = createCarriedFacts<string, Set<string>>(
  () => new Set(),
  (set, item) => set.add(item),
)

test('a list that has one more has the facts of one more, and the list before keeps its own', () => {
  const one = SETS.add([], 'a')
  assert.deepEqual([...SETS.of(one)], ['a'])
  const two = SETS.add(one, 'b')
  const other = SETS.add(one, 'c')
  assert.deepEqual([...SETS.of(two)], ['a', 'b'])
  assert.deepEqual([...SETS.of(one)], ['a'])
  assert.deepEqual([...SETS.of(other)], ['a', 'c'])
  assert.deepEqual([one, two, other], [['a'], ['a', 'b'], ['a', 'c']])
})

test('facts are found once, and carried', () => {
  let taken = 0
  const counted = createCarriedFacts<number, { sum: number }>(
    () => ({ sum: 0 }),
    (facts, item) => {
      facts.sum += item
      taken += 1
    },
  )
  let list: readonly number[] = [1, 2, 3]
  for (let item = 4; item <= 10; item++) {
    assert.equal(counted.of(list).sum, (item * (item - 1)) / 2)
    list = counted.add(list, item)
  }
  assert.equal(counted.of(list).sum, 55)
  assert.equal(taken, 10)
})
