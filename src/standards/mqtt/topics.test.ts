import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { eventTopicOf, isOwnTopic, readEventTopic } from './topics.ts'

const KEY = '3f1c0d5e-8a52-4b1f-9b8e-0c5f8f6e2a10'
const OWN = `GM0228/events/${KEY}`

describe('topics', () => {
  it('name the municipality and the key, and below them whatever the sender likes', () => {
    const read = { municipality: 'GM0228', keyId: KEY }
    assert.equal(eventTopicOf('GM0228', KEY), OWN)
    for (const below of ['', '/', '/lamps/17', '/\n', '/$SYS'])
      assert.deepEqual(readEventTopic(OWN + below), read, below)
  })

  it('name no key where there is none', () => {
    for (const below of ['', '/', '/lamps', `/lamps/${KEY}`, `/${KEY}0`, `/${KEY.toUpperCase()}`])
      assert.deepEqual(readEventTopic(`GM0228/events${below}`), { municipality: 'GM0228' }, below)
  })

  it('are no others', () => {
    for (const topic of ['', 'GM0228', 'gm0228/events', `/${OWN}`, 'GM0228/eventsx', '$SYS/broker'])
      assert.equal(readEventTopic(topic), undefined, topic)
  })

  it('are one’s own from the whole name on', () => {
    assert.ok(isOwnTopic(OWN, OWN) && isOwnTopic(`${OWN}/lamps`, OWN))
    for (const topic of [`${OWN}1`, OWN.slice(0, -1), 'GM0228/events', `x/${OWN}`])
      assert.ok(!isOwnTopic(topic, OWN), topic)
  })
})
