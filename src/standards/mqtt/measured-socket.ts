import type { Socket } from 'node:net'
import { Duplex } from 'node:stream'

/** A connection that announced a packet above the limit. */
export class PacketTooLarge extends Error {}

/** Before anybody is known: enough for the longest names, and a will. */
const MOST_FIRST_BYTES = 16_384

/**
 * A socket whose packets are measured by their announced length before anybody gathers them: a parser of MQTT keeps up
 * to 256 MiB of one packet, whoever sends it.
 */
export class MeasuredSocket extends Duplex {
  readonly #socket: Socket
  readonly #measure: (chunk: Uint8Array) => boolean

  constructor(socket: Socket, mostBytes: number) {
    super({ allowHalfOpen: false })
    this.#socket = socket
    this.#measure = packetMeter(Math.min(MOST_FIRST_BYTES, mostBytes), mostBytes)
    socket.on('data', (chunk: Buffer) => {
      if (!this.#measure(chunk)) this.destroy(new PacketTooLarge('a packet is too large'))
      else if (!this.push(chunk)) socket.pause()
    })
    socket.once('end', () => this.push(null))
    socket.once('error', (error) => this.destroy(error))
    socket.once('close', () => this.destroy())
  }

  override _read(): void {
    this.#socket.resume()
  }

  override _write(chunk: Buffer, _: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#socket.write(chunk, done)
  }

  override _final(done: () => void): void {
    this.#socket.end(done)
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#socket.destroy()
    done(error)
  }
}

/**
 * Follows the packets of a stream (MQTT 3.1.1, 2.2: a byte, then the remaining length in up to four bytes of seven bits)
 * and tells whether all that was seen keeps within the limits, of the first packet and of the others.
 */
export function packetMeter(mostFirst: number, mostOthers: number): (chunk: Uint8Array) => boolean {
  let most = mostFirst
  let left = 0
  let length = 0
  let lengthBytes = -1 // before the first byte of a packet
  return (chunk) => {
    for (let at = 0; at < chunk.length; ) {
      if (left > 0) {
        const skipped = Math.min(left, chunk.length - at)
        left -= skipped
        at += skipped
        continue
      }
      const byte = chunk[at++] as number
      if (lengthBytes === -1) {
        lengthBytes = 0
        length = 0
        continue
      }
      length += (byte & 127) * 128 ** lengthBytes
      lengthBytes += 1
      if (length > most || lengthBytes > 4) return false
      if (byte >= 128) continue
      left = length
      lengthBytes = -1
      most = mostOthers
    }
    return true
  }
}
