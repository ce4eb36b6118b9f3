import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  beginTrace,
  currentTrace,
  formatTraceparent,
  parseTraceparent,
  withinTrace,
} from './trace.ts'

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736'
const SPAN = '00f067aa0ba902b7'

/** Examples of https://www.w3.org/TR/trace-context-1/ (3.2.4) and of its test suite. */
const VALID: readonly [header: string, isSampled: boolean][] = [
  [`00-${TRACE}-${SPAN}-01`, true],
  [`00-${TRACE}-${SPAN}-00`, false],
  ['00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', true],
  [`00-${TRACE}-${SPAN}-ff`, true],
  [`00-${TRACE}-${SPAN}-02`, false],
  [`cc-${TRACE}-${SPAN}-01`, true],
  [`cc-${TRACE}-${SPAN}-01-what-the-future-will-be-like`, true],
  [`cc-${TRACE}-${SPAN}-01-`, true],
]
const INVALID: readonly string[] = [
  '',
  `ff-${TRACE}-${SPAN}-01`,
  `00-${TRACE}-${SPAN}-01-what-the-future-will-be-like`,
  `00-${TRACE}-${SPAN}-01-`,
  `cc-${TRACE}-${SPAN}-01.what-the-future-will-not-be-like`,
  `00-${'0'.repeat(32)}-${SPAN}-01`,
  `00-${TRACE}-${'0'.repeat(16)}-01`,
  `00-${TRACE.toUpperCase()}-${SPAN}-01`,
  `00-.${TRACE.slice(1)}-${SPAN}-01`,
  `00-${TRACE.slice(1)}-${SPAN}-01`,
  `00-${TRACE}-${SPAN}0-01`,
  `00-${TRACE}-${SPAN}-1`,
  `00-${TRACE}-${SPAN}-.0`,
  `00-${TRACE}-${SPAN}-001`,
  `0-${TRACE}-${SPAN}-01`,
  `.0-${TRACE}-${SPAN}-01`,
  `00-${TRACE}-${SPAN}-01 `,
  `00-${TRACE}-${SPAN}-01,00-${TRACE}-${SPAN}-01`,
]

describe('traceparent', () => {
  for (const [header, isSampled] of VALID)
    it(`reads ${header}`, () => {
      const trace = parseTraceparent(header)
      assert.equal(trace?.isSampled, isSampled)
      assert.match(header, new RegExp(`^..-${trace?.traceId}-${trace?.spanId}-`))
    })

  for (const header of INVALID)
    it(`refuses "${header}"`, () => assert.equal(parseTraceparent(header), undefined))

  it('is written as version 00', () => {
    const trace = { traceId: TRACE, spanId: SPAN, isSampled: true }
    assert.equal(formatTraceparent(trace), `00-${TRACE}-${SPAN}-01`)
    assert.equal(formatTraceparent({ ...trace, isSampled: false }), `00-${TRACE}-${SPAN}-00`)
  })
})

describe('a step', () => {
  it('goes on in the caller’s trace under an id of its own', () => {
    const trace = beginTrace(`00-${TRACE}-${SPAN}-00`, 'congo=t61rcWkgMzE')
    assert.equal(trace.traceId, TRACE)
    assert.notEqual(trace.spanId, SPAN)
    assert.equal(trace.isSampled, false)
    assert.equal(trace.state, 'congo=t61rcWkgMzE')
    assert.deepEqual(parseTraceparent(formatTraceparent(trace))?.spanId, trace.spanId)
  })

  it('begins a trace where there is no valid caller, and drops the state that came with it', () => {
    for (const header of [undefined, 'nonsense']) {
      const trace = beginTrace(header, 'congo=t61rcWkgMzE')
      assert.match(trace.traceId, /^[0-9a-f]{32}$/)
      assert.match(trace.spanId, /^[0-9a-f]{16}$/)
      assert.equal(trace.state, undefined)
    }
  })

  it('drops a state that is longer than anybody has to keep', () => {
    assert.equal(beginTrace(`00-${TRACE}-${SPAN}-01`, 'a='.padEnd(513, 'x')).state, undefined)
  })

  it('is known to all that happens within it, and to nothing beside it', async () => {
    const [one, two] = [beginTrace(), beginTrace()]
    const later = async () => {
      await new Promise(setImmediate)
      return currentTrace()
    }
    const seen = await Promise.all([withinTrace(one, later), withinTrace(two, later), later()])
    assert.deepEqual(seen, [one, two, undefined])
  })
})
