import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { facts, moment, town, townAndFacts } from './arbitrary-town.ts'
import { compileAgreements } from './compile-agreements.ts'
import { decide, route } from './routing.ts'
import { routeByBruteForce } from './routing-by-brute-force.ts'
import type { SignalFacts } from './routing-decision.ts'

const RUNS = { numRuns: 1500 }

test('the index answers as brute force does, to the last alternative', () => {
  fc.assert(
    fc.property(townAndFacts, ([inForce, signal]) => {
      const decision = route(compileAgreements(inForce), signal, 1)
      assert.deepEqual(decision, routeByBruteForce(inForce, signal, 1))
    }),
    RUNS,
  )
})

test('what was known at a moment is compiled as if nothing had been entered later', () => {
  fc.assert(
    fc.property(town, facts, moment, (inForce, signal, knownAt_ms) => {
      const asKnown = { ...inForce, knownAt_ms }
      const agreements = inForce.agreements.filter((each) => each.entered_ms <= knownAt_ms)
      const decision = route(compileAgreements(asKnown), signal, 1)
      assert.deepEqual(decision, route(compileAgreements({ ...inForce, agreements }), signal, 1))
      assert.deepEqual(decision, routeByBruteForce(asKnown, signal, 1))
    }),
  )
})

test('the decision without explanation is the decision with it', () => {
  fc.assert(
    fc.property(townAndFacts, ([inForce, signal]) => {
      const compiled = compileAgreements(inForce)
      assert.deepEqual(decide(compiled, signal), route(compiled, signal, 1).outcome)
    }),
    RUNS,
  )
})

test('the order of agreements, areas and versions plays no part; replay is exact', () => {
  const shuffled = town.chain((inForce) =>
    fc.tuple(
      fc.constant(inForce),
      fc.shuffledSubarray([...inForce.agreements], { minLength: inForce.agreements.length }),
    ),
  )
  fc.assert(
    fc.property(shuffled, facts, ([inForce, agreements], signal) => {
      const once = JSON.stringify(route(compileAgreements(inForce), signal, 1))
      const again = JSON.stringify(route(compileAgreements({ ...inForce, agreements }), signal, 1))
      assert.equal(again, once)
      const elsewhere = { ...signal, areas: signal.areas.toReversed() }
      const { facts: _, ...answer } = route(compileAgreements(inForce), elsewhere, 1)
      const { facts: __, ...expected } = JSON.parse(once)
      assert.deepEqual(JSON.parse(JSON.stringify(answer)), expected)
    }),
  )
})

/** Those of the category, and whoever repaired it before wherever that agreement lies. */
function candidatesOf(compiled: ReturnType<typeof compileAgreements>, signal: SignalFacts) {
  const index = compiled.indexOf(signal.category, signal.at_ms)
  const { warranty, at_ms } = signal
  const isHeld = index && warranty && at_ms < warranty.until_ms
  const warrantor = isHeld ? compiled.versionOf(warranty.agreement, warranty.version) : undefined
  const all = index?.all.map(({ candidate }) => candidate) ?? []
  return new Set(warrantor ? [...all, warrantor] : all)
}

test('every candidate is accounted for exactly once', () => {
  fc.assert(
    fc.property(townAndFacts, ([inForce, signal]) => {
      const compiled = compileAgreements(inForce)
      const decision = route(compiled, signal, 1)
      const { outcome, shadow, conflict = [], alternatives, notListed } = decision
      const named = [
        ...('agreement' in outcome ? [outcome] : []),
        ...(shadow ? [shadow] : []),
        ...conflict,
        ...alternatives,
      ].map(({ agreement, version }) => `${agreement}/${version}`)
      assert.equal(new Set(named).size, named.length)
      const counted = Object.values(notListed).reduce((sum, n) => sum + n, 0)
      assert.equal(named.length + counted, candidatesOf(compiled, signal).size)
      assert.ok(Object.values(notListed).every((n) => n > 0))
      assert.ok(alternatives.length <= 20 && conflict.length <= 20)
      if (counted > 0) assert.equal(alternatives.length, 20)
    }),
  )
})
