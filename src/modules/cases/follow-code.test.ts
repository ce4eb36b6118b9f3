import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { codeOf, readCode } from './follow-code.ts'

const bytes = fc.uint8Array({ minLength: 7, maxLength: 32 })

test('a code is read back however it is typed', () => {
  fc.assert(
    fc.property(bytes, (some) => {
      const code = codeOf(some)
      assert.match(code, /^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
      const spoken = code.replaceAll('0', 'o').replaceAll('1', 'l').replace('-', ' ').toLowerCase()
      for (const typed of [code, code.toLowerCase(), ` ${code.replace('-', '')} `, spoken])
        assert.equal(readCode(typed), code)
    }),
  )
})

test('other bytes give another code, down to the fiftieth bit', () => {
  const base = Uint8Array.of(1, 2, 3, 4, 5, 6, 0)
  for (let bit = 0; bit < 50; bit++) {
    const other = Uint8Array.from(base)
    const at = Math.floor(bit / 8)
    other[at] = (other[at] ?? 0) ^ (128 >> (bit % 8))
    assert.notEqual(codeOf(other), codeOf(base), `bit ${bit}`)
  }
})

test('what is no code is not read', () => {
  for (const typed of [
    '',
    '7KQ2M-04XP',
    '7KQ2M-04XPRS',
    '7KQ2M-04XPU',
    'GM0228-26-1',
    '7KQ2M_04XPR',
  ])
    assert.equal(readCode(typed), undefined, typed)
})
