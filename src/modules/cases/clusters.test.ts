import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { gatheredSince, membersSince, type Seen, type Terms } from './clusters.ts'

const MINUTE_MS = 60_000
const terms = (own: Partial<Terms> = {}): Terms => ({ from: 3, within_ms: 60 * MINUTE_MS, ...own })
const at = (asset: string, minute: number): Seen => ({ asset, at_ms: minute * MINUTE_MS })
/** Lamps a, b, c … in a street, each beside the one before. */
const inStreet = (asset: string) =>
  [-1, 1].map((by) => String.fromCharCode(asset.charCodeAt(0) + by))

describe('several that are one problem', () => {
  it('are so from the agreed number of different objects, within the agreed time', () => {
    assert.equal(gatheredSince([at('a', 0), at('b', 30)], terms()), undefined)
    assert.equal(gatheredSince([at('a', 0), at('a', 10), at('b', 30)], terms()), undefined)
    assert.equal(gatheredSince([at('a', 0), at('b', 30), at('c', 60)], terms()), 0)
    assert.equal(gatheredSince([at('a', 0), at('b', 30), at('c', 61)], terms()), undefined)
  })

  it('leave out what was reported before, unless it is reported again', () => {
    const seen = [at('old', -600), at('a', 0), at('b', 30), at('c', 60), at('late', 500)]
    const since = gatheredSince(seen, terms())
    assert.equal(since, 0)
    assert.deepEqual([...membersSince(seen, 0, terms())].sort(), ['a', 'b', 'c', 'late'])
    const again = membersSince([...seen, at('old', 70)], 0, terms())
    assert(again.has('old'))
  })

  it('stand next to each other where nobody knows the cables', () => {
    const row = terms({ nextTo: inStreet })
    assert.equal(gatheredSince([at('a', 0), at('b', 1), at('d', 2)], row), undefined)
    const seen = [at('a', 0), at('b', 1), at('d', 2), at('c', 3), at('h', 4)]
    assert.equal(gatheredSince(seen, row), 0)
    assert.equal(gatheredSince([at('h', -30), ...seen], row), 0)
    assert.deepEqual([...membersSince(seen, 0, row)].sort(), ['a', 'b', 'c', 'd'])
  })
})

const seen = fc.array(
  fc.record({
    asset: fc.constantFrom(...'abcdefgh'),
    at_ms: fc.integer({ min: 0, max: 300 }).map((minute) => minute * MINUTE_MS),
  }),
  { maxLength: 25 },
)

describe('whatever is reported', () => {
  it('the order decides nothing, and one more report never makes it later', () => {
    fc.assert(
      fc.property(
        fc.tuple(seen, fc.boolean(), fc.integer({ min: 2, max: 5 })).chain(([all, isRow, from]) =>
          fc.record({
            all: fc.constant(all),
            shuffled: fc.shuffledSubarray(all, { minLength: all.length }),
            terms: fc.constant(terms({ from, ...(isRow ? { nextTo: inStreet } : {}) })),
          }),
        ),
        ({ all, shuffled, terms }) => {
          const since = gatheredSince(all, terms)
          assert.equal(gatheredSince(shuffled, terms), since)
          const fewer = gatheredSince(all.slice(1), terms) ?? Number.POSITIVE_INFINITY
          assert((since ?? Number.POSITIVE_INFINITY) <= fewer)
          if (since === undefined) return
          const members = membersSince(all, since, terms)
          assert(members.size >= terms.from)
          for (const one of membersSince(all.slice(1), fewer, terms)) assert(members.has(one))
          assert.deepEqual(membersSince(shuffled, since, terms).size, members.size)
        },
      ),
      { numRuns: 1_000, seed: 28 },
    )
  })

  it('it is as counting every stretch of time by hand says', () => {
    fc.assert(
      fc.property(seen, (all) => {
        const enough = all.filter(({ at_ms }) => {
          const within = all.filter(
            (one) => one.at_ms >= at_ms && one.at_ms <= at_ms + terms().within_ms,
          )
          return new Set(within.map(({ asset }) => asset)).size >= 3
        })
        const first = enough.map(({ at_ms }) => at_ms).sort((a, b) => a - b)[0]
        assert.equal(gatheredSince(all, terms()), first)
      }),
      { numRuns: 500, seed: 28 },
    )
  })
})
