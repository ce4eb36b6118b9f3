import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'

const DRAWN = 4096
let drawn: Buffer = Buffer.alloc(0)

/** Random bytes, each given out once; drawn many at a time, because each drawing is a call outside. */
export function drawBytes(bytes: number): Buffer {
  if (drawn.length < bytes) drawn = randomBytes(DRAWN)
  const taken = drawn.subarray(0, bytes)
  drawn = drawn.subarray(bytes)
  return taken
}

let last_ms = 0
let sequence = 0

/** A UUID of version 7 (RFC 9562): of one process each is greater than the one before, also within a millisecond. */
export function newId(): string {
  const now_ms = Date.now()
  if (now_ms > last_ms) {
    last_ms = now_ms
    // The upper half stays free, to count in.
    sequence = drawBytes(4).readUInt32BE() >>> 1
  } else sequence += 1
  return v7({ msecs: last_ms, seq: sequence, random: drawBytes(16) })
}
