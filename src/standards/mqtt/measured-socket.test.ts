import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { packetMeter } from './measured-socket.ts'

/** The topic takes three bytes of the remaining length. */
function publish(bytes: number): Uint8Array {
  const length = bytes + 3
  const announced = length < 128 ? [length] : [(length & 127) | 128, length >> 7]
  return Buffer.concat([Buffer.of(0x30, ...announced, 0, 1, 0x74), Buffer.alloc(bytes, 0xff)])
}

/** In pieces of these sizes, over and over. */
function* pieces(bytes: Uint8Array, sizes: readonly number[]): Generator<Uint8Array> {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] as number
    yield bytes.subarray(at, at + size)
    at += size
  }
}

describe('the meter of packets', () => {
  it('tells by the announced length, however the bytes are cut', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 5 })
    const payloads = fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(payloads, sizes, (lengths, cut) => {
        const isWithin = packetMeter(400, 500)
        const seen = [...pieces(Buffer.concat(lengths.map(publish)), cut)].every(isWithin)
        assert.equal(
          seen,
          lengths.every((length, i) => length + 3 <= (i === 0 ? 400 : 500)),
        )
      }),
    )
  })

  it('refuses before the rest of it came', () => {
    assert.equal(packetMeter(1000, 1000)(Uint8Array.of(0x30, 0xff, 0xff, 0xff, 0x7f)), false)
  })

  it('refuses a length that has no end', () => {
    assert.equal(packetMeter(1000, 1000)(Uint8Array.of(0x30, 0x80, 0x80, 0x80, 0x80, 0x80)), false)
  })
})
