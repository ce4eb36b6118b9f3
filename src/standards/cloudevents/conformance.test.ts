import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type CloudEventInput, cloudEvent, parseCloudEvent } from './index.ts'

// Titles in quotes are sentences of CloudEvents 1.0 (https://github.com/cloudevents/spec) and of
// https://github.com/Logius-standaarden/NL-GOV-profile-for-CloudEvents, Context Attributes.

const INPUT: CloudEventInput<{ status: string }> = {
  id: '0197a6a2-7c1e-7000-8000-000000000001',
  source: 'urn:nld:gemeente:GM0228:systeem:lantaarn',
  type: 'nl.lantaarn.assignment.offered.v1',
  subject: 'GM0228-26-004711',
  time_ms: Date.UTC(2026, 4, 20, 12, 0, 0, 789),
  data: { status: 'offered' },
}

const parsed = (changes: Record<string, unknown>) =>
  parseCloudEvent(JSON.stringify({ ...cloudEvent(INPUT), ...changes }))

const problemsOf = (changes: Record<string, unknown>) => {
  const result = parsed(changes)
  return result.ok ? [] : result.problems.map(({ attribute }) => attribute)
}

describe('JSON event format', () => {
  test('an event of ours in structured mode', () => {
    const event = cloudEvent({
      ...INPUT,
      sequence: 12,
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b9c7c989f97918e1-01',
      dataschema: 'https://lantaarn.example/schemas/assignment/v1',
    })
    assert.deepEqual(JSON.parse(JSON.stringify(event)), {
      specversion: '1.0',
      id: '0197a6a2-7c1e-7000-8000-000000000001',
      source: 'urn:nld:gemeente:GM0228:systeem:lantaarn',
      type: 'nl.lantaarn.assignment.offered.v1',
      subject: 'GM0228-26-004711',
      time: '2026-05-20T12:00:00.789Z',
      datacontenttype: 'application/json',
      dataschema: 'https://lantaarn.example/schemas/assignment/v1',
      sequence: '0000000000000000012',
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b9c7c989f97918e1-01',
      data: { status: 'offered' },
    })
  })

  test('what we make we can read', () => {
    const result = parseCloudEvent(JSON.stringify(cloudEvent({ ...INPUT, sequence: 3n })))
    assert.ok(result.ok)
    const { time_ms, data, ...rest } = INPUT
    assert.deepEqual(result.event, {
      ...rest,
      time_ms,
      data,
      datacontenttype: 'application/json',
      extensions: { sequence: '0000000000000000003' },
    })
  })

  test('data_base64 is bytes, and stands alone', () => {
    const result = parsed({ data: undefined, data_base64: 'AQI=' })
    assert.ok(result.ok)
    assert.deepEqual(result.event.data, Buffer.from([1, 2]))
    assert.deepEqual(problemsOf({ data_base64: 'AQI=' }), ['data_base64'])
    assert.deepEqual(problemsOf({ data: undefined, data_base64: 'AQ' }), ['data_base64'])
  })

  test('what is no JSON object is refused', () => {
    for (const text of ['', '[]', 'null', '"x"', '{']) assert.equal(parseCloudEvent(text).ok, false)
  })
})

describe('REQUIRED attributes', () => {
  test('id, source, specversion and type "are REQUIRED to be present"; all that is wrong is told', () => {
    const result = parseCloudEvent('{"time":"yesterday"}')
    assert.ok(!result.ok)
    assert.deepEqual(
      result.problems.map(({ attribute }) => attribute),
      ['specversion', 'id', 'source', 'type', 'time'],
    )
    assert.deepEqual(problemsOf({ id: '' }), ['id'])
    assert.deepEqual(problemsOf({ id: 7 }), ['id'])
    assert.deepEqual(problemsOf({ specversion: '0.3' }), ['specversion'])
  })

  test('source "MUST be a non-empty URI-reference"', () => {
    for (const source of [
      '/sensors/tn-1234567/alerts',
      'https://github.com/cloudevents',
      'urn:nld:gemeente-Bergen%20%28L%29.burgerzakensysteem',
    ]) {
      assert.deepEqual(problemsOf({ source }), [], source)
    }
    assert.deepEqual(problemsOf({ source: 'gemeente Bergen' }), ['source'])
  })

  test('type "MUST be Reverse domain name notation", with "a single version number, prefixed by the letter v"', () => {
    for (const type of ['com.github.pull_request.opened', 'nl.brp.persoon-verhuisd', 'nl.a.b.v2']) {
      assert.deepEqual(problemsOf({ type }), [], type)
    }
    for (const type of ['opened', 'nl..offered', 'nl.lantaarn.v1.offered.v2', 'nl.lantaarn.a b']) {
      assert.deepEqual(problemsOf({ type }), ['type'], type)
    }
  })
})

