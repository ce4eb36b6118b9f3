import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readMqttEvent } from './read-mqtt-event.ts'

const ATTRIBUTES = {
  specversion: '1.0',
  id: '1',
  source: 'urn:nld:oin:1:systeem:lampen',
  type: 'nl.lantaarn.condition.raised.v1',
}
const bytes = (value: unknown) => Buffer.from(JSON.stringify(value))

function eventOf(read: ReturnType<typeof readMqttEvent>) {
  assert.ok(read.kind === 'one' && read.event.result.ok, JSON.stringify(read))
  return read.event.result.event
}

function whyOf(read: ReturnType<typeof readMqttEvent>) {
  return read.kind === 'unreadable' ? read.why : assert.fail(JSON.stringify(read))
}

describe('CloudEvents over MQTT', () => {
  it('3.1.1: the payload is the event in the JSON format', () => {
    const event = eventOf(readMqttEvent({ payload: bytes({ ...ATTRIBUTES, data: { a: 1 } }) }))
    assert.deepEqual([event.id, event.data], ['1', { a: 1 }])
  })

  it('5, structured: the content type says so, also with a character set', () => {
    for (const contentType of [
      'application/cloudevents+json',
      'Application/CloudEvents+JSON; charset=utf-8',
    ])
      eventOf(readMqttEvent({ payload: bytes(ATTRIBUTES), contentType }))
  })

  it('5, binary: user properties are the attributes, by their own names, and the payload is the data', () => {
    const userProperties = { ...ATTRIBUTES, time: '2026-06-09T10:00:00Z' }
    const contentType = 'application/json'
    const event = eventOf(readMqttEvent({ payload: bytes({ a: 1 }), contentType, userProperties }))
    assert.deepEqual(event.data, { a: 1 })
    assert.equal(event.datacontenttype, 'application/json')
    assert.equal(event.time_ms, Date.parse('2026-06-09T10:00:00Z'))
  })

  it('5: properties of a gateway beside a structured event change nothing', () => {
    const userProperties = { gateway: 'g1', id: '2' }
    assert.equal(eventOf(readMqttEvent({ payload: bytes(ATTRIBUTES), userProperties })).id, '1')
  })

  it('5, binary: an attribute that comes twice is no text', () => {
    const userProperties = { ...ATTRIBUTES, id: ['1', '2'] }
    const read = readMqttEvent({
      payload: bytes({}),
      contentType: 'application/json',
      userProperties,
    })
    assert.ok(read.kind === 'one' && !read.event.result.ok)
    assert.equal(read.event.result.problems[0]?.attribute, 'id')
  })

  it('says what cannot be read', () => {
    assert.match(whyOf(readMqttEvent({ payload: Buffer.from('lamp 3 is out') })), /not JSON/)
    assert.match(whyOf(readMqttEvent({ payload: Buffer.from([0x7b, 0xff]) })), /not UTF-8/)
    const batch = {
      payload: bytes([ATTRIBUTES]),
      contentType: 'application/cloudevents-batch+json',
    }
    assert.match(whyOf(readMqttEvent(batch)), /one event/)
    const avro = { payload: bytes(ATTRIBUTES), contentType: 'application/cloudevents+avro' }
    assert.match(whyOf(readMqttEvent(avro)), /JSON format/)
    const data = {
      payload: Buffer.from('{'),
      contentType: 'application/json',
      userProperties: ATTRIBUTES,
    }
    assert.match(whyOf(readMqttEvent(data)), /data is not JSON/)
  })
})
