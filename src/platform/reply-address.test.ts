import assert from 'node:assert/strict'
import { createSecretKey } from 'node:crypto'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readReply, replyAddress, signReply, tokenIn } from './reply-address.ts'

const KEY = createSecretKey(Buffer.alloc(32, 1))
const OTHER = createSecretKey(Buffer.alloc(32, 2))
const NOW = Date.parse('2026-06-09T08:00:00Z')
const BASE = 'antwoord@noorddijk.example'

const reply = fc.record({
  tenant: fc.integer({ min: 0, max: 9_999 }).map((n) => `GM${String(n).padStart(4, '0')}`),
  subject: fc.uuid(),
  revision: fc.integer({ min: 0, max: 65_535 }),
  expires_ms: fc.integer({ min: NOW + 86_400_000, max: NOW + 1e10 }),
})

describe('an address to reply to', () => {
  it('says what it is about, in whatever case it comes back, and fits in a mail address', () => {
    fc.assert(
      fc.property(reply, (one) => {
        const address = replyAddress(BASE, signReply(KEY, one))
        assert.ok(address.indexOf('@') <= 64)
        for (const seen of [address, address.toUpperCase()]) {
          const read = readReply(KEY, tokenIn(BASE, seen) ?? '', NOW)
          assert(read.state === 'valid')
          const { expires_ms, ...rest } = one
          const { expires_ms: until_ms, ...said } = read.reply
          assert.deepEqual(said, rest)
          assert.ok(until_ms >= expires_ms && until_ms - expires_ms < 86_400_000)
        }
      }),
    )
  })

  it('is forged where any letter is another, or the key is', () => {
    fc.assert(
      fc.property(
        reply,
        fc.nat(54),
        fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz234567'),
        (one, at, letter) => {
          const token = signReply(KEY, one)
          const other = token.slice(0, at) + letter + token.slice(at + 1)
          assert.equal(readReply(KEY, other, NOW).state === 'forged', other !== token)
          assert.equal(readReply(OTHER, token, NOW).state, 'forged')
        },
      ),
    )
    for (const text of ['', 'a', '1'.repeat(55), 'a'.repeat(55), 'é'.repeat(55)])
      assert.equal(readReply(KEY, text, NOW).state, 'forged')
  })

  it('expires, and says so', () => {
    const one = { tenant: 'GM0228', subject: '0190a000-0000-7000-8000-000000000001', revision: 1 }
    const token = signReply(KEY, { ...one, expires_ms: NOW - 86_400_000 })
    assert.equal(readReply(KEY, token, NOW).state, 'expired')
  })

  for (const address of [
    BASE,
    'antwoord+@noorddijk.example',
    'x+abc@noorddijk.example',
    'antwoord+abc@elders.example',
    'antwoord+a b@noorddijk.example',
  ])
    it(`is not ${address}`, () => assert.equal(tokenIn(BASE, address), undefined))
})