describe('Attribute naming and type system', () => {
  test('names "MUST consist of lower-case letters (a to z) or digits (0 to 9)"', () => {
    assert.deepEqual(problemsOf({ traceId: 'x' }), ['traceId'])
    assert.deepEqual(problemsOf({ trace_id: 'x' }), ['trace_id'])
  })

  test('extensions are strings, booleans and 32-bit integers; null is "the equivalent of unset"', () => {
    const result = parsed({ geheim: null, lampcount: 5, isdark: true, row: 'A' })
    assert.ok(result.ok)
    assert.deepEqual(result.event.extensions, { lampcount: 5, isdark: true, row: 'A' })
    for (const extension of [2 ** 31, 1.5, {}, [], 'a\nb', '\ud800']) {
      assert.deepEqual(problemsOf({ extension }), ['extension'])
    }
  })
})

describe('OPTIONAL attributes and extensions', () => {
  test('time "MUST adhere to the format specified in RFC 3339"', () => {
    const result = parsed({ time: '2018-04-05T17:31:00+02:00' })
    assert.ok(result.ok && result.event.time_ms === Date.UTC(2018, 3, 5, 15, 31))
    for (const time of ['2018-04-05', '2018-04-05T17:31:00', '2018-02-30T17:31:00Z', '']) {
      assert.deepEqual(problemsOf({ time }), ['time'], time)
    }
  })

  test('dataschema "MUST be a non-empty URI", traceparent that of W3C Trace Context', () => {
    assert.deepEqual(problemsOf({ dataschema: '/relative' }), ['dataschema'])
    const zero = '00-00000000000000000000000000000000-b9c7c989f97918e1-01'
    assert.deepEqual(problemsOf({ traceparent: zero }), ['traceparent'])
  })

  test('sequence "MUST be a non-empty lexicographically-orderable string"', () => {
    const natural = fc.bigInt({ min: 0n, max: 2n ** 63n - 1n })
    const textOf = (sequence: bigint) => cloudEvent({ ...INPUT, sequence }).sequence ?? ''
    fc.assert(fc.property(natural, natural, (a, b) => assert.equal(textOf(a) < textOf(b), a < b)))
    for (const sequence of [-1, 1.5, Number.NaN, 2 ** 60]) {
      assert.throws(() => cloudEvent({ ...INPUT, sequence }), /sequence/)
    }
  })
})

describe('NL GOV profile, what we ask of ourselves', () => {
  const refused = (changes: Partial<typeof INPUT>, name: RegExp) =>
    assert.throws(() => cloudEvent({ ...INPUT, ...changes }), name)

  test('source "SHOULD be a URN notation with nld as namespace identifier" naming organization and system', () => {
    cloudEvent({ ...INPUT, source: 'urn:nld:oin:00000001823288444000:systeem:BRP-component' })
    refused({ source: 'https://lantaarn.example/GM0228' }, /source/)
    refused({ source: 'urn:nld:gemeente:GM0228' }, /source/)
  })

  test('"Names of organizations SHOULD NOT be used" in type', () => {
    refused({ type: 'nl.gemeente-ede.assignment.offered' }, /type/)
    refused({ type: 'nl.lantaarn.gm0228.offered' }, /type/)
    refused({ type: 'nl.Lantaarn.assignment.offered' }, /type/)
    refused({ type: 'nl.lantaarn.v1.offered.v2' }, /type/)
  })

  test('"Sensitive information SHOULD NOT be carried or represented in context attributes"', () => {
    for (const subject of ['jan@ede.example', 'Jan Jansen', '999990342', '111222333', '']) {
      refused({ subject }, /subject/)
    }
    refused({ id: 'jan@ede.example' }, /id/)
  })
})
