import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createPaces } from './pace.ts'
import { createWindows } from './window.ts'

test('a limit holds from the first message on, also of a destination that would be given more', () => {
  const windows = createWindows()
  const limits = new Map([['party', { most_at_once: 2 }]])
  const room = () => new Map(windows.room(limits)).get('party')
  assert.equal(room(), 2)
  windows.began('party')
  assert.equal(room(), 1)
  for (let n = 0; n < 5; n++) windows.succeeded('party')
  assert.equal(room(), 1, 'what it was seen to take is more')
  windows.began('party')
  assert.equal(room(), 0)
  windows.ended('party')
  windows.failed('party')
  assert.equal(room(), 0, 'after a failure it is one at a time')
})

test('mails are two at most, at the beginning and after many that arrived', () => {
  const windows = createWindows()
  const room = () => new Map(windows.room(new Map([['mail/party', {}]]))).get('mail/party')
  assert.equal(room(), 2)
  for (let n = 0; n < 5; n++) windows.succeeded('mail/party')
  assert.equal(room(), 2)
  windows.failed('mail/party')
  assert.equal(room(), 1)
})

test('in a minute only so many leave, counted over the minute behind', () => {
  let now_ms = 0
  const paces = createPaces(() => now_ms)
  for (const at_ms of [0, 10_000]) {
    now_ms = at_ms
    paces.began('party', 3)
  }
  assert.equal(paces.room('party', 3), 1)
  now_ms = 60_001
  assert.equal(paces.room('party', 3), 2)
  now_ms = 80_000
  assert.equal(paces.room('party', 3), 3)
  assert.equal(paces.room('another', 3), 3)
})
