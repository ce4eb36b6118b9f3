import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVault } from './vault.ts'

const vault = openVault('a secret of the tests, long enough to be one')

test('a secret that was cut short, changed or meant for something else cannot be unwrapped', () => {
  const wrapped = vault.wrapSecret('endpoint/x', 'whsec')
  assert.equal(vault.unwrapSecret('endpoint/x', wrapped), 'whsec')
  const changed = Buffer.from(wrapped)
  changed[14] = (changed[14] ?? 0) ^ 1
  assert.throws(() => vault.unwrapSecret('endpoint/x', changed))
  assert.throws(() => vault.unwrapSecret('endpoint/y', wrapped))
  for (let length = 0; length < wrapped.length; length += 1)
    assert.throws(() => vault.unwrapSecret('endpoint/x', wrapped.subarray(0, length)))
})
