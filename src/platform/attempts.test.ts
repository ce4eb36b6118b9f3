import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countAttempts } from './attempts.ts'

test('so many attempts may be made under one name, also all at once, and another name is not held up', async () => {
  const attempts = countAttempts({ most: 3, within_s: 60 })
  const waits = await Promise.all(Array.from({ length: 5 }, () => attempts.begin('a')))
  assert.equal(waits.filter((one) => one === undefined).length, 3)
  for (const wait_s of waits) assert(wait_s === undefined || (wait_s > 0 && wait_s <= 60))
  assert.equal(await attempts.begin('b'), undefined)
})

test('what was right does not count', async () => {
  const attempts = countAttempts({ most: 1, within_s: 60 })
  for (let i = 0; i < 5; i++) {
    assert.equal(await attempts.begin('a'), undefined)
    await attempts.forgive('a')
  }
})

test('after its time it is forgotten', async () => {
  const attempts = countAttempts({ most: 1, within_s: 1 })
  assert.equal(await attempts.begin('a'), undefined)
  assert.equal(await attempts.begin('a'), 1)
  await new Promise((resolve) => setTimeout(resolve, 1_100))
  assert.equal(await attempts.begin('a'), undefined)
})
