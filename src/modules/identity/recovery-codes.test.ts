import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { makeRecoveryCodes } from './recovery-codes.ts'

describe('recovery codes', () => {
  it('are ten, each another, of letters that nobody takes for one another', () => {
    const codes = Array.from({ length: 50 }, makeRecoveryCodes)
    for (const ten of codes) assert.equal(ten.length, 10)
    const all = codes.flat()
    assert.equal(new Set(all).size, all.length)
    for (const code of all) assert.match(code, /^[a-hjkmnp-z2-9]{5}-[a-hjkmnp-z2-9]{5}$/)
  })
})
