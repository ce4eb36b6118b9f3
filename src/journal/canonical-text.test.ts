import assert from 'node:assert/strict'
import { test } from 'node:test'
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { canonicalText } from './canonical-text.ts'

const outcomeOf = (write: (value: unknown) => string | undefined, value: unknown) => {
  try {
    return { text: write(value) }
  } catch (error) {
    return { threw: (error as Error).message }
  }
}

const anything = fc.anything({
  withDate: true,
  withNullPrototype: true,
  key: fc.string({ unit: 'binary' }),
  values: [
    fc.string({ unit: 'binary' }),
    fc.string(),
    // Halves of pairs too.
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constantFrom(null, undefined, -0, 1e21, 1e-7, Symbol('none')),
  ],
})

test('the text of anything is the one that the reference writes, and so is what it refuses', () => {
  fc.assert(
    fc.property(anything, (value) => {
      assert.deepEqual(outcomeOf(canonicalText, value), outcomeOf(canonicalize, value))
    }),
    { numRuns: 2_000 },
  )
})

test('keys stand in the order of their UTF-16 units, numbers among them', () => {
  const value = { 10: 'a', 9: 'b', b: 1, a: [undefined, { é: '\u2028', e: '"\\\n' }], A: -0 }
  const text = '{"10":"a","9":"b","A":0,"a":[null,{"e":"\\"\\\\\\n","é":"\u2028"}],"b":1}'
  assert.equal(canonicalText(value), text)
  assert.equal(canonicalize(value), text)
})
