import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { cloudEvent, readHttpEvents } from './index.ts'

// https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md

const EVENT = cloudEvent({
  id: '1',
  source: 'urn:nld:oin:1:systeem:lampen',
  type: 'nl.lantaarn.condition.raised.v1',
  subject: 'lamp-3',
  time_ms: Date.UTC(2026, 4, 20, 12),
  data: { asset: 'café' },
})

const read = (contentType: string, body: string | Uint8Array, headers = {}) =>
  readHttpEvents(
    { 'content-type': contentType, ...headers },
    typeof body === 'string' ? new TextEncoder().encode(body) : body,
  )

function binary(headers: Record<string, string>, body = '{"asset":"café"}') {
  const said = read('application/json', body, headers)
  return said.kind === 'one' && said.event.result.ok ? said.event.result.event : undefined
}

const HEADERS = {
  'ce-specversion': '1.0',
  'ce-id': '1',
  'ce-source': 'urn:nld:oin:1:systeem:lampen',
  'ce-type': 'nl.lantaarn.condition.raised.v1',
}

describe('structured and batched content mode (3.2, 3.3)', () => {
  test('one event, whatever parameters the content-type has', () => {
    for (const tail of ['', '; charset=utf-8', ' ;charset=UTF-8']) {
      const said = read(`application/cloudevents+json${tail}`, JSON.stringify(EVENT))
      assert(said.kind === 'one' && said.event.result.ok)
      assert.deepEqual(said.event.result.event.data, { asset: 'café' })
    }
  })

  test('a batch, which may be empty, with each event by itself', () => {
    const said = read('application/cloudevents-batch+json', JSON.stringify([EVENT, 1, null]))
    assert(said.kind === 'batch')
    assert.deepEqual(
      said.events.map(({ result }) => result.ok),
      [true, false, false],
    )
    assert.deepEqual(read('application/cloudevents-batch+json', '[]'), {
      kind: 'batch',
      events: [],
    })
  })

  test('what cannot be read says why', () => {
    const why = (contentType: string, body: string | Uint8Array) => {
      const said = read(contentType, body)
      return said.kind === 'unreadable' ? said.why : said.kind
    }
    assert.match(why('application/cloudevents+json', '{'), /not JSON/)
    assert.match(why('application/cloudevents+json', ''), /not JSON/)
    assert.match(why('application/cloudevents+json', Buffer.from([0xe9])), /UTF-8/)
    assert.match(why('application/cloudevents-batch+json', '{}'), /array/)
    assert.match(why('application/cloudevents+xml', '<e/>'), /JSON format only/)
    assert.match(why('application/json', '{}'), /ce-specversion/)
  })
})

describe('binary content mode (3.1)', () => {
  test('attributes come in ce- headers, the data in the body', () => {
    const event = binary({ ...HEADERS, 'ce-time': '2026-05-20T12:00:00Z', 'ce-sequence': '7' })
    assert.equal(event?.time_ms, Date.UTC(2026, 4, 20, 12))
    assert.deepEqual(event?.data, { asset: 'café' })
    assert.deepEqual(event?.extensions, { sequence: '7' })
    assert.equal(event?.datacontenttype, 'application/json')
  })

  test('"string values MUST be percent-encoded" (3.1.3.2), and what is not comes as it is', () => {
    assert.equal(binary({ ...HEADERS, 'ce-subject': 'Euro%20%E2%82%AC' })?.subject, 'Euro €')
    assert.equal(binary({ ...HEADERS, 'ce-subject': '100%' })?.subject, '100%')
  })

  test('an attribute that is missing or wrong is told as in JSON', () => {
    const { 'ce-id': _, ...others } = HEADERS
    assert.equal(binary(others), undefined)
    assert.equal(binary({ ...HEADERS, 'ce-not_a_name': 'x' }), undefined)
    assert.equal(binary(HEADERS, '{'), undefined)
  })
})
