import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { canonicalOf } from './canonical.ts'

describe('the canonical JSON of events', () => {
  it('is what RFC 8785 says, as another implementation writes it', () => {
    const wellFormed = fc.string({ unit: 'binary' })
    const plain = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        wellFormed,
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.constant(undefined),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(fc.oneof(wellFormed, fc.nat().map(String)), tie('value'), { maxKeys: 6 }),
      ),
    })).value
    fc.assert(
      fc.property(fc.dictionary(wellFormed, plain), (value) => {
        assert.equal(canonicalOf(value), canonicalize(value))
      }),
      { numRuns: 500 },
    )
  })

  it('orders members by their code units, also those that look like numbers', () => {
    assert.equal(canonicalOf({ 9: 1, 10: 2, b: 3, a: 4, B: 5 }), '{"10":2,"9":1,"B":5,"a":4,"b":3}')
  })

  it('throws for what has no JSON', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, '\ud800', { '\udc00': 1 }, 1n])
      assert.throws(() => canonicalOf({ value }))
    const circle: Record<string, unknown> = {}
    circle.of = circle
    assert.throws(() => canonicalOf(circle), RangeError)
  })

  it('asks an object that says itself how it is written', () => {
    assert.equal(canonicalOf({ at: new Date(0) }), '{"at":"1970-01-01T00:00:00.000Z"}')
    assert.equal(canonicalOf({ toJSON: 'a name as any other' }), '{"toJSON":"a name as any other"}')
  })
})
