import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aboveAmount } from './above-amount.ts'

test('what one bill may cost is held against the amount of whoever enters it; without an amount nothing is', () => {
  const agreements = [
    { id: 'free' },
    { id: 'just', price: { wrongfulReport: 100 } },
    { id: 'above', price: { wrongfulReport: 101 } },
  ]
  assert.deepEqual(aboveAmount(agreements, 100), [{ agreement: 'above', cents: 101 }])
  assert.deepEqual(aboveAmount(agreements, undefined), [])
})
